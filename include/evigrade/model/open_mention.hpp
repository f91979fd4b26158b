// What stretches of a text name in open vocabulary, whether or not the lexicon knows the name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "evigrade/model/enum_text.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

/// A drug is a chemical, and a treatment too where it is one: then it is listed twice.
enum class OpenKind : std::uint8_t { chemical, disease, treatment, ingredient, outcome, device, design };
template <>
struct Names<OpenKind> {
    static constexpr std::array<std::string_view, 7> values{"chemical", "disease", "treatment", "ingredient",
                                                            "outcome",  "device",  "design"};
};

struct OpenMention {
    Span span;  ///< bytes of the text
    OpenKind kind = OpenKind::chemical;
    std::optional<std::string> entity;  ///< id, where the lexicon knows the name
    bool operator==(const OpenMention&) const = default;
};

}  // namespace evigrade
