// What a sentence says of the study it cites, held against what is known of that study. Only what cannot be a subgroup,
// a rounding or another outcome is disputed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "catalog/sentence.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"

namespace evigrade::catalog {
namespace {

using Pieces = std::vector<Piece>;
template <std::size_t N>
using Words = std::array<std::string_view, N>;

constexpr Words<15> people_words{"patients", "participants", "women",       "men",        "people",
                                 "adults",   "children",     "subjects",    "volunteers", "persons",
                                 "person",   "patient",      "individuals", "boys",       "girls"};
constexpr Words<8> works{"study", "trial", "review", "analysis", "cohort", "series", "experiment", "survey"};
constexpr Words<8> pooled{"trials", "studies", "rcts", "experiments", "cohorts", "rct", "papers", "reports"};
constexpr Words<14> part_words{"arm",  "arms",  "group",     "groups",    "each",       "subgroup", "subset",
                               "whom", "those", "remaining", "completed", "completers", "placebo",  "controls"};
constexpr Words<10> vague{"about", "nearly",        "almost", "around", "roughly",
                          "over",  "approximately", "some",   "than",   "least"};
constexpr double rounding = 0.10;  ///< figures are rounded, and people drop out
constexpr double vagueness = 0.30;

template <std::size_t N>
bool is_one_of(const Words<N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool differs(double said, double known, double tolerance) {
    return std::abs(said - known) > tolerance * std::max(said, known);
}

bool is_synthesis(Design design) {
    return design == Design::meta_analysis || design == Design::systematic_review;
}

/// Whether a noun of the list stands within `reach` pieces behind `at`, and no mark between.
template <std::size_t N>
std::optional<std::size_t> noun_behind(const Pieces& pieces, std::size_t at, const Words<N>& nouns, std::size_t reach) {
    for (std::size_t i = at + 1; i < pieces.size() && i <= at + reach; ++i) {
        if (is_one_of(nouns, pieces[i].word)) return i;
        const bool joins = pieces[i].word == "-" || pieces[i].word == ",";
        if (pieces[i].number || (!joins && pieces[i].word.size() < 3)) return std::nullopt;
    }
    return std::nullopt;
}

/// Whether the number counts the whole study: "a trial of 60 women", "gave 60 people", "a 60-person study".
bool counts_all(const Pieces& pieces, std::size_t at, std::size_t noun) {
    constexpr std::size_t reach = 5;
    static constexpr Words<9> takes{"gave",     "enrolled", "randomised", "randomized", "recruited",
                                    "included", "followed", "pooled",     "enrolling"};
    if (noun + 1 < pieces.size() && is_one_of(works, pieces[noun + 1].word)) return true;
    for (std::size_t i = at; i-- > 0 && at - i <= reach;) {
        if (is_one_of(takes, pieces[i].word) || is_one_of(works, pieces[i].word)) return true;
        if (pieces[i].number || (pieces[i].word.size() == 1 && pieces[i].word != "a" && pieces[i].word != "-")) return false;
    }
    return false;
}

bool is_vague(const Pieces& pieces, std::size_t at) {
    return at > 0 && is_one_of(vague, pieces[at - 1].word);
}

void dispute_participants(const Pieces& pieces, const Study& study, std::vector<Dispute>& out) {
    if (!study.participants) return;
    const bool split =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return is_one_of(part_words, p.word); });
    if (split) return;
    const double known = *study.participants;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].number || *pieces[i].number < 3) continue;
        const auto noun = noun_behind(pieces, i, people_words, 4);
        if (!noun || !counts_all(pieces, i, *noun)) continue;
        const double said = *pieces[i].number;
        if (!differs(said, known, is_vague(pieces, i) ? vagueness : rounding)) return;
        out.push_back({DisputeKind::figure, fmt::format("the record of {} has {} participants, the text {}", study.label,
                                                        *study.participants, said)});
        return;
    }
}

/// Numbers of trials that a title or a summary names.
std::vector<double> trials_in(std::string_view text) {
    std::vector<double> out;
    const Pieces pieces = pieces_of(text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].number && noun_behind(pieces, i, pooled, 4)) out.push_back(*pieces[i].number);
    }
    return out;
}

void dispute_trials(const Pieces& pieces, const Study& study, std::string_view abstract, std::vector<Dispute>& out) {
    if (!is_synthesis(study.design())) return;
    std::vector<double> known;
    for (const auto& report : study.reports) {
        const auto more = trials_in(report.title.value_or(""));
        known.insert(known.end(), more.begin(), more.end());
    }
    for (const auto& result : study.results) {
        const auto more = trials_in(result.summary);
        known.insert(known.end(), more.begin(), more.end());
    }
    if (known.empty()) known = trials_in(abstract);
    if (known.empty()) return;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].number || !noun_behind(pieces, i, pooled, 4)) continue;
        const double tolerance = is_vague(pieces, i) ? vagueness : 0;
        const auto fits = [&](double number) { return !differs(*pieces[i].number, number, tolerance); };
        if (std::any_of(known.begin(), known.end(), fits)) return;
        out.push_back({DisputeKind::figure, fmt::format("the record of {} has {} trials, the text {}", study.label,
                                                        known.front(), *pieces[i].number)});
        return;
    }
}

