#include "link/claim_sentence.hpp"

#include <algorithm>
#include <limits>

namespace evigrade::link::reading {
namespace {

/// How many words a negation reaches when nothing stops it: NegEx takes five, prose on treatments needs more.
constexpr std::uint32_t negation_window = 9;
constexpr std::uint32_t brief_window = 5;
constexpr std::uint32_t backward_window = 7;
/// No sentence of prose is longer; what claims to be one is not read to its end.
constexpr std::uint32_t longest_read = 3072;
constexpr std::uint8_t last_clause = std::numeric_limits<std::uint8_t>::max() - 1;

/// "Opioid-induced constipation": the name says whence something comes, and nothing is said of the treatment.
bool only_tells_whence(const SentenceView& view, const MentionHere& mention) {
    return mention.last < view.tokens.size() && view.tokens[mention.last].hash == word_hash("induced");
}

void find_mentions(const Mentions& mentions, SentenceScratch& scratch, SentenceView& view) {
    view.mentions.clear();
    auto& at = scratch.next_mention;
    const auto& all = mentions.mentions;
    while (at < all.size() && all[at].span.end <= view.span.begin) ++at;
    std::uint32_t token = 0;
    const auto count = static_cast<std::uint32_t>(view.tokens.size());
    for (std::size_t i = at; i < all.size() && all[i].span.begin < view.span.end; ++i) {
        while (token < count && view.tokens[token].span.end <= all[i].span.begin) ++token;
        std::uint32_t last = token;
        while (last < count && view.tokens[last].span.begin < all[i].span.end) ++last;
        if (last == token) continue;
        const MentionHere mention{token, last, all[i].entity, mentions.entities[all[i].entity].kind};
        if (mention.kind == EntityKind::condition || mention.kind == EntityKind::outcome ||
            !only_tells_whence(view, mention))
            view.mentions.push_back(mention);
    }
}

bool ends_clause(const Token& token) {
    return token.kind == TokenKind::mark && (token.mark == ';' || token.mark == ':' || token.mark == '-');
}

/// Cuts at semicolons, colons and dashes, and before words that open a clause. A concession ends at its comma.
void cut_clauses(SentenceView& view) {
    const auto count = view.tokens.size();
    view.clauses.assign(count, 0);
    view.roles.assign(1, ClauseRole::main);
    std::vector<const CueHit*> opens(count, nullptr);
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides == Decides::clause) opens[hit.first] = &hit;
    }
    const auto open = [&](ClauseRole role) {
        if (view.roles.size() < last_clause) view.roles.push_back(role);
    };
    int depth = 0;  // what stands in brackets belongs to the clause around it
    for (std::size_t i = 0; i < count; ++i) {
        if (view.tokens[i].mark == '(') ++depth;
        if (view.tokens[i].mark == ')' && depth > 0) --depth;
        const bool concession_ends = view.roles.back() == ClauseRole::concessive && view.tokens[i].mark == ',';
        if (depth > 0) {
            view.clauses[i] = static_cast<std::uint8_t>(view.roles.size() - 1);
            continue;
        }
        if (opens[i] != nullptr) {
            const auto kind = opens[i]->row->as<Clause>();
            if (kind == Clause::concessive) open(ClauseRole::concessive);
            if (kind == Clause::contrast) open(i == 0 ? ClauseRole::main : ClauseRole::contrast);
            if (kind == Clause::boundary) open(i == 0 ? ClauseRole::concessive : view.roles.back());
        } else if (ends_clause(view.tokens[i]) || concession_ends) {
            open(ClauseRole::main);
        }
        view.clauses[i] = static_cast<std::uint8_t>(view.roles.size() - 1);
    }
}

bool is_modal(const SentenceView& view, std::uint32_t token) {
    return std::any_of(view.hits.begin(), view.hits.end(),
                       [&](const CueHit& hit) { return hit.row->decides == Decides::hedge && hit.first == token; });
}

void reach_forward(SentenceView& view, const CueHit& trigger) {
    const bool brief = trigger.row->as<Reach>() == Reach::brief;
    const auto count = static_cast<std::uint32_t>(view.tokens.size());
    std::uint32_t words = 0;
    for (std::uint32_t i = trigger.last; i < count && words < (brief ? brief_window : negation_window); ++i) {
        if (view.clauses[i] != view.clauses[trigger.first] || view.tokens[i].mark == ')') return;
        if (brief && (view.tokens[i].mark == ',' || is_modal(view, i))) return;
        if (view.tokens[i].kind != TokenKind::mark) ++words;
        ++view.negations[i];
    }
}

void reach_backward(SentenceView& view, const CueHit& trigger) {
    std::uint32_t words = 0;
    for (std::uint32_t i = trigger.first; i > 0 && words < backward_window; --i) {
        if (view.clauses[i - 1] != view.clauses[trigger.first] || view.tokens[i - 1].mark == ',') return;
        if (view.tokens[i - 1].kind != TokenKind::mark) ++words;
        ++view.negations[i - 1];
    }
}

void reach(SentenceView& view) {
    view.negations.assign(view.tokens.size(), 0);
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides != Decides::negation) continue;
        const auto way = hit.row->as<Reach>();
        if (way == Reach::forward || way == Reach::brief) reach_forward(view, hit);
        if (way == Reach::backward) reach_backward(view, hit);
    }
}

}  // namespace

const CueHit* SentenceView::first(Decides decides) const {
    const auto found =
        std::find_if(hits.begin(), hits.end(), [&](const CueHit& hit) { return hit.row->decides == decides; });
    return found == hits.end() ? nullptr : &*found;
}

const CueHit* SentenceView::coded(Decides decides, std::string_view code) const {
    const auto found = std::find_if(hits.begin(), hits.end(),
                                    [&](const CueHit& hit) { return hit.row->decides == decides && hit.row->code == code; });
    return found == hits.end() ? nullptr : &*found;
}

bool SentenceView::is_question() const {
    for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
        if (token->mark == '?') return true;
        if (token->kind != TokenKind::mark || token->mark == '!') return false;
    }
    return false;
}

void look_at(std::string_view text, Span span, const Mentions& mentions, const CueTable& cues, SentenceScratch& scratch,
             SentenceView& view) {
    view.text = text;
    view.span = span;
    view.tokens.clear();
    tokenise(text, {span.begin, std::min(span.end, span.begin + longest_read)}, view.tokens);
    cues.match(text, view.tokens, scratch.memo, view.hits);
    find_mentions(mentions, scratch, view);
    cut_clauses(view);
    reach(view);
}

}  // namespace evigrade::link::reading
