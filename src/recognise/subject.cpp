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

/// "Treated with X", "randomised to X".
bool is_framed(const Scene& scene, std::size_t first) {
    return runs_on(scene.tokens()[first]) && words_of_ending_at(scene.tokens(), first, Role::frame) > 0;
}

/// "X sessions"; among other things that may be given, "the X group" too.
bool is_headed(const Scene& scene, std::size_t last, TitleSlot::Ground ground) {
    if (last >= scene.tokens().size() || !runs_on(scene.tokens()[last])) return false;
    const Token& next = scene.tokens()[last];
    return is_head(next) || next.is(Role::weak_head) || next.is(Role::product) ||
           (next.is(Role::noun) && ground != TitleSlot::Ground::begins);
}

/// "X is the practice of flattening …", "X means eating a diet …": a sentence begins with it and soon says what it is.
bool is_defined(const Scene& scene, std::size_t first, std::size_t last) {
    constexpr std::size_t soon = 8;
    const auto& tokens = scene.tokens();
    if (first > 0 && tokens[first].before != Break::hard) return false;
    const std::size_t verb = last < tokens.size() ? words_of(tokens, last, Role::defines) : 0;
    for (std::size_t at = last + verb; verb > 0 && at < std::min(tokens.size(), last + soon) && runs_on(tokens[at]); ++at) {
        if (tokens[at].is(Role::kind) || is_head(tokens[at])) return true;
    }
    return false;
}

/// In small letters but for what capitals tell: "Electronic Stethoscope" is "electronic stethoscope".
std::string slot_name(const Scene& title, TitleSlot slot) {
    std::string name;
    for (std::size_t at = slot.first; at < slot.last; ++at) {
        if (at > slot.first) name += title.tokens()[at].before == Break::hyphen ? '-' : ' ';
        const bool plain = title.tokens()[at].shape == Shape::capital && !title.is_rare(at);
        name += plain ? title.word(at) : std::string(title.text(at, at + 1));
    }
    return name;
}

bool is_telling(const Scene& title, TitleSlot slot) {
    for (std::size_t at = slot.first; at < slot.last; ++at) {
        if (title.is_rare(at) && !title.is_adjective(at)) return true;
    }
    return false;
}

}  // namespace

void Subject::read_slots(const Scene& title) {
    constexpr std::size_t most = 24;
    for (const TitleSlot& slot : title_slots(title)) {
        if (named_.size() == most) return;
        Named named;
        named.name = slot_name(title, slot);
        named.ground = slot.ground;
        named.telling = slot.abbreviated || is_telling(title, slot);
        for (std::size_t at = slot.first; at < slot.last; ++at) named.hashes.push_back(title.tokens()[at].hash);
        const auto same = [&](const Named& other) { return other.hashes == named.hashes; };
        if (std::none_of(named_.begin(), named_.end(), same)) named_.push_back(std::move(named));
    }
}

void Subject::read_title(const Scene& title) {
    read_slots(title);
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

void Subject::follow_named(const Scene& block) {
    const auto& tokens = block.tokens();
    for (Named& named : named_) {
        for (std::size_t at = 0; at + named.hashes.size() <= tokens.size(); ++at) {
            if (tokens[at].hash != named.hashes.front()) continue;
            std::size_t matched = 1;
            while (matched < named.hashes.size() && tokens[at + matched].hash == named.hashes[matched]) ++matched;
            if (matched < named.hashes.size()) continue;
            const std::size_t last = at + matched;
            ++named.seen;
            if (is_framed(block, at)) ++named.framed;
            if (is_headed(block, last, named.ground)) ++named.headed;
            if (is_defined(block, at, last)) ++named.defined;
        }
    }
}

void Subject::follow(const Scene& block, Place place) {
    if (place != Place::title) follow_named(block);
    if (words_.empty()) return;
    for (std::size_t at = 0; at < block.tokens().size(); ++at) {
        if (block.tokens()[at].roles != 0 || block.is_known(at)) continue;
        const auto found = words_.find(block.tokens()[at].hash);
        if (found == words_.end()) continue;
        ++found->second.seen;
        found->second.cued += is_cued(block, at);
    }
}

bool Subject::Named::convinces() const {
    const bool spoken_of = framed + headed + defined > 0;
    switch (ground) {
        case TitleSlot::Ground::is_given:
            return telling || (seen > 0 && (hashes.size() > 1 || spoken_of));
        case TitleSlot::Ground::affects:
            return telling ? seen > 0 : seen > 1 && spoken_of;
        case TitleSlot::Ground::begins:
            break;
    }
    return seen > 1 && (defined + framed > 0 || (telling && headed > 0));
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
    for (const Named& named : named_) {
        if (!named.convinces()) continue;
        Sighting sighting;
        sighting.name = named.name;
        sighting.points = 2;
        sighting.telling = named.telling ? Telling::yes : Telling::no;
        found.see(sighting, Place::title);
    }
}

}  // namespace evigrade::recognise
