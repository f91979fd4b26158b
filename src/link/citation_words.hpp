// data/cues/citation_words.tsv: the words by which prose points at a study, and those beside numbers that are no
// citations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/names.hpp"

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
    /// Whether the lowered words play the role.
    [[nodiscard]] bool plays(std::string_view words, Role role) const;
    /// The design that a kind of work tells.
    [[nodiscard]] std::optional<Design> design_of(std::string_view words) const;
    /// Whether an address leads to a study or a paper.
    [[nodiscard]] bool hosts_studies(std::string_view address) const;

private:
    struct Meaning {
        unsigned roles = 0;
        std::optional<Design> design;
    };
    std::unordered_map<std::string_view, Meaning> words_;
    std::vector<std::string_view> hosts_;
};

}  // namespace evigrade::link
