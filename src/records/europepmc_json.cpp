// Europe PMC's search results as JSON: https://europepmc.org/RestfulWebService, result types lite and core.
#include "evigrade/base/text.hpp"
#include "records/csl_json.hpp"
#include "records/formats.hpp"
#include "records/json_values.hpp"
#include "records/normal.hpp"
#include "records/pubmed.hpp"

namespace evigrade::records {
namespace {

std::optional<std::string> some(const Json& object, std::initializer_list<std::string_view> path) {
    return said_in(member(object, path));
}

std::optional<std::string> either(std::optional<std::string> first, std::optional<std::string> second) {
    return first ? std::move(first) : std::move(second);
}

void take_authors(const Json& object, BibItem& item) {
    for (const Json& one : list_in(member(object, {"authorList", "author"}))) {
        if (auto whole = some(one, {"collectiveName"})) {
            item.authors.push_back(organisation(*whole));
        } else if (const auto family = some(one, {"lastName"})) {
            item.authors.push_back(person(*family, either(some(one, {"firstName"}), some(one, {"initials"})).value_or("")));
        }
    }
    if (!item.authors.empty()) return;
    // "Smith J, van der Berg AB, A Group."
    const std::string names = some(object, {"authorString"}).value_or("");
    for (auto name : split(names, ',')) {
        if (name.ends_with('.')) name.remove_suffix(1);
        const std::size_t blank = name.rfind(' ');
        const std::string_view last = blank == std::string_view::npos ? std::string_view{} : name.substr(blank + 1);
        const bool initials = !last.empty() && last.size() <= 4 && lower(last) != last && is_ascii_upper(last.back());
        item.authors.push_back(initials ? person(name.substr(0, blank), last) : organisation(name));
    }
}

void take_journal(const Json& object, BibItem& item) {
    const Json& info = member(object, "journalInfo");
    item.container_title = either(either(some(info, {"journal", "title"}), some(object, {"journalTitle"})),
                                  some(info, {"journal", "medlineAbbreviation"}));
    item.issn = either(some(info, {"journal", "issn"}), some(object, {"journalIssn"}));
    if (item.issn) item.issn = item.issn->substr(0, item.issn->find(';'));
    item.volume = either(some(info, {"volume"}), some(object, {"journalVolume"}));
    item.issue = either(some(info, {"issue"}), some(object, {"issue"}));
    const std::string year = either(some(info, {"yearOfPublication"}), some(object, {"pubYear"})).value_or("");
    item.issued = date_of(year, some(info, {"monthOfPublication"}).value_or(""), "");
    if (!item.issued) item.issued = date_in(member(object, "firstPublicationDate"));
}

void take_book(const Json& object, BibItem& item) {
    const Json& book = member(object, "bookOrReportDetails");
    if (!book.is_object()) return;
    item.publisher = some(book, {"publisher"});
    item.isbn = either(some(book, {"isbn13"}), some(book, {"isbn10"}));
    item.edition = some(book, {"edition"});
    if (!item.issued) item.issued = date_in(member(book, "yearOfPublication"));
}

void take_types(const Json& object, BibRecord& record) {
    record.publication_types = texts_in(member(object, {"pubTypeList", "pubType"}));
    if (record.publication_types.empty()) {
        for (const auto type : split(some(object, {"pubType"}).value_or(""), ';'))
            record.publication_types.emplace_back(type);
    }
    const std::string source = some(object, {"source"}).value_or("");
    if (source == "PPR" || is_preprint(record)) {
        record.item.type = ItemType::article;
    } else if (!record.item.container_title && member(object, "bookOrReportDetails").is_object()) {
        record.item.type = source == "NBK" ? ItemType::book : ItemType::report;
    } else {
        record.item.type = ItemType::article_journal;
    }
}

void take_corrections(const Json& object, BibRecord& record) {
    for (const Json& one : list_in(member(object, {"commentCorrectionList", "commentCorrection"}))) {
        const bool medline = some(one, {"source"}) == "MED";
        const auto pmid = medline ? pmid_of(some(one, {"id"}).value_or("")) : std::nullopt;
        add_relation(some(one, {"type"}).value_or(""), some(one, {"reference"}).value_or(""), pmid, record);
    }
}

BibRecord record_of(const Json& object) {
    BibRecord record;
    BibItem& item = record.item;
    item.title = title_of(some(object, {"title"}).value_or(""));
    take_authors(object, item);
    take_journal(object, item);
    take_book(object, item);
    item.page = pages_of(some(object, {"pageInfo"}).value_or(""));
    item.doi = doi_of(some(object, {"doi"}).value_or(""));
    item.pmid = pmid_of(some(object, {"pmid"}).value_or(""));
    item.pmcid = pmcid_of(some(object, {"pmcid"}).value_or(""));
    take_types(object, record);
    record.key = some(object, {"id"});
    record.language = some(object, {"language"});
    record.abstract = plain(some(object, {"abstractText"}).value_or(""));
    for (const Json& one : list_in(member(object, {"meshHeadingList", "meshHeading"}))) {
        if (auto name = some(one, {"descriptorName"})) record.mesh.push_back(std::move(*name));
    }
    record.keywords = texts_in(member(object, {"keywordList", "keyword"}));
    if (record.abstract) {
        if (auto trial = trial_in(*record.abstract)) record.trials.push_back(std::move(*trial));
    }
    take_corrections(object, record);
    settle_state(record);
    return record;
}

}  // namespace

Status read_europepmc_json(Source& in, Sink& sink) {
    return read_json(in, sink, [&](const Json& object, Spot spot) { return put(object, record_of(object), sink, spot); });
}

}  // namespace evigrade::records
