// MEDLINE's display format: PubMed's .nbib files, ERIC's too.
#include <algorithm>
#include <array>
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/fields.hpp"
#include "records/formats.hpp"
#include "records/item_types.hpp"
#include "records/names.hpp"
#include "records/notices.hpp"
#include "records/tagged.hpp"

namespace evigrade::records {
namespace {

/// "PMID- 23039619", "TI  - ...": up to four characters, at the very beginning of the line.
std::optional<TagLine> cut(std::string_view line) {
    std::size_t tag = 0;
    while (tag < line.size() && tag < 4 && (is_ascii_upper(line[tag]) || is_ascii_digit(line[tag]))) ++tag;
    if (tag < 2 || !is_ascii_upper(line[0])) return std::nullopt;
    std::size_t at = tag;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at >= line.size() || line[at] != '-' || at > 5) return std::nullopt;  // ERIC: "ISBN - "
    return TagLine{line.substr(0, tag), line.substr(at + 1)};
}

/// A blank line parts records; so does a second PMID.
Turn turn(std::string_view tag, const TaggedRecord& open, bool after_blank_line) {
    if (open.fields.empty()) return Turn::goes_on;
    if (tag == "PMID" && open.has("PMID")) return Turn::begins;
    return after_blank_line && (tag == "PMID" || tag == "OWN" || tag == open.fields.front().tag) ? Turn::begins
                                                                                                 : Turn::goes_on;
}

char joint(std::string_view /*tag*/) {
    return ' ';
}

constexpr Dialect dialect{cut, turn, joint};

/// The fields by which a record points at notices about itself, or a notice at its record.
struct Pointer {
    std::string_view tag;
    RelationKind kind;
};
constexpr std::array<Pointer, 16> pointers{{
    {"RIN", RelationKind::retracted_by},
    {"ROF", RelationKind::retracts},
    {"ECI", RelationKind::concern_by},
    {"ECF", RelationKind::raises_concern},
    {"PRIN", RelationKind::concern_by},  // retracted in part
    {"PROF", RelationKind::raises_concern},
    {"EIN", RelationKind::corrected_by},
    {"EFR", RelationKind::corrects},
    {"CRI", RelationKind::republished},
    {"CRF", RelationKind::republished},
    {"RPI", RelationKind::republished},
    {"RPF", RelationKind::republished},
    {"CON", RelationKind::comments_on},
    {"UIN", RelationKind::corrected_by},  // "update in"
    {"UOF", RelationKind::corrects},
    {"DDIN", RelationKind::same_study},
}};

class Nbib {
public:
    BibRecord record_of(const TaggedRecord& tagged) const {
        BibRecord out;
        BibItem& item = out.item;
        for (const TaggedField& field : tagged.fields) {
            if (field.tag == "PT" && !field.value.empty()) out.publication_types.push_back(field.value);
            if (field.tag == "MH" && !field.value.empty()) out.mesh.push_back(field.value);
            if (field.tag == "OT" && !field.value.empty()) out.keywords.push_back(field.value);
            const std::string_view number = std::string_view(field.value).substr(field.value.rfind('/') + 1);
            if (field.tag == "SI" && is_trial_number(number)) out.trials.emplace_back(number);
            note_name(tagged, field, item);
            note_pointer(field, out);
        }
        item.title = title_of(tagged.first_of({"TI", "TT", "BTI"}));
        item.type = type_of(tagged, out);
        containers(tagged, item);
        item.issued = date_of(tagged.first_of({"DP", "DEP", "PHST"}));
        numbers(tagged, item);
        identifiers(tagged, item);
        out.abstract = abstract(tagged);
        out.language = said(tagged.first("LA"));
        take_state_of_notices(out);
        return out;
    }

private:
    /// A volume or the word "journal" makes an article of what also calls itself a report; a preprint stays one.
    ItemType type_of(const TaggedRecord& tagged, const BibRecord& record) const {
        const auto has = [&](ItemType type) {
            return std::any_of(record.publication_types.begin(), record.publication_types.end(),
                               [&](const std::string& word) {
                                   return types_.of(std::string_view(word).substr(0, word.find(" - "))) == type;
                               });
        };
        if (tagged.has("BTI"))
            return record.item.title == title_of(tagged.first("BTI")) ? ItemType::book : ItemType::chapter;
        if (has(ItemType::article)) return ItemType::article;
        if (tagged.has("VI") || has(ItemType::article_journal)) return ItemType::article_journal;
        for (const ItemType type : {ItemType::thesis, ItemType::book, ItemType::report, ItemType::dataset}) {
            if (has(type)) return type;
        }
        return tagged.has("ISBN") ? ItemType::book : ItemType::article_journal;
    }

