// BibTeX that stays UTF-8: only what LaTeX would take for a command is escaped.
#include <array>
#include <cstddef>

#include "evigrade/base/text.hpp"
#include "render/bibliography.hpp"

namespace evigrade::render {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

/// Braces count for BibTeX though a backslash stands before them: those that do not balance need other names.
bool balances(std::string_view text) {
    std::ptrdiff_t depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0) return false;
    }
    return depth == 0;
}

std::string escaped(std::string_view text, bool balanced) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "{\\textbackslash}";
                break;
            case '{':
                out += balanced ? "\\{" : "{\\textbraceleft}";
                break;
            case '}':
                out += balanced ? "\\}" : "{\\textbraceright}";
                break;
            case '~':
                out += "{\\textasciitilde}";
                break;
            case '^':
                out += "{\\textasciicircum}";
                break;
            case '`':
                out += "{\\textasciigrave}";
                break;
            case '&':
            case '%':
            case '$':
            case '#':
            case '_':
                out += std::string("\\") + c;
                break;
            case '-':
                out += out.ends_with('-') ? "{}-" : "-";
                break;
            case '\'':
                out += out.ends_with('\'') ? "{}'" : "'";
                break;
            default:
                out += c;
                break;
        }
    }
    return out;
}

std::string escaped(std::string_view text) {
    return escaped(text, balances(text));
}

/// Whether styles that set titles in small letters would spoil the word.
bool has_capitals_to_keep(std::string_view word, bool first) {
    bool begun = false;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode(word, at);
        at += point.length;
        if (is_upper(point.value) && (begun || !first)) return true;
        begun = begun || is_letter(point.value);
    }
    return false;
}

/// A title whose capitals stay: each word that has them in braces.
std::string protected_title(std::string_view title) {
    std::string out;
    const bool balanced = balances(title);
    bool first = true;
    for (const std::string_view word : split(title, ' ')) {
        if (!first) out += ' ';
        out += has_capitals_to_keep(word, first) ? "{" + escaped(word, balanced) + "}" : escaped(word, balanced);
        first = false;
    }
    return out;
}

/// "van der Berg, Jr, Jan"; an organisation in braces, and a family name that reading would take apart.
std::string name_text(const Name& name) {
    if (name.literal) return "{" + escaped(*name.literal) + "}";
    const std::string family = name.family.value_or("");
    const bool apart = family.find(',') != std::string::npos ||
                       lower(" " + family + " ").find(" and ") != std::string::npos ||
                       (!name.given && family.find(' ') != std::string::npos);
    std::string out = name.particle ? escaped(*name.particle) + ' ' : "";
    out += apart ? "{" + escaped(family) + "}" : escaped(family);
    if (name.suffix) out += ", " + escaped(*name.suffix);
    if (name.given) out += ", " + escaped(*name.given);
    if (name.suffix && !name.given) out += ", {}";
    return out;
}

std::string names_text(const std::vector<Name>& names, bool others) {
    std::string out;
    for (const Name& name : names) out += (out.empty() ? "" : " and ") + name_text(name);
    if (others) out += out.empty() ? "others" : " and others";
    return out;
}

/// An address stands as it is, but for what would end the field.
std::string address(std::string_view url) {
    std::string out;
    for (const char c : url) out += c == '{' ? "%7B" : c == '}' ? "%7D" : c == '\\' ? "%5C" : std::string(1, c);
    return out;
}

class Entry {
public:
    Entry(std::string_view type, std::string_view key) : text_("@" + std::string(type) + "{" + std::string(key)) {}
    void field(std::string_view name, const std::string& value) {
        if (!value.empty()) text_ += ",\n  " + std::string(name) + " = {" + value + "}";
    }
    void text(std::string_view name, const std::optional<std::string>& value) {
        if (value) field(name, escaped(*value));
    }
    void bare(std::string_view name, std::string_view word) {
        text_ += ",\n  " + std::string(name) + " = " + std::string(word);
    }
    [[nodiscard]] std::string closed() const { return text_ + "\n}\n"; }

private:
    std::string text_;
};

void container(Entry& entry, const BibItem& item) {
    if (!item.container_title) return;
    if (item.type == ItemType::chapter || item.type == ItemType::paper_conference) {
        entry.field("booktitle", protected_title(*item.container_title));
    } else {
        entry.text("journal", item.container_title);
    }
    if (item.type == ItemType::article_magazine) entry.field("entrysubtype", "magazine");
    if (item.type == ItemType::article_newspaper) entry.field("entrysubtype", "newspaper");
}

void date(Entry& entry, const BibItem& item) {
    if (!item.issued) return;
    entry.field("year", std::to_string(item.issued->year));
    if (!item.issued->month || *item.issued->month < 1 || *item.issued->month > 12) return;
    entry.bare("month", months[static_cast<std::size_t>(*item.issued->month) - 1]);
    if (item.issued->day) entry.field("day", std::to_string(*item.issued->day));
}

std::string_view publisher_field(ItemType type) {
    if (type == ItemType::thesis) return "school";
    return type == ItemType::report ? "institution" : "publisher";
}

}  // namespace

std::string bibtex_entry(const BibItem& item, std::string_view key, const std::map<ItemType, std::string>& types) {
    const auto type = types.find(item.type);
    const bool periodical = item.type == ItemType::article_magazine || item.type == ItemType::article_newspaper;
    Entry entry(periodical ? "article" : type == types.end() ? "misc" : type->second, key);
    entry.field("author", names_text(item.authors, item.et_al));
    entry.field("editor", names_text(item.editors, false));
    if (item.title) entry.field("title", protected_title(*item.title));
    container(entry, item);
    date(entry, item);
    entry.text("volume", item.volume);
    entry.text("number", item.issue);
    if (item.page) {
        const auto [first, last] = page_range(*item.page);
        entry.field("pages", last.empty() ? escaped(first) : escaped(first) + "--" + escaped(last));
    }
    entry.text(publisher_field(item.type), item.publisher);
    entry.text("address", item.publisher_place);
    entry.text("edition", item.edition);
    entry.text("isbn", item.isbn);
    entry.text("issn", item.issn);
    if (item.doi) entry.field("doi", address(*item.doi));
    entry.text("pmid", item.pmid);
    entry.text("pmcid", item.pmcid);
    if (item.url) entry.field("url", address(*item.url));
    return entry.closed();
}

}  // namespace evigrade::render
