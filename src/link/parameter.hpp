// Sessions, intervals, doses, depths, durations, onsets and costs, as typed ranges.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/claim.hpp"
#include "link/claim_flat_index.hpp"
#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

/// The words that parameters need: number words, units, currencies, countries and cities.
class PlaceTable {
public:
    explicit PlaceTable(const Data& data);

    struct Word {
        std::string_view kind;   ///< number, ordinal, unit, per, currency, place
        std::string_view value;  ///< 5; mg; /kg; GBP; the place's country
    };
    /// What a word means here, by its hash as tokens carry it, or nullptr.
    [[nodiscard]] const Word* find(std::uint64_t hash) const;
    /// The same of number words and ordinals alone, as every word of a text is asked.
    [[nodiscard]] const Word* find_number(std::uint64_t hash) const;

private:
    FlatIndex index_;
    FlatIndex numbers_;
    std::vector<Word> words_;
};

/// Reads the parameters of one sentence after the other; a heading's place and treatment hold for what follows it.
class ParameterReader {
public:
    explicit ParameterReader(const PlaceTable& table) : table_(table) {}

    void enter_heading(const SentenceView& view) { place_ = place_in(view); }
    void read(const SentenceView& view, const std::vector<std::string>& treatments, std::vector<Parameter>& out) const;

private:
    struct Amount;
    [[nodiscard]] std::string place_in(const SentenceView& view) const;
    [[nodiscard]] std::optional<double> value_at(const SentenceView& view, std::uint32_t at, bool& ordinal) const;
    [[nodiscard]] bool is_unit(const SentenceView& view, std::uint32_t at) const;
    [[nodiscard]] std::optional<std::string> dose_unit(const SentenceView& view, std::uint32_t at) const;
    [[nodiscard]] bool is_currency(const SentenceView& view, std::uint32_t at) const;
    [[nodiscard]] std::optional<Amount> amount_at(const SentenceView& view, std::uint32_t at) const;
    [[nodiscard]] std::string currency_of(const SentenceView& view, const Amount& amount) const;
    [[nodiscard]] std::optional<Parameter> name(const SentenceView& view, const Amount& amount) const;

    const PlaceTable& table_;
    std::string place_;
};

}  // namespace evigrade::link::reading
