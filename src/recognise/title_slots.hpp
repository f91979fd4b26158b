// The places of a title where its treatment may stand: "Effect of X on pain", "X versus Y", "X for migraine", "X: the
// facts".
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "recognise/discover.hpp"

namespace evigrade::recognise {

/// Words [first, last) of a title, none of which any lexicon knows.
struct TitleSlot {
    /// What the place says of the words in it.
    enum class Ground : std::uint8_t {
        begins,    ///< "X: the facts", "X in gout": they may be anything
        affects,   ///< "impact of X on": they have an effect, as treatments have and other things
        is_given,  ///< "efficacy of X", "X versus Y", "X for migraine": they are a treatment
    };
    std::size_t first = 0;
    std::size_t last = 0;
    Ground ground = Ground::begins;
    bool abbreviated = false;  ///< an abbreviation is given right behind them
};

std::vector<TitleSlot> title_slots(const Scene& title);

}  // namespace evigrade::recognise
