// The words of data/lexicon/patterns.tsv and routes.tsv, by which treatments are composed and discovered.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/enum_text.hpp"

namespace evigrade::recognise {

/// What a word or phrase does for its neighbours. data/lexicon/patterns.tsv says what each is good for.
enum class Role : std::uint8_t {
    head,            ///< X therapy, X extract: what stands before it is the treatment
    substance_head,  ///< X extract, X capsules: likewise, and X is a substance
    weak_head,       ///< X treatment, X medication: likewise, but often of a condition ("cancer treatment")
    frame,           ///< injections of X, treated with X: what follows is a treatment
    weak_frame,      ///< effects of X: what follows may be one
    modifier,        ///< wet cupping, needle-free mesotherapy: a kind of the treatment that follows
    control,         ///< sham acupuncture: no kind of it
    carrier,         ///< treatments that bring a substance in: mesotherapy with X, X mesotherapy
    joiner,          ///< with, using: between a carrier and what it carries
    filler,          ///< a, the, containing, solution: may stand between them
    together,        ///< plus, combined with: between two treatments given as one
    combining,       ///< combination of, combining: before two treatments given as one
    combined,        ///< together, combination: after them
    conjunction,     ///< and, with: between them
    route,           ///< oral, cream
    stop,            ///< a word that is never part of a treatment's own name
    place,           ///< scalp, knee: names a treatment only before a strong head
    plant_part,      ///< leaf, root
    product,         ///< tablets, drops: "Brand's X tablets"
    not_product,     ///< PubMed: capitals inside, but no product
    condition_head,  ///< X syndrome, X deficiency
    organisation,    ///< Society, Scale: an abbreviation of these names no treatment
    opener,          ///< of, a: what follows is a noun, no verb
    noun,            ///< drug effects: the head before it is a mere attribute
    count_
};

using Roles = std::uint32_t;
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
    explicit Cues(const Data& data);
    Cues(Cues&&) = default;  // entries point at one another: moved, never copied
    Cues& operator=(Cues&&) = default;
    Cues(const Cues&) = delete;
    Cues& operator=(const Cues&) = delete;
    ~Cues() = default;

    /// What the tables know of a word: its own entry, or nullptr, and whether phrases start with it.
    struct Known {
        const Cue* cue = nullptr;
        bool starts_phrase = false;
    };
    [[nodiscard]] Known word(std::uint64_t hash) const {
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
    std::vector<Slot> slots_;  ///< open addressing over the keys of words_ and phrases_
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

namespace evigrade {

template <>
struct Names<recognise::Role> {
    static constexpr std::array<std::string_view, 24> values{
        "head",   "substance_head", "weak_head", "frame",       "weak_frame",     "modifier",     "control", "carrier",
        "joiner", "filler",         "together",  "combining",   "combined",       "conjunction",  "route",   "stop",
        "place",  "plant_part",     "product",   "not_product", "condition_head", "organisation", "opener",  "noun"};
};

}  // namespace evigrade
