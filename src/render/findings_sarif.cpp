// Findings as SARIF 2.1.0 (OASIS, 2020) for code hosts and editors.
#include <fmt/format.h>

#include "evigrade/base/hash.hpp"
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

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

Json rule_of(const FindingCode& code) {
    return {{"id", code.name},
            {"shortDescription", {{"text", code.summary}}},
            {"help", {{"text", code.hint}}},
            {"defaultConfiguration", {{"enabled", code.by_default == Reported::on}, {"level", word(code.severity)}}}};
}

Json result_of(const PlacedFinding& row) {
    Json region{{"startLine", row.line}, {"startColumn", row.column}};
    if (row.width > 0) region["endColumn"] = row.column + row.width;
    if (!row.excerpt.empty()) region["snippet"] = {{"text", row.excerpt}};
    const Json place{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(row.article.file)}}}, {"region", region}}}};
    Json out{{"ruleId", row.finding.code},
             {"level", word(row.finding.severity)},
             {"message", {{"text", row.finding.message}}},
             {"locations", Json::array({place})},
             {"partialFingerprints", {{"evigrade/v1", content_id(row.finding.code + ':' + row.excerpt)}}}};
    if (row.suppressed) out["suppressions"] = Json::array({{{"kind", "inSource"}, {"justification", *row.suppressed}}});
    return out;
}

}  // namespace

std::string findings_sarif(const std::vector<PlacedFinding>& rows, const SarifRun& run) {
    Json rules = Json::array();
    for (const FindingCode& code : run.codes) rules.push_back(rule_of(code));
    Json results = Json::array();
    for (const PlacedFinding& row : rows) results.push_back(result_of(row));
    for (const PlacedFinding& row : run.suppressed) results.push_back(result_of(row));
    const Json driver{{"name", "evigrade"}, {"version", std::string(run.version)}, {"rules", rules}};
    return one_line(
        {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
         {"version", "2.1.0"},
         {"runs",
          Json::array({{{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}}})}});
}

}  // namespace evigrade::render
