// The numbers of a sentence, typed: participants, percentages, P values, ratios, intervals, durations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

std::vector<Quantity> quantities_of(const SentenceView& view);

/// Whom the sentence speaks of, as written: "women with breast cancer" of "in women with breast cancer".
std::optional<std::string> population_of(const SentenceView& view);

/// The value of a number token ("1,500", "0.05"); the unit words that may follow one, by their first letters.
double number_at(const SentenceView& view, std::uint32_t token);
std::string word_at(const SentenceView& view, std::uint32_t token);
/// The calendar unit that a word names: "day", "week", "month", "year", "hour", "minute"; "" for other words.
std::string_view time_unit(std::string_view word);

}  // namespace evigrade::link::reading
