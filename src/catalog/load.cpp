// The tables of data/catalog as studies.
#include <algorithm>
#include <charconv>
#include <map>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"

namespace evigrade::catalog {
namespace {

Table table(const Data& data, std::string_view name) {
    return Table(data.find(name).value_or(std::string_view()));
}

std::optional<std::string> text(std::string_view cell) {
    if (cell.empty()) return std::nullopt;
    return std::string(cell);
}

template <class Integer>
std::optional<Integer> number(std::string_view cell) {
    Integer value = 0;
    const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || parsed.ec != std::errc()) return std::nullopt;
    return value;
}

template <class E>
E word(std::string_view cell, E otherwise) {
    return from_text<E>(cell).value_or(otherwise);
}

/// "Family, Given|Family, Given|An Organisation"; a particle stands before the family: "van der Berg, A".
std::vector<Name> names(std::string_view cell) {
    std::vector<Name> out;
    for (const auto part : split(cell, '|')) {
        Name name;
        const std::size_t comma = part.find(',');
        if (comma == std::string_view::npos) {
            name.literal = std::string(part);
        } else {
            name.family = std::string(trim(part.substr(0, comma)));
            name.given = text(trim(part.substr(comma + 1)));
        }
        out.push_back(std::move(name));
    }
    return out;
}

std::vector<std::string> list(std::string_view cell) {
    std::vector<std::string> out;
    for (const auto part : split(cell, '|')) out.emplace_back(part);
    return out;
}

BibItem report(const Table& rows, std::size_t row) {
    BibItem item;
    item.type = word(rows.at(row, "type"), ItemType::article_journal);
    item.authors = names(rows.at(row, "authors"));
    if (const auto year = number<int>(rows.at(row, "year"))) item.issued = Date{*year, std::nullopt, std::nullopt};
    item.title = text(rows.at(row, "title"));
    item.container_title = text(rows.at(row, "container"));
    item.volume = text(rows.at(row, "volume"));
    item.issue = text(rows.at(row, "issue"));
    item.page = text(rows.at(row, "page"));
    if (const auto doi = text(rows.at(row, "doi"))) item.doi = lower(*doi);
    item.pmid = text(rows.at(row, "pmid"));
    item.publisher = text(rows.at(row, "publisher"));
    return item;
}

Study study(const Table& rows, std::size_t row) {
    Study out;
    out.id = std::string(rows.at(row, "id"));
    out.label = std::string(rows.at(row, "label"));
    const auto by = rows.at(row, "design_by");
    out.designs.push_back({word(rows.at(row, "design"), Design::unknown),
                           word(rows.at(row, "design_from"), DesignSource::unknown), std::string(by)});
    out.participants = number<std::uint32_t>(rows.at(row, "participants"));
    out.smallest_arm = number<std::uint32_t>(rows.at(row, "smallest_arm"));
    out.allocation = word(rows.at(row, "allocation"), Allocation::unknown);
    const auto bias = rows.at(row, "risk_of_bias");
    out.risk_of_bias = bias == "yes" || bias == "high" || bias == "1" || bias == "true";
    out.year = number<int>(rows.at(row, "year"));
    out.state = word(rows.at(row, "state"), EditorialState::unknown);
    out.state_date = text(rows.at(row, "state_date"));
    out.state_source = text(rows.at(row, "state_source"));
    const auto covers = rows.at(row, "covers");
    if (!covers.empty()) out.covers = covers == "-" ? std::vector<std::string>() : list(covers);
    out.reviews = from_text<Design>(rows.at(row, "reviews"));
    out.feature = word(rows.at(row, "feature"), DesignFeature::none);
    out.reports.push_back(report(rows, row));
    out.source = std::string(rows.at(row, "source"));
    return out;
}

using Studies = std::map<std::string, Study, std::less<>>;

void add_results(Studies& studies, const Table& rows) {
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto found = studies.find(rows.at(row, "study"));
        const auto direction = from_text<StudyResultDirection>(rows.at(row, "direction"));
        if (found == studies.end() || !direction) continue;
        found->second.results.push_back({std::string(rows.at(row, "treatment")), std::string(rows.at(row, "condition")),
                                         *direction, word(rows.at(row, "outcome_kind"), OutcomeKind::unknown),
                                         text(rows.at(row, "outcome")), text(rows.at(row, "comparator")),
                                         text(rows.at(row, "effect")), std::string(rows.at(row, "summary"))});
    }
}

