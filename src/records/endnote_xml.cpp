// EndNote's XML export, also written by Zotero, Mendeley, Bookends, Ovid.
#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "records/endnote.hpp"
#include "records/formats.hpp"
#include "records/normal.hpp"
#include "records/xml_stream.hpp"
#include "records/xml_tree.hpp"

namespace evigrade::records {
namespace {

using Node = pugi::xml_node;

constexpr std::array<RecordElement, 2> record_elements{{{"record", Events::one}, {"RECORD", Events::one}}};
constexpr std::array<std::string_view, 1> passed_over{"auth-address"};

struct Type {
    std::string_view name;
    ItemType type;
};
/// EndNote's reference types (Preferences, "Reference Types"), in lower case.
constexpr std::array<Type, 31> types{{
    {"journal article", ItemType::article_journal},
    {"electronic article", ItemType::article_journal},
    {"article in press", ItemType::article_journal},
    {"magazine article", ItemType::article_magazine},
    {"newspaper article", ItemType::article_newspaper},
    {"book", ItemType::book},
    {"edited book", ItemType::book},
    {"electronic book", ItemType::book},
    {"whole book", ItemType::book},
    {"book section", ItemType::chapter},
    {"electronic book section", ItemType::chapter},
    {"encyclopedia", ItemType::chapter},
    {"dictionary", ItemType::chapter},
    {"conference paper", ItemType::paper_conference},
    {"conference proceedings", ItemType::paper_conference},
    {"conference proceeding", ItemType::paper_conference},
    {"thesis", ItemType::thesis},
    {"report", ItemType::report},
    {"government document", ItemType::report},
    {"standard", ItemType::report},
    {"web page", ItemType::webpage},
    {"blog", ItemType::webpage},
    {"online multimedia", ItemType::webpage},
    {"patent", ItemType::patent},
    {"bill", ItemType::legislation},
    {"statute", ItemType::legislation},
    {"legal rule or regulation", ItemType::legislation},
    {"dataset", ItemType::dataset},
    {"online database", ItemType::dataset},
    {"computer program", ItemType::software},
    {"preprint", ItemType::article},
}};

/// The parts of a text that its writer separated by line ends, as the older EndNote does with keywords and names.
std::vector<std::string> texts_below(const Node& list, const char* name) {
    std::vector<std::string> out;
    for (const Node& one : list.children(name)) {
        if (auto text = said(text_of(one))) out.push_back(std::move(*text));
    }
    return out;
}

/// A name that ends in a comma is an organisation's: EndNote's own convention.
Name name_of(const std::string& text) {
    return text.ends_with(',') ? organisation(std::string_view(text).substr(0, text.size() - 1)) : person_of(text);
}

void take_people(const Node& record, BibItem& item) {
    const Node people = record.child("contributors");
    for (const auto& name : texts_below(people.child("authors"), "author")) item.authors.push_back(name_of(name));
    for (const auto& name : texts_below(people.child("secondary-authors"), "author")) item.editors.push_back(name_of(name));
}

std::optional<std::string> first_said(const Node& record, std::initializer_list<std::initializer_list<const char*>> paths) {
    for (const auto& path : paths) {
        if (auto text = said_at(record, path)) return text;
    }
    return std::nullopt;
}

void take_where(const Node& record, BibItem& item) {
    // The full title stands in "periodical" where EndNote knows the journal, in "secondary-title" where it does not.
    const bool book = item.type == ItemType::book || item.type == ItemType::report || item.type == ItemType::thesis;
    if (!book)
        item.container_title = first_said(record, {{"periodical", "full-title"},
                                                   {"titles", "secondary-title"},
                                                   {"titles", "alt-title"},
                                                   {"alt-periodical", "full-title"}});
    item.volume = said_at(record, {"volume"});
    item.issue = said_at(record, {"number"});
    if (!item.issue) item.issue = said_at(record, {"issue"});
    item.page = pages_of(text_of(record.child("pages")));
    item.edition = said_at(record, {"edition"});
    item.publisher = said_at(record, {"publisher"});
    item.publisher_place = said_at(record, {"pub-location"});
    const auto number = said_at(record, {"isbn"});
    (item.type == ItemType::book || item.type == ItemType::chapter ? item.isbn : item.issn) = number;
    const std::string day = text_of(at(record, {"dates", "pub-dates", "date"}));
    item.issued = date_of(text_of(at(record, {"dates", "year"})) + ' ' + day);
    if (!item.issued) item.issued = date_of(day);
}

void take_identifiers(const Node& record, BibItem& item) {
    item.doi = doi_of(text_of(record.child("electronic-resource-num")));
    for (const auto& url : texts_below(at(record, {"urls", "related-urls"}), "url")) {
        if (!item.doi && url.find("doi.org/") != std::string::npos) item.doi = doi_of(url);
        if (!item.pmid && url.find("pubmed") != std::string::npos) item.pmid = pmid_of(url);
        if (!item.url) item.url = url;
    }
    if (!item.url) item.url = said_at(record, {"urls", "web-urls", "url"});
    const std::string provider =
        text_of(record.child("remote-database-name")) + text_of(record.child("remote-database-provider"));
    const std::string accession = text_of(record.child("accession-num"));
    const bool medline = lower(provider).find("medline") != std::string::npos || provider.find("NLM") != std::string::npos ||
                         lower(provider).find("pubmed") != std::string::npos;
    const bool digits = std::all_of(accession.begin(), accession.end(), is_ascii_digit);
    // PubMed's number where the database says so, or where nothing else is as short.
    if (!item.pmid && (medline || (provider.empty() && digits && accession.size() <= 8 && accession.size() >= 6)))
        item.pmid = pmid_of(accession);
    item.pmcid = pmcid_of(text_of(record.child("custom2")).starts_with("PMC") ? text_of(record.child("custom2")) : "");
}

BibRecord record_of(const Node& node) {
    BibRecord record;
    BibItem& item = record.item;
    const Node type = node.child("ref-type");
    const std::string_view named = type.attribute("name").value();
    item.type = type_of_endnote(named.empty() ? text_of(type) : std::string(named));
    item.title = title_of(text_of(at(node, {"titles", "title"})));
    take_people(node, item);
    take_where(node, item);
    take_identifiers(node, item);
    record.keywords = texts_below(node.child("keywords"), "keyword");
    record.abstract = said_at(node, {"abstract"});
    record.language = said_at(node, {"language"});
    record.key = first_said(node, {{"label"}, {"rec-number"}});
    if (auto kind = said_at(node, {"work-type"})) record.publication_types.push_back(std::move(*kind));
    return record;
}

}  // namespace

ItemType type_of_endnote(std::string_view name) {
    const std::string low = lower(trim(name));
    const auto* const found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.name == low; });
    return found == types.end() ? ItemType::document : found->type;
}

Status read_endnote_xml(Source& in, Sink& sink) {
    return read_xml(in, sink, {record_elements, passed_over}, [&](const Node& element, Spot spot) -> Status {
        BibRecord record = record_of(element);
        if (says_something(record)) {
            sink.record(std::move(record), spot);
        } else {
            sink.bad("the record has neither a title nor an identifier", spot);
        }
        return done();
    });
}

}  // namespace evigrade::records
