// Which stops belong to a word and not to a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "evigrade/base/data.hpp"

namespace evigrade::segment {

/// What a stop after an abbreviation means: the `rule` column of data/cues/abbreviations.tsv.
enum class StopRule : unsigned char {
    never,    ///< the sentence goes on
    number,   ///< the sentence goes on where a number follows
    capital,  ///< the sentence ends where a capital follows
    starter,  ///< the sentence ends where a word follows that often starts one
};

class Abbreviations {
public:
    explicit Abbreviations(const Data& data);

    /// The rule of a word as written before its last stop ("Dr", "et al", "U.S"), or nothing.
    [[nodiscard]] std::optional<StopRule> rule(std::string_view word) const;
    /// Whether a capitalised word starts a sentence more often than it goes on with a name.
    [[nodiscard]] bool starts_sentence(std::string_view word) const;

    /// Whether a word labels a part of an abstract: "Background", "Results".
    [[nodiscard]] bool labels_part(std::string_view word) const;

    /// Whether a single letter after this word names a kind ("vitamin C") and is no initial.
    [[nodiscard]] bool names_kinds(std::string_view word) const;

private:
    enum class Case : unsigned char { any, capital, shouted };
    struct Entry {
        StopRule rule = StopRule::never;
        Case written = Case::any;
    };
    std::unordered_map<std::string, Entry> entries_;  ///< by lower-case form
    std::unordered_set<std::string> starters_;
    std::unordered_set<std::string> letter_kinds_;
    std::unordered_set<std::string> labels_;
};

}  // namespace evigrade::segment
