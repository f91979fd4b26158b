// PubMed's XML: efetch answers, the yearly baseline, update files. NLM's description of its elements:
// https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html
#include <array>

#include "evigrade/base/text.hpp"
#include "records/formats.hpp"
#include "records/normal.hpp"
#include "records/pubmed.hpp"
#include "records/xml_stream.hpp"
#include "records/xml_tree.hpp"

namespace evigrade::records {
namespace {

using Node = pugi::xml_node;

constexpr std::array<RecordElement, 7> record_elements{{
    {"PubmedArticle", Events::one},
    {"PubmedBookArticle", Events::one},
    {"MedlineCitation", Events::one},
    {"BookDocument", Events::one},
    {"DeleteCitation", Events::several},
    {"DeleteDocument", Events::several},
    {"ERROR", Events::several},
}};
constexpr std::array<std::string_view, 3> passed_over{"Sections", "GrantList", "InvestigatorList"};

Name author(const Node& node) {
    if (auto collective = said_at(node, {"CollectiveName"})) return organisation(*collective);
    std::string given = text_of(node.child("ForeName"));
    if (given.empty()) given = text_of(node.child("FirstName"));
    if (given.empty()) given = text_of(node.child("Initials"));
    return person(text_of(node.child("LastName")), given, text_of(node.child("Suffix")));
}

void take_authors(const Node& list, BibItem& item) {
    const bool editors = std::string_view(list.attribute("Type").value()) == "editors";
    for (const Node& node : list.children("Author")) {
        if (std::string_view(node.attribute("ValidYN").value()) == "N") continue;  // a spelling that was corrected
        Name name = author(node);
        if (name.family || name.literal) (editors ? item.editors : item.authors).push_back(std::move(name));
    }
    if (std::string_view(list.attribute("CompleteYN").value()) == "N") item.et_al = true;
}

std::optional<Date> date(const Node& node) {
    if (auto words = said_at(node, {"MedlineDate"})) return date_of(*words);
    return date_of(text_of(node.child("Year")), text_of(node.child("Month")), text_of(node.child("Day")));
}

/// "AIMS: ...", one paragraph a section.
std::optional<std::string> abstract_text(const Node& abstract) {
    std::string out;
    for (const Node& part : abstract.children("AbstractText")) {
        const std::string text = text_of(part);
        if (text.empty()) continue;
        const std::string_view label = part.attribute("Label").value();
        out += (out.empty() ? "" : "\n") + (label.empty() ? "" : std::string(label) + ": ") + text;
    }
    return out.empty() ? std::nullopt : std::optional(out);
}

void take_id(std::string_view type, const std::string& id, BibItem& item) {
    if (type == "doi" && !item.doi) item.doi = doi_of(id);
    if (type == "pmc" && !item.pmcid) item.pmcid = pmcid_of(id);
    if ((type == "pubmed" || type == "pmid") && !item.pmid) item.pmid = pmid_of(id);
}

void take_ids(const Node& list, BibItem& item) {
    for (const Node& id : list.children("ArticleId")) take_id(id.attribute("IdType").value(), text_of(id), item);
}

/// A publisher's number that can be cited as a page: "e1000097", but not "S0140-6736(10)60175-4".
bool is_locator(std::string_view pii) {
    return pii.size() <= 12 && pii.find_first_of("().:") == std::string_view::npos && !starts_with_ignoring_case(pii, "S0");
}

void take_pages(const Node& article, BibItem& item) {
    const Node pagination = article.child("Pagination");
    item.page = pages_of(text_of(pagination.child("MedlinePgn")));
    if (!item.page) item.page = pages_of(text_of(pagination.child("StartPage")), text_of(pagination.child("EndPage")));
    for (const Node& id : article.children("ELocationID")) {
        const std::string_view type = id.attribute("EIdType").value();
        if (std::string_view(id.attribute("ValidYN").value()) == "N") continue;
        take_id(type, text_of(id), item);
        if (type == "pii" && !item.page && is_locator(text_of(id))) item.page = said(text_of(id));
    }
}

/// "Lancet (London, England)" -> "Lancet": the place is the catalogue's, not the journal's.
std::optional<std::string> without_place(std::optional<std::string> title) {
    if (!title || !title->ends_with(')')) return title;
    const std::size_t open = title->rfind(" (");
    return open == std::string::npos ? title : said(title->substr(0, open));
}

void take_journal(const Node& article, BibItem& item) {
    const Node journal = article.child("Journal");
    const Node issue = journal.child("JournalIssue");
    item.container_title = without_place(title_of(text_of(journal.child("Title"))));
    if (!item.container_title) item.container_title = said_at(journal, {"ISOAbbreviation"});
    item.issn = said_at(journal, {"ISSN"});
    item.volume = said_at(issue, {"Volume"});
    item.issue = said_at(issue, {"Issue"});
    item.issued = date(issue.child("PubDate"));
    if (!item.issued) item.issued = date(article.child("ArticleDate"));
}

void take_trials(const Node& article, BibRecord& record) {
    for (const Node& bank : article.child("DataBankList").children("DataBank")) {
        for (const Node& number : bank.child("AccessionNumberList").children("AccessionNumber")) {
            if (is_trial_number(text_of(number))) record.trials.push_back(text_of(number));
        }
    }
    if (record.trials.empty() && record.abstract) {
        if (auto trial = trial_in(*record.abstract)) record.trials.push_back(std::move(*trial));
    }
}

void take_subjects(const Node& citation, BibRecord& record) {
    for (const Node& heading : citation.child("MeshHeadingList").children("MeshHeading")) {
        if (auto name = said_at(heading, {"DescriptorName"})) record.mesh.push_back(std::move(*name));
    }
    for (const Node& list : citation.children("KeywordList")) {
        for (const Node& keyword : list.children("Keyword")) {
            if (auto word = said(text_of(keyword))) record.keywords.push_back(std::move(*word));
        }
    }
}

/// Corrections, and the works cited where they stand among them (records before 2018).
void take_corrections(const Node& citation, BibRecord& record) {
    for (const Node& node : citation.child("CommentsCorrectionsList").children("CommentsCorrections")) {
        const std::string source = text_of(node.child("RefSource"));
        const auto pmid = pmid_of(text_of(node.child("PMID")));
        const std::string_view type = node.attribute("RefType").value();
        if (type == "Cites") {
            BibItem item = cited_as(source);
            item.pmid = pmid;
            record.references.push_back(std::move(item));
        } else {
            add_relation(type, source, pmid, record);
        }
    }
}

void take_references(const Node& list, BibRecord& record, int depth) {
    if (depth > 5) return;
    for (const Node& node : list.children("Reference")) {
        BibItem item = cited_as(text_of(node.child("Citation")));
        take_ids(node.child("ArticleIdList"), item);
        record.references.push_back(std::move(item));
    }
    for (const Node& inner : list.children("ReferenceList")) take_references(inner, record, depth + 1);
}

void take_types(const Node& parent, BibRecord& record) {
    for (const Node& type : parent.children("PublicationType")) {
        if (auto name = said(text_of(type))) record.publication_types.push_back(std::move(*name));
    }
}

void read_article(const Node& citation, const Node& data, BibRecord& record) {
    const Node article = citation.child("Article");
    BibItem& item = record.item;
    item.pmid = pmid_of(text_of(citation.child("PMID")));
    item.title = title_of(text_of(article.child("ArticleTitle")));
    if (!item.title || equals_ignoring_case(*item.title, "Not Available"))
        item.title = title_of(text_of(article.child("VernacularTitle")));
    take_types(article.child("PublicationTypeList"), record);
    item.type = is_preprint(record) ? ItemType::article : ItemType::article_journal;
    for (const Node& list : article.children("AuthorList")) take_authors(list, item);
    take_journal(article, item);
    take_pages(article, item);
    take_ids(data.child("ArticleIdList"), item);
    record.abstract = abstract_text(article.child("Abstract"));
    record.language = said_at(article, {"Language"});
    take_trials(article, record);
    take_subjects(citation, record);
    for (const Node& list : data.children("ReferenceList")) take_references(list, record, 0);
    const bool listed = !record.references.empty();
    const std::size_t count = record.references.size();
    take_corrections(citation, record);
    if (listed) record.references.resize(count);  // both lists hold the same works
    settle_state(record);
}

void read_book(const Node& document, const Node& data, BibRecord& record) {
    const Node book = document.child("Book");
    BibItem& item = record.item;
    item.pmid = pmid_of(text_of(document.child("PMID")));
    item.title = title_of(text_of(document.child("ArticleTitle")));
    auto whole = title_of(text_of(book.child("BookTitle")));
    item.type = item.title ? ItemType::chapter : ItemType::book;
    (item.title ? item.container_title : item.title) = std::move(whole);
    for (const Node& list : document.children("AuthorList")) take_authors(list, item);
    if (item.authors.empty()) {
        for (const Node& list : book.children("AuthorList")) take_authors(list, item);
    }
    item.issued = date(book.child("PubDate"));
    if (!item.issued) item.issued = date(document.child("ContributionDate"));
    item.publisher = said_at(book, {"Publisher", "PublisherName"});
    item.publisher_place = said_at(book, {"Publisher", "PublisherLocation"});
    item.isbn = said_at(book, {"Isbn"});
    item.edition = said_at(book, {"Edition"});
    item.volume = said_at(book, {"Volume"});
    item.page = pages_of(text_of(document.child("Pagination").child("MedlinePgn")));
    for (const Node& id : book.children("ELocationID")) take_id(id.attribute("EIdType").value(), text_of(id), item);
    take_ids(document.child("ArticleIdList"), item);
    take_ids(data.child("ArticleIdList"), item);
    take_types(document, record);
    record.abstract = abstract_text(document.child("Abstract"));
    record.language = said_at(document, {"Language"});
    for (const Node& list : document.children("ReferenceList")) take_references(list, record, 0);
    take_subjects(document, record);
}

BibRecord record_of(const Node& element) {
    BibRecord record;
    const std::string_view name = element.name();
    if (name == "PubmedArticle") read_article(element.child("MedlineCitation"), element.child("PubmedData"), record);
    if (name == "MedlineCitation") read_article(element, {}, record);
    if (name == "PubmedBookArticle") read_book(element.child("BookDocument"), element.child("PubmedBookData"), record);
    if (name == "BookDocument") read_book(element, {}, record);
    return record;
}

}  // namespace

Status read_pubmed_xml(Source& in, Sink& sink) {
    return read_xml(in, sink, {record_elements, passed_over}, [&](const Node& element, Spot spot) -> Status {
        const std::string_view name = element.name();
        if (name == "ERROR")
            return Error{Failure::unreadable_input, "this is an error message of NCBI, not records: " + text_of(element), "",
                         "ask for the records again"};
        if (name.starts_with("Delete")) {
            for (const Node& pmid : element.children("PMID")) {
                if (const auto number = pmid_of(text_of(pmid))) sink.deleted(*number, spot);
            }
            return done();
        }
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
