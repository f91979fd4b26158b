// What a sentence says becomes of something: "reduces pain", "hair density increased", "no difference in relapses".
#pragma once

#include <optional>
#include <vector>

#include "link/claim_sentence.hpp"

namespace evigrade::link::reading {

/// Which way an effect points once its object, its verb and its negations are put together.
enum class Sign : std::int8_t { against = -1, open = 0, favour = 1 };

struct EffectFound {
    const CueHit* hit = nullptr;
    Effect effect = Effect::good;
    Sign sign = Sign::open;
    std::optional<Object> object;    ///< what it happens to
    std::uint32_t object_token = 0;  ///< where that stands
    bool negated = false;
};

/// What a token names, as far as effects are concerned.
struct ObjectHere {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Object object = Object::neutral;
    int weight = 0;
};

/// Objects in order: of the cue table, then conditions (unwelcome) and outcomes (of no known side) that the table does not
/// know.
std::vector<ObjectHere> objects_of(const SentenceView& view);
/// Sets the sign once effect, object and negation are known: "no difference in relapses" speaks against, "no difference in
/// adverse events" does not.
void settle(EffectFound& found);
std::vector<EffectFound> effects_of(const SentenceView& view, const std::vector<ObjectHere>& objects);

}  // namespace evigrade::link::reading
