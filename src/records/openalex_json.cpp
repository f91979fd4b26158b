// OpenAlex works: https://docs.openalex.org/api-entities/works/work-object
#include <map>

#include "evigrade/base/text.hpp"
#include "records/csl_json.hpp"
#include "records/formats.hpp"
#include "records/json_values.hpp"
#include "records/normal.hpp"
#include "records/types.hpp"

namespace evigrade::records {
namespace {

std::optional<std::string> some(const Json& object, std::initializer_list<std::string_view> path) {
    return said_in(member(object, path));
}

/// {"word": [places]} -> the words in their order.
std::optional<std::string> abstract_of(const Json& index) {
    if (!index.is_object()) return std::nullopt;
    std::map<std::size_t, std::string_view> words;
    for (const auto& [word, places] : index.items()) {
        for (const Json& place : list_in(places)) {
            if (place.is_number_unsigned()) words.emplace(place.get<std::size_t>(), word);
        }
    }
    std::string out;
    for (const auto& [place, word] : words) (out += ' ') += word;
    return plain(out);
}

/// OpenAlex calls whatever stands in a journal an article; its source says what else it is.
ItemType type_in(const Json& object) {
    const std::string source = some(object, {"primary_location", "source", "type"}).value_or("");
    const std::string type = some(object, {"type"}).value_or("");
    if (type == "article" || type == "review") {
        const auto crossref = type_of(some(object, {"type_crossref"}).value_or(""));
        if (source == "repository" || crossref == ItemType::article) return ItemType::article;
        return source == "conference" || crossref == ItemType::paper_conference ? ItemType::paper_conference
                                                                                : ItemType::article_journal;
    }
    return type_of(type).value_or(ItemType::document);
}

void take_authors(const Json& object, BibItem& item) {
    for (const Json& one : list_in(member(object, "authorships"))) {
        auto name = some(one, {"author", "display_name"});
        if (!name) name = some(one, {"raw_author_name"});
        if (name) item.authors.push_back(person_of(*name));
    }
}

void take_subjects(const Json& object, BibRecord& record) {
    for (const Json& one : list_in(member(object, "mesh"))) {
        auto name = some(one, {"descriptor_name"});
        const bool again = name && !record.mesh.empty() && record.mesh.back() == *name;  // once for each qualifier
        if (name && !again) record.mesh.push_back(std::move(*name));
    }
    for (const Json& one : list_in(member(object, "keywords"))) {
        auto word = some(one, {"display_name"});
        if (!word) word = one.is_string() ? said_in(one) : some(one, {"keyword"});
        if (word) record.keywords.push_back(std::move(*word));
    }
}

BibRecord record_of(const Json& object) {
    BibRecord record;
    BibItem& item = record.item;
    item.type = type_in(object);
    item.title = title_of(some(object, {"title"}).value_or(some(object, {"display_name"}).value_or("")));
    take_authors(object, item);
    // What holds a book is a publisher's shop ("Springer eBooks"), which is no container of it.
    if (item.type != ItemType::book)
        item.container_title = plain(some(object, {"primary_location", "source", "display_name"}).value_or(""));
    item.issn = some(object, {"primary_location", "source", "issn_l"});
    item.publisher = some(object, {"primary_location", "source", "host_organization_name"});
    item.issued = date_in(member(object, "publication_date"));
    if (!item.issued) item.issued = date_in(member(object, "publication_year"));
    item.volume = some(object, {"biblio", "volume"});
    item.issue = some(object, {"biblio", "issue"});
    item.page =
        pages_of(some(object, {"biblio", "first_page"}).value_or(""), some(object, {"biblio", "last_page"}).value_or(""));
    item.doi = doi_of(some(object, {"doi"}).value_or(some(object, {"ids", "doi"}).value_or("")));
    item.pmid = pmid_of(some(object, {"ids", "pmid"}).value_or(""));
    item.pmcid = pmcid_of(some(object, {"ids", "pmcid"}).value_or(""));
    item.url = some(object, {"primary_location", "landing_page_url"});
    record.key = some(object, {"id"});
    record.language = some(object, {"language"});
    record.abstract = abstract_of(member(object, "abstract_inverted_index"));
    if (auto type = some(object, {"type"})) record.publication_types.push_back(std::move(*type));
    take_subjects(object, record);
    // "is_retracted" is also set on the notices, which are not retracted themselves.
    const bool notice =
        starts_with_ignoring_case(item.title.value_or(""), "retraction") || some(object, {"type"}) == "retraction";
    if (is_true(member(object, "is_retracted")) && !notice) record.state = EditorialState::retracted;
    return record;
}

}  // namespace

Status read_openalex_json(Source& in, Sink& sink) {
    return read_json(in, sink, [&](const Json& object, Spot spot) { return put(object, record_of(object), sink, spot); });
}

}  // namespace evigrade::records
