// The roles of data/lexicon/patterns.tsv.
#pragma once

#include <cstdint>

#include "evigrade/model/enum_text.hpp"

namespace evigrade::recognise {

/// What a word or phrase does for its neighbours. data/lexicon/patterns.tsv says what each is good for.
enum class Role : std::uint8_t {
    head,               ///< X therapy, X extract: what stands before it is the treatment
    substance_head,     ///< X extract, X capsules: likewise, and X is a substance
    weak_head,          ///< X treatment, X medication: likewise, but often of a condition ("cancer treatment")
    frame,              ///< injections of X, treated with X: what follows is a treatment
    weak_frame,         ///< effects of X: what follows may be one
    modifier,           ///< wet cupping, needle-free mesotherapy: a kind of the treatment that follows
    control,            ///< sham acupuncture: no kind of it
    carrier,            ///< treatments that bring a substance in: mesotherapy with X, X mesotherapy
    joiner,             ///< with, using: between a carrier and what it carries
    filler,             ///< a, the, containing, solution: may stand between them
    together,           ///< plus, combined with: between two treatments given as one
    combining,          ///< combination of, combining: before two treatments given as one
    combined,           ///< together, combination: after them
    conjunction,        ///< and, with: between them
    route,              ///< oral, cream
    stop,               ///< a word that is never part of a treatment's own name
    place,              ///< scalp, knee: names a treatment only before a strong head
    plant_part,         ///< leaf, root
    product,            ///< tablets, drops: "Brand's X tablets"
    not_product,        ///< PubMed: capitals inside, but no product
    condition_head,     ///< X syndrome, X deficiency
    organisation,       ///< Society, Scale: an abbreviation of these names no treatment
    opener,             ///< of, a: what follows is a noun, no verb
    unit,               ///< mg: what stands beside a dose is a drug
    noun,               ///< drug effects: the head before it is a mere attribute
    title_opener,       ///< efficacy of X, side effects of X: what follows in a title is its treatment
    title_weak_opener,  ///< impact of X: what follows in a title may be one
    title_question,     ///< does X: likewise, at the beginning
    title_rival,        ///< X versus Y: treatments on both sides
    title_purpose,      ///< X for migraine: what stands before it in a title is a treatment, if a condition follows
    title_verb,         ///< X works: what stands before it in a title has effects
    title_closer,       ///< effect of X on pain: the treatment ends before it
    exposure,           ///< effect of age: things that have effects and are no treatments
    kind,               ///< "mewing is a practice": what is defined by it is a treatment
    defines,            ///< is, means, refers to: between the two
    doer,               ///< those who inhaled X: what follows is what they did, and no route
    count_
};

}  // namespace evigrade::recognise

namespace evigrade {

template <>
struct Names<recognise::Role> {
    static constexpr std::array<std::string_view, 36> values{"head",           "substance_head", "weak_head",
                                                             "frame",          "weak_frame",     "modifier",
                                                             "control",        "carrier",        "joiner",
                                                             "filler",         "together",       "combining",
                                                             "combined",       "conjunction",    "route",
                                                             "stop",           "place",          "plant_part",
                                                             "product",        "not_product",    "condition_head",
                                                             "organisation",   "opener",         "unit",
                                                             "noun",           "title_opener",   "title_weak_opener",
                                                             "title_question", "title_rival",    "title_purpose",
                                                             "title_verb",     "title_closer",   "exposure",
                                                             "kind",           "defines",        "doer"};
};

static_assert(!Names<recognise::Role>::values.back().empty(), "every role has its word");

}  // namespace evigrade
