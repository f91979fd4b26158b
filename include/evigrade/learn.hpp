// learn: small classifiers by tables of cues.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/names.hpp"

namespace evigrade::learn {

struct DesignReading {
    Design design = Design::unknown;
    double confidence = 0;          ///< 0 to 1: how clearly the best answer beat the next
    std::vector<std::string> cues;  ///< the words that decided, as written
};

enum class EffectDirection : std::uint8_t { increased, decreased, no_difference };
}  // namespace evigrade::learn
template <>
struct evigrade::Names<evigrade::learn::EffectDirection> {
    static constexpr std::array<std::string_view, 3> values{"increased", "decreased", "no_difference"};
};
namespace evigrade::learn {

struct DirectionReading {
    EffectDirection direction = EffectDirection::no_difference;
    std::vector<std::string> cues;  ///< what decided, in plain words, loudest first: "near the outcome: less"
};

struct StanceReading {
    Stance stance = Stance::neutral;
    std::vector<std::string> cues;  ///< what decided where a model did, in plain words, loudest first
};

/// All classifiers. Tables and models load on first use; may be shared between threads.
class Classifiers {
public:
    explicit Classifiers(const Data& data);
    ~Classifiers();
    Classifiers(Classifiers&&) noexcept;
    Classifiers& operator=(Classifiers&&) noexcept;

    /// The study design that a title, an abstract and PubMed's publication types describe.
    [[nodiscard]] DesignReading design(std::string_view title, std::string_view abstract,
                                       const std::vector<std::string>& publication_types) const;
    /// What a result sentence says of an outcome under the intervention against the comparator.
    [[nodiscard]] DirectionReading direction(std::string_view text, std::string_view intervention,
                                             std::string_view comparator, std::string_view outcome) const;
    /// What evidence says of a claim: supports, refutes, mixed, insufficient or neutral.
    [[nodiscard]] StanceReading stance(std::string_view claim, std::string_view evidence) const;
    /// How much a sentence's wording asserts.
    [[nodiscard]] Strength strength(std::string_view text) const;
    /// Whether `phrase` is negated inside `text`.
    [[nodiscard]] bool negated(std::string_view text, std::string_view phrase) const;
    /// Whether a sentence reports a harm of a treatment.
    [[nodiscard]] bool harm(std::string_view text) const;

private:
    struct Models;
    std::unique_ptr<Models> models_;
};

}  // namespace evigrade::learn
