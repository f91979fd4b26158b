#include "link/claim_subjects.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

/// How far into a sentence its subject may stand.
constexpr std::uint32_t subject_window = 7;

/// Whether a treatment is what the sentence is about, and not merely named in it ("these include vitamins").
bool stands_in_front(const SentenceView& view, std::uint32_t entity) {
    return std::any_of(view.mentions.begin(), view.mentions.end(), [&](const MentionHere& m) {
        const bool behind_that =
            m.first > 0 && view.tokens[m.first - 1].hash == word_hash("that");  // "a study found that yoga …"
        return m.entity == entity && (m.first < subject_window || behind_that);
    });
}

/// "Had stopped taking antidepressants", "unlike surgery": named, and not what the text goes on to speak of.
bool named_in_passing(const SentenceView& view, std::uint32_t entity) {
    const auto mention =
        std::find_if(view.mentions.begin(), view.mentions.end(), [&](const MentionHere& m) { return m.entity == entity; });
    if (mention == view.mentions.end()) return false;
    const bool occasion = mention->first > 1 && is_one_of(view.tokens[mention->first - 1], {"after", "during", "before"});
    return occasion ||
           std::any_of(view.tokens.begin(), view.tokens.begin() + mention->first,
                       [](const Token& token) {
                           return is_one_of(token, {"taking", "stopped", "stop", "without", "than", "unlike", "avoid",
                                                    "instead", "except"});
                       }) ||
           (mention->first > 0 && is_one_of(view.tokens[mention->first - 1], {"no"}));
}

/// "It is known that …", "it is hard to …": the word stands for what comes behind.
bool is_expletive(const SentenceView& view, const CueHit& it) {
    constexpr std::uint32_t window = 6;
    const auto end = std::min<std::size_t>(it.last + window, view.tokens.size());
    for (std::size_t i = it.last; i < end; ++i) {
        if (is_one_of(view.tokens[i], {"that", "whether", "if"})) return true;
    }
    return it.last < view.tokens.size() && is_one_of(view.tokens[it.last], {"is", "was"}) &&
           std::any_of(view.mentions.begin(), view.mentions.end(),
                       [&](const MentionHere& m) { return m.first <= it.last + 2 && m.first >= it.last; });
}

/// "These patients", "these mechanisms": the word says which ones, and no treatment is meant.
bool is_determiner(const SentenceView& view, const CueHit& these) {
    if (these.last - these.first > 1 || !is_one_of(view.tokens[these.first], {"these"})) return false;
    if (these.last >= view.tokens.size() || view.tokens[these.last].kind != TokenKind::word) return false;
    const Token& next = view.tokens[these.last];
    const bool verb =
        is_one_of(next, {"are", "were", "may",    "can", "could", "might", "will", "would", "should",  "have", "had",
                         "do",  "did",  "cannot", "all", "also",  "only",  "work", "help",  "include", "often"});
    return !verb && std::none_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        return hit.row->decides == Decides::effect && hit.first == these.last;
    });
}

}  // namespace

const CueHit* pronoun(const SentenceView& view) {
    const auto found = std::find_if(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool stands_for = hit.row->value != "work" && hit.row->value != "none";
        return hit.row->decides == Decides::anaphor && stands_for && !is_determiner(view, hit);
    });
    return found == view.hits.end() ? nullptr : &*found;
}

bool says_what(const CueHit& anaphor) {
    return anaphor.last - anaphor.first > 1 || anaphor.row->value == "both";
}

bool names_comparator(const SentenceView& view, const MentionHere& mention) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool than = hit.row->decides == Decides::comparator && hit.row->value == "than" && hit.row->code != "between";
        if (!than || hit.last > mention.first || mention.first >= hit.last + 5) return false;
        if (view.clauses[hit.last - 1] != view.clauses[mention.first]) return false;
        const auto from = view.tokens.begin() + hit.last;
        const auto to = view.tokens.begin() + mention.first;
        // "than no acupuncture": nothing is not another treatment
        return std::none_of(from, to, [](const Token& token) { return token.mark == ',' || is_one_of(token, {"no"}); });
    });
}

