// RIS, in the dialects of reference managers, publishers and databases.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "records/fields.hpp"
#include "records/formats.hpp"
#include "records/item_types.hpp"
#include "records/names.hpp"
#include "records/ris_fields.hpp"
#include "records/tagged.hpp"

namespace evigrade::records {
namespace {

/// "TY  - JOUR"; one blank or many before the dash, none or some behind it.
std::optional<TagLine> cut(std::string_view line) {
    line = trim(line);
    if (line.size() < 4 || !is_ascii_upper(line[0]) || !(is_ascii_upper(line[1]) || is_ascii_digit(line[1])))
        return std::nullopt;
    std::size_t at = 2;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at == 2 || at >= line.size() || line[at] != '-') return std::nullopt;
    const std::string_view value = line.substr(at + 1);
    if (at == 3 && !value.empty() && value.front() != ' ') return std::nullopt;  // "AB -blockers" is prose
    return TagLine{line.substr(0, 2), value};
}

bool only_types(const TaggedRecord& open) {
    for (const TaggedField& field : open.fields) {
        if (field.tag != "TY") return false;
    }
    return true;
}

Turn turn(std::string_view tag, const TaggedRecord& open, bool /*after_blank_line*/) {
    if (tag == "ER") return Turn::ends;
    return tag == "TY" && !only_types(open) ? Turn::begins : Turn::goes_on;
}

char joint(std::string_view tag) {
    return tag == "KW" ? '\n' : ' ';
}

constexpr Dialect dialect{cut, turn, joint};

class Ris {
public:
    BibRecord record_of(const TaggedRecord& tagged) const {
        BibRecord out;
        BibItem& item = out.item;
        const std::string_view kind = kind_of(tagged);
        item.type = type_of(tagged, kind);
        const RisTags& tags = fields_.of(kind);
        names(tagged, tags, item);
        if (equals_ignoring_case(kind, "EDBOOK"))
            item.editors.insert(item.editors.begin(), item.authors.begin(), item.authors.end());
        if (equals_ignoring_case(kind, "EDBOOK")) item.authors.clear();
        item.title = title_of(tagged.first_of({"TI", "T1", "CT"}));
        if (!item.title && item.type == ItemType::book) item.title = title_of(tagged.first_of({"BT", "T2"}));
        item.container_title = said(tagged.first_of(tags.container));
        numbers(tagged, tags, item);
        item.issued = date(tagged);
        publication(tagged, item);
        identifiers(tagged, item);
        rest(tagged, out);
        return out;
    }

private:
    /// The last type that the record states.
    static std::string_view kind_of(const TaggedRecord& tagged) {
        std::string_view word = "GEN";
        for (const TaggedField& field : tagged.fields) {
            if (field.tag == "TY" && !field.value.empty()) word = field.value;
        }
        return word;
    }
    /// A generic record with a place in a periodical is an article of it.
    ItemType type_of(const TaggedRecord& tagged, std::string_view kind) const {
        const bool periodical = !tagged.first_of({"JO", "JF", "JA", "T2"}).empty() && tagged.has("VL") && tagged.has("SP");
        if (is_generic(kind) && periodical) return ItemType::article_journal;
        return types_.of(kind).value_or(ItemType::document);
    }
    static bool is_generic(std::string_view kind) { return equals_ignoring_case(kind, "GEN"); }

    void names(const TaggedRecord& tagged, const RisTags& tags, BibItem& item) const {
        // What A2 is depends on the type: a book in a series has its series' editor there, a patent its assignee.
        const bool second_edits = item.type == ItemType::chapter || item.type == ItemType::paper_conference ||
                                  item.type == ItemType::book || item.type == ItemType::article_journal;
        for (const TaggedField& field : tagged.fields) {
            const bool author = std::find(tags.authors.begin(), tags.authors.end(), field.tag) != tags.authors.end();
            const bool editor = field.tag == "ED" || (field.tag == "A2" && second_edits) ||
                                (field.tag == "A3" && item.type == ItemType::book);
            if (!author && !editor) continue;
            add_name(item, author ? item.authors : item.editors, name_with_commas(field.value, organisations_));
        }
    }

