#include "recognise/compose.hpp"

#include <optional>

namespace evigrade::recognise {
namespace {

/// One block under composition.
class Composer {
public:
    Composer(std::string_view text, const std::vector<Token>& tokens, std::vector<Piece>& pieces, Roster& roster)
        : text_(text), tokens_(tokens), in_(pieces), roster_(roster) {}

    void extend_by_heads();
    void apply_modifiers();
    void join_carriers();
    void apply_routes();
    void join_combinations();

private:
    [[nodiscard]] bool is_treatment(const Piece& piece) const { return roster_[piece.entity].kind == EntityKind::treatment; }
    [[nodiscard]] bool is_substance(const Piece& piece) const {
        const Entity& entity = roster_[piece.entity];
        return entity.kind == EntityKind::ingredient ||
               (entity.kind == EntityKind::treatment && entity.substance == Substance::yes);
    }
    [[nodiscard]] bool is_procedure(const Piece& piece) const { return is_treatment(piece) && !is_substance(piece); }
    [[nodiscard]] bool is_carrier(const Piece& piece) const;
    /// Whether nothing but a blank or a hyphen parts the pieces.
    [[nodiscard]] bool adjacent(const Piece& left, const Piece& right) const {
        return left.last == right.first && right.first < tokens_.size() && runs_on(tokens_[right.first]);
    }
    /// The token before a piece if it may belong to it and to no other piece.
    [[nodiscard]] std::optional<std::size_t> free_before(std::size_t piece) const;
    [[nodiscard]] std::optional<std::size_t> free_after(std::size_t piece) const;
    /// Where the route begins that the words before a piece name.
    [[nodiscard]] std::optional<std::size_t> route_before(std::size_t piece) const;
    /// Where the modifiers begin that end at token `end`; `end` itself where there are none.
    [[nodiscard]] std::size_t modifiers_before(std::size_t piece, std::size_t end) const;
    /// Whether "substance procedure" is one treatment.
    [[nodiscard]] bool brings_in(const Piece& substance, const Piece& procedure) const;
    [[nodiscard]] bool joined_by_fillers(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool joined_by(Role role, const Piece& left, const Piece& right) const;
    [[nodiscard]] bool stands_between(const Piece& left, const Piece& right) const;
    void stretch(Piece& piece, std::size_t first, std::size_t last);
    /// The pieces from `left` to `right` become one.
    void fuse(std::size_t left, std::size_t right, std::uint32_t entity);

    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::vector<Piece>& in_;
    Roster& roster_;
};

bool Composer::is_carrier(const Piece& piece) const {
    if (!is_procedure(piece)) return false;
    for (std::size_t i = piece.first; i < piece.last; ++i) {
        if (tokens_[i].is(Role::carrier)) return true;
    }
    return false;
}

std::optional<std::size_t> Composer::free_before(std::size_t piece) const {
    const std::size_t first = in_[piece].first;
    if (first == 0 || first >= tokens_.size() || !runs_on(tokens_[first])) return std::nullopt;
    if (piece > 0 && in_[piece - 1].last > first - 1) return std::nullopt;
    return first - 1;
}

std::optional<std::size_t> Composer::free_after(std::size_t piece) const {
    const std::size_t last = in_[piece].last;
    if (last >= tokens_.size() || !runs_on(tokens_[last])) return std::nullopt;
    if (piece + 1 < in_.size() && in_[piece + 1].first <= last) return std::nullopt;
    return last;
}

void Composer::stretch(Piece& piece, std::size_t first, std::size_t last) {
    piece.first = first;
    piece.last = last;
    piece.span = {tokens_[first].span.begin, tokens_[last - 1].span.end};
}

void Composer::fuse(std::size_t left, std::size_t right, std::uint32_t entity) {
    stretch(in_[left], in_[left].first, in_[right].last);
    in_[left].entity = entity;
    for (std::size_t i = left + 1; i <= right; ++i) in_[i].last = in_[i].first;  // emptied; swept by the caller
}

void sweep(std::vector<Piece>& pieces) {
    std::erase_if(pieces, [](const Piece& piece) { return piece.last <= piece.first; });
}

void Composer::extend_by_heads() {
    for (std::size_t i = 0; i < in_.size(); ++i) {
        if (!is_treatment(in_[i]) && !is_substance(in_[i])) continue;
        const std::size_t limit = i + 1 < in_.size() ? in_[i + 1].first : tokens_.size();
        std::size_t next = in_[i].last;
        const auto open = [&](std::size_t at) { return at < limit && runs_on(tokens_[at]); };
        // "Ocimum sanctum leaf extract"
        while (is_substance(in_[i]) && open(next) && tokens_[next].is(Role::plant_part)) ++next;
        if (next == in_[i].last && open(next) && !tokens_[next].is(Role::route)) {
            const bool carried = is_carrier(in_[i]) && tokens_[next].is(Role::carrier);  // "mesotherapy injections"
            next += tokens_[next].is(Role::weak_head) || carried || (is_substance(in_[i]) && is_head(tokens_[next]));
        }
        if (next > in_[i].last) stretch(in_[i], in_[i].first, next);
    }
}

std::size_t Composer::modifiers_before(std::size_t piece, std::size_t end) const {
    const std::size_t floor = piece > 0 ? in_[piece - 1].last : 0;
    // "knee surgery", "arthroscopic knee surgery": parts of the body go with general procedures only.
    const bool general = in_[piece].last - in_[piece].first == 1 && tokens_[in_[piece].first].is(Role::head);
    std::size_t first = end;
    for (std::size_t words = 1; words > 0 && first > floor && runs_on(tokens_[first]);) {
        words = words_of_ending_at(tokens_, first, Role::modifier);
        if (words == 0 && general && tokens_[first - 1].is(Role::place)) words = 1;
        if (words > first - floor) break;
        first -= words;
    }
    return first;
}

void Composer::apply_modifiers() {
    for (std::size_t i = 0; i < in_.size(); ++i) {
        if (!is_procedure(in_[i])) continue;
        const auto before = free_before(i);
        if (!before) continue;
        const bool control = tokens_[*before].is(Role::control);
        const std::size_t first = control ? *before : modifiers_before(i, *before + 1);
        if (first > *before) continue;
        const std::string_view modifier =
            text_.substr(tokens_[first].span.begin, tokens_[*before].span.end - tokens_[first].span.begin);
        const std::uint32_t entity =
            control ? compose_control(roster_, modifier, in_[i].entity) : compose_kind(roster_, modifier, in_[i].entity);
        stretch(in_[i], first, in_[i].last);
        in_[i].entity = entity;
    }
}

bool Composer::joined_by_fillers(std::size_t from, std::size_t to) const {
    constexpr std::size_t most_fillers = 3;
    const std::size_t joiner = words_of(tokens_, from, Role::joiner);
    if (joiner == 0 || from + joiner > to || to - from - joiner > most_fillers) return false;
    for (std::size_t i = from; i <= to; ++i) {
        if (!runs_on(tokens_[i])) return false;
        if (i >= from + joiner && i < to && !tokens_[i].is(Role::filler)) return false;
    }
    return true;
}

bool Composer::brings_in(const Piece& substance, const Piece& procedure) const {
    if (is_carrier(procedure)) return is_treatment(substance) || is_substance(substance);
    // A maker's name before a procedure ("AcuMedic acupressure") is no substance.
    return is_substance(substance) && is_procedure(procedure) &&
           roster_[substance.entity].origin != EntityOrigin::discovered;
}

void Composer::join_carriers() {
    for (std::size_t i = 0; i + 1 < in_.size(); ++i) {
        Piece &left = in_[i], &right = in_[i + 1];
        if (adjacent(left, right) && brings_in(left, right)) {
            fuse(i, i + 1, compose_carried(roster_, left.entity, right.entity));
            ++i;
            continue;
        }
        if (!is_carrier(left) || !is_substance(right) || right.first >= tokens_.size()) continue;
        if (!joined_by_fillers(left.last, right.first)) continue;
        fuse(i, i + 1, compose_carried(roster_, right.entity, left.entity));
        // "a dutasteride-containing solution" is part of what was named.
        while (left.last < tokens_.size() && runs_on(tokens_[left.last]) && tokens_[left.last].is(Role::filler) &&
               (i + 2 >= in_.size() || in_[i + 2].first > left.last)) {
            stretch(left, left.first, left.last + 1);
        }
        ++i;
    }
    sweep(in_);
}

std::optional<std::size_t> Composer::route_before(std::size_t piece) const {
    const auto last = free_before(piece);
    if (!last) return std::nullopt;
    const std::size_t floor = piece > 0 ? in_[piece - 1].last : 0;
    std::size_t end = *last + 1;
    const bool joined = tokens_[*last].is(Role::joiner) && *last > floor && runs_on(tokens_[*last]);
    if (joined) --end;  // "injections of lidocaine"
    const std::size_t words = words_of_ending_at(tokens_, end, Role::route);
    if (words == 0 || words > end - floor) return std::nullopt;
    // "serum magnesium" is what blood holds; "cream with urea", "oral magnesium" are routes.
    if (joined != (tokens_[end - 1].is(Role::substance_head) || tokens_[end - 1].is(Role::product))) return std::nullopt;
    const std::size_t first = end - words;
    // "inhaled budesonide" is a route, "those who inhaled budesonide" what they did
    const bool done = first > 0 && runs_on(tokens_[first]) && tokens_[first - 1].is(Role::doer) &&
                      tokens_[first].span.in(text_).ends_with("ed");
    return done ? std::nullopt : std::optional(first);
}

void Composer::apply_routes() {
    for (std::size_t i = 0; i < in_.size(); ++i) {
        if (!is_substance(in_[i])) continue;
        if (const auto first = route_before(i)) {
            in_[i].entity = compose_route(roster_, in_[i].entity, means_of(tokens_[*first]));
            stretch(in_[i], *first, in_[i].last);
            continue;
        }
        const auto after = free_after(i);
        const std::size_t words = after ? words_of(tokens_, *after, Role::route) : 0;
        if (words == 0 || (i + 1 < in_.size() && in_[i + 1].first < *after + words)) continue;
        in_[i].entity = compose_route(roster_, in_[i].entity, means_of(tokens_[*after]));
        stretch(in_[i], in_[i].first, *after + words);
    }
}

bool Composer::joined_by(Role role, const Piece& left, const Piece& right) const {
    if (left.last >= right.first) return false;
    for (std::size_t i = left.last; i <= right.first; ++i) {
        if (!runs_on(tokens_[i])) return false;
    }
    return words_of(tokens_, left.last, role) == right.first - left.last;
}

bool Composer::stands_between(const Piece& left, const Piece& right) const {
    if (joined_by(Role::together, left, right)) return true;
    if (!joined_by(Role::conjunction, left, right)) return false;
    // "combining A and B", "combination of A and B"
    for (std::size_t back = 1; back <= 3 && left.first >= back; ++back) {
        if (!runs_on(tokens_[left.first - back + 1])) break;
        if (words_of(tokens_, left.first - back, Role::combining) == back) return true;
    }
    // "A and B together", "A and B combination"
    return right.last < tokens_.size() && runs_on(tokens_[right.last]) && words_of(tokens_, right.last, Role::combined) > 0;
}

void Composer::join_combinations() {
    for (std::size_t i = 0; i + 1 < in_.size(); ++i) {
        Piece &left = in_[i], &right = in_[i + 1];
        if (!is_treatment(left) || !is_treatment(right) || left.entity == right.entity) continue;
        if (right.first >= tokens_.size() || !stands_between(left, right)) continue;
        fuse(i, i + 1, compose_combination(roster_, left.entity, right.entity));
        ++i;
    }
    sweep(in_);
}

}  // namespace

void compose(std::string_view text, const std::vector<Token>& tokens, std::vector<Piece>& pieces, Roster& roster) {
    Composer composer(text, tokens, pieces, roster);
    composer.extend_by_heads();
    composer.apply_modifiers();
    composer.join_carriers();
    composer.apply_routes();
    composer.join_combinations();
}

}  // namespace evigrade::recognise
