// The article record of DESIGN 4.1.
#include <map>
#include <set>

#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {
namespace {

Json json_of_article(const Article& article) {
    return {{"id", article.id},
            {"file", article.file},
            {"format", std::string(to_text(article.format))},
            {"title", json_of(article.title)},
            {"authors", article.authors},
            {"published", json_of(article.published)},
            {"source_type", std::string(to_text(article.source_type))},
            {"source_type_reason", article.source_type_reason},
            {"language", json_of(article.language)},
            {"url", json_of(article.url)},
            {"bytes", article.bytes}};
}

/// Whether an entity belongs under this heading of the record. A substance that is a treatment by itself is both.
bool listed_as(const Entity& entity, EntityKind heading) {
    if (heading == EntityKind::ingredient && entity.kind == EntityKind::treatment) return entity.substance == Substance::yes;
    return entity.kind == heading;
}

/// The mentioned entities of one kind, in order of first mention.
Json json_of_entities(const Article& article, const Mentions& mentions, EntityKind kind) {
    Json out = Json::array();
    std::map<std::uint32_t, std::size_t> place;
    std::map<std::uint32_t, std::set<std::string>> surfaces;
    for (const Mention& mention : mentions.mentions) {
        const Entity& entity = mentions.entities[mention.entity];
        if (!listed_as(entity, kind)) continue;
        const auto [entry, fresh] = place.try_emplace(mention.entity, out.size());
        if (fresh) {
            out.push_back({{"id", entity.id},
                           {"name", entity.name},
                           {"mesh", json_of(entity.mesh)},
                           {"origin", std::string(to_text(entity.origin))},
                           {"surfaces", Json::array()},
                           {"mentions", Json::array()}});
        }
        Json& row = out[entry->second];
        const std::string surface(mention.span.in(article.text));
        if (surfaces[mention.entity].insert(surface).second) row["surfaces"].push_back(surface);
        row["mentions"].push_back(json_of(mention.span));
    }
    return out;
}

Json json_of_references(const std::vector<Reference>& references) {
    Json out = Json::array();
    for (const Reference& reference : references) {
        out.push_back({{"n", reference.n},
                       {"text", reference.text},
                       {"span", json_of(reference.span)},
                       {"item", json_of(reference.item)}});
    }
    return out;
}

Json json_of_citations(const std::vector<Citation>& citations) {
    Json out = Json::array();
    for (const Citation& citation : citations) {
        Json flags = Json::array();
        for (const CitationFlag flag : citation.flags) flags.push_back(std::string(to_text(flag)));
        Json row{{"text", citation.text},
                 {"span", json_of(citation.span)},
                 {"form", std::string(to_text(citation.form))},
                 {"references", citation.references},
                 {"flags", flags}};
        if (citation.study) row["study"] = *citation.study;
        out.push_back(std::move(row));
    }
    return out;
}

Json json_of_quantities(const std::vector<Quantity>& quantities) {
    Json out = Json::array();
    for (const Quantity& quantity : quantities) {
        out.push_back({{"kind", quantity.kind},
                       {"low", quantity.low},
                       {"high", quantity.high},
                       {"unit", quantity.unit},
                       {"span", json_of(quantity.span)}});
    }
    return out;
}

Json json_of_claim(const Claim& claim) {
    Json row{{"id", claim.id},
             {"text", claim.text},
             {"span", json_of(claim.span)},
             {"treatments", claim.treatments},
             {"targets", claim.targets},
             {"kind", std::string(to_text(claim.kind))},
             {"stance", std::string(to_text(claim.stance))},
             {"strength", std::string(to_text(claim.strength))},
             {"voice", std::string(to_text(claim.voice))},
             {"hedged", claim.hedge == Hedge::hedged},
             {"attributed_to", json_of(claim.attributed_to)},
             {"appeal", std::string(to_text(claim.appeal))},
             {"citations", claim.citations}};
    if (claim.comparator) row["comparator"] = *claim.comparator;
    if (claim.population) row["population"] = *claim.population;
    if (claim.absence)
        row["absence"] = {{"kind", std::string(to_text(claim.absence->kind))}, {"as_of", json_of(claim.absence->as_of)}};
    if (!claim.quantities.empty()) row["quantities"] = json_of_quantities(claim.quantities);
    return row;
}

Json json_of_parameters(const std::vector<Parameter>& parameters) {
    Json out = Json::array();
    for (const Parameter& parameter : parameters) {
        Json row{{"kind", std::string(to_text(parameter.kind))},
                 {"low", parameter.low},
                 {"high", parameter.high},
                 {"unit", parameter.unit},
                 {"currency", json_of(parameter.currency)},
                 {"place", json_of(parameter.place)},
                 {"treatment", json_of(parameter.treatment)},
                 {"span", json_of(parameter.span)}};
        if (parameter.population) row["population"] = *parameter.population;
        out.push_back(std::move(row));
    }
    return out;
}

Json json_of_findings(const std::vector<Finding>& findings) {
    Json out = Json::array();
    for (const Finding& finding : findings) {
        out.push_back({{"code", finding.code},
                       {"severity", std::string(to_text(finding.severity))},
                       {"span", json_of(finding.span)},
                       {"message", finding.message}});
    }
    return out;
}

}  // namespace

std::string article_record(const Article& article, const Mentions& mentions, const Linked& linked) {
    Json claims = Json::array();
    for (const Claim& claim : linked.claims) claims.push_back(json_of_claim(claim));
    std::vector<Finding> findings = article.findings;
    findings.insert(findings.end(), linked.findings.begin(), linked.findings.end());
    return one_line({{"schema", "evigrade.article/1"},
                     {"article", json_of_article(article)},
                     {"treatments", json_of_entities(article, mentions, EntityKind::treatment)},
                     {"ingredients", json_of_entities(article, mentions, EntityKind::ingredient)},
                     {"conditions", json_of_entities(article, mentions, EntityKind::condition)},
                     {"outcomes", json_of_entities(article, mentions, EntityKind::outcome)},
                     {"references", json_of_references(linked.references)},
                     {"citations", json_of_citations(linked.citations)},
                     {"claims", claims},
                     {"parameters", json_of_parameters(linked.parameters)},
                     {"findings", json_of_findings(findings)}});
}

}  // namespace evigrade::render
