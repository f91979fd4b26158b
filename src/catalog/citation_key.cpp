// How a citation key is made of an item.
#include <algorithm>
#include <array>

#include "catalog/citation_key.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

/// Letters that have no decomposition, and how they are written without them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> plain_letters{{{"ø", "o"},
                                                                                       {"ł", "l"},
                                                                                       {"đ", "d"},
                                                                                       {"ð", "d"},
                                                                                       {"þ", "th"},
                                                                                       {"æ", "ae"},
                                                                                       {"œ", "oe"},
                                                                                       {"ß", "ss"},
                                                                                       {"ı", "i"},
                                                                                       {"ŋ", "n"}}};

/// Words that begin titles and tell nothing apart.
constexpr std::array<std::string_view, 58> dull_words{
    "a",          "about",      "after",      "an",     "analysis",  "and",      "are",           "as",
    "assessment", "at",         "by",         "can",    "case",      "clinical", "comparative",   "comparison",
    "controlled", "current",    "do",         "does",   "double",    "effect",   "effectiveness", "effects",
    "efficacy",   "evaluation", "evidence",   "for",    "from",      "how",      "impact",        "in",
    "influence",  "is",         "meta",       "new",    "of",        "on",       "one",           "pilot",
    "placebo",    "randomised", "randomized", "report", "review",    "role",     "safety",        "series",
    "study",      "systematic", "the",        "to",     "treatment", "trial",    "use",           "using",
    "what",       "with"};

std::string ascii_word(std::string_view word) {
    std::string out = lower(fold(word));
    for (const auto& [letter, plain] : plain_letters) {
        for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at + plain.size()))
            out.replace(at, letter.size(), plain);
    }
    std::erase_if(out, [](char c) { return !is_ascii_alnum(c); });
    return out;
}

/// "World Health Organization" is "who".
std::string organisation_word(std::string_view name) {
    std::string initials;
    for (const std::string_view word : split(name, ' ')) {
        if (is_ascii_upper(word.front())) initials += ascii_lower(word.front());
    }
    return initials.size() >= 3 ? initials : ascii_word(name).substr(0, 20);
}

std::string author_word(const BibItem& item) {
    const auto& names = item.authors.empty() ? item.editors : item.authors;
    if (names.empty()) return "";
    const Name& first = names.front();
    if (first.literal) return organisation_word(*first.literal);
    return ascii_word(first.particle.value_or("") + ' ' + first.family.value_or(""));
}

std::string title_word(const BibItem& item) {
    std::string longest;
    const std::string title = fold(item.title.value_or(item.container_title.value_or("")));
    for (const std::string_view part : split(title, ' ')) {
        const std::string word = ascii_word(part);
        const bool dull = std::find(dull_words.begin(), dull_words.end(), word) != dull_words.end();
        if (!dull && word.size() >= 3 && !is_ascii_digit(word.front())) return word.substr(0, 24);
        if (word.size() > longest.size()) longest = word;
    }
    return longest.substr(0, 24);
}

}  // namespace

std::string citation_key(const BibItem& item) {
    const std::string author = author_word(item);
    const std::string year = item.issued ? std::to_string(item.issued->year) : "nd";
    return (author.empty() ? "anon" : author) + year + title_word(item);
}

}  // namespace evigrade::catalog
