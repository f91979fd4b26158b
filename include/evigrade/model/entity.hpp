// What articles talk about, and where they do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

enum class Substance : std::uint8_t { no, yes };

/// A node of the treatment graph or the condition hierarchy.
/// Dutasteride mesotherapy *is a* mesotherapy, *contains* dutasteride, *by* the intradermal route.
struct Entity {
    std::string id;  ///< a slug: "dutasteride-mesotherapy"
    EntityKind kind = EntityKind::treatment;
    std::string name;                      ///< as a person would write it
    std::optional<std::string> mesh;       ///< descriptor identifier, D…
    std::vector<std::string> aliases;      ///< other names; for entities of the article alone, as written there
    std::vector<std::string> parents;      ///< ids: is a
    std::vector<std::string> ingredients;  ///< ids: contains
    std::optional<std::string> route;      ///< oral, topical, intradermal, intravenous …
    Substance substance = Substance::no;   ///< a drug, supplement, botanical or chemical: may be an ingredient too
    EntityOrigin origin = EntityOrigin::lexicon;
};

struct Mention {
    Span span;
    std::uint32_t entity = 0;  ///< index into Mentions::entities
};

struct Mentions {
    std::vector<Entity> entities;   ///< every entity that the article mentions, once, and their ancestors
    std::vector<Mention> mentions;  ///< in order of begin; nested mentions ("hair loss" in "pattern hair loss") are left out
};

}  // namespace evigrade
