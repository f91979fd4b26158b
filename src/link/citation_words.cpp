#include "link/citation_words.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

constexpr std::size_t longest = 32;  ///< bytes of a single word that plays a role

}  // namespace

CitationWords::CitationWords(const Data& data) {
    static constexpr std::array<std::string_view, 16> roles{
        "work",    "journal", "whole_journal", "people", "source", "group", "inquiry", "done",
        "finding", "month",   "lead",          "unit",   "label",  "joint", "opener",  "entry"};
    const Table table(data.find("cues/citation_words.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view role = table.at(row, "role");
        if (role == "host") hosts_.push_back(table.at(row, "words"));
        const auto place = std::find(roles.begin(), roles.end(), role);
        if (place == roles.end()) continue;
        const std::string_view words = table.at(row, "words");
        if (words.empty()) continue;
        sketch_.add(words);
        Meaning& meaning = words_[words];
        meaning.roles |= 1U << (place - roles.begin());
        if (const auto design = from_text<Design>(table.at(row, "means"))) meaning.design = design;
    }
}

void CitationWords::mark(std::string_view text, std::vector<Piece>& pieces) const {
    std::array<char, longest> lowered{};
    for (Piece& piece : pieces) {
        if (piece.kind != PieceKind::word) continue;
        const std::string_view word = piece.in(text);
        if (word.size() > longest || !sketch_.may_hold(word)) continue;
        std::transform(word.begin(), word.end(), lowered.begin(), ascii_lower);
        const auto found = words_.find(std::string_view(lowered.data(), word.size()));
        if (found != words_.end()) piece.roles = found->second.roles;
    }
}

bool CitationWords::plays(std::string_view words, Role role) const {
    const auto found = words_.find(words);
    return found != words_.end() && (found->second.roles >> static_cast<unsigned>(role) & 1U) != 0;
}

std::optional<Design> CitationWords::design_of(std::string_view words) const {
    const auto found = words_.find(words);
    return found == words_.end() ? std::nullopt : found->second.design;
}

bool CitationWords::hosts_studies(std::string_view address) const {
    const std::string low = lower(address);
    return std::any_of(hosts_.begin(), hosts_.end(),
                       [&](std::string_view host) { return low.find(host) != std::string::npos; });
}

}  // namespace evigrade::link
