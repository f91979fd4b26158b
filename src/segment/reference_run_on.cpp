// Entries that run on in one paragraph: where the next one begins.
#include <algorithm>
#include <optional>
#include <string>

#include "evigrade/base/text.hpp"
#include "segment/marker.hpp"
#include "segment/reference_list.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

/// Where the entry numbered `next` begins inside `entry`, as the place of its number, or nothing.
std::optional<std::size_t> inner_number(std::string_view entry, std::size_t from, int next) {
    const std::string number = std::to_string(next);
    for (std::size_t at = entry.find(number, from); at != std::string_view::npos; at = entry.find(number, at + 1)) {
        const bool bracket = at > 0 && (entry[at - 1] == '[' || entry[at - 1] == '(');
        const std::size_t begin = bracket ? at - 1 : at;
        const std::size_t end = at + number.size();
        if (begin < 2 || end + 2 >= entry.size() || !is_ascii_space(entry[begin - 1])) continue;
        const char close = entry[end];
        if (bracket ? close != (entry[begin] == '[' ? ']' : ')') : close != '.' && close != ')') continue;
        std::size_t word = end + 1;
        if (!bracket && !is_ascii_space(entry[word])) continue;
        while (word < entry.size() && is_ascii_space(entry[word])) ++word;
        const std::string_view before = trim(entry.substr(0, begin));
        const char stop = before.empty() ? ' ' : before.back();
        const bool after_stop = stop == '.' || stop == ']' || is_ascii_digit(stop) || stop == '/';
        const bool capital =
            word < entry.size() && (is_ascii_upper(entry[word]) || static_cast<unsigned char>(entry[word]) >= 0xC3);
        if (after_stop && capital && entry_traits(entry.substr(from, begin - from)) >= 1) return begin;
    }
    return std::nullopt;
}

/// "Konda D, …", "de la Cruz M. …", "Brown, C. …": a family name with initials behind it, and nothing that a title begins
/// with.
bool begins_with_name(std::string_view text) {
    std::size_t words = 0;
    while (words < 4) {
        const std::size_t end = std::min(text.find_first_of(" ,.;:()"), text.size());
        const std::string_view word = text.substr(0, end);
        if (word.empty() || end + 2 >= text.size()) return false;
        const bool initials = words > 0 && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_ascii_upper);
        if (initials) return text[end] == ',' || text[end] == '.';
        ++words;
        const bool comma = text[end] == ',';
        if (!comma && text[end] != ' ') return false;
        text.remove_prefix(end + (comma ? 2 : 1));
    }
    return false;
}

/// Whether a whole entry ends here: its pages, or the year behind its publisher.
bool ends_entry(std::string_view entry) {
    constexpr std::size_t shortest = 40;
    if (entry.size() < shortest || entry.back() != '.' || !is_ascii_digit(entry[entry.size() - 2])) return false;
    const bool published = entry.size() > 7 && entry[entry.size() - 7] == ';' && has_year(entry.substr(entry.size() - 5));
    return has_year(entry) && entry_traits(entry) >= (published ? 2 : 3);
}

/// "Haute Autorité de Santé. (2019).", "Smith, A. B., & Jones, C. (2011).": who, and the year in brackets right behind.
bool begins_with_dated_name(std::string_view text) {
    constexpr std::size_t longest = 120;
    const std::size_t year = text.substr(0, longest).find(" (");
    if (year == std::string_view::npos || !has_year(text.substr(year, 7))) return false;
    const std::string_view who = text.substr(0, year);
    if (who.size() < 6 || who.back() != '.' || who.find_first_of("0123456789:?!/(") != std::string_view::npos) return false;
    const auto words = split(who, ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool capital = is_upper(decode(words[i], 0).value) || words[i] == "&";
        if (!capital && (words[i].size() > 4 || i == 0)) return false;
        const bool stops = words[i].ends_with('.') && i + 1 < words.size();
        if (stops && words[i].size() > 3) return false;  // a sentence, where an initial has one letter
    }
    return words.size() >= 2;
}

/// Where the next entry begins inside one without numbers, or nothing. No entry is longer than what is looked at.
std::optional<std::size_t> inner_author(std::string_view entry) {
    constexpr std::size_t longest = 4096;
    entry = entry.substr(0, longest);
    for (std::size_t at = entry.find(". "); at != std::string_view::npos; at = entry.find(". ", at + 1)) {
        const std::string_view rest = entry.substr(at + 2);
        const std::string_view before = entry.substr(0, at + 1);
        if (has_year(before) && begins_with_dated_name(rest)) return at + 2;
        if (ends_entry(before) && begins_with_name(rest) && has_year(rest) && entry_traits(rest) >= 2) return at + 2;
    }
    return std::nullopt;
}

/// Where the next entry begins inside one of a list with keys, or nothing.
std::optional<std::size_t> inner_key(std::string_view entry) {
    for (std::size_t at = entry.find(" ["); at != std::string_view::npos; at = entry.find(" [", at + 1)) {
        const bool stops = at > 0 && (entry[at - 1] == '.' || entry[at - 1] == '/' || is_ascii_digit(entry[at - 1]));
        if (stops && read_reference_key(entry.substr(at + 1)).length > 0) return at + 1;
    }
    return std::nullopt;
}

/// The part of the entry up to `end`; `entry` becomes what begins at `next`.
ReferenceEntry part_off(ReferenceEntry& entry, std::uint32_t end, std::uint32_t next) {
    ReferenceEntry first = entry;
    first.span.end = end;
    entry.span.begin = next;
    std::erase_if(first.interruptions, [&](Span span) { return span.end > end; });
    std::erase_if(entry.interruptions, [&](Span span) { return span.begin < next; });
    return first;
}

}  // namespace

void append_entries(std::string_view text, ReferenceEntry entry, std::vector<ReferenceEntry>& out) {
    while (entry.ordinal && entry.span.size() > 30) {
        const std::string_view raw = entry.span.in(text);
        const auto begin = inner_number(raw, 0, *entry.ordinal + 1);
        if (!begin) break;
        const Marker marker = read_reference_marker(raw.substr(*begin));
        const auto kept = static_cast<std::uint32_t>(trim(raw.substr(0, *begin)).size());
        const std::uint32_t next = entry.span.begin + static_cast<std::uint32_t>(*begin) + marker.length;
        out.push_back(part_off(entry, entry.span.begin + kept, next));
        entry.ordinal = *entry.ordinal + 1;
    }
    while (entry.label) {
        const auto begin = inner_key(entry.span.in(text));
        if (!begin) break;
        const auto next = entry.span.begin + static_cast<std::uint32_t>(*begin);
        const KeyMarker marker = read_reference_key(text.substr(next));
        out.push_back(part_off(entry, next - 1, next + marker.length));
        entry.label = std::string(marker.key);
    }
    while (!entry.ordinal && !entry.label) {
        const auto begin = inner_author(entry.span.in(text));
        if (!begin) break;
        const auto next = entry.span.begin + static_cast<std::uint32_t>(*begin);
        out.push_back(part_off(entry, next - 1, next));
    }
    out.push_back(std::move(entry));
}

}  // namespace evigrade::segment