    /// The full name where the record has one (FAU, FED), the short one else.
    static void note_name(const TaggedRecord& tagged, const TaggedField& field, BibItem& item) {
        const bool full = tagged.has("FAU");
        if (field.tag == "CN") add_name(item, item.authors, organisation(field.value));
        if (field.tag == (full ? "FAU" : "AU")) add_name(item, item.authors, medline_name(field.value));
        if (field.tag == (tagged.has("FED") ? "FED" : "ED")) add_name(item, item.editors, medline_name(field.value));
    }
    static void note_pointer(const TaggedField& field, BibRecord& out) {
        for (const Pointer& pointer : pointers) {
            if (field.tag == pointer.tag && !field.value.empty())
                out.relations.push_back(cited_notice(pointer.kind, field.value));
        }
    }

    /// Where there is no journal, its field has the publisher.
    static void containers(const TaggedRecord& tagged, BibItem& item) {
        const bool part = item.type == ItemType::article_journal || item.type == ItemType::article ||
                          item.type == ItemType::article_newspaper || item.type == ItemType::paper_conference;
        item.publisher = said(tagged.first("PB"));
        const auto journal = title_of(tagged.first_of({"JT", "TA"}));
        if (part) item.container_title = journal;
        if (!part && !item.publisher) item.publisher = journal;
        if (item.type == ItemType::chapter) item.container_title = title_of(tagged.first("BTI"));
    }

    static void numbers(const TaggedRecord& tagged, BibItem& item) {
        item.volume = said(tagged.first("VI"));
        item.issue = said(tagged.first("IP"));
        item.page = pages_of(tagged.first("PG"));
        for (const TaggedField& field : tagged.fields) {
            // An electronic locator stands with the identifiers; a publisher's item number ("S0033-3506(15)00037-2") is
            // none.
            if (!item.page && field.tag == "LID" && field.value.ends_with("[pii]") &&
                field.value.find('(') == std::string::npos && field.value.size() < 18)
                item.page = said(field.value.substr(0, field.value.find('[')));
        }
        item.publisher_place =
            item.type == ItemType::book || item.type == ItemType::chapter ? said(tagged.first("PL")) : std::nullopt;
        item.edition = said(tagged.first("EN"));
    }

    static void identifiers(const TaggedRecord& tagged, BibItem& item) {
        item.pmid = pmid_of(tagged.first("PMID"));
        item.pmcid = pmcid_in(tagged.first("PMC"));
        for (const TaggedField& field : tagged.fields) {
            if (field.tag == "IS" || field.tag == "ISBN") note_serials(item, field.value);
            const bool locator = field.tag == "LID" || field.tag == "AID" || field.tag == "SO";
            if (locator && !item.doi && (field.value.find("[doi]") != std::string::npos || field.tag == "SO"))
                item.doi = doi_in(field.value);
            if (locator && !item.url && field.value.starts_with("http")) item.url = said(field.value);
        }
    }

    /// "PURPOSE: ... METHODS: ...": one paragraph a section is what the record keeps.
    static std::optional<std::string> abstract(const TaggedRecord& tagged) {
        std::string text = squeeze(tagged.first("AB"));
        for (std::size_t at = text.find(": "); at != std::string::npos; at = text.find(": ", at + 2)) {
            std::size_t begin = at;
            while (begin > 0 && (is_ascii_upper(text[begin - 1]) || text[begin - 1] == ' ' || text[begin - 1] == '/' ||
                                 text[begin - 1] == ',' || text[begin - 1] == '&'))
                --begin;
            while (begin < at && text[begin] == ' ') ++begin;
            const bool heads = begin > 1 && at - begin >= 5 && text[begin - 1] == ' ' && text[begin - 2] == '.';
            if (heads) text[begin - 1] = '\n';
        }
        return text.empty() ? std::nullopt : std::optional(text);
    }

    ItemTypes types_{"medline"};
};

}  // namespace

Status read_nbib(Source& in, Sink& sink) {
    const Nbib nbib;
    read_tagged(in, sink, dialect, [&nbib](const TaggedRecord& tagged) { return nbib.record_of(tagged); });
    return done();
}

}  // namespace evigrade::records
