// The entities of one article as they come to be known, each once, with all that stands above it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/lexicon.hpp"
#include "evigrade/model/entity.hpp"

namespace evigrade::recognise {

/// A name's place in a block, before it becomes a mention.
struct Piece {
    Span span;
    std::size_t first = 0;  ///< its tokens of the block: [first, last)
    std::size_t last = 0;
    std::uint32_t entity = 0;  ///< index into the roster
};

class Roster {
public:
    explicit Roster(const Lexicon& lexicon) : lexicon_(&lexicon) {}

    /// The place of an entity of the lexicon.
    std::uint32_t known(const Entity& entity);
    /// The place of an entity of this article; an entity of the lexicon or the article with its id or name is taken instead.
    std::uint32_t add(const Entity& entity);

    [[nodiscard]] const Entity& operator[](std::uint32_t place) const { return entities_[place]; }
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

    void add_alias(std::uint32_t place, std::string_view alias);

    /// Mentions in order; those inside another one are left out, as are entities that nothing leads to.
    [[nodiscard]] Mentions finish(std::vector<Mention> mentions) &&;

private:
    std::uint32_t place(const Entity& entity);
    [[nodiscard]] std::vector<bool> reached(const std::vector<Mention>& mentions) const;

    const Lexicon* lexicon_;
    std::vector<Entity> entities_;
    std::unordered_map<std::string, std::uint32_t> by_id_;
};

/// "dutasteride mesotherapy": a kind of `carrier` that contains `substance`.
std::uint32_t compose_carried(Roster& roster, std::uint32_t substance, std::uint32_t carrier);
/// "oral minoxidil".
std::uint32_t compose_route(Roster& roster, std::uint32_t substance, std::string_view route);
/// "wet cupping": a kind of `procedure`.
std::uint32_t compose_kind(Roster& roster, std::string_view modifier, std::uint32_t procedure);
/// "sham acupuncture": a kind of placebo, not of `procedure`.
std::uint32_t compose_control(Roster& roster, std::string_view modifier, std::uint32_t procedure);
/// "minoxidil plus finasteride": a treatment of its own, that credits neither part.
std::uint32_t compose_combination(Roster& roster, std::uint32_t one, std::uint32_t other);

}  // namespace evigrade::recognise
