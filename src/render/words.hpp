// How numbers and enumerators read in sentences for people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "evigrade/model/answer.hpp"
#include "evigrade/model/enum_text.hpp"
#include "evigrade/model/grading.hpp"
#include "evigrade/model/rows.hpp"
#include "evigrade/render.hpp"

namespace evigrade::render {

/// 12.5, 6.25, 48.44, 0: at most two decimals, none that are zero.
std::string number(double value);
/// "12.5 | 0".
std::string both_sides(std::uint64_t support, std::uint64_t oppose);
/// "1 study", "3 studies".
std::string counted(std::size_t n, std::string_view one, std::string_view many);
inline std::string counted(int n, std::string_view one, std::string_view many) {
    return counted(static_cast<std::size_t>(n), one, many);
}

/// An enumerator's word with blanks: "randomized trial".
std::string spaced(std::string_view word);
template <class E>
std::string in_words(E value) {
    return spaced(to_text(value));
}

/// "file:line", and the source type: where a claim can be looked up.
std::string place_of(const ClaimRow& row);
/// A claim in full: points, reading, the sentence quoted and wrapped, its place.
std::string claim_block(const ClaimRow& row, const Page& page);
/// The ledger of one unit: level, steps with their causes, weight, place in the sum.
std::string ledger_block(const Unit& unit, const Page& page, std::size_t indent);
/// A person's decision: what it says, who, when, why, and what has become of it.
std::string decision_block(const DecisionRow& row, const Page& page, std::size_t indent);
/// "Hair myths → A review → Mysore 2010 → Duque-Estrada 2009", each publication by its label.
std::string path_words(const EchoPath& path, const std::function<std::string(const std::string&)>& label);
/// A section's heading.
std::string heading(std::string_view text, const Page& page);

}  // namespace evigrade::render
