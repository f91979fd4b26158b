#include "check/words.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::check {
namespace {

/// A tag that is longer than this is a stray "<".
constexpr std::size_t longest_tag = 65536;

std::size_t find_ignoring_case(std::string_view text, std::string_view what) {
    for (std::size_t at = text.find(what.front()); at != std::string_view::npos; at = text.find(what.front(), at + 1)) {
        if (starts_with_ignoring_case(text.substr(at), what)) return at;
    }
    return std::string_view::npos;
}

/// Behind what begins at `at` and is no text, or `at` itself.
std::size_t skip_markup(std::string_view text, std::size_t at) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> elements{
        {{"<!--", "-->"}, {"<script", "</script"}, {"<style", "</style"}}};
    constexpr std::size_t longest_entity = 12;
    const std::string_view rest = text.substr(at);
    if (rest.front() == '&') {
        std::size_t i = 1;
        while (i < rest.size() && i < longest_entity && (is_ascii_alnum(rest[i]) || rest[i] == '#')) ++i;
        return i < rest.size() && rest[i] == ';' ? at + i + 1 : at;
    }
    if (rest.front() != '<' || rest.size() < 2) return at;
    for (const auto& [open, close] : elements) {
        if (!starts_with_ignoring_case(rest, open)) continue;
        const std::size_t end = find_ignoring_case(rest, close);
        return end == std::string_view::npos ? text.size() : at + end + close.size();
    }
    const bool tag = is_ascii_alpha(rest[1]) || rest[1] == '/' || rest[1] == '!' || rest[1] == '?';
    const std::size_t end = tag ? rest.substr(0, longest_tag).find('>') : std::string_view::npos;
    return end == std::string_view::npos ? at : at + end + 1;
}

}  // namespace

std::vector<SourceWord> source_words(std::string_view text, Markup markup) {
    std::vector<SourceWord> out;
    for (std::size_t at = 0; at < text.size();) {
        if (markup == Markup::tags && (text[at] == '<' || text[at] == '&')) {
            const std::size_t behind = skip_markup(text, at);
            at = behind == at ? at + 1 : behind;
            continue;
        }
        if (!is_ascii_alnum(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && is_ascii_alnum(text[at])) ++at;
        out.push_back(
            {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), hash64(text.substr(begin, at - begin))});
    }
    return out;
}

}  // namespace evigrade::check
