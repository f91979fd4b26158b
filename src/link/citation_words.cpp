#include "link/citation_words.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::link {

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
        Meaning& meaning = words_[table.at(row, "words")];
        meaning.roles |= 1U << (place - roles.begin());
        if (const auto design = from_text<Design>(table.at(row, "means"))) meaning.design = design;
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
