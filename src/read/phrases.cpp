#include "read/phrases.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

/// Letters and digits, every byte beyond ASCII among them, and the apostrophe.
constexpr auto word_bytes = [] {
    std::array<bool, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) bytes[c] = c >= 0x80 || c == '\'' || is_ascii_alnum(static_cast<char>(c));
    return bytes;
}();

bool is_word_byte(char c) {
    return word_bytes[static_cast<unsigned char>(c)];
}

/// Lower case; the curly apostrophe as the straight one, dashes and other general punctuation as blanks.
std::string plain(std::string_view text) {
    std::string out = lower(text);
    std::size_t at = out.find("\xE2\x80");
    if (at >= out.size()) return out;
    std::size_t kept = at;
    while (at < out.size()) {
        if (out[at] == '\xE2' && at + 2 < out.size() && out[at + 1] == '\x80') {
            out[kept++] = out[at + 2] == '\x99' ? '\'' : ' ';
            at += 3;
        } else {
            out[kept++] = out[at++];
        }
    }
    out.resize(kept);
    return out;
}

}  // namespace

std::string_view next_word(std::string_view lower_text, std::size_t& at) {
    while (at < lower_text.size() && !is_word_byte(lower_text[at])) ++at;
    const std::size_t begin = at;
    while (at < lower_text.size() && is_word_byte(lower_text[at])) ++at;
    return lower_text.substr(begin, at - begin);
}

void Phrases::add(std::string_view phrase, std::size_t value) {
    const std::string text = plain(phrase);
    std::vector<std::string> words;
    std::size_t at = 0;
    for (std::string_view word = next_word(text, at); !word.empty(); word = next_word(text, at)) words.emplace_back(word);
    if (words.empty()) return;
    first_words_.add(words.front());
    by_first_word_[words.front()].push_back({words, value});
}

std::vector<std::size_t> Phrases::find(std::string_view text) const {
    const std::string lowered = plain(text);
    std::vector<std::size_t> found;
    std::size_t at = 0;
    for (std::string_view word = next_word(lowered, at); !word.empty(); word = next_word(lowered, at)) {
        if (!first_words_.may_hold(word)) continue;
        const auto phrases = by_first_word_.find(word);
        if (phrases == by_first_word_.end()) continue;
        for (const Phrase& phrase : phrases->second) {
            std::size_t next = at;
            const bool stands = std::all_of(phrase.words.begin() + 1, phrase.words.end(),
                                            [&](const std::string& wanted) { return next_word(lowered, next) == wanted; });
            if (stands && std::find(found.begin(), found.end(), phrase.value) == found.end()) found.push_back(phrase.value);
        }
    }
    return found;
}

}  // namespace evigrade::read
