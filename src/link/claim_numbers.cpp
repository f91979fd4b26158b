#include "link/claim_numbers.hpp"

#include <algorithm>

#include "link/claim_quantities.hpp"

namespace evigrade::link::reading {
namespace {

constexpr double significant = 0.05;
/// How many tokens may stand between a number and the group that it belongs to.
constexpr std::uint32_t farthest = 8;

/// Rows as the tables would have them, if tables could compare numbers.
CueRow row(Effect effect, std::string_view code) {
    CueRow out;
    out.decides = Decides::effect;
    out.value = to_text(effect);
    out.code = code;
    out.weight = 3;
    out.number = static_cast<std::uint8_t>(effect);
    return out;
}

/// A group: a treatment that is given, or what it is held against.
struct Group {
    std::uint32_t first = 0, last = 0;
    bool inert = false;
};

std::vector<Group> groups_of(const SentenceView& view) {
    std::vector<Group> out;
    for (const CueHit& hit : view.hits) {
        const bool held_against = hit.row->value == "inert" || hit.row->value == "other";
        if (hit.row->decides == Decides::comparator && held_against) out.push_back({hit.first, hit.last, true});
    }
    for (const MentionHere& mention : view.mentions) {
        const bool covered = std::any_of(out.begin(), out.end(), [&](const Group& group) {
            return group.first < mention.last && mention.first < group.last + 1;
        });
        if (mention.kind == EntityKind::treatment && !covered) out.push_back({mention.first, mention.last, false});
    }
    std::sort(out.begin(), out.end(), [](const Group& a, const Group& b) { return a.first < b.first; });
    return out;
}

std::vector<std::uint32_t> numbers_between(const SentenceView& view, std::uint32_t from, std::uint32_t to) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t at = from; at < to; ++at) {
        if (view.tokens[at].kind == TokenKind::number) out.push_back(at);
    }
    return out;
}

/// "5% in the zinc group", and not "108 received zinc" nor "150 mg zinc".
bool belongs_to(const SentenceView& view, std::uint32_t number, const Group& group) {
    if (group.first > number + farthest) return false;
    bool linked = false;
    for (std::uint32_t at = number + 1; at < group.first; ++at) {
        if (is_one_of(view.tokens[at],
                      {"received", "assigned", "allocated", "randomised", "randomized", "underwent", "got"}))
            return false;
        linked = linked || is_one_of(view.tokens[at], {"in", "with", "on", "after", "for", "among", "of", "under"});
    }
    return linked;
}

/// The object that stands nearest before the numbers.
std::optional<ObjectHere> measured(const std::vector<ObjectHere>& objects, std::uint32_t number) {
    std::optional<ObjectHere> nearest;
    for (const ObjectHere& object : objects) {
        if (object.last <= number && object.object != Object::neutral) nearest = object;
    }
    return nearest;
}

/// "Antidepressants 44.8%, running 43.3%; P = .88": two treatments that came out alike are not shown to fail.
bool compares_treatments(const SentenceView& view) {
    std::optional<std::uint32_t> first;
    for (const Group& group : groups_of(view)) {
        if (group.inert) return false;
    }
    for (const MentionHere& mention : view.mentions) {
        if (mention.kind != EntityKind::treatment) continue;
        if (first && *first != mention.entity) return true;
        first = mention.entity;
    }
    return false;
}

/// The last "as" before a token, at most so many tokens back.
std::optional<std::uint32_t> last_as(const SentenceView& view, std::uint32_t before, std::uint32_t window) {
    for (std::uint32_t back = 1; back <= window && back <= before; ++back) {
        if (is_one_of(view.tokens[before - back], {"as"})) return before - back;
    }
    return std::nullopt;
}

bool compares_in_words(const EffectFound& found) {
    return found.sign != Sign::open || found.effect == Effect::null || found.effect == Effect::mixed;
}

/// "P < 0.05", and not "P = 0.05".
bool is_below(const SentenceView& view, const Quantity& p_value) {
    const auto at = std::find_if(view.tokens.begin(), view.tokens.end(),
                                 [&](const Token& token) { return token.span.end >= p_value.span.end; });
    return at != view.tokens.begin() && at != view.tokens.end() && std::prev(at)->mark == '<';
}

const CueRow& row_of(double treated, double other, Chance chance) {
    static const CueRow up = row(Effect::up, "numbers");
    static const CueRow down = row(Effect::down, "numbers");
    static const CueRow even = row(Effect::null, "alike");
    if (chance == Chance::possible || treated == other) return even;
    return treated > other ? up : down;
}

}  // namespace

