// Names that one article gives to things: its abbreviations, and treatments discovered in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "recognise/tokens.hpp"

namespace evigrade::recognise {

enum class NameCase : std::uint8_t { any, as_written };

class LocalNames {
public:
    /// `entity` is nothing where the article uses a known name for something else ("MS" for mass spectrometry).
    void add(std::string_view name, const Cues& cues, NameCase rule, std::optional<std::uint32_t> entity);

    struct Match {
        std::size_t words = 0;
        std::optional<std::uint32_t> entity;
    };
    /// The longest local name that starts at tokens[at].
    [[nodiscard]] std::optional<Match> longest(std::string_view text, const std::vector<Token>& tokens,
                                               std::size_t at) const;
    [[nodiscard]] bool empty() const { return names_.empty(); }

private:
    struct Name {
        std::vector<std::uint64_t> hashes;
        std::string written;
        NameCase rule = NameCase::any;
        std::optional<std::uint32_t> entity;
    };
    std::unordered_map<std::uint64_t, std::vector<Name>> names_;  ///< by the first word's hash
};

}  // namespace evigrade::recognise
