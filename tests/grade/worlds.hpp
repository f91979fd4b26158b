// Random bodies of evidence over fixed study records, for the laws.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::test {

/// One study record and one way to it, packed so that a smaller number is a simpler study: what fails shrinks well.
using Gene = std::uint64_t;

/// What may stand in a body: everything, or one kind of unit alone.
enum class Kinds : std::uint8_t { any, primary_only };

/// The record of study number `index`, cited in favour of or against the treatment.
EvidenceItem study_of(Gene gene, std::size_t index, Kinds kinds = Kinds::any);
/// One item for each gene: "s0", "s1" …
std::vector<EvidenceItem> studies_of(const std::vector<Gene>& genes, Kinds kinds = Kinds::any);
/// Another path to the same study: other steps, other claims.
EvidenceItem another_path(EvidenceItem item, Gene gene);

/// A law over bodies: `property(genes, choice)`; false is a counterexample.
using Property = bool (*)(const std::vector<Gene>& genes, std::uint64_t choice);
/// Whether the law holds in every case tried: 2,000, or what RC_PARAMS says (the preset `nightly`: 100,000). A
/// counterexample is printed.
bool law_holds(Property property);

/// Grades equal in everything: sides, verdict, every unit with its ledger.
bool same(const Grade& a, const Grade& b);
/// Equal in what they say: sides, verdict, shares; units that weigh nothing may differ.
bool same_scores(const Grade& a, const Grade& b);

}  // namespace evigrade::test
