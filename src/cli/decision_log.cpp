#include "cli/decision_log.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

namespace evigrade::cli {
namespace {

using LogJson = nlohmann::json;

std::string text_at(const LogJson& record, const char* key) {
    const auto found = record.find(key);
    return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::string> maybe_at(const LogJson& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

Error no_entry(std::string why) {
    return {Failure::unreadable_input, "this is no entry of a log of decisions: " + std::move(why), "",
            "`evigrade override --export` writes such a log"};
}

Result<Decision> entry(const std::string& line) {
    const LogJson record = LogJson::parse(line, nullptr, false);
    if (!record.is_object()) return no_entry("no JSON object");
    if (text_at(record, "schema") != "evigrade.decision/1") return no_entry("its schema is not evigrade.decision/1");
    const auto action = from_text<DecisionAction>(text_at(record, "action"));
    const auto subject = from_text<DecisionSubject>(text_at(record, "subject"));
    if (!action || !subject) return no_entry("it names no action or no subject that is known");
    Decision out;
    out.action = *action;
    out.subject = *subject;
    out.id = text_at(record, "id");
    out.of = text_at(record, "of");
    out.field = text_at(record, "field");
    out.value = text_at(record, "value");
    out.reason = text_at(record, "reason");
    out.by = text_at(record, "by");
    out.at = text_at(record, "at");
    const auto anchor = record.find("anchor");
    if (anchor != record.end() && anchor->is_object()) {
        out.anchor = {maybe_at(*anchor, "text"), maybe_at(*anchor, "title"), maybe_at(*anchor, "file"),
                      maybe_at(*anchor, "key")};
    }
    return out;
}

}  // namespace

Result<std::vector<Decision>> read_log(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
        if (!file) return Error{Failure::unreadable_input, "the log cannot be read", path, "check that the file is there"};
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::vector<Decision> out;
    std::size_t n = 0;
    for (std::string line; std::getline(in, line);) {
        ++n;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto decision = entry(line);
        if (!decision) {
            Error error = decision.error();
            error.in = fmt::format("{}, line {}", path, n);
            return error;
        }
        out.push_back(std::move(decision).value());
    }
    return out;
}

}  // namespace evigrade::cli
