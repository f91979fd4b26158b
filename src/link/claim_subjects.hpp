// What in a sentence stands for a treatment, and what a named one is to its sentence: subject, yardstick or aside.
#pragma once

#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

/// The first word that stands for a treatment ("it", "this procedure", "both"), or nullptr; "the author" stands for a work.
const CueHit* pronoun(const SentenceView& view);
/// "This treatment" says what it stands for; "it", "they" and "its" may stand for anything.
bool says_what(const CueHit& anaphor);
/// "These", "this treatment", "both" as the first words: what is asserted is asserted of what they stand for.
bool opens_with_pronoun(const SentenceView& view);
/// "Boosts testosterone": a sentence without a subject speaks of what is in force, and what it names is an object.
bool opens_with_verb(const SentenceView& view);

/// "Better than X": X is what is compared with.
bool names_comparator(const SentenceView& view, const MentionHere& mention);
/// A placebo or a sham: what a treatment is held against, not a treatment of its own.
bool is_inert(const SentenceView& view, const MentionHere& mention);
/// "Real versus placebo acupuncture" names the treatment once for both.
bool is_named_for_both(const SentenceView& view, const MentionHere& mention);
/// "Not during pregnancy or breastfeeding": people who must not have it, and no treatment.
bool names_people(const SentenceView& view, const MentionHere& mention);
/// "After surgery it reduces swelling": when, and not what. `pronoun`: the token that stands for the treatment.
bool is_occasion(const SentenceView& view, std::uint32_t entity, std::uint32_t pronoun);
/// "Anyone allergic to neomycin": what somebody does not bear is not what is offered.
bool is_allergen(const SentenceView& view, const MentionHere& mention);
/// "Published in Photomedicine and Laser Surgery": the name of a journal treats nobody.
bool is_in_journal_name(const SentenceView& view, const MentionHere& mention);
/// "…, although celecoxib was": of the other half of a contrast the sentence's own verdict says nothing.
bool is_other_half(const SentenceView& view, const MentionHere& mention);

/// Whether a treatment is what the sentence is about and the text may go on about it: not merely listed at its end, nor
/// named in passing ("had stopped taking antidepressants", "unlike surgery").
bool is_spoken_of(const SentenceView& view, std::uint32_t entity);

}  // namespace evigrade::link::reading
