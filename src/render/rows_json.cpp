// Rows of lists as JSON.
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Json json_of(const StudyResult& result) {
    return {{"treatment", result.treatment},
            {"condition", result.condition},
            {"direction", word(result.direction)},
            {"outcome_kind", word(result.outcome_kind)},
            {"outcome", render::json_of(result.outcome)},
            {"comparator", render::json_of(result.comparator)},
            {"effect", render::json_of(result.effect)},
            {"summary", result.summary}};
}

Json told_of(const std::vector<ToldResult>& rows) {
    Json out = Json::array();
    for (const ToldResult& told : rows) {
        out.push_back({{"effect", told.effect},
                       {"comparator", render::json_of(told.comparator)},
                       {"outcomes", told.outcomes},
                       {"claim", told.claim},
                       {"file", told.article.file},
                       {"line", told.line}});
    }
    return out;
}

Json json_of(const ArticleName& name) {
    return {{"id", name.id}, {"title", name.title}, {"file", name.file}, {"source_type", word(name.source_type)}};
}

Json json_of(const ParameterRow& row) {
    const Parameter& parameter = row.parameter;
    return {{"kind", word(parameter.kind)},
            {"low", parameter.low},
            {"high", parameter.high},
            {"unit", parameter.unit},
            {"currency", render::json_of(parameter.currency)},
            {"place", render::json_of(parameter.place)},
            {"population", render::json_of(parameter.population)},
            {"article", row.article.id},
            {"file", row.article.file},
            {"line", row.line},
            {"text", row.text}};
}

}  // namespace

Json json_of(const EntityName& entity) {
    return {{"id", entity.id}, {"name", entity.name}};
}

Json points_of(std::uint64_t support, std::uint64_t oppose) {
    return object("support", points(support), "oppose", points(oppose));
}

Json json_of(const ClaimRow& row, std::optional<std::size_t> rank) {
    const Claim& claim = row.claim;
    Json out = rank ? object("rank", *rank) : object();
    auto& fields = out.get_ref<Json::object_t&>();
    fields.reserve(21);
    add_fields(fields, "id", claim.id, "text", claim.text, "article", row.article.id, "title", row.article.title, "file",
               row.article.file, "line", row.line, "source_type", word(row.article.source_type), "kind", word(claim.kind),
               "stance", word(claim.stance), "strength", word(claim.strength), "voice", word(claim.voice), "hedged",
               claim.hedge == Hedge::hedged, "attributed_to", json_of(claim.attributed_to), "treatments", claim.treatments,
               "targets", claim.targets, "points", points_of(row.support, row.oppose), "gap", word(row.gap), "appeal",
               word(claim.appeal), "studies", row.studies);
    if (claim.absence) out["absence"] = {{"kind", word(claim.absence->kind)}, {"as_of", json_of(claim.absence->as_of)}};
    return out;
}

Json json_of(const StudyRow& row) {
    const Study& study = row.study;
    Json designs = Json::array();
    for (const DesignAssertion& assertion : study.designs) {
        designs.push_back({{"design", word(assertion.design)}, {"from", word(assertion.source)}, {"by", assertion.by}});
    }
    Json results = Json::array();
    for (const StudyResult& result : study.results) results.push_back(json_of(result));
    Json articles = Json::array();
    for (const ArticleName& name : row.articles) articles.push_back(json_of(name));
    return {{"id", study.id},
            {"label", study.label},
            {"origin", word(row.origin)},
            {"design", word(study.design())},
            {"design_from", word(study.design_from())},
            {"designs", designs},
            {"reviews", study.reviews ? Json(word(*study.reviews)) : Json(nullptr)},
            {"feature", word(study.feature)},
            {"participants", json_of(study.participants)},
            {"year", json_of(study.year)},
            {"editorial_state", word(study.state)},
            {"state_date", json_of(study.state_date)},
            {"state_source", json_of(study.state_source)},
            {"results", results},
            {"told", told_of(row.told)},
            {"item", study.reports.empty() ? Json(nullptr) : json_of(study.reports.front())},
            {"cited_by", row.cited_by},
            {"articles", articles},
            {"written_as", row.written_as},
            {"findings", row.findings},
            {"source", study.source}};
}

