#include "catalog/record_links.hpp"

#include <algorithm>

#include "catalog/fields.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

bool same(const std::optional<std::string>& a, const std::optional<std::string>& b) {
    return a && b && equals_ignoring_case(*a, *b);
}

bool differ(const std::optional<std::string>& a, const std::optional<std::string>& b) {
    return a && b && !equals_ignoring_case(*a, *b);
}

bool has_type(const BibRecord& record, std::string_view type) {
    return std::any_of(record.publication_types.begin(), record.publication_types.end(),
                       [&](const std::string& own) { return fold(own) == type; });
}

}  // namespace

bool names(const Relation& relation, const BibItem& item) {
    return same(relation.doi, item.doi) || same(relation.pmid, item.pmid);
}

bool share_identifier(const BibItem& a, const BibItem& b) {
    return same(a.doi, b.doi) || same(a.pmid, b.pmid) || same(a.pmcid, b.pmcid);
}

bool conflict_in_identifier(const BibItem& a, const BibItem& b) {
    return differ(a.doi, b.doi) || differ(a.pmid, b.pmid) || differ(a.pmcid, b.pmcid);
}

Forms::Forms(const Data& data) {
    const Table rows(data.find("catalog/preprint_servers.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        auto& list = rows.at(row, "kind") == "doi" ? dois_ : containers_;
        list.emplace_back(rows.at(row, "value"));
    }
}

Form Forms::of(const BibRecord& record) const {
    const BibItem& item = record.item;
    const std::string doi = lower(item.doi.value_or(""));
    const std::string container = fold(item.container_title.value_or(item.publisher.value_or("")));
    const bool on_a_server =
        std::any_of(dois_.begin(), dois_.end(), [&](const std::string& begin) { return doi.starts_with(begin); }) ||
        std::any_of(containers_.begin(), containers_.end(),
                    [&](const std::string& name) { return container == name || container.starts_with(name + " "); });
    if (on_a_server || item.type == ItemType::article || has_type(record, "preprint")) return Form::preprint;
    const bool abstract = has_type(record, "meeting abstract") || has_type(record, "conference abstract");
    if (abstract || item.type == ItemType::paper_conference) return Form::conference_abstract;
    return Form::article;
}

}  // namespace evigrade::catalog
