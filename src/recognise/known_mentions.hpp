// Names that training texts mark as chemicals or diseases wherever they stand: what the model leaves out of them is set.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "recognise/mention_tokens.hpp"

namespace evigrade::recognise {

/// The table data/models/mentions.names.tsv: names as their tokens, parted by blanks, and whether each is a chemical.
class KnownMentions {
public:
    KnownMentions() = default;
    explicit KnownMentions(const Data& data);

    /// Labels the known names all of whose tokens are without a label, the longest first.
    void settle(const MentionText& text, std::vector<std::uint8_t>& labels) const;

private:
    enum class Known : std::uint8_t { part, chemical, disease };
    /// How many tokens from `at` on make the longest known name; 0 where none begins there.
    [[nodiscard]] std::size_t longest(const MentionText& text, std::size_t at, const std::vector<std::uint8_t>& labels,
                                      Known& kind) const;

    std::unordered_map<std::uint64_t, Known> names_;  ///< by phrase; `part` where a longer name goes on
};

}  // namespace evigrade::recognise
