// Bodies of evidence as they are kept up to date: one indexed range a question.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/grading.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// Ledger steps in one cell: a line each, code, tab, why.
std::string text_of(const std::vector<LedgerStep>& steps);
std::vector<LedgerStep> steps_of(std::string_view text);

/// What people have decided that a row of evidence rests on, in one cell: a line each. Judgements of the whole body stand
/// in each of its rows.
struct DecidedCell {
    std::vector<std::string> notes;
    std::vector<Judgement> judgements;
};
std::optional<std::string> text_of(const DecidedCell& cell);  ///< nothing for an empty cell
DecidedCell decided_of(std::string_view text);

enum class Uncited : std::uint8_t { left_out, listed };
/// The body for a treatment, a condition and a purpose. Claims are left out: `flow` has them.
Body get_body(Database& database, std::string_view treatment, std::string_view condition, Purpose purpose, Uncited uncited);

/// The body of one claim's own citations.
Body get_claim_body(Database& database, std::int64_t claim, Purpose purpose);
void put_claim_body(Database& database, std::int64_t claim, const Body& body);

}  // namespace evigrade::store
