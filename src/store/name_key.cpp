#include "evigrade/base/text.hpp"
#include "evigrade/store.hpp"

namespace evigrade::store {
namespace {

/// "injections" and "injection", "therapies" and "therapy" are one word; "iris" and "virus" stay as they are.
std::string without_plural(std::string_view word) {
    const bool has_stem = word.size() > 3 && word.ends_with('s');
    if (!has_stem || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return std::string(word);
    if (word.size() > 4 && word.ends_with("ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
    return std::string(word.substr(0, word.size() - 1));
}

/// "oestrogen" becomes "estrogen", "anaemia" becomes "anemia".
std::string american(std::string_view word) {
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool digraph = (word[i] == 'o' || word[i] == 'a') && i + 1 < word.size() && word[i + 1] == 'e';
        if (!digraph) out += word[i];
    }
    return out;
}

}  // namespace

std::string name_key(std::string_view name) {
    std::string out;
    const std::string folded = fold(name);
    for (const auto word : split(folded, ' ')) {
        if (!out.empty()) out += ' ';
        out += american(without_plural(word));
    }
    return out;
}

}  // namespace evigrade::store