    /// PY has the year that is printed; DA and Y1 may say the day of it.
    static std::optional<Date> date(const TaggedRecord& tagged) {
        std::optional<Date> best;
        for (const std::string_view tag : {"PY", "DA", "Y1"}) {
            const auto said = date_of(tagged.first(tag));
            if (!best) best = said;
            if (said && best->year == said->year && (!best->month || (said->month == best->month && !best->day)))
                best = said;
        }
        if (best && !best->month && !date_of(tagged.first("DA"))) return within_year(tagged.first("DA"), best->year);
        return best;
    }

    static void numbers(const TaggedRecord& tagged, const RisTags& tags, BibItem& item) {
        item.volume = said(tagged.first_of(tags.volume));
        item.issue = said(tagged.first_of(tags.issue));
        if (!tags.pages.empty()) item.page = pages(tagged.first_of(tags.pages), tagged.first("EP"), item.type);
        const bool article = item.type == ItemType::article_journal || item.type == ItemType::article_magazine;
        if (!item.page && article) item.page = pages_of(tagged.first_of({"SE", "AR", "C7"}));
        if (!item.issue && article && tagged.first("M1").size() < 12) item.issue = said(tagged.first("M1"));
    }

    /// A first page alone is the number of pages of what is no part of anything.
    static std::optional<std::string> pages(std::string_view first, std::string_view last, ItemType type) {
        const bool whole = type == ItemType::book || type == ItemType::thesis || type == ItemType::dataset ||
                           type == ItemType::software || type == ItemType::webpage;
        if (whole && last.empty() && first.find('-') == std::string_view::npos) return std::nullopt;
        return last.empty() || first.find('-') != std::string_view::npos ? pages_of(first) : pages_of(first, last);
    }

    static void publication(const TaggedRecord& tagged, BibItem& item) {
        item.publisher = said(tagged.first("PB"));
        item.publisher_place = said(tagged.first_of({"CY", "PP"}));
        item.edition = said(tagged.first("ET"));
        if (item.edition && date_of(*item.edition)) item.edition.reset();  // PubMed's converter puts a date there
    }

    static void identifiers(const TaggedRecord& tagged, BibItem& item) {
        for (const TaggedField& field : tagged.fields) {
            if (field.tag == "SN") note_serials(item, field.value);
            if (!item.pmcid && (field.tag == "C2" || field.tag == "U2" || field.tag == "L2" || field.tag == "UR"))
                item.pmcid = pmcid_in(field.value);
            if (!item.pmid && field.value.find("[pmid]") != std::string::npos) item.pmid = pmid_of(field.value);
        }
        for (const std::string_view tag : {"DO", "DI", "L3", "M3", "N1", "UR", "L2", "LK"}) {
            if (!item.doi) item.doi = doi_in(tagged.first(tag));
        }
        const std::string_view number = tagged.first("AN");
        const std::string base = lower(std::string(tagged.first("DB")) + std::string(tagged.first("DP")));
        const bool medline = base.find("pubmed") != std::string::npos || base.find("medline") != std::string::npos ||
                             base.find("nlm") != std::string::npos || starts_with_ignoring_case(number, "PMID");
        if (!item.pmid && medline) item.pmid = pmid_of(number);
        item.url = said(tagged.first_of({"UR", "LK"}));
        const std::size_t address = item.url ? item.url->find("pubmed") : std::string::npos;
        if (!item.pmid && address != std::string::npos)
            item.pmid = pmid_of(std::string_view(*item.url).substr(item.url->rfind('/', item.url->size() - 2) + 1));
    }

    static void rest(const TaggedRecord& tagged, BibRecord& out) {
        out.abstract = said(tagged.first_of({"AB", "N2"}));
        out.language = said(tagged.first("LA"));
        out.key = said(tagged.first("ID"));
        for (const TaggedField& field : tagged.fields) {
            if (field.tag == "KW") {
                for (const std::string_view word : split(field.value, '\n')) out.keywords.emplace_back(word);
            }
            if (field.tag == "M3" && !doi_in(field.value) && !field.value.empty())
                out.publication_types.push_back(field.value);
        }
    }

    ItemTypes types_{"ris"};
    RisFields fields_;
    Organisations organisations_;
};

}  // namespace

Status read_ris(Source& in, Sink& sink) {
    const Ris ris;
    read_tagged(in, sink, dialect, [&ris](const TaggedRecord& tagged) { return ris.record_of(tagged); });
    return done();
}

}  // namespace evigrade::records
