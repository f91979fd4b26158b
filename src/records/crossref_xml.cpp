// Crossref's UNIXREF: https://www.crossref.org/documentation/schema-library/xsd-schema-quick-reference/
#include <array>

#include "evigrade/base/text.hpp"
#include "records/formats.hpp"
#include "records/normal.hpp"
#include "records/xml_stream.hpp"
#include "records/xml_tree.hpp"

namespace evigrade::records {
namespace {

using Node = pugi::xml_node;

constexpr std::array<RecordElement, 3> record_elements{{
    {"doi_record", Events::one},
    {"crossref_result", Events::one},
    {"crossref", Events::one},
}};
constexpr std::array<std::string_view, 3> passed_over{"citation_list", "collection", "crossmark"};

/// The element that describes the work, the one that describes what holds it, and what kind of work it is.
struct Kind {
    const char* work;
    const char* whole;
    ItemType type;
};
/// The most particular first: a chapter stands inside a book.
constexpr std::array<Kind, 14> kinds{{
    {"journal_article", "journal", ItemType::article_journal},
    {"conference_paper", "conference", ItemType::paper_conference},
    {"content_item", "book", ItemType::chapter},
    {"content_item", "report-paper", ItemType::report},
    {"report-paper_metadata", "report-paper", ItemType::report},
    {"report-paper_series_metadata", "report-paper", ItemType::report},
    {"book_metadata", "book", ItemType::book},
    {"book_series_metadata", "book", ItemType::book},
    {"book_set_metadata", "book", ItemType::book},
    {"dissertation", "dissertation", ItemType::thesis},
    {"dataset", "database", ItemType::dataset},
    {"posted_content", "posted_content", ItemType::article},
    {"peer_review", "peer_review", ItemType::document},
    {"standard_metadata", "standard", ItemType::report},
}};

void take_people(const Node& work, BibItem& item) {
    const Node contributors = work.child("contributors");
    for (const Node& one : (contributors ? contributors : work).children()) {  // a thesis names its author alone
        const std::string_view role = one.attribute("contributor_role").value();
        if (role != "author" && role != "editor" && !role.empty()) continue;
        Name name;
        if (std::string_view(one.name()) == "person_name")
            name = person(text_of(one.child("surname")), text_of(one.child("given_name")), text_of(one.child("suffix")));
        if (std::string_view(one.name()) == "organization") name = organisation(text_of(one));
        if (name.family || name.literal) (role == "editor" ? item.editors : item.authors).push_back(std::move(name));
    }
}

std::optional<std::string> title(const Node& work) {
    auto out = title_of(text_of(work.child("titles").child("title")));
    const auto subtitle = title_of(text_of(work.child("titles").child("subtitle")));
    if (out && subtitle) *out += (out->ends_with(':') ? " " : ": ") + *subtitle;
    return out;
}

/// The printed date where there are several.
std::optional<Date> published(const Node& parent) {
    std::optional<Date> out;
    for (const char* name : {"publication_date", "posted_date", "approval_date"}) {
        for (const Node& node : parent.children(name)) {
            const bool print = std::string_view(node.attribute("media_type").value()) == "print";
            auto date = date_of(text_of(node.child("year")), text_of(node.child("month")), text_of(node.child("day")));
            if (date && (!out || print)) out = date;
        }
    }
    return out;
}

std::optional<std::string> first_said(const Node& node, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (auto text = said(text_of(find_below(node, name)))) return text;
    }
    return std::nullopt;
}

void take_whole(const Node& whole, ItemType type, BibItem& item) {
    if (type == ItemType::article_journal) item.container_title = first_said(whole, {"full_title", "abbrev_title"});
    if (type == ItemType::paper_conference)
        item.container_title = first_said(whole, {"proceedings_title", "conference_name"});
    if (type == ItemType::chapter) {
        for (const char* name : {"book_metadata", "book_series_metadata", "book_set_metadata"}) {
            if (const Node book = whole.child(name); book && !item.container_title) item.container_title = title(book);
        }
    }
    if (type == ItemType::article) {
        item.container_title = said_at(whole, {"institution", "institution_name"});
        if (!item.container_title) item.container_title = said_at(whole, {"group_title"});
    }
    const bool names_publisher = type != ItemType::article_journal;
    if (names_publisher) item.publisher = first_said(whole, {"publisher_name"});
    if (names_publisher) item.publisher_place = first_said(whole, {"publisher_place"});
    if (type == ItemType::thesis) item.publisher = said_at(whole, {"institution", "institution_name"});
    item.issn = first_said(whole, {"issn"});
    item.isbn = first_said(whole, {"isbn"});
    if (!item.issued) item.issued = published(find_below(whole, "journal_issue"));
    for (const char* name :
         {"proceedings_metadata", "proceedings_series_metadata", "book_metadata", "book_series_metadata"}) {
        if (!item.issued) item.issued = published(whole.child(name));
    }
}

void take_numbers(const Node& work, const Node& whole, BibItem& item) {
    const Node journal_issue = whole.child("journal_issue");
    item.volume = first_said(journal_issue ? journal_issue : whole, {"volume"});
    item.issue = said_at(journal_issue, {"issue"});
    item.edition = first_said(whole, {"edition_number"});
    item.page = pages_of(text_of(at(work, {"pages", "first_page"})), text_of(at(work, {"pages", "last_page"})));
    const Node publisher_item = work.child("publisher_item");
    for (const Node& number : publisher_item.children("item_number")) {
        if (!item.page &&
            std::string_view(number.attribute("item_number_type").value()).find("article") != std::string_view::npos)
            item.page = said(text_of(number));
    }
    item.doi = doi_of(text_of(at(work, {"doi_data", "doi"})));
    item.url = said_at(work, {"doi_data", "resource"});
}

BibRecord record_of(const Node& element) {
    BibRecord record;
    for (const Kind& kind : kinds) {
        const Node whole = find_below(element, kind.whole);
        const Node work = std::string_view(kind.work) == kind.whole ? whole : find_below(whole, kind.work);
        if (!work) continue;
        BibItem& item = record.item;
        item.type = kind.type;
        // Crossref's name for what is no preprint: posts of blogs.
        if (item.type == ItemType::article && std::string_view(work.attribute("type").value()) == "other")
            item.type = ItemType::webpage;
        item.title = title(work);
        take_people(work, item);
        item.issued = published(work);
        take_whole(whole, kind.type, item);
        take_numbers(work, whole, item);
        record.abstract = said_at(work, {"abstract"});
        record.language = said(work.attribute("language").value());
        record.key = item.doi;
        break;
    }
    return record;
}

}  // namespace

Status read_crossref_xml(Source& in, Sink& sink) {
    return read_xml(in, sink, {record_elements, passed_over}, [&](const Node& element, Spot spot) -> Status {
        BibRecord record = record_of(element);
        if (says_something(record)) {
            sink.record(std::move(record), spot);
        } else {
            const auto error = said(text_of(find_below(element, "error")));
            sink.bad(error ? "Crossref says: " + *error : "the record has neither a title nor an identifier", spot);
        }
        return done();
    });
}

}  // namespace evigrade::records
