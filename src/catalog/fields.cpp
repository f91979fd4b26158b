#include "catalog/fields.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

constexpr std::array<std::string_view, 12> little_words{"a",  "an",  "the", "of",   "and", "in",
                                                        "on", "for", "to",  "with", "by",  "et"};

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    const std::string folded = fold(text);
    for (const auto word : split(folded, ' ')) {
        if (std::find(little_words.begin(), little_words.end(), word) == little_words.end()) out.emplace_back(word);
    }
    return out;
}

}  // namespace

std::vector<std::string> title_words(std::string_view title) {
    return words(title);
}

std::string squashed(std::string_view title) {
    std::string out;
    for (const auto& word : title_words(title)) out += word;
    return out;
}

std::vector<std::string> journal_words(std::string_view name) {
    return words(name);
}

std::string journal_key(std::string_view name) {
    const auto parts = journal_words(name);
    if (parts.size() == 1) return parts.front().substr(0, 4);
    std::string out;
    for (const auto& part : parts) out += part.front();
    return out;
}

bool same_journal(std::string_view a, std::string_view b) {
    const auto left = journal_words(a);
    const auto right = journal_words(b);
    if (left.empty() || left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const bool prefix = left[i].starts_with(right[i]) || right[i].starts_with(left[i]);
        if (!prefix && edit_distance(left[i], right[i], 2) > 1) return false;
    }
    return true;
}

std::string family_of(const Name& name) {
    if (name.literal) return fold(*name.literal);
    return fold(name.particle.value_or("") + " " + name.family.value_or(""));
}

bool same_family(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return false;
    if (a == b) return true;
    // A particle or one half of a double surname may be missing.
    const auto ends_like = [](std::string_view whole, std::string_view part) {
        return whole.size() > part.size() && part.size() > 3 &&
               ((whole.ends_with(part) && whole[whole.size() - part.size() - 1] == ' ') ||
                (whole.starts_with(part) && whole[part.size()] == ' '));
    };
    if (ends_like(a, b) || ends_like(b, a)) return true;
    return std::min(a.size(), b.size()) >= 5 && edit_distance(a, b, 1) <= 1;
}

std::string first_page(std::string_view page) {
    std::string out;
    for (const char c : page) {
        if (is_ascii_alnum(c)) {
            out += ascii_lower(c);
        } else if (!out.empty()) {
            break;
        }
    }
    return out;
}

std::string volume_of(std::string_view volume) {
    std::string out = fold(volume);
    out.erase(std::remove(out.begin(), out.end(), ' '), out.end());
    return out;
}

std::optional<int> year_of(const BibItem& item) {
    return item.issued ? std::optional<int>(item.issued->year) : std::nullopt;
}

}  // namespace evigrade::catalog