void add_relays(Studies& studies, const Table& rows) {
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto found = studies.find(rows.at(row, "study"));
        if (found == studies.end()) continue;
        found->second.relays.push_back({std::string(rows.at(row, "relays")), std::string(rows.at(row, "treatment")),
                                        std::string(rows.at(row, "condition"))});
    }
}

/// Other people's words for a design stand behind the record's own, best asserter first.
void add_assertions(Studies& studies, const Table& rows) {
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto found = studies.find(rows.at(row, "study"));
        const auto design = from_text<Design>(rows.at(row, "design"));
        if (found == studies.end() || !design) continue;
        auto& designs = found->second.designs;
        designs.push_back({*design, word(rows.at(row, "by_kind"), DesignSource::unknown), std::string(rows.at(row, "by"))});
        std::stable_sort(designs.begin(), designs.end(),
                         [](const DesignAssertion& a, const DesignAssertion& b) { return a.source < b.source; });
    }
}

constexpr std::string_view tables[] = {"catalog/studies.tsv",    "catalog/results.tsv",       "catalog/relays.tsv",
                                       "catalog/assertions.tsv", "catalog/title_designs.tsv", "catalog/title_facts.tsv"};

}  // namespace

std::vector<Study> load(const Data& data) {
    Studies studies;
    const Table rows = table(data, "catalog/studies.tsv");
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        Study next = study(rows, row);
        if (!next.id.empty()) studies.insert_or_assign(next.id, std::move(next));
    }
    add_results(studies, table(data, "catalog/results.tsv"));
    add_relays(studies, table(data, "catalog/relays.tsv"));
    add_assertions(studies, table(data, "catalog/assertions.tsv"));
    std::vector<Study> out;
    for (auto& entry : studies) out.push_back(std::move(entry.second));
    return out;
}

std::string fingerprint(const Data& data) {
    std::string all;
    for (const auto name : tables) all.append(data.find(name).value_or(std::string_view())).push_back('\0');
    return content_id(all);
}

TitleDesigns::TitleDesigns(const Data& data) {
    const auto cue_of = [](const Table& rows, std::size_t row) { return " " + fold(rows.at(row, "cue")) + " "; };
    const Table designs = table(data, "catalog/title_designs.tsv");
    for (std::size_t row = 0; row < designs.rows(); ++row) {
        if (const auto design = from_text<Design>(designs.at(row, "design")))
            cues_.emplace_back(cue_of(designs, row), *design);
    }
    const Table facts = table(data, "catalog/title_facts.tsv");
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        const auto says = facts.at(row, "says");
        const auto value = facts.at(row, "value");
        const auto included = from_text<Design>(value);
        const auto feature = from_text<DesignFeature>(value);
        if (says == "reviews" && included) included_.emplace_back(cue_of(facts, row), *included);
        if (says == "feature" && feature) features_.emplace_back(cue_of(facts, row), *feature);
    }
}

namespace {

template <class Value>
std::optional<Value> first_cue(const std::vector<std::pair<std::string, Value>>& cues, std::string_view title) {
    const std::string folded = " " + fold(title) + " ";
    for (const auto& [cue, value] : cues) {
        if (folded.find(cue) != std::string::npos) return value;
    }
    return std::nullopt;
}

}  // namespace

Design TitleDesigns::of(std::string_view title) const {
    return first_cue(cues_, title).value_or(Design::unknown);
}

void TitleDesigns::add_facts(std::string_view title, Study& study) const {
    const Design design = study.design();
    const bool pools = design == Design::systematic_review || design == Design::meta_analysis;
    if (pools && !study.reviews) study.reviews = first_cue(included_, title);
    if (study.feature == DesignFeature::none) study.feature = first_cue(features_, title).value_or(DesignFeature::none);
}

}  // namespace evigrade::catalog
