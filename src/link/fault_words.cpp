#include "link/fault_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::link::faults {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 11> roles{{
    {"certain", Role::certain},
    {"study", Role::study},
    {"procedure", Role::procedure},
    {"opens_aside", Role::opens_aside},
    {"awaits", Role::awaits},
    {"people", Role::people},
    {"named", Role::named},
    {"absolute_absence", Role::absolute_absence},
    {"bounded_absence", Role::bounded_absence},
    {"harm", Role::harm},
    {"marketing_address", Role::marketing_address},
}};

/// How many words a negation reaches over.
constexpr std::uint32_t reach = 5;

std::optional<Role> role_of(std::string_view name) {
    const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& role) { return role.first == name; });
    return found == roles.end() ? std::nullopt : std::optional(found->second);
}

/// Hyphens and apostrophes become blanks, byte for byte.
std::string loosened(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '-' || c == '\''; }, ' ');
    for (const std::string_view mark : {"\u2019", "\u2018", "\u2010", "\u2011", "\u2013", "\u2014"}) {
        for (std::size_t at = 0; (at = out.find(mark, at)) != std::string::npos;)
            out.replace(at, mark.size(), mark.size(), ' ');
    }
    return out;
}

bool negated(const Words& words, std::uint32_t at) {
    static constexpr std::array<std::string_view, 9> negations{"not", "no",      "never",  "nor",    "cannot",
                                                               "t",   "without", "hardly", "neither"};
    for (std::uint32_t i = at; i-- > 0 && at - i <= reach;) {
        if (std::find(negations.begin(), negations.end(), words.word(i)) != negations.end()) return true;
    }
    return false;
}

}  // namespace

FaultWords::FaultWords(const Data& data) {
    const Table table(data.find("cues/check_words.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto role = role_of(table.at(row, "role"));
        if (!role) continue;
        if (*role == Role::marketing_address)
            addresses_.emplace_back(table.at(row, "phrase"));
        else
            phrases_.add(table.at(row, "phrase"), static_cast<std::uint32_t>(*role));
    }
}

Look FaultWords::look(std::string_view text) const {
    const Words words(loosened(text));
    Look out;
    for (const auto& hit : phrases_.find(words)) {
        const auto role = static_cast<Role>(hit.id);
        if (role == Role::opens_aside && hit.first != 0) continue;
        if (role == Role::certain && negated(words, hit.first)) continue;
        out.note(role);
    }
    return out;
}

bool FaultWords::sells(std::string_view address) const {
    const std::string lowered = lower(address);
    return std::any_of(addresses_.begin(), addresses_.end(),
                       [&](const std::string& part) { return lowered.find(part) != std::string::npos; });
}

}  // namespace evigrade::link::faults
