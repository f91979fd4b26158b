// What `link` finds: references, citations, claims, parameters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/finding.hpp"
#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

/// An entry of an article's reference list, raw and parsed.
struct Reference {
    int n = 0;  ///< its number as citations name it: as printed, else its place from 1
    std::string text;
    Span span;
    BibItem item;
};

/// What prose says of a study it points at without a list entry ("a 2008 study in the Journal of …").
struct StudyPointer {
    std::optional<int> year;
    std::optional<std::string> container;  ///< journal, as written
    std::vector<std::string> families;     ///< surnames named
    std::optional<std::string> doi;
    std::optional<std::string> pmid;
    std::optional<std::string> url;
    std::optional<Design> design;
    std::optional<int> participants;
    std::optional<std::string> title;  ///< the article's own title, where the page itself is about one study
};

struct Citation {
    std::string text;
    Span span;
    CitationForm form = CitationForm::author_year;
    std::vector<int> references;  ///< the `n` of the entries; empty when nothing fits
    std::vector<CitationFlag> flags;
    std::optional<StudyPointer> pointer;  ///< for prose, links and DOIs
    std::optional<std::string> study;     ///< filled by resolution against the store
};

struct Absence {
    AbsenceKind kind = AbsenceKind::author_found_none;
    std::optional<int> as_of;  ///< the year the statement was made
};

/// A number in a claim, typed.
struct Quantity {
    Span span;
    std::string kind;  ///< participants, percent, p_value, ratio, interval, mean_difference, duration
    double low = 0;
    double high = 0;
    std::string unit;  ///< "" where it has none
};

/// A word or phrase that decided something: every reading can be explained.
struct Cue {
    Span span;
    std::string decides;  ///< kind, stance, strength, hedge, negation, attribution, appeal, absence
    std::string code;     ///< row of the cue table, or a model's feature
};

struct Claim {
    std::string id;    ///< content_id of article id, span and text
    std::string text;  ///< the sentence or item as written
    Span span;
    std::vector<std::string> treatments;  ///< entity ids
    std::vector<std::string> targets;     ///< entity ids of conditions and outcomes
    ClaimKind kind = ClaimKind::efficacy;
    Stance stance = Stance::neutral;
    Strength strength = Strength::none;
    Voice voice = Voice::article;
    Hedge hedge = Hedge::plain;
    std::optional<std::string> attributed_to;
    Appeal appeal = Appeal::none;
    std::vector<std::size_t> citations;     ///< indexes into Linked::citations
    std::optional<std::string> comparator;  ///< as written, or an entity id
    std::optional<std::string> population;  ///< as written
    std::optional<Absence> absence;
    std::vector<Quantity> quantities;
    std::vector<Cue> cues;
};

struct Parameter {
    ParameterKind kind = ParameterKind::sessions;
    double low = 0;
    double high = 0;
    std::string unit;                       ///< session, day, week, month, mg, mm, ISO currency for costs …
    std::optional<std::string> currency;    ///< ISO 4217
    std::optional<std::string> place;       ///< country or city, as written
    std::optional<std::string> treatment;   ///< entity id
    std::optional<std::string> population;  ///< "mild to moderate hair loss"
    Span span;
};

struct Linked {
    std::vector<Reference> references;
    std::vector<Citation> citations;
    std::vector<Claim> claims;
    std::vector<Parameter> parameters;
    std::vector<Finding> findings;
};

}  // namespace evigrade
