// From what stands in a sentence to how it reads: kind, stance, wording, source, and whether it is a claim at all.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "link/claim_effect.hpp"
#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

enum class SectionSort : std::uint8_t { body, background, methods, results, closing };
/// Papers tell of methods, measures and other people's work in the words of claims.
enum class Genre : std::uint8_t { popular, paper };
enum class Place : std::uint8_t { sentence, heading, item, caption };
/// How the sentence comes by its treatment: `pronoun` is "it" or "they", `anaphor` says what it is ("this treatment").
enum class TreatmentBy : std::uint8_t { nothing, topic, pronoun, anaphor, mention };

/// Where a sentence stands: what its heading, its list's stem and its article say before it speaks.
struct Setting {
    Genre genre = Genre::popular;
    Place place = Place::sentence;
    SectionSort section = SectionSort::body;
    std::optional<ClaimKind> heading_kind;
    std::optional<ClaimKind> stem_kind;
    std::optional<Stance> stem_stance;
    TreatmentBy treatment = TreatmentBy::nothing;
    Voice voice = Voice::article;
    std::size_t yardsticks = 0;    ///< treatments mentioned beside the one that the sentence is about
    bool cites = false;            ///< a citation stands in the sentence or closes it
    bool follows_claim = false;    ///< the sentence before it in its block was one
    bool is_the_evidence = false;  ///< a review tells its own findings: "the evidence suggests" appeals to nobody else
};

/// A sentence with everything found in it.
struct Evidence {
    const SentenceView& view;
    const std::vector<ObjectHere>& objects;
    const std::vector<EffectFound>& effects;
    const Setting& setting;
};

using KindScores = std::array<int, Names<ClaimKind>::values.size()>;
KindScores score_kinds(const Evidence& evidence);
/// The kind of the highest score; the earlier of equals. Nothing where every score is 0.
std::optional<ClaimKind> best_kind(const KindScores& scores);

/// Whether the sentence states that evidence is missing, and why.
std::optional<AbsenceKind> read_absence(const Evidence& evidence);
Stance read_stance(const Evidence& evidence, ClaimKind kind, const std::optional<AbsenceKind>& absence);
Hedge read_hedge(const SentenceView& view);
Strength read_strength(const Evidence& evidence, ClaimKind kind, Stance stance, Hedge hedge);

struct SourceRead {
    std::optional<std::string> attributed_to;
    Appeal appeal = Appeal::none;
    Voice voice = Voice::article;
};
SourceRead read_source(const Evidence& evidence);

/// How much speaks for the sentence being a claim. At least `claim_threshold` is one; papers must say it more plainly.
int score_claim(const Evidence& evidence, const KindScores& kinds, const std::optional<AbsenceKind>& absence);
constexpr int claim_threshold = 3;
/// Where popular prose names the treatment in the sentence, carries on from a claim, or its heading says what follows.
constexpr int named_threshold = 2;
constexpr int paper_threshold = 5;
constexpr int paper_result_threshold = 3;  ///< under a paper's results

/// All of the above in one.
struct Judgement {
    bool is_claim = false;
    int score = 0;
    ClaimKind kind = ClaimKind::efficacy;
    Stance stance = Stance::neutral;
    Strength strength = Strength::none;
    Hedge hedge = Hedge::plain;
    std::optional<AbsenceKind> absence;
    SourceRead source;
    std::vector<Cue> cues;
};
Judgement judge(const SentenceView& view, const Setting& setting);

}  // namespace evigrade::link::reading
