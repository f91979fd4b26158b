// Answers to questions (DESIGN 4.3): what `query` makes and `render` prints.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/check_rows.hpp"
#include "evigrade/model/echo.hpp"
#include "evigrade/model/grading.hpp"
#include "evigrade/model/rows.hpp"

namespace evigrade {

/// One body with its grade. `echoes[i]` belongs to `grade.units[i]`.
struct GradedBody {
    Grade grade;
    Certainty certainty;
    std::string sentence;  ///< for people, without a full stop: "weak support: one controlled study, indirect"
    std::vector<Echo> echoes;
    std::vector<Fragility> fragile;   ///< where it was asked for: what is left without each study, the greatest loss first
    std::vector<ShakenGrade> shaken;  ///< by each retracted or doubted study of the body: this grade first, then others
};

struct HarmAnswer {
    EntityName harm;
    GradedBody body;
    std::vector<ClaimRow> claims;
};

struct AbsenceRow {
    ClaimRow claim;
    Absence absence;
    std::vector<std::string> contradicted_by;  ///< ids of stored studies that it overlooks
};

struct Counts {
    int articles = 0;
    int claims = 0;
    int cited = 0;
    int phantom = 0;
    int studies = 0;  ///< cited ones in the body for benefit and the bodies for harm
    int echoes = 0;   ///< articles that lead to a study to which another article leads too
};

/// Treatment T for condition C.
struct EvidenceAnswer {
    EntityName treatment;
    EntityName condition;
    GradedBody benefit;
    std::vector<HarmAnswer> harms;      ///< strongest first; every harm of T, whatever C is
    std::vector<ClaimRow> claims;       ///< by rank; at most as many as were asked for
    std::vector<ClaimRow> comparisons;  ///< answered apart, never scored
    std::vector<AbsenceRow> absence;
    std::vector<EntityName> related;  ///< treatments that share an ingredient; scored 0 here
    Counts counts;
};

/// A name that was asked for: what it was taken for, or what it may have meant.
struct Asked {
    std::string text;
    std::optional<EntityName> entity;
    bool stored = false;                  ///< some article names it, or a kind of it
    std::vector<EntityName> suggestions;  ///< nearest stored names, where it is not stored
};

struct EvidenceReply {
    Asked treatment;
    std::optional<Asked> condition;
    std::vector<EvidenceAnswer> answers;  ///< one; without a condition one for each, strongest first
};

/// `for C`: one treatment's place.
struct RankedTreatment {
    EntityName treatment;
    Verdict verdict = Verdict::none;
    std::uint64_t support = 0;
    std::uint64_t oppose = 0;
    int units = 0;
    int claims = 0;
    int articles = 0;
    std::uint64_t harm = 0;  ///< the strongest harm's support
};
struct ForReply {
    Asked condition;
    std::vector<RankedTreatment> treatments;  ///< by net, then support, then id
};

enum class ConflictKind : std::uint8_t { parameter, stance, pain };
template <>
struct Names<ConflictKind> {
    static constexpr std::array<std::string_view, 3> values{"parameter", "stance", "pain"};
};

/// Values or positions that cannot all hold. Inside one article where all sides share it.
struct Conflict {
    ConflictKind kind = ConflictKind::parameter;
    std::string what;  ///< "sessions", "cost in USD", "hair loss"
    EntityName treatment;
    bool inside_one_article = false;
    std::vector<ParameterRow> values;  ///< for parameters, by low then high
    std::vector<ClaimRow> claims;      ///< for stances and pain
};

}  // namespace evigrade
