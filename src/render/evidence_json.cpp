// The graded answer of DESIGN 4.3, and the ranking for a condition.
#include <algorithm>

#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Json ledger_of(const EvidenceItem& item) {
    Json out = Json::array();
    for (const LedgerStep& step : item.steps) out.push_back(object("step", 1, "code", word(step.code), "why", step.why));
    return out;
}

Json shaken_of(const std::vector<ShakenGrade>& rows) {
    Json out = Json::array();
    for (const ShakenGrade& row : rows) out.push_back(Json::parse(row_json(row)));
    return out;
}

Json json_of(const Unit& unit, const Echo* echo) {
    Json out =
        object("id", unit.item.study, "label", unit.item.label, "unit", word(unit.kind), "design", word(unit.item.design),
               "design_from", word(unit.item.design_from), "level", render::json_of(unit.level), "level_source",
               unit.level_source, "effective_level", unit.effective_level == 0 ? Json(nullptr) : Json(unit.effective_level),
               "rank", unit.rank == 0 ? Json(nullptr) : Json(unit.rank), "points", points(unit.share), "direction",
               word(unit.item.direction), "editorial_state", word(unit.item.state), "participants",
               render::json_of(unit.item.participants), "year", render::json_of(unit.item.year), "cited_by",
               echo != nullptr ? echo->claims : unit.item.claims, "articles", echo != nullptr ? echo->articles.size() : 0,
               "ledger", ledger_of(unit.item));
    if (unit.zero != ZeroReason::none) out["zero"] = word(unit.zero);
    if (unit.covered_by) out["covered_by"] = *unit.covered_by;
    if (unit.set_aside_by) out["set_aside_by"] = *unit.set_aside_by;
    if (!unit.item.decided.empty()) out["decided"] = unit.item.decided;
    if (unit.item.effect) out["effect"] = {{"text", *unit.item.effect}, {"from", word(unit.item.effect_from)}};
    if (echo != nullptr && !echo->via.empty()) out["relayed_by"] = echo->via;
    if (echo != nullptr && !echo->paths.empty()) out["paths"] = paths_of(echo->paths);
    return out;
}

Json fragile_of(const std::vector<Fragility>& rows) {
    Json out = Json::array();
    for (const Fragility& row : rows) {
        out.push_back({{"without", row.study},
                       {"points", render::points_of(row.support, row.oppose)},
                       {"verdict", word(row.verdict)}});
    }
    return out;
}

Json json_of(const HarmAnswer& harm) {
    Json claims = Json::array();
    for (const ClaimRow& row : harm.claims) claims.push_back(row.claim.id);
    Json out = object("id", harm.harm.id, "name", harm.harm.name, "points", points(harm.body.grade.support), "certainty",
                      render::json_of(harm.body.certainty), "studies", studies_of(harm.body), "claims", claims);
    if (!harm.body.fragile.empty()) out["fragile"] = fragile_of(harm.body.fragile);
    if (!harm.body.shaken.empty()) out["shaken"] = shaken_of(harm.body.shaken);
    return out;
}

Json harms_of(const EvidenceAnswer& answer) {
    Json claims = Json::array();
    Json list = Json::array();
    std::uint64_t strongest = 0;
    for (const HarmAnswer& harm : answer.harms) {
        strongest = std::max(strongest, harm.body.grade.support);
        for (const ClaimRow& row : harm.claims) {
            if (std::find(claims.begin(), claims.end(), row.claim.id) == claims.end()) claims.push_back(row.claim.id);
        }
        list.push_back(json_of(harm));
    }
    return {{"points", points(strongest)}, {"claims", claims}, {"list", list}};
}

Json absence_of(const std::vector<AbsenceRow>& rows) {
    Json out = Json::array();
    for (const AbsenceRow& row : rows) {
        out.push_back({{"kind", word(row.absence.kind)},
                       {"claim", row.claim.claim.id},
                       {"text", row.claim.claim.text},
                       {"article", row.claim.article.id},
                       {"as_of", render::json_of(row.absence.as_of)},
                       {"contradicted_by", row.contradicted_by}});
    }
    return out;
}