/// Percentages that follow from an effect: as written, from ratios, from pairs ("12 % to 8 %").
std::vector<double> percentages_of(std::string_view effect) {
    std::vector<double> shares;
    std::vector<double> out;
    const Pieces pieces = pieces_of(effect);
    const bool ratio = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return piece.word == "rr" || piece.word == "hr" || piece.word == "or" || piece.word == "ratio";
    });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].number) continue;
        const bool percent = i + 1 < pieces.size() && pieces[i + 1].word == "%";
        if (percent) shares.push_back(*pieces[i].number);
        if (ratio && !percent && *pieces[i].number < 5) out.push_back(std::abs(1 - *pieces[i].number) * 100);
    }
    for (const double a : shares) {
        out.push_back(a);
        for (const double b : shares) {
            if (a <= b) continue;
            out.insert(out.end(), {a - b, (a - b) / a * 100});
            if (b > 0) out.push_back((a - b) / b * 100);
        }
    }
    return out;
}

/// How many words of a name or a sentence, by their stems, the sentence has too.
std::size_t shared_words(const Pieces& pieces, std::string_view with) {
    static constexpr Words<20> common{"cause", "within", "years",    "first",    "after",     "days",   "month",
                                      "weeks", "major",  "event",    "other",    "score",     "group",  "groups",
                                      "study", "trial",  "compared", "patients", "treatment", "percent"};
    constexpr std::size_t stem = 5;
    std::set<std::string> shared;
    for (const Piece& word : pieces_of(with)) {
        if (word.word.size() < stem || is_one_of(common, word.word)) continue;
        const std::string head = word.word.substr(0, stem);
        if (std::any_of(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.word.starts_with(head); }))
            shared.insert(head);
    }
    return shared.size();
}

/// Whether the sentence speaks of this outcome: it shares a word with its name.
bool shares_outcome(const Pieces& pieces, const StudyResult& result) {
    return shared_words(pieces, result.outcome.value_or("")) > 0;
}

/// The percentages that an abstract gives where it speaks of what the sentence speaks of.
std::vector<double> percentages_in(std::string_view abstract, const Pieces& pieces) {
    constexpr std::size_t alike = 2;  ///< words that two sentences on one result share at least
    std::vector<double> out;
    for (std::size_t begin = 0; begin < abstract.size();) {
        const std::size_t end = std::min(abstract.find(". ", begin), abstract.size());
        const std::string_view said = abstract.substr(begin, end - begin);
        begin = end + 2;
        if (shared_words(pieces, said) < alike) continue;
        const auto more = percentages_of(said);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

/// "by 30 %", "30 per cent fewer".
bool is_change(const Pieces& pieces, std::size_t at) {
    static constexpr Words<10> changes{"fewer", "lower",  "less",     "reduction", "increase",
                                       "more",  "higher", "decrease", "drop",      "rise"};
    std::size_t behind = at + 1;
    if (behind < pieces.size() && pieces[behind].word == "%")
        ++behind;
    else if (behind < pieces.size() && pieces[behind].word == "percent")
        ++behind;
    else if (behind + 1 < pieces.size() && pieces[behind].word == "per" && pieces[behind + 1].word == "cent")
        behind += 2;
    else
        return false;
    const bool by = at > 0 && pieces[at - 1].word == "by";
    return by || (behind < pieces.size() && is_one_of(changes, pieces[behind].word));
}

void dispute_percentages(const Pieces& pieces, const Study& study, std::string_view abstract, std::vector<Dispute>& out) {
    std::vector<double> known;
    for (const StudyResult& result : study.results) {
        if (!shares_outcome(pieces, result)) continue;
        for (const std::string& text : {result.effect.value_or(""), result.summary}) {
            const auto more = percentages_of(text);
            known.insert(known.end(), more.begin(), more.end());
        }
    }
    if (study.results.empty()) known = percentages_in(abstract, pieces);
    if (known.empty()) return;
    constexpr double points = 3;
    constexpr double share = 0.15;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].number || !is_change(pieces, i)) continue;
        const double said = *pieces[i].number;
        const auto fits = [&](double number) { return std::abs(said - number) <= std::max(points, share * number); };
        if (std::any_of(known.begin(), known.end(), fits)) continue;
        out.push_back({DisputeKind::figure, fmt::format("no effect in the record of {} comes to {} %", study.label, said)});
        return;
    }
}

}  // namespace

std::vector<Dispute> disputes(std::string_view sentence, const Study& study, const DesignWords& words,
                              std::string_view abstract) {
    std::vector<Dispute> out;
    const Pieces pieces = pieces_of(sentence);
    if (const auto claimed = words.claimed(sentence); claimed && is_stronger(*claimed, study.design())) {
        out.push_back({DisputeKind::design,
                       fmt::format("the text calls {} a {}, its record a {}{}", study.label, in_words(*claimed),
                                   in_words(study.design()),
                                   study.participants ? fmt::format(" of {} participants", *study.participants) : "")});
        return out;
    }
    dispute_participants(pieces, study, out);
    dispute_trials(pieces, study, abstract, out);
    dispute_percentages(pieces, study, abstract, out);
    return out;
}

}  // namespace evigrade::catalog
