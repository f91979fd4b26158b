#include "records/fields.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

/// Where a registrant's prefix ("10.1063/") begins.
std::size_t find_doi(std::string_view text) {
    for (std::size_t at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
        if (at > 0 && (is_ascii_alnum(text[at - 1]) || text[at - 1] == '.')) continue;
        std::size_t end = at + 3;
        while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '.')) ++end;
        if (end >= at + 6 && end + 1 < text.size() && text[end] == '/') return at;
    }
    return std::string_view::npos;
}

bool ends_unbalanced(std::string_view text, char open, char close) {
    return std::count(text.begin(), text.end(), close) > std::count(text.begin(), text.end(), open);
}

/// An ISSN or ISBN without its hyphens.
struct Serial {
    std::string_view text;
    std::size_t digits = 0;
};

/// The next run of digits, hyphens and X, of at least eight digits.
std::optional<Serial> next_serial(std::string_view text, std::size_t& at) {
    while (at < text.size()) {
        while (at < text.size() && !is_ascii_digit(text[at])) ++at;
        std::size_t end = at;
        std::size_t digits = 0;
        while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '-' || text[end] == 'X' || text[end] == 'x'))
            digits += text[end++] == '-' ? 0U : 1U;
        const Serial found{text.substr(at, end - at), digits};
        at = end;
        if (digits == 8 || digits == 10 || digits == 13) return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> doi_in(std::string_view text) {
    const std::size_t begin = find_doi(text);
    if (begin == std::string_view::npos) return std::nullopt;
    std::string_view doi = text.substr(begin);
    doi = doi.substr(0, doi.find_first_of(" \t\n\r\"|"));
    for (;;) {
        if (doi.ends_with('.') || doi.ends_with(',') || doi.ends_with(';') ||
            (doi.ends_with(')') && ends_unbalanced(doi, '(', ')')) ||
            (doi.ends_with(']') && ends_unbalanced(doi, '[', ']')) ||
            (doi.ends_with('>') && ends_unbalanced(doi, '<', '>'))) {
            doi.remove_suffix(1);
        } else {
            break;
        }
    }
    if (doi.ends_with('/')) return std::nullopt;
    return lower(doi);
}

std::optional<std::string> pmcid_in(std::string_view text) {
    for (std::size_t at = text.find("PMC"); at != std::string_view::npos; at = text.find("PMC", at + 1)) {
        const std::string_view rest = text.substr(at);
        if (rest.size() > 3 && is_ascii_digit(rest[3])) return pmcid_of(rest);
    }
    return std::nullopt;
}

void note_serials(BibItem& item, std::string_view text) {
    for (std::size_t at = 0; auto serial = next_serial(text, at);) {
        auto& kept = serial->digits == 8 ? item.issn : item.isbn;
        if (kept) continue;
        kept = std::string(serial->text);
        if (serial->digits == 8 && serial->text.size() == 8) kept->insert(4, "-");
    }
}

Date within_year(std::string_view text, int year) {
    const auto date = date_of(std::string(text) + ' ' + std::to_string(year));
    return date && date->year == year ? *date : Date{year, {}, {}};
}

bool identifies(const BibItem& item) {
    return item.title || item.doi || item.pmid || item.pmcid || item.url || item.container_title || !item.authors.empty() ||
           !item.editors.empty();
}

bool says_anything(const BibRecord& record) {
    const BibItem& item = record.item;
    return identifies(item) || item.issued || item.volume || item.issue || item.page || item.publisher || item.isbn ||
           item.issn || record.abstract || !record.keywords.empty();
}

}  // namespace evigrade::records
