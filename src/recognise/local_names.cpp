#include "recognise/local_names.hpp"

#include <algorithm>

namespace evigrade::recognise {

void LocalNames::add(std::string_view name, const Cues& cues, NameCase rule, std::optional<std::uint32_t> entity) {
    std::vector<Token> tokens;
    tokenise(name, {0, static_cast<std::uint32_t>(name.size())}, cues, tokens);
    if (tokens.empty()) return;
    Name entry;
    for (const Token& token : tokens) entry.hashes.push_back(token.hash);
    entry.written = name;
    entry.rule = rule;
    entry.entity = entity;
    auto& others = names_[entry.hashes.front()];
    const auto same = std::any_of(others.begin(), others.end(), [&](const Name& other) {
        return other.hashes == entry.hashes && other.rule == entry.rule && (rule == NameCase::any || other.written == name);
    });
    // No honest article has so many names that start alike; a hostile one shall not slow the reading down.
    constexpr std::size_t most_alike = 64;
    if (!same && others.size() < most_alike) others.push_back(std::move(entry));
}

std::optional<LocalNames::Match> LocalNames::longest(std::string_view text, const std::vector<Token>& tokens,
                                                     std::size_t at) const {
    const auto found = names_.find(tokens[at].hash);
    if (found == names_.end()) return std::nullopt;
    std::optional<Match> best;
    for (const Name& name : found->second) {
        if (at + name.hashes.size() > tokens.size() || (best && best->words >= name.hashes.size())) continue;
        std::size_t same = 1;
        while (same < name.hashes.size() && tokens[at + same].hash == name.hashes[same] && runs_on(tokens[at + same]))
            ++same;
        if (same != name.hashes.size()) continue;
        const Span span{tokens[at].span.begin, tokens[at + same - 1].span.end};
        if (name.rule == NameCase::as_written && span.in(text) != name.written) continue;
        best = Match{same, name.entity};
    }
    return best;
}

}  // namespace evigrade::recognise
