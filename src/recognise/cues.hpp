// The words of data/lexicon/patterns.tsv and routes.tsv, by which treatments are composed and discovered.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "recognise/role.hpp"

namespace evigrade::recognise {

using Roles = std::uint64_t;
constexpr Roles bit(Role role) {
    return Roles{1} << static_cast<unsigned>(role);
}

/// One entry of the tables: a word or a phrase.
struct Cue {
    Roles roles = 0;
    std::string_view means;  ///< a route's name for routes, else what the table says
    std::uint32_t words = 1;
};

/// Loaded once; lookups by the hash of lower-case words.
class Cues {
public:
    explicit Cues(Data data);
    Cues(Cues&&) = default;  // entries point at one another: moved, never copied
    Cues& operator=(Cues&&) = default;
    Cues(const Cues&) = delete;
    Cues& operator=(const Cues&) = delete;
    ~Cues() = default;

    /// What the tables know of a word: its own entry, or nullptr, and whether phrases start with it.
    struct Known {
        const Cue* cue = nullptr;
        Roles roles = 0;  ///< the entry's
        bool starts_phrase = false;
    };
    [[nodiscard]] Known word(std::uint64_t hash) const {
        if ((known_[(hash >> 32U) % known_.size()] >> (hash >> 58U) & 1U) == 0) return {};
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            if (slots_[at].hash == hash) return slots_[at].known;
            if (slots_[at].hash == 0) return {};
        }
    }
    /// The longest phrase entry that starts with these words, or nullptr. `hash_at(i)` is the i-th word's hash, 0 at the
    /// end.
    template <class HashAt>
    [[nodiscard]] const Cue* phrase(const HashAt& hash_at) const;

    /// Hash of a word as written in lower case.
    static std::uint64_t hash_of(std::string_view lower_case_word);

private:
    struct Phrase {
        std::vector<std::uint64_t> hashes;
        Cue cue;
    };
    void add(std::string_view words, Roles roles, std::string_view means);

    void index();

    struct Slot {
        std::uint64_t hash = 0;  ///< 0 is empty
        Known known;
    };
    std::array<std::uint64_t, 1024> known_{};  ///< bits of known hashes: half of a text's words are turned away by them
    std::vector<Slot> slots_;                  ///< open addressing over the keys of words_ and phrases_
    std::unordered_map<std::uint64_t, Cue> words_;
    std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;  ///< by first word, longest first
    Data data_;                                                       ///< keeps the bytes that `means` points into
};

template <class HashAt>
const Cue* Cues::phrase(const HashAt& hash_at) const {
    const auto found = phrases_.find(hash_at(0));
    if (found == phrases_.end()) return nullptr;
    for (const Phrase& phrase : found->second) {
        std::size_t same = 1;
        while (same < phrase.hashes.size() && hash_at(same) == phrase.hashes[same]) ++same;
        if (same == phrase.hashes.size()) return &phrase.cue;
    }
    return nullptr;
}

}  // namespace evigrade::recognise
