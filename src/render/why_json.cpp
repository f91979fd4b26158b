// `why` as JSON: every step from an answer back to bytes of a source.
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Json json_of(const Trail& trail) {
    Json steps = Json::array();
    for (const LedgerStep& step : trail.steps) steps.push_back({{"step", 1}, {"code", word(step.code)}, {"why", step.why}});
    Json out{
        {"citation", {{"text", trail.citation.text}, {"form", word(trail.citation.form)}, {"line", trail.citation_line}}},
        {"reference", trail.reference ? Json(trail.reference->text) : Json(nullptr)},
        {"study", trail.study},
        {"label", trail.label},
        {"identity", word(trail.identity)},
        {"match", trail.match},
        {"relays", render::json_of(trail.relays)},
        {"steps", steps}};
    if (!trail.retells.empty()) out["retells"] = paths_of(trail.retells);
    if (trail.scores_nothing) out["scores_nothing"] = *trail.scores_nothing;
    return out;
}

Json decided_of(const std::vector<DecisionRow>& rows) {
    Json out = Json::array();
    for (const DecisionRow& row : rows) out.push_back(render::json_of(row));
    return out;
}

Json json_of(const WhyClaim& why) {
    Json cues = Json::array();
    for (const Cue& cue : why.row.claim.cues) {
        cues.push_back({{"decides", cue.decides}, {"code", cue.code}, {"span", render::json_of(cue.span)}});
    }
    Json trails = Json::array();
    for (const Trail& trail : why.trails) trails.push_back(json_of(trail));
    return {{"schema", "evigrade.why/1"},
            {"claim", render::json_of(why.row)},
            {"cues", cues},
            {"trails", trails},
            {"decided", decided_of(why.decided)},
            {"studies", studies_of(why.body)},
            {"points", points_of(why.body.grade.support, why.body.grade.oppose)}};
}

Json json_of(const WhyStudy& why) {
    Json claims = Json::array();
    for (const ClaimRow& row : why.claims) claims.push_back(render::json_of(row));
    Json levels = Json::array();
    for (const LevelWhy& level : why.levels) {
        levels.push_back(
            {{"purpose", word(level.purpose)}, {"level", render::json_of(level.level)}, {"source", level.source}});
    }
    Json shaken = Json::array();
    for (const ShakenGrade& row : why.shaken) shaken.push_back(Json::parse(row_json(row)));
    return {{"schema", "evigrade.why/1"},         {"shaken", shaken},
            {"study", render::json_of(why.row)},  {"levels", levels},
            {"decided", decided_of(why.decided)}, {"claims", claims}};
}

}  // namespace

std::string verdict_json(const VerdictReply& reply) {
    if (reply.reply.answers.size() != 1) return evidence_json(reply.reply);
    Json studies = Json::array();
    for (const auto& [id, row] : reply.studies) studies.push_back(json_of(row));
    Json claims = Json::array();
    for (const auto& [id, row] : reply.claims) claims.push_back(json_of(row));
    return one_line({{"schema", "evigrade.why/1"},
                     {"rules", reply.rules},
                     {"answer", Json::parse(evidence_json(reply.reply))},
                     {"records", studies},
                     {"sentences", claims},
                     {"decided", decided_of(reply.decided)}});
}

std::string why_json(const WhyReply& reply) {
    if (reply.claim) return one_line(json_of(*reply.claim));
    if (reply.study) return one_line(json_of(*reply.study));
    if (reply.article) return one_line({{"schema", "evigrade.why/1"}, {"article", json_of(*reply.article)}});
    return one_line({{"schema", "evigrade.unknown/1"}, {"suggestions", reply.suggestions}});
}

}  // namespace evigrade::render
