// BibTeX and BibLaTeX entries as records.
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/bibtex_inherit.hpp"
#include "records/bibtex_names.hpp"
#include "records/fields.hpp"
#include "records/formats.hpp"
#include "records/item_types.hpp"
#include "records/latex.hpp"

namespace evigrade::records {
namespace {

class Bibtex {
public:
    BibRecord record_of(const BibtexEntry& entry) const {
        BibRecord out;
        BibItem& item = out.item;
        item.type = type_of(entry);
        add_bibtex_names(raw(entry, {"author", "bookauthor"}), latex_, item, item.authors);
        add_bibtex_names(raw(entry, {"editor"}), latex_, item, item.editors);
        titles(entry, item);
        item.issued = date(entry);
        numbers(entry, item);
        identifiers(entry, item);
        out.abstract = text(entry, {"abstract"});
        out.language = text(entry, {"langid", "language"});
        if (!entry.key.empty()) out.key = entry.key;
        std::string words = text(entry, {"keywords", "keyword"}).value_or("");
        for (const std::string_view word : split(words, words.find(';') == std::string::npos ? ',' : ';'))
            out.keywords.emplace_back(word);
        return out;
    }

private:
    /// The first of these fields that says anything, as it stands.
    static std::string_view raw(const BibtexEntry& entry, std::initializer_list<const char*> names) {
        for (const char* name : names) {
            const auto found = entry.fields.find(name);
            if (found != entry.fields.end() && !trim(found->second).empty()) return trim(found->second);
        }
        return {};
    }
    std::optional<std::string> text(const BibtexEntry& entry, std::initializer_list<const char*> names) const {
        return said(latex_.text_of(raw(entry, names)));
    }
    std::string address(const BibtexEntry& entry, std::initializer_list<const char*> names) const {
        return latex_.text_of(raw(entry, names), Wording::address);
    }
    /// Title and subtitle as one.
    std::optional<std::string> titled(const BibtexEntry& entry, std::initializer_list<const char*> names,
                                      const char* subtitle) const {
        auto title = text(entry, names);
        const auto second = text(entry, {subtitle});
        if (title && second)
            *title += (title->ends_with('?') || title->ends_with('!') || title->ends_with(':') ? " " : ": ") + *second;
        return title ? title : second;
    }

    ItemType type_of(const BibtexEntry& entry) const {
        const ItemType type = types_.of(entry.type).value_or(ItemType::document);
        const std::string kind = lower(raw(entry, {"entrysubtype"}));
        if (type == ItemType::article_journal && kind == "magazine") return ItemType::article_magazine;
        if (type == ItemType::article_journal && kind == "newspaper") return ItemType::article_newspaper;
        const bool address = lower(raw(entry, {"howpublished"})).find("http") != std::string::npos;
        return entry.type == "misc" && address ? ItemType::webpage : type;
    }

    void titles(const BibtexEntry& entry, BibItem& item) const {
        item.title = titled(entry, {"title"}, "subtitle");
        const bool part = item.type == ItemType::chapter || item.type == ItemType::paper_conference;
        item.container_title = part ? titled(entry, {"booktitle"}, "booksubtitle")
                                    : titled(entry, {"journal", "journaltitle"}, "journalsubtitle");
        if (!item.title) item.title = text(entry, {"maintitle", "booktitle"});
        if (!item.container_title)
            item.container_title = text(entry, {"journal", "journaltitle", "booktitle", "shortjournal"});
        // A volume of proceedings calls itself by both.
        if (!part && item.title && item.title == text(entry, {"booktitle"})) item.container_title.reset();
    }

    std::optional<Date> date(const BibtexEntry& entry) const {
        const std::string whole = latex_.text_of(raw(entry, {"date"}));
        auto date = date_of(whole.substr(0, whole.find('/')));
        if (!date) date = date_of(latex_.text_of(raw(entry, {"year"})));
        if (!date) return std::nullopt;
        if (date->month) return date;
        const std::string month = latex_.text_of(raw(entry, {"month"}));
        Date within = within_year(month, date->year);
        if (within.month && !within.day) {
            if (const auto day = date_of(std::to_string(date->year) + ' ' + month + ' ' + std::string(raw(entry, {"day"}))))
                within.day = day->day;
        }
        return within;
    }

    void numbers(const BibtexEntry& entry, BibItem& item) const {
        item.volume = text(entry, {"volume"});
        // In a series, `number` is the series' own.
        item.issue = text(entry, {"issue"});
        const bool article = item.type == ItemType::article_journal || item.type == ItemType::article_magazine ||
                             item.type == ItemType::article_newspaper;
        if (article || (!item.issue && raw(entry, {"series"}).empty())) {
            if (auto number = text(entry, {"number"})) item.issue = std::move(number);
        }
        if (auto pages = text(entry, {"pages", "eid", "articleno", "article-number"})) item.page = pages_of(*pages);
        item.publisher = text(entry, {"publisher", "school", "institution", "organization"});
        item.publisher_place = text(entry, {"address", "location"});
        item.edition = text(entry, {"edition"});
    }

    void identifiers(const BibtexEntry& entry, BibItem& item) const {
        std::string url = address(entry, {"url"});
        const std::string published = address(entry, {"howpublished", "note"});
        if (const std::size_t at = published.find("http"); url.empty() && at != std::string::npos)
            url = published.substr(at, published.find(' ', at) - at);
        item.url = said(url);
        item.doi = doi_in(address(entry, {"doi"}));
        if (!item.doi && url.find("doi.org/") != std::string::npos) item.doi = doi_in(url);
        const std::string note = address(entry, {"note", "annote"});
        const bool pubmed = equals_ignoring_case(raw(entry, {"eprinttype", "archiveprefix"}), "pubmed");
        item.pmid = pmid_of(address(entry, {"pmid"}));
        if (!item.pmid && pubmed) item.pmid = pmid_of(address(entry, {"eprint"}));
        if (const std::size_t at = note.find("PMID:"); !item.pmid && at != std::string::npos)
            item.pmid = pmid_of(note.substr(at + 5));
        const std::string central = address(entry, {"pmcid", "pmc"});
        item.pmcid =
            pmcid_in(is_ascii_digit(central.empty() ? ' ' : central.front()) ? "PMC" + central : central + ' ' + note);
        note_serials(item, address(entry, {"issn", "eissn"}));
        note_serials(item, address(entry, {"isbn"}));
    }

    ItemTypes types_{"bibtex"};
    Latex latex_;
};

void put(const Bibtex& bibtex, const BibtexEntry& entry, Sink& sink) {
    if (!sink.wanted()) return sink.bad({}, entry.spot);
    BibRecord record = bibtex.record_of(entry);
    if (says_anything(record)) {
        sink.record(std::move(record), entry.spot);
    } else {
        sink.bad("the entry says nothing", entry.spot);
    }
}

}  // namespace

Status read_bibtex(Source& in, Sink& sink) {
    const Bibtex bibtex;
    BibtexPieces pieces(in);
    BibtexParser parser;
    Inheritance family;
    while (const auto piece = pieces.next()) {
        BibtexParser::Parsed parsed = parser.parse(*piece);
        for (BibtexEntry& entry : parsed.entries) {
            for (const BibtexEntry& ready : family.add(std::move(entry))) put(bibtex, ready, sink);
        }
        for (const BibtexFault& fault : parsed.faults) sink.bad(fault.why, fault.spot);
        if (sink.stopped()) return done();
    }
    for (const BibtexEntry& ready : family.rest()) put(bibtex, ready, sink);
    return done();
}

}  // namespace evigrade::records
