// Findings: as a compiler prints them, and as SARIF 2.1.0 (OASIS, 2020) for code hosts and editors.
#include <fmt/format.h>

#include <set>

#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Tone tone_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Tone::bad;
        case Severity::warning:
            return Tone::warning;
        case Severity::note:
            break;
    }
    return Tone::dim;
}

/// A path as a relative or absolute URI reference: what RFC 3986 does not allow is percent-encoded.
std::string uri_of(std::string_view path) {
    std::string out;
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-._~/").find(c) != std::string_view::npos;
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return out;
}

Json sarif_result(const FindingRow& row) {
    const Json region{{"startLine", row.line}, {"startColumn", row.column}};
    return {
        {"ruleId", row.finding.code},
        {"level", word(row.finding.severity)},
        {"message", {{"text", row.finding.message}}},
        {"locations", Json::array({{{"physicalLocation",
                                     {{"artifactLocation", {{"uri", uri_of(row.article.file)}}}, {"region", region}}}}})}};
}

}  // namespace

std::string findings_text(const std::vector<FindingRow>& rows, const Page& page) {
    std::string out;
    for (const FindingRow& row : rows) {
        out += toned(fmt::format("{}:{}:{}: ", row.article.file, row.line, row.column), Tone::strong, page);
        out += toned(fmt::format("{}: ", to_text(row.finding.severity)), tone_of(row.finding.severity), page);
        out += toned(fmt::format("{} [{}]", row.finding.message, row.finding.code), Tone::normal, page) + "\n";
    }
    return out;
}

std::string findings_sarif(const std::vector<FindingRow>& rows, std::string_view version) {
    std::set<std::string> codes;
    Json results = Json::array();
    for (const FindingRow& row : rows) {
        codes.insert(row.finding.code);
        results.push_back(sarif_result(row));
    }
    Json rules = Json::array();
    for (const std::string& code : codes) rules.push_back({{"id", code}});
    const Json driver{{"name", "evigrade"}, {"version", std::string(version)}, {"rules", rules}};
    return one_line(
        {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
         {"version", "2.1.0"},
         {"runs",
          Json::array({{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}}})}});
}

}  // namespace evigrade::render
