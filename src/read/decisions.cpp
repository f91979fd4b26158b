// An entry of the log of decisions, as `override --export` writes it.
#include <nlohmann/json.hpp>

#include "evigrade/read.hpp"

namespace evigrade::read {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& record, const char* key) {
    const auto found = record.find(key);
    return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::string> maybe_at(const Json& record, const char* key) {
    const auto found = record.find(key);
    if (found == record.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

Error no_entry(std::string why) {
    return {Failure::unreadable_input, "this is no entry of a log of decisions: " + std::move(why), "",
            "`evigrade override --export` writes such a log"};
}

}  // namespace

Result<Decision> decision(std::string_view line) {
    const Json record = Json::parse(line, nullptr, false);
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
    const Json anchor = record.value("anchor", Json::object());
    if (anchor.is_object())
        out.anchor = {maybe_at(anchor, "text"), maybe_at(anchor, "title"), maybe_at(anchor, "file"),
                      maybe_at(anchor, "key")};
    return out;
}

}  // namespace evigrade::read
