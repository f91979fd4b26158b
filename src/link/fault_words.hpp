// The words by which the linter weighs a sentence before it reports it: data/cues/check_words.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/phrases.hpp"

namespace evigrade::link::faults {

enum class Role : std::uint8_t {
    certain,
    study,
    procedure,
    opens_aside,
    awaits,
    people,
    named,
    absolute_absence,
    bounded_absence,
    harm,
    marketing_address,
};

/// What stands in a stretch of text.
class Look {
public:
    void note(Role role) { mask_ |= 1U << static_cast<unsigned>(role); }
    [[nodiscard]] bool has(Role role) const { return ((mask_ >> static_cast<unsigned>(role)) & 1U) != 0; }

private:
    std::uint32_t mask_ = 0;
};

/// Immutable after loading; shared between threads.
class FaultWords {
public:
    explicit FaultWords(const Data& data);

    /// Certain wording counts only where no negation stands before it, first words only where they come first.
    [[nodiscard]] Look look(std::string_view text) const;
    /// Whether an address leads to something that is for sale.
    [[nodiscard]] bool sells(std::string_view address) const;

private:
    Phrases phrases_;
    std::vector<std::string> addresses_;
};

}  // namespace evigrade::link::faults
