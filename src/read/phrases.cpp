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

std::uint32_t length_bit(std::string_view word) {
    constexpr std::size_t last = 31;
    return 1U << std::min(word.size(), last);
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

std::vector<std::string_view> words_of(std::string_view lower_text) {
    std::vector<std::string_view> words;
    words.reserve(lower_text.size() / 5 + 4);
    for (std::size_t at = 0; at < lower_text.size();) {
        const std::size_t begin = at;
        while (at < lower_text.size() && is_word_byte(lower_text[at])) ++at;
        if (at > begin) words.push_back(lower_text.substr(begin, at - begin));
        if (at == begin) ++at;
    }
    return words;
}

void Phrases::add(std::string_view phrase, std::size_t value) {
    const std::string text = plain(phrase);
    std::vector<std::string> words;
    for (const auto word : words_of(text)) words.emplace_back(word);
    if (words.empty()) return;
    lengths_[static_cast<unsigned char>(words.front().front())] |= length_bit(words.front());
    by_first_word_[words.front()].push_back({words, value});
}

std::vector<std::size_t> Phrases::find(std::string_view text) const {
    const std::string lowered = plain(text);
    const auto words = words_of(lowered);
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if ((lengths_[static_cast<unsigned char>(words[i].front())] & length_bit(words[i])) == 0) continue;
        const auto phrases = by_first_word_.find(words[i]);
        if (phrases == by_first_word_.end()) continue;
        for (const Phrase& phrase : phrases->second) {
            const std::size_t length = phrase.words.size();
            if (i + length > words.size()) continue;
            if (!std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(i)))
                continue;
            if (std::find(found.begin(), found.end(), phrase.value) == found.end()) found.push_back(phrase.value);
        }
    }
    return found;
}

}  // namespace evigrade::read
