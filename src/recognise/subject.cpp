#include "recognise/subject.hpp"

#include <algorithm>

namespace evigrade::recognise {
namespace {

/// Whether the neighbours of a word treat it as a treatment: "effects of X", "X sessions", "X for migraine".
bool is_cued(const Scene& scene, std::size_t at) {
    const auto& tokens = scene.tokens();
    if (runs_on(tokens[at]) &&
        (words_of_ending_at(tokens, at, Role::frame) > 0 || words_of_ending_at(tokens, at, Role::weak_frame) > 0)) {
        return true;
    }
    const std::size_t next = at + 1;
    if (next >= tokens.size() || !runs_on(tokens[next])) return false;
    const Token& after = tokens[next];
    if (is_head(after) || after.is(Role::weak_head) || after.is(Role::noun) || after.is(Role::product)) return true;
    return next + 1 < tokens.size() && runs_on(tokens[next + 1]) && scene.word(next) == "for" &&
           scene.is_known_as(next + 1, EntityKind::condition);
}

}  // namespace

void Subject::read_title(const Scene& title) {
    constexpr std::size_t shortest = 5;
    constexpr std::size_t most = 24;
    for (std::size_t at = 0; at < title.tokens().size() && words_.size() < most; ++at) {
        const Token& token = title.tokens()[at];
        if (token.roles != 0 || token.span.size() < shortest || !title.may_name(at) || title.is_adjective(at)) continue;
        const bool telling_case = token.shape == Shape::upper || token.shape == Shape::mixed;
        const std::string name = telling_case ? std::string(title.text(at, at + 1)) : title.word(at);
        words_.try_emplace(token.hash, Word{name, title.is_rare(at), 0, 0});
    }
}

void Subject::follow(const Scene& block) {
    if (words_.empty()) return;
    for (std::size_t at = 0; at < block.tokens().size(); ++at) {
        if (block.tokens()[at].roles != 0 || block.is_known(at)) continue;
        const auto found = words_.find(block.tokens()[at].hash);
        if (found == words_.end()) continue;
        ++found->second.seen;
        found->second.cued += is_cued(block, at);
    }
}

void Subject::report(Candidates& found) const {
    constexpr std::size_t often = 4;
    for (const auto& [hash, word] : words_) {
        const std::size_t cues_wanted = word.rare ? 1 : 2;
        if (word.seen < often || word.cued < cues_wanted) continue;
        Sighting sighting;
        sighting.name = word.name;
        sighting.points = 2;
        found.see(sighting, Place::title);
    }
}

}  // namespace evigrade::recognise
