#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "link/claim_judge.hpp"

namespace evigrade::link::reading {

Hedge read_hedge(const SentenceView& view) {
    const bool hedged = std::any_of(view.hits.begin(), view.hits.end(), [](const CueHit& hit) {
        return hit.row->decides == Decides::hedge && hit.row->value == "hedged";
    });
    return hedged ? Hedge::hedged : Hedge::plain;
}

Strength read_strength(const Evidence& evidence, ClaimKind kind, Stance stance, Hedge hedge) {
    if (stance == Stance::insufficient || stance == Stance::neutral) return Strength::none;
    if (kind == ClaimKind::regulatory || kind == ClaimKind::cost || kind == ClaimKind::composition) return Strength::none;
    const bool correlates = std::any_of(evidence.view.hits.begin(), evidence.view.hits.end(), [](const CueHit& hit) {
        return hit.row->decides == Decides::strength && hit.row->as<Strength>() == Strength::correlational;
    });
    if (correlates) return Strength::correlational;
    const bool asserts = !evidence.effects.empty() || kind == ClaimKind::safety;
    if (!asserts) return Strength::none;
    return hedge == Hedge::hedged ? Strength::hedged_causal : Strength::causal;
}

namespace {

bool ends_source(const Token& token) {
    return token.kind == TokenKind::mark;
}

/// The full stop of "Dr." or "B." in a name.
bool is_abbreviation(const SentenceView& view, std::uint32_t mark) {
    if (view.tokens[mark].mark != '.' || mark == 0) return false;
    const Token& before = view.tokens[mark - 1];
    if (before.span.size() == 1) return true;
    return is_one_of(before, {"dr", "prof", "mr", "mrs", "ms", "st"});
}

/// "They found that …": a pronoun names nobody.
bool is_pronoun(const Token& token) {
    return is_one_of(token, {"they", "it", "we", "i", "this", "that", "which", "these", "he", "she"});
}

/// Who is named next to "says" or "according to": up to eight words, to the next mark.
std::string named_after(const SentenceView& view, std::uint32_t from) {
    std::uint32_t last = from;
    while (last < view.tokens.size() && last < from + 8 && (!ends_source(view.tokens[last]) || is_abbreviation(view, last)))
        ++last;
    if (last == from) return {};
    return squeeze(Span{view.tokens[from].span.begin, view.tokens[last - 1].span.end}.in(view.text));
}

/// A subject of up to five words between a mark and the verb; a longer one is no speaker.
std::string named_before(const SentenceView& view, std::uint32_t to) {
    std::uint32_t first = to;
    while (first > 0 && first + 6 > to && !ends_source(view.tokens[first - 1])) --first;
    if (first == to || first + 5 < to) return {};
    const std::uint64_t head = view.tokens[first].hash;
    if (head == word_hash("and") || head == word_hash("but") || head == word_hash("that")) ++first;
    if (first == to || (first + 1 == to && is_pronoun(view.tokens[first]))) return {};
    // "when patients tell me": an occasion, and no authority
    if (is_one_of(view.tokens[first], {"when", "if", "whenever", "unless", "because", "until"})) return {};
    return squeeze(Span{view.tokens[first].span.begin, view.tokens[to - 1].span.end}.in(view.text));
}

/// Who is named by a verb of saying: behind it where a mark stands before it (", says Dr Jones"), else in front of it.
std::string speaker(const SentenceView& view, const CueHit& verb) {
    if (verb.row->value == "whole") return squeeze(view.place(verb).in(view.text));
    // "it asks doctors to recommend": others are to say so
    if (verb.first > 0 && is_one_of(view.tokens[verb.first - 1], {"to"})) return {};
    const bool inverted = verb.row->code == "according-to" || (verb.first > 0 && ends_source(view.tokens[verb.first - 1]));
    if (verb.row->value == "after" && inverted) return named_after(view, verb.last);
    return verb.row->value == "none" ? std::string() : named_before(view, verb.first);
}

bool opens_with_quote(const SentenceView& view) {
    return !view.tokens.empty() && view.tokens.front().mark == '"';
}

}  // namespace

SourceRead read_source(const Evidence& evidence) {
    SourceRead out;
    const SentenceView& view = evidence.view;
    out.voice = evidence.setting.voice;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides != Decides::attribution) continue;
        const std::string who = speaker(view, hit);
        if (who.empty()) continue;
        out.attributed_to = who;
        out.appeal = Appeal::attributed;
        break;
    }
    if (opens_with_quote(view) && out.voice == Voice::article) out.voice = Voice::quoted;
    if (evidence.setting.cites) {
        out.appeal = Appeal::cited;
    } else if (const CueHit* phantom = view.first(Decides::appeal);
               phantom != nullptr && !view.negated(*phantom) && !evidence.setting.is_the_evidence) {
        out.appeal = Appeal::phantom;
    }
    return out;
}

}  // namespace evigrade::link::reading
