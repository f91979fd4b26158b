// Lists for people.
#include <fmt/format.h>

#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

std::string range_of(const Parameter& parameter) {
    const std::string low = number(parameter.low);
    std::string out = parameter.low == parameter.high ? low : low + "–" + number(parameter.high);
    out += " " + (parameter.currency ? *parameter.currency : parameter.unit);
    if (parameter.place) out += " (" + *parameter.place + ")";
    if (parameter.population) out += ", " + *parameter.population;
    return out;
}

std::string result_line(const StudyResult& result) {
    std::string out = fmt::format("{}: {}", in_words(result.direction), result.summary);
    if (result.outcome) out += fmt::format(" Outcome: {}.", *result.outcome);
    if (result.comparator) out += fmt::format(" Against: {}.", *result.comparator);
    if (result.effect) out += fmt::format(" Effect: {}.", *result.effect);
    return out;
}

/// "Hair myths:12 gives RR 0.70 (0.58 to 0.85), compared with placebo".
std::string told_line(const ToldResult& told) {
    std::string out = fmt::format("{}:{} gives {}", told.article.file, told.line, told.effect);
    for (std::size_t i = 0; i < told.outcomes.size(); ++i) out += (i == 0 ? " on " : ", ") + told.outcomes[i];
    if (told.comparator) out += ", against " + *told.comparator;
    return out;
}

std::string study_block(const StudyRow& row, const Page& page) {
    const Study& study = row.study;
    std::string head = fmt::format("{}: {}", study.label, in_words(study.design()));
    if (study.reviews) head += fmt::format(" of studies that are at best {}", in_words(*study.reviews));
    if (study.feature != DesignFeature::none) head += fmt::format(", {}", in_words(study.feature));
    if (study.participants) head += fmt::format(", {} people", *study.participants);
    head += fmt::format(", editorial state {}", in_words(study.state));
    const bool marred = study.state == EditorialState::retracted || study.state == EditorialState::concern;
    std::string out = toned(head, marred ? Tone::bad : Tone::strong, page) + "\n";
    if (marred && study.state_source) {
        out += wrapped(fmt::format("{} {}: {}", to_text(study.state), study.state_date.value_or(""), *study.state_source),
                       page, 2);
    }
    if (!study.reports.empty() && study.reports.front().title) {
        const BibItem& item = study.reports.front();
        std::string reference = *item.title + ".";
        if (item.container_title) reference += " " + *item.container_title;
        if (item.issued) reference += fmt::format(" {}", item.issued->year);
        if (item.doi) reference += " · doi:" + *item.doi;
        if (item.pmid) reference += " · PMID " + *item.pmid;
        out += wrapped(reference, page, 2);
    }
    for (const StudyResult& result : study.results) out += wrapped(result_line(result), page, 2);
    for (const ToldResult& told : row.told) out += wrapped(told_line(told), page, 2);
    for (const DesignAssertion& assertion : study.designs) {
        out +=
            wrapped(fmt::format("{} says the {}: {}", in_words(assertion.design), in_words(assertion.source), assertion.by),
                    page, 2);
    }
    for (const std::string& finding : row.findings) out += "  " + toned("! " + finding, Tone::warning, page) + "\n";
    const std::string_view place = row.origin == StudyOrigin::imported
                                       ? "in the library of imported records, cited by no article here: counts for nothing"
                                       : "in the catalogue, cited by no article here";
    out += wrapped(row.articles.empty() ? std::string(place)
                                        : fmt::format("cited by {} in {}", counted(row.cited_by.size(), "claim", "claims"),
                                                      counted(row.articles.size(), "article", "articles")),
                   page, 2);
    return out + "  " + toned(study.id, Tone::dim, page) + "\n";
}

}  // namespace

std::string list_text(const std::vector<ClaimRow>& rows, const Page& page) {
    std::string out;
    for (const ClaimRow& row : rows) out += claim_block(row, page);
    return out;
}

std::string list_text(const std::vector<StudyRow>& rows, const Page& page) {
    std::string out;
    for (const StudyRow& row : rows) out += (out.empty() ? "" : "\n") + study_block(row, page);
    return out;
}

std::string list_text(const std::vector<ArticleRow>& rows, const Page& page) {
    std::vector<std::vector<std::string>> cells;
    for (const ArticleRow& row : rows) {
        cells.push_back({row.name.id, row.name.title, row.published.value_or(""), in_words(row.name.source_type),
                         std::to_string(row.claims), std::to_string(row.cited), std::to_string(row.phantom),
                         std::to_string(row.references)});
    }
    return table({{"id"},
                  {"title"},
                  {"date"},
                  {"source"},
                  {"claims", Align::right},
                  {"cited", Align::right},
                  {"phantom", Align::right},
                  {"references", Align::right}},
                 cells, page);
}

std::string list_text(const std::vector<EntityRow>& rows, const Page& page) {
    std::vector<std::vector<std::string>> cells;
    for (const EntityRow& row : rows) {
        cells.push_back({row.entity.name, row.mesh.value_or(""), std::to_string(row.articles), std::to_string(row.claims),
                         row.partner ? fmt::format("{} ({})", row.partner->name, both_sides(row.support, row.oppose)) : ""});
    }
    return table({{"name"}, {"MeSH"}, {"articles", Align::right}, {"claims", Align::right}, {"strongest"}}, cells, page);
}

std::string list_text(const std::vector<Conflict>& rows, const Page& page) {
    std::string out;
    for (const Conflict& row : rows) {
        out += (out.empty() ? "" : "\n") +
               toned(fmt::format("{}: {}{}", row.treatment.name, row.what,
                                 row.inside_one_article ? " (inside one article)" : ""),
                     Tone::strong, page) +
               "\n";
        for (const ParameterRow& value : row.values) {
            out += wrapped(fmt::format("{}: “{}”", range_of(value.parameter), value.text), page, 2);
            out += "    " + toned(fmt::format("{}:{}", value.article.file, value.line), Tone::dim, page) + "\n";
        }
        for (const ClaimRow& claim : row.claims) out += claim_block(claim, page);
    }
    return out;
}

}  // namespace evigrade::render
