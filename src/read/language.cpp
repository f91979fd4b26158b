#include "read/language.hpp"

#include <algorithm>
#include <charconv>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t enough = 8000;  ///< bytes of text that are looked at

char32_t hexadecimal(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

}  // namespace

Languages::Languages(const Data& data) {
    const Table table(data.find("cues/languages.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t language = tags_.size();
        tags_.emplace_back(table.at(row, "language"));
        for (const auto word : split(table.at(row, "words"), '|')) {
            sketch_.add(word);
            words_[std::string(word)].push_back(language);
        }
        for (const auto range : split(table.at(row, "script"), '|')) {
            const std::size_t dash = range.find('-');
            if (dash == std::string_view::npos) continue;
            scripts_.push_back({hexadecimal(range.substr(0, dash)), hexadecimal(range.substr(dash + 1)), language});
        }
    }
}

std::optional<std::string> Languages::guess(std::string_view text) const {
    const std::string sample = lower(text.substr(0, enough));
    std::vector<std::size_t> counts(tags_.size());
    std::size_t words = 0;
    std::size_t end = 0;
    for (std::string_view word = next_word(sample, end); !word.empty(); word = next_word(sample, end)) {
        ++words;
        if (!sketch_.may_hold(word)) continue;
        if (const auto found = words_.find(word); found != words_.end()) {
            for (const std::size_t language : found->second) ++counts[language];
        }
    }
    if (words < 8 && sample.size() < 60) return std::nullopt;
    for (std::size_t at = 0; at < sample.size();) {
        if (static_cast<unsigned char>(sample[at]) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = decode(sample, at);
        at += c.length;
        if (c.value < 0x300) continue;
        for (const Script& script : scripts_) {
            if (script.first <= c.value && c.value <= script.last) ++counts[script.language];
        }
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    if (best == counts.end() || *best * 20 < words) return std::nullopt;
    return tags_[static_cast<std::size_t>(best - counts.begin())];
}

}  // namespace evigrade::read
