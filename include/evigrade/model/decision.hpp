// What people decide over what the program read: one entry of the log each, never changed and never deleted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/enum_text.hpp"
#include "evigrade/model/grading_names.hpp"

namespace evigrade {

enum class DecisionAction : std::uint8_t { decide, undo };
template <>
struct Names<DecisionAction> {
    static constexpr std::array<std::string_view, 2> values{"override", "undo"};
};

/// What a decision is about.
enum class DecisionSubject : std::uint8_t {
    claim,
    study,
    reference,  ///< an entry of an article's list: "ARTICLE#7"
    article,
    body,  ///< the evidence for a question: "TREATMENT/CONDITION/benefit" or "…/harm"
};
template <>
struct Names<DecisionSubject> {
    static constexpr std::array<std::string_view, 5> values{"claim", "study", "reference", "article", "body"};
};

/// How a sentence or an entry is known again when its article has changed and its id with it.
struct DecisionAnchor {
    std::optional<std::string> text;   ///< the sentence, the entry, or the title of the study's report
    std::optional<std::string> title;  ///< of the article; of a study, its label
    std::optional<std::string> file;
    std::optional<std::string> key;  ///< of a study: fingerprint of its first report
};

struct Decision {
    std::string id;  ///< content_id of all else
    DecisionAction action = DecisionAction::decide;
    DecisionSubject subject = DecisionSubject::claim;
    std::string of;      ///< the subject's id; of an undo: the decision's id that is undone
    std::string field;   ///< stance, kind; design, state, risk_of_bias, same_as, different_from; not_study; a GRADE reason
    std::string value;   ///< a word, a number of steps, a study id; "" of an undo
    std::string reason;  ///< in the person's words
    std::string by;      ///< who decided
    std::string at;      ///< ISO 8601, UTC, to the millisecond: later decides
    DecisionAnchor anchor;
};

/// A decision as a person asks for it.
struct Wish {
    std::string of;  ///< id or unique beginning of a claim, study or article; a study's label; "ARTICLE#7"; or a treatment
    std::optional<std::string> condition;  ///< where a question is meant: its certainty is judged
    Purpose purpose = Purpose::benefit;
    std::string field;  ///< docs/commands/override.md lists them
    std::string value;
};
struct Signature {
    std::string by;
    std::string reason;
    std::optional<std::string> at;  ///< "2026-11-26" or "2026-11-26T09:30:00Z"; nothing: now
};

/// What has become of a decision.
enum class DecisionStanding : std::uint8_t {
    in_force,
    overruled,  ///< a later decision on the same point stands
    undone,
    undo,  ///< an undo itself
};
template <>
struct Names<DecisionStanding> {
    static constexpr std::array<std::string_view, 4> values{"in_force", "overruled", "undone", "undo"};
};

/// One line of `override --list`.
struct DecisionRow {
    Decision decision;
    DecisionStanding standing = DecisionStanding::in_force;
    std::optional<std::string> found;         ///< the id it holds for in this store; nothing: its subject is not there
    std::optional<std::string> was;           ///< what the program had read
    std::vector<std::string> conflicts_with;  ///< other people's decisions on the same point that were not undone
};

}  // namespace evigrade
