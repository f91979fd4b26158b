// The reasons for which GRADE rates certainty down or up, as far as the facts assess them.
#pragma once

#include <string>
#include <vector>

#include "evigrade/grade.hpp"

namespace evigrade::grade {

enum class ReasonSense : std::uint8_t { down, up };

/// One reason that was assessed: by how much it moves the word, and why.
struct Reason {
    std::string name;
    ReasonSense sense = ReasonSense::down;
    int amount = 0;  ///< at most two; nothing where it was assessed and found harmless
    std::string text;
};

/// The reasons assessed for a body that `lead` leads. A reason without a fact behind it does not appear.
std::vector<Reason> reasons_of(const Grade& grade, const Unit& lead, const Policy& policy);

/// The same with what people have judged in place of what was assessed by machine.
std::vector<Reason> judged(std::vector<Reason> reasons, const std::vector<Judgement>& judgements);

}  // namespace evigrade::grade