bool is_inert(const SentenceView& view, const MentionHere& mention) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool inert = hit.row->decides == Decides::comparator && hit.row->value == "inert";
        return inert && hit.first < mention.last && mention.first <= hit.last;
    });
}

bool is_named_for_both(const SentenceView& view, const MentionHere& mention) {
    constexpr std::uint32_t window = 5;
    const auto from = view.tokens.begin() + (mention.first > window ? mention.first - window : 0);
    return std::any_of(from, view.tokens.begin() + mention.first, [](const Token& token) {
        return is_one_of(token, {"real", "true", "genuine", "verum"});
    });
}

bool names_people(const SentenceView& view, const MentionHere& mention) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool people = hit.row->decides == Decides::comparator && hit.row->value == "people";
        return people && hit.first < mention.last && mention.first < hit.last;
    });
}

bool is_occasion(const SentenceView& view, std::uint32_t entity, std::uint32_t pronoun) {
    return std::all_of(view.mentions.begin(), view.mentions.end(), [&](const MentionHere& mention) {
        if (mention.entity != entity) return true;
        return mention.first > 0 && mention.last <= pronoun &&
               is_one_of(view.tokens[mention.first - 1], {"after", "during", "before", "following"});
    });
}

bool is_allergen(const SentenceView& view, const MentionHere& mention) {
    return mention.first >= 2 && view.tokens[mention.first - 2].hash == word_hash("allergic");
}

bool is_in_journal_name(const SentenceView& view, const MentionHere& mention) {
    constexpr std::uint32_t longest_name = 10;
    for (std::uint32_t at = mention.first; at > 1 && mention.first - at < longest_name; --at) {
        const Token& before = view.tokens[at - 1];
        if (is_one_of(before, {"in"}))
            return is_one_of(view.tokens[at - 2], {"published", "appeared", "appearing", "reported", "printed"});
        const bool capital = is_ascii_upper(view.text[before.span.begin]);
        if (!capital && !is_one_of(before, {"and", "of", "the", "for"})) return false;
    }
    return false;
}

bool is_other_half(const SentenceView& view, const MentionHere& mention) {
    if (mention.first == 0 || mention.last >= view.tokens.size()) return false;
    const auto clause = view.clauses[mention.first];
    if (view.roles[clause] == ClauseRole::main) return false;
    const bool begins_it = mention.first < 2 || view.clauses[mention.first - 2] != clause;
    const auto behind = mention.last + 1;
    const bool ends_it = behind == view.tokens.size() || view.tokens[behind].kind == TokenKind::mark;
    return begins_it && ends_it &&
           is_one_of(view.tokens[mention.last],
                     {"was", "were", "is", "are", "did", "does", "do", "had", "has", "have", "can"});
}

bool opens_with_pronoun(const SentenceView& view) {
    const CueHit* hit = pronoun(view);
    if (hit == nullptr || hit->first > 1) return false;
    const bool named_before =
        std::any_of(view.mentions.begin(), view.mentions.end(), [&](const MentionHere& m) { return m.first < hit->last; });
    if (named_before) return false;
    if (hit->last - hit->first > 1) return true;
    const Token& word = view.tokens[hit->first];
    return is_one_of(word, {"it"}) ? !is_expletive(view, *hit) : !is_one_of(word, {"its"});
}

bool opens_with_verb(const SentenceView& view) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool verb = hit.first == 0 && hit.row->decides == Decides::effect && view.tokens.size() > 1;
        return verb && view.tokens[0].span.in(view.text).ends_with('s');
    });
}

bool is_spoken_of(const SentenceView& view, std::uint32_t entity) {
    return stands_in_front(view, entity) && !named_in_passing(view, entity);
}

}  // namespace evigrade::link::reading
