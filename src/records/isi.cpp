// The tagged export of Web of Science and its relatives.
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/fields.hpp"
#include "records/formats.hpp"
#include "records/item_types.hpp"
#include "records/names.hpp"
#include "records/tagged.hpp"

namespace evigrade::records {
namespace {

/// "TI Optical properties": two characters and a blank; continuation lines are indented.
std::optional<TagLine> cut(std::string_view line) {
    if (line.size() < 2 || !is_ascii_upper(line[0]) || !(is_ascii_upper(line[1]) || is_ascii_digit(line[1])))
        return std::nullopt;
    if (line.size() > 2 && line[2] != ' ') return std::nullopt;
    return TagLine{line.substr(0, 2), line.substr(2)};
}

Turn turn(std::string_view tag, const TaggedRecord& open, bool /*after_blank_line*/) {
    if (tag == "EF") return Turn::ends_file;
    if (tag == "ER") return Turn::ends;
    if (tag == "FN" || tag == "VR") return open.fields.empty() ? Turn::header : Turn::goes_on;
    return tag == "PT" && !open.fields.empty() ? Turn::begins : Turn::goes_on;
}

/// Each author and each cited reference has a line of its own.
char joint(std::string_view tag) {
    const bool list = tag == "AU" || tag == "AF" || tag == "BE" || tag == "BF" || tag == "ED" || tag == "CA" || tag == "CR";
    return list ? '\n' : ' ';
}

constexpr Dialect dialect{cut, turn, joint};

class Isi {
public:
    BibRecord record_of(const TaggedRecord& tagged) const {
        BibRecord out;
        BibItem& item = out.item;
        item.type = type_of(tagged);
        names(tagged.first_of({"AF", "AU"}), item, item.authors);
        names(tagged.first_of({"BF", "BE", "ED"}), item, item.editors);
        for (const std::string_view group : split(tagged.first("CA"), '\n'))
            add_name(item, item.authors, organisation(group));
        item.title = title_of(tagged.first("TI"));
        item.container_title = said(tagged.first_of({"SO", "JI", "J9"}));
        item.issued = date(tagged);
        item.volume = said(tagged.first("VL"));
        item.issue = said(tagged.first("IS"));
        item.page = pages_of(tagged.first_of({"BP", "SP"}), tagged.first("EP"));
        if (!item.page) item.page = locator(tagged.first("AR"));
        item.publisher = said(tagged.first("PU"));
        item.publisher_place = said(tagged.first("PI"));
        item.doi = doi_in(tagged.first_of({"DI", "D2"}));
        item.pmid = pmid_of(tagged.first("PM"));
        for (const std::string_view tag : {"SN", "EI", "BN"}) note_serials(item, tagged.first(tag));
        words(tagged, out);
        return out;
    }

private:
    ItemType type_of(const TaggedRecord& tagged) const {
        const auto kind = types_.of(tagged.first("PT"));
        const auto document = types_.of(tagged.first("DT"));
        if (kind == ItemType::book && document == ItemType::chapter) return ItemType::chapter;
        return kind.value_or(document.value_or(ItemType::article_journal));
    }

    void names(std::string_view list, BibItem& item, std::vector<Name>& into) const {
        for (const std::string_view name : split(list, '\n')) add_name(item, into, name_with_commas(name, organisations_));
    }

    static std::optional<Date> date(const TaggedRecord& tagged) {
        const auto year = date_of(tagged.first("PY"));
        if (!year) return date_of(tagged.first("PD"));
        const auto day = date_of(tagged.first("PD"));
        return day && day->year == year->year ? day : std::optional(within_year(tagged.first("PD"), year->year));
    }

    static std::optional<std::string> locator(std::string_view number) {
        if (number.starts_with("UNSP ") || number.starts_with("ARTN ")) number.remove_prefix(5);
        return said(number);
    }

    static void words(const TaggedRecord& tagged, BibRecord& out) {
        out.abstract = said(tagged.first("AB"));
        out.language = said(tagged.first("LA"));
        out.key = said(tagged.first("UT"));
        for (const std::string_view tag : {"DE", "ID"}) {
            for (const std::string_view word : split(tagged.first(tag), ';')) out.keywords.emplace_back(word);
        }
        if (const auto kind = said(tagged.first("DT")); kind && *kind != "-") out.publication_types.push_back(*kind);
    }

    ItemTypes types_{"isi"};
    Organisations organisations_;
};

}  // namespace

Status read_isi(Source& in, Sink& sink) {
    const Isi isi;
    read_tagged(in, sink, dialect, [&isi](const TaggedRecord& tagged) { return isi.record_of(tagged); });
    return done();
}

}  // namespace evigrade::records