Json json_of(const ArticleRow& row) {
    return {{"id", row.name.id},
            {"title", row.name.title},
            {"file", row.name.file},
            {"format", word(row.format)},
            {"authors", row.authors},
            {"published", json_of(row.published)},
            {"source_type", word(row.name.source_type)},
            {"source_type_reason", row.source_type_reason},
            {"language", json_of(row.language)},
            {"url", json_of(row.url)},
            {"bytes", row.bytes},
            {"points", points_of(row.support, row.oppose)},
            {"counts",
             {{"claims", row.claims},
              {"cited", row.cited},
              {"phantom", row.phantom},
              {"overclaims", row.overclaims},
              {"references", row.references},
              {"findings", row.findings}}}};
}

std::string row_json(const ClaimRow& row) {
    return one_line(json_of(row));
}
std::string row_json(const StudyRow& row) {
    return one_line(json_of(row));
}
std::string row_json(const ArticleRow& row) {
    return one_line(json_of(row));
}

std::string row_json(const EntityRow& row) {
    Json out{{"id", row.entity.id},
             {"name", row.entity.name},
             {"kind", word(row.entity.kind)},
             {"mesh", json_of(row.mesh)},
             {"origin", word(row.origin)},
             {"parents", row.parents},
             {"surfaces", row.surfaces},
             {"counts", {{"articles", row.articles}, {"mentions", row.mentions}, {"claims", row.claims}}}};
    if (row.partner) {
        out["strongest"] = json_of(*row.partner);
        out["strongest"]["points"] = points_of(row.support, row.oppose);
    }
    return one_line(out);
}

std::string row_json(const Conflict& row) {
    Json values = Json::array();
    for (const ParameterRow& value : row.values) values.push_back(json_of(value));
    Json claims = Json::array();
    for (const ClaimRow& claim : row.claims) claims.push_back(json_of(claim));
    return one_line({{"kind", word(row.kind)},
                     {"what", row.what},
                     {"treatment", json_of(row.treatment)},
                     {"inside_one_article", row.inside_one_article},
                     {"values", values},
                     {"claims", claims}});
}

std::string row_json(const RankedTreatment& row) {
    return one_line({{"id", row.treatment.id},
                     {"name", row.treatment.name},
                     {"verdict", word(row.verdict)},
                     {"points", points_of(row.support, row.oppose)},
                     {"harm", points(row.harm)},
                     {"units", row.units},
                     {"claims", row.claims},
                     {"articles", row.articles}});
}

std::string row_json(const PlacedFinding& row) {
    return one_line({{"code", row.finding.code},
                     {"severity", word(row.finding.severity)},
                     {"file", row.article.file},
                     {"line", row.line},
                     {"column", row.column},
                     {"span", json_of(row.finding.span)},
                     {"message", row.finding.message},
                     {"hint", row.hint}});
}

std::string row_json(const ShakenGrade& row) {
    return one_line({{"shaken", word(row.state)},
                     {"study", row.study},
                     {"label", row.label},
                     {"date", json_of(row.state_date)},
                     {"source", json_of(row.state_source)},
                     {"treatment", json_of(row.treatment)},
                     {"condition", json_of(row.condition)},
                     {"purpose", word(row.purpose)},
                     {"points", points_of(row.support, row.oppose)},
                     {"points_before", points_of(row.support_before, row.oppose_before)}});
}

std::string list_json(std::string_view name, const std::vector<std::string>& rows) {
    std::string out = R"({"schema":"evigrade.)" + std::string(name) + R"(/1",")" + std::string(name) + "\":[";
    for (std::size_t i = 0; i < rows.size(); ++i) out += (i > 0 ? "," : "") + rows[i];
    return out + "]}";
}

}  // namespace evigrade::render