Chance chance_of(const SentenceView& view) {
    // nearly all sentences give neither a P value nor an interval
    const bool tested = std::any_of(view.tokens.begin(), view.tokens.end(), [](const Token& token) {
        return is_one_of(token, {"p", "ps", "ci"});
    });
    if (!tested) return Chance::unknown;
    bool any_small = false;
    bool any_large = false;
    double no_effect = 0;
    for (const Quantity& quantity : quantities_of(view)) {
        if (quantity.kind == "ratio") no_effect = 1;
        if (quantity.kind == "mean_difference") no_effect = 0;
        if (quantity.kind == "p_value") {
            const bool small = quantity.low < significant || (quantity.low == significant && is_below(view, quantity));
            (small ? any_small : any_large) = true;
        }
        if (quantity.kind == "interval" && quantity.low < quantity.high)
            (quantity.low <= no_effect && no_effect <= quantity.high ? any_large : any_small) = true;
    }
    if (any_small == any_large) return Chance::unknown;
    return any_small ? Chance::excluded : Chance::possible;
}

std::optional<NumbersCompared> left_to_chance(const SentenceView& view, const std::vector<ObjectHere>& objects) {
    if (chance_of(view) != Chance::possible || compares_treatments(view)) return std::nullopt;
    static const CueRow even = row(Effect::null, "alike");
    std::uint32_t at = 0;
    while (view.tokens[at].kind != TokenKind::number) ++at;
    return NumbersCompared{{at, at + 1, &even}, measured(objects, at)};
}

std::optional<NumbersCompared> as_much_as_nothing(const SentenceView& view, const std::vector<ObjectHere>& objects) {
    constexpr std::uint32_t longest = 12;
    constexpr std::uint32_t nearest = 6;
    static const CueRow even = row(Effect::null, "alike");
    for (const CueHit& inert : view.hits) {
        if (inert.row->decides != Decides::comparator || inert.row->value != "inert") continue;
        const auto second = last_as(view, inert.first, nearest);
        const auto first = second ? last_as(view, *second, longest) : std::nullopt;
        if (!first || *second < *first + 2 || view.clauses[*first] != view.clauses[*second]) continue;
        const bool measures = is_one_of(
            view.tokens[*first + 1], {"much", "many", "likely", "often", "well", "good", "quickly", "fast", "long", "high",
                                      "low", "bad", "frequent", "common", "great", "large", "effective", "happy"});
        const bool more = *first > 0 && is_one_of(view.tokens[*first - 1], {"twice", "times", "half", "not"});
        const bool as_well_as = *second == *first + 2 && is_one_of(view.tokens[*first + 1], {"well"});
        if (measures && !more && !as_well_as) return NumbersCompared{{*first, *second, &even}, measured(objects, *second)};
    }
    return std::nullopt;
}

EffectFound NumbersCompared::effect() const {
    EffectFound found;
    found.hit = &hit;
    found.effect = hit.row->as<Effect>();
    if (object) {
        found.object = object->object;
        found.object_token = object->first;
    }
    settle(found);
    return found;
}

std::optional<NumbersCompared> compare_numbers(const SentenceView& view, const std::vector<ObjectHere>& objects,
                                               const std::vector<EffectFound>& effects) {
    if (std::any_of(effects.begin(), effects.end(), compares_in_words)) return std::nullopt;
    const auto groups = groups_of(view);
    for (std::size_t i = 0; i + 1 < groups.size(); ++i) {
        const Group& one = groups[i];
        const Group& two = groups[i + 1];
        const auto behind = numbers_between(view, one.last, two.first);
        const auto before = numbers_between(view, 0, one.first);
        if (behind.empty() || before.size() < behind.size()) continue;
        // "3.7 (2.1) in … and 3.1 (2.0) in …": the numbers of both groups stand in one order
        const std::uint32_t first = before[before.size() - behind.size()];
        if (!belongs_to(view, before.back(), one) || !belongs_to(view, behind.back(), two)) continue;
        const double of_one = number_at(view, first);
        const double of_two = number_at(view, behind.front());
        const bool swapped = one.inert && !two.inert;
        const CueRow& row = swapped ? row_of(of_two, of_one, chance_of(view)) : row_of(of_one, of_two, chance_of(view));
        const auto object = measured(objects, first);
        if (!object && row.as<Effect>() != Effect::null) return std::nullopt;
        return NumbersCompared{{first, two.last, &row}, object};
    }
    return std::nullopt;
}

}  // namespace evigrade::link::reading
