// data/cues/citation_words.tsv: the words by which prose points at a study, and those beside numbers that are no
// citations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/word_sketch.hpp"
#include "evigrade/model/names.hpp"
#include "link/citation_text.hpp"

namespace evigrade::link {

class CitationWords {
public:
    explicit CitationWords(const Data& data);

    enum class Role : std::uint8_t {
        work,
        journal,
        whole_journal,
        people,
        source,
        group,
        inquiry,
        done,
        finding,
        month,
        lead,
        unit,
        label,
        joint,
        opener,
        entry,
    };
    /// Notes the roles of each word of `text` that stands among the pieces.
    void mark(std::string_view text, std::vector<Piece>& pieces) const;
    /// Whether a marked piece plays the role, in whatever case.
    [[nodiscard]] static bool plays(const Piece& piece, Role role) {
        return (piece.roles >> static_cast<unsigned>(role) & 1U) != 0;
    }
    /// Whether the words play the role as they are written in the table.
    [[nodiscard]] bool plays(std::string_view words, Role role) const;
    /// The design that a kind of work tells.
    [[nodiscard]] std::optional<Design> design_of(std::string_view words) const;
    /// Whether an address leads to a study or a paper.
    [[nodiscard]] bool hosts_studies(std::string_view address) const;

private:
    struct Meaning {
        std::uint32_t roles = 0;
        std::optional<Design> design;
    };
    WordSketch sketch_;
    std::unordered_map<std::string_view, Meaning> words_;
    std::vector<std::string_view> hosts_;
};

}  // namespace evigrade::link
