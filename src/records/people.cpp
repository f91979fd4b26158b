#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

constexpr std::array<std::string_view, 13> suffixes{"jr",  "sr",  "ii", "iii",    "iv",     "2nd",  "3rd",
                                                    "4th", "5th", "vi", "junior", "senior", "filho"};

/// How many bytes of the family name are particles: words that begin in lower case and are not the last.
std::size_t particle_size(std::string_view family) {
    std::size_t end = 0;
    for (;;) {
        const std::size_t blank = family.find(' ', end);
        if (blank == std::string_view::npos) return end;
        const CodePoint first = decode(family, end);
        if (!is_letter(first.value) || is_upper(first.value)) return end;
        // Scripts without case have no particles.
        if (first.value > 0x24F) return end;
        end = blank + 1;
    }
}

}  // namespace

bool is_suffix(std::string_view word) {
    word = trim(word);
    if (word.ends_with('.')) word.remove_suffix(1);
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [word](std::string_view known) { return equals_ignoring_case(word, known); });
}

Name person(std::string_view family, std::string_view given, std::string_view suffix) {
    Name name;
    const std::string whole = squeeze(family);
    const std::size_t particle = whole.empty() ? 0 : particle_size(whole);
    name.particle = said(std::string_view(whole).substr(0, particle));
    name.family = said(std::string_view(whole).substr(particle));
    name.given = said(given);
    name.suffix = said(suffix);
    if (!name.family && name.given) std::swap(name.family, name.given);
    return name;
}

Name person_of(std::string_view text) {
    const std::string whole = squeeze(text);
    const auto parts = split(whole, ',');
    if (parts.empty()) return {};
    if (parts.size() >= 3 && is_suffix(parts[1])) return person(parts[0], parts[2], parts[1]);
    if (parts.size() >= 3) return person(parts[0], parts[1], parts[2]);
    if (parts.size() == 2 && !is_suffix(parts[1])) return person(parts[0], parts[1]);
    const std::string_view suffix = parts.size() == 2 ? parts[1] : std::string_view{};
    const std::string_view words = parts[0];
    std::size_t begin = words.rfind(' ');
    if (begin == std::string_view::npos) return person(words, {}, suffix);
    if (suffix.empty() && is_suffix(words.substr(begin + 1)) && words.find(' ') != begin)
        return person_of(std::string(words.substr(0, begin)) + ", " + std::string(words.substr(begin + 1)));
    // Particles before the last word belong to the family: "Vincent van Gogh".
    while (begin > 0) {
        const std::size_t before = words.rfind(' ', begin - 1);
        const std::size_t word = before == std::string_view::npos ? 0 : before + 1;
        if (word == 0 || !is_ascii_lower(words[word])) break;
        begin = before;
    }
    return person(words.substr(begin + 1), words.substr(0, begin), suffix);
}

}  // namespace evigrade::records
