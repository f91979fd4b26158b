#include "catalog/participants.hpp"

#include <charconv>
#include <set>
#include <vector>

#include "evigrade/base/text.hpp"

namespace evigrade::catalog {
namespace {

/// Words in lower case; "1,234" is one, and a stop at the end of a sentence is a word of its own.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' || c == ';' || c == ':') {
            const bool inside =
                at > 0 && at + 1 < text.size() && is_ascii_digit(text[at - 1]) && is_ascii_digit(text[at + 1]);
            out.emplace_back(inside ? "#" : ".");
        }
        if (!is_ascii_alnum(c)) continue;
        std::string word;
        for (; at < text.size(); ++at) {
            const bool thousand = text[at] == ',' && at + 3 < text.size() && is_ascii_digit(text[at - 1]) &&
                                  is_ascii_digit(text[at + 1]) && is_ascii_digit(text[at + 2]) &&
                                  is_ascii_digit(text[at + 3]);
            if (!is_ascii_alnum(text[at]) && !thousand) break;
            if (!thousand) word += ascii_lower(text[at]);
        }
        --at;
        out.push_back(std::move(word));
    }
    return out;
}

std::optional<std::uint32_t> number(const std::string& word) {
    std::uint32_t value = 0;
    const auto parsed = std::from_chars(word.data(), word.data() + word.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != word.data() + word.size() || value < 2) return std::nullopt;
    return value;
}

}  // namespace

Participants::Participants(const Data& data) {
    const Table rows(data.find("catalog/participant_words.tsv").value_or(std::string_view()));
    const std::map<std::string_view, Role> roles{
        {"people", Role::people}, {"random", Role::random}, {"enrolled", Role::enrolled}, {"part", Role::part}};
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto role = roles.find(rows.at(row, "role"));
        if (role != roles.end()) words_.emplace(rows.at(row, "word"), role->second);
    }
}

Participants::Role Participants::role_of(const std::string& word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? Role::none : found->second;
}

std::optional<std::uint32_t> Participants::in(std::string_view abstract) const {
    const auto words = words_of(abstract.substr(0, 20000));
    std::set<std::uint32_t> random;
    std::set<std::uint32_t> enrolled;
    const auto look = [&](std::size_t from, std::size_t past, Role role) {
        for (std::size_t i = from; i < std::min(past, words.size()) && words[i] != "."; ++i) {
            if (role_of(words[i]) == role) return true;
        }
        return false;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto value = number(words[at]);
        if (!value || (at > 0 && words[at - 1] == "#") || (at + 1 < words.size() && words[at + 1] == "#")) continue;
        std::size_t people = at + 1;
        while (people < std::min(at + 5, words.size()) && words[people] != "." && !number(words[people]) &&
               role_of(words[people]) != Role::people)
            ++people;
        if (people >= std::min(at + 5, words.size()) || role_of(words[people]) != Role::people) continue;
        if (look(people + 1, people + 4, Role::part)) continue;
        std::size_t before = at;
        while (before > 0 && at - before < 5 && words[before - 1] != ".") --before;
        if (look(before, at, Role::random) || look(people + 1, people + 6, Role::random)) random.insert(*value);
        if (look(before, at, Role::enrolled) || look(people + 1, people + 6, Role::enrolled)) enrolled.insert(*value);
    }
    const auto& said = random.empty() ? enrolled : random;
    return said.size() == 1 ? std::optional<std::uint32_t>(*said.begin()) : std::nullopt;
}

}  // namespace evigrade::catalog
