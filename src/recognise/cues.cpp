#include "recognise/cues.hpp"

#include <algorithm>
#include <utility>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::recognise {

std::uint64_t Cues::hash_of(std::string_view lower_case_word) {
    const std::uint64_t hash = hash64(lower_case_word);
    return hash == 0 ? 1 : hash;
}

Cues::Cues(Data data) : data_(std::move(data)) {
    if (const auto bytes = data_.find("lexicon/patterns.tsv")) {
        const Table table(*bytes);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto role = from_text<Role>(trim(table.at(row, "role")));
            if (!role) continue;
            for (const auto word : split(table.at(row, "words"), '|')) add(word, bit(*role), trim(table.at(row, "means")));
        }
    }
    if (const auto bytes = data_.find("lexicon/routes.tsv")) {
        const Table table(*bytes);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string_view route = trim(table.at(row, "route"));
            for (const auto word : split(table.at(row, "words"), '|')) add(word, bit(Role::route), route);
        }
    }
    for (auto& [first, phrases] : phrases_) {
        std::stable_sort(phrases.begin(), phrases.end(),
                         [](const Phrase& a, const Phrase& b) { return a.hashes.size() > b.hashes.size(); });
    }
    index();
}

void Cues::add(std::string_view words, Roles roles, std::string_view means) {
    Phrase phrase;
    std::string word;
    for (const char c : std::string(words) + ' ') {
        if (is_ascii_alnum(c) || c == '&' || static_cast<unsigned char>(c) >= 0x80) {
            word += ascii_lower(c);
        } else if (!word.empty()) {
            phrase.hashes.push_back(hash_of(word));
            word.clear();
        }
    }
    if (phrase.hashes.empty()) return;
    phrase.cue = {roles, means, static_cast<std::uint32_t>(phrase.hashes.size())};
    if (phrase.hashes.size() == 1) {
        Cue& cue = words_[phrase.hashes.front()];
        cue.roles |= roles;
        if (cue.means.empty() || (roles & bit(Role::route)) != 0) cue.means = means;
        return;
    }
    auto& others = phrases_[phrase.hashes.front()];
    const auto same = std::find_if(others.begin(), others.end(), [&](const Phrase& p) { return p.hashes == phrase.hashes; });
    if (same == others.end()) {
        others.push_back(std::move(phrase));
    } else {
        same->cue.roles |= roles;
        if (same->cue.means.empty()) same->cue.means = means;
    }
}

void Cues::index() {
    constexpr std::size_t smallest = 64;
    std::size_t size = smallest;
    while (size < (words_.size() + phrases_.size()) * 2) size *= 2;
    slots_.assign(size, {});
    const auto slot = [&](std::uint64_t hash) -> Slot& {
        known_[(hash >> 32U) % known_.size()] |= std::uint64_t{1} << (hash >> 58U);
        std::size_t at = hash & (size - 1);
        while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & (size - 1);
        slots_[at].hash = hash;
        return slots_[at];
    };
    for (const auto& [hash, cue] : words_) {
        Known& known = slot(hash).known;
        known.cue = &cue;
        known.roles = cue.roles;
    }
    for (const auto& [hash, phrases] : phrases_) slot(hash).known.starts_phrase = true;
}

}  // namespace evigrade::recognise
