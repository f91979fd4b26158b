#include "ingest/sentence_around.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::ingest {
namespace {

/// No sentence is longer; the rest is a table or a list that lost its marks.
constexpr std::uint32_t longest = 1200;

bool is_abbreviation(std::string_view before) {
    static constexpr std::array<std::string_view, 10> known{"al", "vs", "cf", "eg", "ie", "Dr", "Mr", "Mrs", "St", "no"};
    std::size_t begin = before.size();
    while (begin > 0 && is_ascii_alpha(before[begin - 1])) --begin;
    const std::string_view word = before.substr(begin);
    return word.size() == 1 || std::find(known.begin(), known.end(), word) != known.end();
}

/// Whether a sentence ends with the byte at `at`: a stop before a blank and no abbreviation, or an empty line.
bool ends_at(std::string_view text, std::uint32_t at) {
    if (text[at] == '\n') return at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] != '.' && text[at] != '?' && text[at] != '!') return false;
    if (at + 1 < text.size() && is_ascii_alnum(text[at + 1])) {
        // "effective.12 The": a raised number behind the stop
        return is_ascii_digit(text[at + 1]) && at > 0 && is_ascii_alpha(text[at - 1]);
    }
    return !is_abbreviation(text.substr(0, at));
}

}  // namespace

Span sentence_around(std::string_view text, Span span) {
    Span out = span;
    if (out.begin > 0 && ends_at(text, out.begin - 1)) --out.begin;
    const std::uint32_t least = out.begin - std::min(out.begin, longest);
    while (out.begin > least && !ends_at(text, out.begin - 1)) --out.begin;
    while (out.begin < span.begin && is_ascii_digit(text[out.begin])) ++out.begin;  // raised, of the sentence before
    constexpr std::size_t marker = 12;
    const std::size_t close = text.substr(out.begin, marker).find(']');
    if (text[out.begin] == '[' && out.begin + close < span.begin) out.begin += static_cast<std::uint32_t>(close) + 1;
    while (out.begin < span.begin && is_ascii_space(text[out.begin])) ++out.begin;
    const bool behind_stop = span.begin > 0 && ends_at(text, span.begin - 1);
    const auto most = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{span.end} + longest));
    while (!behind_stop && out.end < most && !ends_at(text, out.end)) ++out.end;
    if (!behind_stop && out.end < most && text[out.end] != '\n') ++out.end;
    return out;
}

}  // namespace evigrade::ingest