Json ranked(const std::vector<ClaimRow>& rows) {
    Json out = Json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(render::json_of(rows[i], i + 1));
    return out;
}

Json json_of(const EvidenceAnswer& answer) {
    const Grade& grade = answer.benefit.grade;
    const double support = points(grade.support);
    const double oppose = points(grade.oppose);
    Json related = Json::array();
    for (const EntityName& name : answer.related) related.push_back(render::json_of(name));
    Json out = object(
        "schema", "evigrade.evidence/1", "question",
        object("treatment", answer.treatment.id, "condition", answer.condition.id), "names",
        object("treatment", answer.treatment.name, "condition", answer.condition.name), "verdict", word(grade.verdict),
        "sentence", answer.benefit.sentence, "points", object("support", support, "oppose", oppose, "net", support - oppose),
        "harms", harms_of(answer), "certainty", render::json_of(answer.benefit.certainty), "studies",
        studies_of(answer.benefit), "claims", ranked(answer.claims), "comparisons", ranked(answer.comparisons), "absence",
        absence_of(answer.absence), "related", related, "counts",
        object("articles", answer.counts.articles, "claims", answer.counts.claims, "cited", answer.counts.cited, "phantom",
               answer.counts.phantom, "studies", answer.counts.studies, "echoes", answer.counts.echoes));
    if (!answer.benefit.fragile.empty()) out["fragile"] = fragile_of(answer.benefit.fragile);
    if (!answer.benefit.shaken.empty()) out["shaken"] = shaken_of(answer.benefit.shaken);
    return out;
}

Json unknown(const Asked& asked, const char* role) {
    Json suggestions = Json::array();
    for (const EntityName& name : asked.suggestions) suggestions.push_back(render::json_of(name));
    return {{"schema", "evigrade.unknown/1"},
            {"unknown", asked.text},
            {"asked_as", role},
            {"known_as", asked.entity ? render::json_of(*asked.entity) : Json(nullptr)},
            {"suggestions", suggestions}};
}

}  // namespace

Json json_of(const Certainty& certainty) {
    return {
        {"scheme", word(certainty.scheme)},     {"level", certainty.level},     {"assessed_down", certainty.assessed_down},
        {"assessed_up", certainty.assessed_up}, {"reasons", certainty.reasons}, {"text", certainty.text}};
}

Json paths_of(const std::vector<EchoPath>& paths) {
    Json out = Json::array();
    for (const EchoPath& path : paths) {
        Json articles = Json::array();
        for (const ArticleName& article : path.articles) articles.push_back({{"id", article.id}, {"title", article.title}});
        out.push_back({{"articles", articles}, {"via", json_of(path.via)}, {"study", path.study}});
    }
    return out;
}

Json studies_of(const GradedBody& body) {
    Json out = Json::array();
    for (std::size_t i = 0; i < body.grade.units.size(); ++i) {
        out.push_back(json_of(body.grade.units[i], i < body.echoes.size() ? &body.echoes[i] : nullptr));
    }
    return out;
}

std::string evidence_json(const EvidenceReply& reply) {
    if (!reply.treatment.stored) return one_line(unknown(reply.treatment, "treatment"));
    if (reply.condition && reply.answers.empty()) return one_line(unknown(*reply.condition, "condition"));
    if (reply.condition && reply.answers.size() == 1) return one_line(json_of(reply.answers.front()));
    Json answers = Json::array();
    for (const EvidenceAnswer& answer : reply.answers) answers.push_back(json_of(answer));
    return one_line({{"schema", "evigrade.evidence-list/1"}, {"answers", answers}});
}

std::string for_json(const ForReply& reply) {
    if (!reply.condition.stored) return one_line(unknown(reply.condition, "condition"));
    Json treatments = Json::array();
    for (const RankedTreatment& row : reply.treatments) treatments.push_back(Json::parse(row_json(row)));
    return one_line({{"schema", "evigrade.for/1"},
                     {"condition", reply.condition.entity ? json_of(*reply.condition.entity) : Json(nullptr)},
                     {"treatments", treatments}});
}

}  // namespace evigrade::render
