// lexicon: the treatments, conditions and outcomes that are known by name, and how they hang together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/entity.hpp"

namespace evigrade {

/// One name found in a text.
struct LexiconHit {
    Span span;
    std::uint32_t entity;  ///< index into Lexicon::entities()
};

/// Immutable after loading; may be shared between threads.
class Lexicon {
public:
    /// Reads data/lexicon/*.tsv. Bad rows are programming errors of the tables and are caught by tests.
    explicit Lexicon(const Data& data);
    ~Lexicon();
    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;

    [[nodiscard]] const std::vector<Entity>& entities() const;
    /// The entity with this id, or nullptr.
    [[nodiscard]] const Entity* find(std::string_view id) const;
    /// The entity that goes by this name (any alias, any case, singular or plural), or nullptr.
    [[nodiscard]] const Entity* named(std::string_view name) const;
    /// `id` itself and everything above it by is-a, nearest first.
    [[nodiscard]] std::vector<std::string_view> ancestors(std::string_view id) const;

    /// All longest names in `text`, left to right, not overlapping: one pass, whole words only, blind to case
    /// (but for short all-capital abbreviations), plural, hyphen or blank, British or American spelling.
    [[nodiscard]] std::vector<LexiconHit> scan(std::string_view text) const;

private:
    struct Index;
    std::unique_ptr<Index> index_;
};

}  // namespace evigrade
