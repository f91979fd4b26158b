// A library of records made of real reference strings, their near-duplicates and many others, and references to it as
// people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "bench/reference_rows.hpp"
#include "evigrade/link.hpp"
#include "evigrade/model/record.hpp"

namespace evigrade::bench {

/// A reference and the record that it means, or none that is in the library.
struct Query {
    BibItem item;
    std::optional<std::string> meant;  ///< pmid of the record
    std::string kind;                  ///< "as printed", "perturbed", "not there"
};

/// Deals out records and references; the same for the same seed.
class ResolutionWorld {
public:
    ResolutionWorld(const std::vector<ReferenceRow>& rows, std::uint64_t seed);

    /// The record of this number. The first of them are the rows themselves and their near-duplicates (the same author in
    /// another year, part I and part II, the same title elsewhere); the rest have made-up titles of the rows' words.
    [[nodiscard]] BibRecord record(std::size_t number);
    /// References in equal parts: the string as it was printed, perturbed as people perturb, and without a record.
    [[nodiscard]] std::vector<Query> queries(std::size_t records, std::size_t count, const link::ReferenceParser& parser);

private:
    struct Row {
        BibItem item;
        std::string text;
        bool left_out = false;  ///< has no record, but near-duplicates
    };
    BibItem near_duplicate(const BibItem& of, std::size_t which);
    BibItem made_up();
    BibItem perturbed(BibItem item);
    void misprint(std::string& text);
    const std::string& long_word() {
        while (true) {
            const auto& word = words_[dice(words_.size())];
            if (word.size() > 5) return word;
        }
    }
    std::size_t dice(std::size_t sides) { return static_cast<std::size_t>(random_() % sides); }
    bool chance(std::size_t per_cent) { return dice(100) < per_cent; }

    std::mt19937_64 random_;
    std::uint64_t seed_;
    std::vector<Row> rows_;
    std::vector<std::string> words_;  ///< of all titles, as often as they occur there
    std::vector<std::string> families_;
    std::vector<std::string> journals_;
};

}  // namespace evigrade::bench
