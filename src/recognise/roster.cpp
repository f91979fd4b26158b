#include "recognise/roster.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {

std::uint32_t Roster::place(const Entity& entity) {
    const auto [found, is_new] = by_id_.emplace(entity.id, static_cast<std::uint32_t>(entities_.size()));
    if (is_new) entities_.push_back(entity);
    return found->second;
}

std::uint32_t Roster::known(const Entity& entity) {
    if (const auto found = by_id_.find(entity.id); found != by_id_.end()) return found->second;
    const std::uint32_t own = place(entity);
    for (const std::string_view id : lexicon_->ancestors(entity.id)) {
        const Entity* above = lexicon_->find(id);
        place(*above);
        for (const std::string& ingredient : above->ingredients) {
            if (const Entity* inside = lexicon_->find(ingredient)) known(*inside);
        }
    }
    return own;
}

std::uint32_t Roster::add(const Entity& entity) {
    if (const auto found = by_id_.find(entity.id); found != by_id_.end()) return found->second;
    if (const Entity* same = lexicon_->find(entity.id)) return known(*same);
    if (const Entity* same = lexicon_->named(entity.name); same != nullptr && same->kind == entity.kind) return known(*same);
    for (const auto& ids : {entity.parents, entity.ingredients}) {
        for (const std::string& id : ids) {
            if (const Entity* other = lexicon_->find(id)) known(*other);
        }
    }
    return place(entity);
}

void Roster::add_alias(std::uint32_t place, std::string_view alias) {
    Entity& entity = entities_[place];
    constexpr std::size_t most = 64;
    if (entity.aliases.size() >= most) return;
    const auto same = [&](const std::string& other) { return other == alias; };
    if (entity.name == alias || std::any_of(entity.aliases.begin(), entity.aliases.end(), same)) return;
    entity.aliases.emplace_back(alias);
}

std::vector<bool> Roster::reached(const std::vector<Mention>& mentions) const {
    std::vector<bool> seen(entities_.size(), false);
    std::vector<std::uint32_t> open;
    const auto reach = [&](std::uint32_t at) {
        if (!seen[at]) open.push_back(at);
        seen[at] = true;
    };
    for (const Mention& mention : mentions) reach(mention.entity);
    while (!open.empty()) {
        const Entity& entity = entities_[open.back()];
        open.pop_back();
        for (const auto* ids : {&entity.parents, &entity.ingredients}) {
            for (const std::string& id : *ids) {
                if (const auto found = by_id_.find(id); found != by_id_.end()) reach(found->second);
            }
        }
    }
    return seen;
}

Mentions Roster::finish(std::vector<Mention> mentions) && {
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    Mentions out;
    for (const Mention& mention : mentions) {
        if (out.mentions.empty() || out.mentions.back().span.end <= mention.span.begin) out.mentions.push_back(mention);
    }
    const std::vector<bool> keep = reached(out.mentions);
    std::vector<std::uint32_t> now(entities_.size(), 0);
    for (std::size_t i = 0; i < entities_.size(); ++i) {
        if (!keep[i]) continue;
        now[i] = static_cast<std::uint32_t>(out.entities.size());
        out.entities.push_back(std::move(entities_[i]));
    }
    for (Mention& mention : out.mentions) mention.entity = now[mention.entity];
    return out;
}

}  // namespace evigrade::recognise
