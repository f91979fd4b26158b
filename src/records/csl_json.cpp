// CSL-JSON, and the parts of it that Crossref's JSON shares.
#include "records/csl_json.hpp"

#include "evigrade/base/text.hpp"
#include "records/formats.hpp"
#include "records/json_values.hpp"
#include "records/normal.hpp"
#include "records/types.hpp"

namespace evigrade::records {
namespace {

std::optional<std::string> some(const Json& object, std::string_view key) {
    return said_in(member(object, key));
}

Name name_in(const Json& value) {
    if (value.is_string()) return person_of(value.get_ref<const std::string&>());
    for (const std::string_view key : {"literal", "name"}) {
        if (const auto whole = plain(some(value, key).value_or(""))) return organisation(*whole);
    }
    const auto family = plain(some(value, "family").value_or(""));
    const auto given = plain(some(value, "given").value_or(""));
    Name name = person(family.value_or(""), given.value_or(""), some(value, "suffix").value_or(""));
    if (auto particle = some(value, "non-dropping-particle")) name.particle = std::move(particle);
    if (auto dropping = some(value, "dropping-particle")) name.given = said(name.given.value_or("") + ' ' + *dropping);
    return name;
}

/// Crossref keeps title and subtitle apart.
std::optional<std::string> whole_title(const Json& object) {
    auto title = title_of(some(object, "title").value_or(""));
    const auto subtitle = title_of(some(object, "subtitle").value_or(""));
    if (title && subtitle && fold(*title).find(fold(*subtitle)) == std::string::npos) *title += ": " + *subtitle;
    return title;
}

void take_container(const Json& object, BibItem& item) {
    const auto containers = texts_in(member(object, "container-title"));
    if (containers.empty()) return;
    // Crossref gives a chapter's series first, then its book.
    item.container_title = plain(item.type == ItemType::chapter ? containers.back() : containers.front());
}

/// "PMID: 123 DOI: 10.1000/a": where Zotero keeps what its types have no field for.
void take_note(const std::string& note, BibItem& item) {
    const auto behind = [&](std::string_view label) {
        const std::size_t at = note.find(label);
        if (at == std::string::npos || (at > 0 && note[at - 1] != ' ')) return std::string();
        return note.substr(at + label.size(), note.find(' ', at + label.size()) - at - label.size());
    };
    if (!item.doi) item.doi = doi_of(behind("DOI: "));
    if (!item.pmid) item.pmid = pmid_of(behind("PMID: "));
    if (!item.pmcid) item.pmcid = pmcid_of(behind("PMCID: "));
}

/// The year that is printed is the year that is cited.
std::optional<Date> issued(const Json& object) {
    for (const std::string_view key : {"published-print", "issued", "published", "published-online", "posted"}) {
        if (auto date = date_in(member(object, key))) return date;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Name> names_in(const Json& list) {
    std::vector<Name> names;
    for (const Json& one : list_in(list)) {
        Name name = name_in(one);
        if (name.family || name.literal) names.push_back(std::move(name));
    }
    return names;
}

BibRecord record_of_csl(const Json& object) {
    BibRecord record;
    BibItem& item = record.item;
    item.type = type_of(some(object, "type").value_or("")).value_or(ItemType::document);
    item.title = whole_title(object);
    item.authors = names_in(member(object, "author"));
    item.editors = names_in(member(object, "editor"));
    take_container(object, item);
    item.issued = issued(object);
    item.publisher = plain(some(object, "publisher").value_or(""));
    item.publisher_place = some(object, "publisher-place");
    if (!item.publisher_place) item.publisher_place = some(object, "publisher-location");
    item.edition = some(object, "edition");
    if (!item.edition) item.edition = some(object, "edition-number");
    item.volume = some(object, "volume");
    item.issue = some(object, "issue");
    item.page = pages_of(some(object, "page").value_or(""));
    if (!item.page) item.page = some(object, "article-number");
    item.doi = doi_of(some(object, "DOI").value_or(""));
    item.pmid = pmid_of(some(object, "PMID").value_or(""));
    item.pmcid = pmcid_of(some(object, "PMCID").value_or(""));
    take_note(some(object, "note").value_or(""), item);
    item.isbn = some(object, "ISBN");
    item.issn = some(object, "ISSN");
    item.url = some(object, "URL");
    record.abstract = plain(some(object, "abstract").value_or(""));
    record.language = some(object, "language");
    record.keywords = texts_in(member(object, "subject"));
    for (const auto& words : texts_in(member(object, "keyword"))) {
        for (const auto word : split(words, words.find(';') == std::string::npos ? ',' : ';'))
            record.keywords.emplace_back(word);
    }
    record.key = some(object, "id");
    if (!record.key) record.key = some(object, "citation-key");
    return record;
}

Status put(const Json& object, BibRecord record, Sink& sink, Spot spot) {
    const bool refused = some(object, "status") == "failed" || object.contains("errCode") || object.contains("errMsg") ||
                         (object.contains("error") && !says_something(record));
    if (refused)
        return Error{Failure::unreadable_input, "this is an error message of a service, not records", "",
                     "ask for the records again"};
    if (says_something(record)) {
        sink.record(std::move(record), spot);
    } else {
        sink.bad("the record has neither a title nor an identifier", spot);
    }
    return done();
}

Status read_csl_json(Source& in, Sink& sink) {
    return read_json(in, sink,
                     [&](const Json& object, Spot spot) { return put(object, record_of_csl(object), sink, spot); });
}

}  // namespace evigrade::records
