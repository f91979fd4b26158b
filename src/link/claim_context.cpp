#include "link/claim_context.hpp"

#include <algorithm>
#include <string_view>

#include "evigrade/base/text.hpp"
#include "link/claim_subjects.hpp"

namespace evigrade::link::reading {
namespace {

bool is_treatment(EntityKind kind) {
    return kind == EntityKind::treatment;
}
bool is_ingredient(EntityKind kind) {
    return kind == EntityKind::ingredient;
}
bool is_condition(EntityKind kind) {
    return kind == EntityKind::condition;
}
bool is_target(EntityKind kind) {
    return kind == EntityKind::condition || kind == EntityKind::outcome;
}

/// What treatments are held against; an article may be about it, where it is about nothing else.
bool is_dummy(const Entity& entity) {
    return entity.id == "placebo" || entity.id.starts_with("sham");
}

/// What claims to be a longer title is none.
constexpr std::size_t longest_title = 512;

void add(EntityList& list, std::uint32_t entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}

/// The article's own subject: what its title names, else what of the kinds `by_count` it names most often.
EntityList topic_of(const Article& article, const Mentions& mentions, bool (*wanted)(EntityKind),
                    bool (*by_count)(EntityKind)) {
    std::vector<std::size_t> count(mentions.entities.size(), 0);
    EntityList out;
    const std::string title = lower(article.title.value_or("").substr(0, longest_title));
    std::vector<std::string> names;
    for (const Mention& mention : mentions.mentions) {
        if (!wanted(mentions.entities[mention.entity].kind) || ++count[mention.entity] > 1) continue;
        const std::string name = lower(mention.span.in(article.text));
        if (title.empty() || title.find(name) == std::string::npos) continue;
        // "diet" is in the title only as a part of "ketogenic diet"
        if (std::none_of(names.begin(), names.end(),
                         [&](const std::string& other) { return other.find(name) != std::string::npos; }))
            add(out, mention.entity);
        names.push_back(name);
    }
    if (out.size() > 1) std::erase_if(out, [&](std::uint32_t entity) { return is_dummy(mentions.entities[entity]); });
    for (std::size_t i = 0; i < count.size(); ++i) {
        if (!by_count(mentions.entities[i].kind) || is_dummy(mentions.entities[i])) count[i] = 0;
    }
    const auto best = std::max_element(count.begin(), count.end());
    if (out.empty() && best != count.end() && *best > 1) out.push_back(static_cast<std::uint32_t>(best - count.begin()));
    return out;
}

/// "It can help with:" makes claims of its items; "A course takes:" does not.
bool lends_its_sense(ClaimKind kind) {
    return kind != ClaimKind::cost && kind != ClaimKind::dosage;
}

/// A stem that its items finish; "It ticks all the boxes:" is whole without them.
bool is_open(const SentenceView& view) {
    return view.coded(Decides::detection, "open-stem") != nullptr;
}

}  // namespace

Announcement announce(const SentenceView& view) {
    Announcement out;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides != Decides::section) continue;
        if (hit.row->value == "background") out.section = SectionSort::background;
        if (hit.row->value == "methods") out.section = SectionSort::methods;
        if (hit.row->value == "results") out.section = SectionSort::results;
        if (hit.row->value == "closing") out.section = SectionSort::closing;
        const auto kind =
            hit.row->value == "exclusion" ? std::optional(ClaimKind::safety) : from_text<ClaimKind>(hit.row->value);
        if (kind && !out.kind) out.kind = kind;
        if (kind == ClaimKind::safety) out.stance = view.negated(hit) ? Stance::supports : Stance::harm;
    }
    for (const MentionHere& mention : view.mentions) {
        if (is_treatment(mention.kind)) add(out.treatments, mention.entity);
        if (is_target(mention.kind)) add(out.targets, mention.entity);
    }
    return out;
}

Context::Context(const Article& article, const Segmentation& segmentation, const Mentions& mentions)
    : segmentation_(segmentation),
      mentions_(mentions),
      topic_(topic_of(article, mentions, is_treatment, is_treatment)),
      topic_targets_(topic_of(article, mentions, is_target, is_condition)),
      headings_(segmentation.blocks.size()),
      stems_(segmentation.sentences.size()) {
    if (topic_.empty()) topic_ = topic_of(article, mentions, is_ingredient, is_ingredient);
    for (const Block& block : segmentation.blocks) {
        if (block.stem && *block.stem < stems_.size()) stems_[*block.stem].emplace();
    }
}

void Context::enter_heading(std::size_t block, const SentenceView& view, bool is_claim) {
    headings_[block] = announce(view);
    if (is_claim) headings_[block]->kind.reset();
    inherit_section(block);
    last_.clear();
}

/// "Participants" under "Methods" are methods too.
void Context::inherit_section(std::size_t block) {
    const auto& blocks = segmentation_.blocks;
    while (!above_.empty() && blocks[above_.back()].level >= blocks[block].level) above_.pop_back();
    if (!above_.empty() && headings_[block]->section == SectionSort::body)
        headings_[block]->section = headings_[above_.back()]->section;
    above_.push_back(block);
}

void Context::enter_block(std::size_t block) {
    if (const auto* stem = stem_of(block); stem != nullptr && !stem->treatments.empty()) last_ = stem->treatments;
}

const Announcement* Context::heading_of(std::size_t block) const {
    const auto heading = segmentation_.blocks[block].heading;
    return heading && *heading < headings_.size() && headings_[*heading] ? &*headings_[*heading] : nullptr;
}

const Announcement* Context::stem_of(std::size_t block) const {
    const auto stem = segmentation_.blocks[block].stem;
    return stem && *stem < stems_.size() && stems_[*stem] ? &*stems_[*stem] : nullptr;
}

bool Context::is_a(std::uint32_t entity, std::string_view noun) const {
    constexpr int most_steps = 6;
    const auto& all = mentions_.entities;
    std::vector<std::string_view> ids{all[entity].id};
    for (int step = 0; step < most_steps && !ids.empty(); ++step) {
        std::vector<std::string_view> parents;
        for (const std::string_view id : ids) {
            for (const auto word : split(id, '-')) {
                if (word == noun) return true;
            }
            const auto here = std::find_if(all.begin(), all.end(), [&](const Entity& known) { return known.id == id; });
            if (here != all.end()) parents.insert(parents.end(), here->parents.begin(), here->parents.end());
        }
        ids = std::move(parents);
    }
    return false;
}

EntityList Context::last_of_class(std::string_view noun) const {
    const auto fits = [&](std::uint32_t entity) { return is_a(entity, noun); };
    if (std::any_of(last_.begin(), last_.end(), fits)) return {};
    if (const auto seen = std::find_if(seen_.rbegin(), seen_.rend(), fits); seen != seen_.rend()) return {*seen};
    const auto topic = std::find_if(topic_.begin(), topic_.end(), fits);
    return topic == topic_.end() ? EntityList{} : EntityList{*topic};
}

EntityList Context::meant_by(const CueHit* anaphor, const Announcement* heading) const {
    if (anaphor != nullptr && anaphor->row->value == "both" && last_two_.size() == 2) return last_two_;
    if (anaphor != nullptr && anaphor->row->value == "class") {
        if (EntityList named = last_of_class(anaphor->row->code); !named.empty()) return named;
    }
    if (!last_.empty()) return last_;
    return heading != nullptr && !heading->treatments.empty() ? heading->treatments : topic_;
}

std::uint32_t Context::kind_meant(const SentenceView& view, const MentionHere& mention) const {
    if (mention.first == 0 ||
        !is_one_of(view.tokens[mention.first - 1], {"the", "this", "that", "these", "those", "its", "such"}))
        return mention.entity;
    const std::string& general = mentions_.entities[mention.entity].id;
    const auto is_kind = [&](std::uint32_t entity) {
        const Entity& special = mentions_.entities[entity];
        const auto named_so = [&](const std::string& id) { return id == general || id.ends_with("-" + general); };
        return entity != mention.entity &&
               (named_so(special.id) || std::any_of(special.parents.begin(), special.parents.end(), named_so));
    };
    for (const EntityList* list : {&last_, &topic_}) {
        if (const auto found = std::find_if(list->begin(), list->end(), is_kind); found != list->end()) return *found;
    }
    return mention.entity;
}

Subjects Context::subjects(const SentenceView& view, std::size_t sentence) const {
    Subjects out;
    EntityList ingredients;
    for (const MentionHere& mention : view.mentions) {
        if (is_in_journal_name(view, mention)) continue;
        if (is_target(mention.kind)) add(out.targets, mention.entity);
        if (mention.kind == EntityKind::ingredient) add(ingredients, mention.entity);
        if (is_treatment(mention.kind) && is_inert(view, mention) && mention.first > 0) {
            if (is_named_for_both(view, mention) && !is_dummy(mentions_.entities[mention.entity]))
                add(out.treatments, mention.entity);
            continue;
        }
        if (is_treatment(mention.kind) &&
            (is_allergen(view, mention) || names_people(view, mention) || is_other_half(view, mention)))
            continue;
        const auto& against = out.yardsticks;  // where a treatment is named twice, the first place decides
        if (is_treatment(mention.kind) && std::find(against.begin(), against.end(), mention.entity) == against.end())
            add(names_comparator(view, mention) ? out.yardsticks : out.treatments, kind_meant(view, mention));
    }
    const std::size_t behind_than = out.yardsticks.size();
    std::erase_if(out.yardsticks, [&](std::uint32_t entity) {
        return std::find(out.treatments.begin(), out.treatments.end(), entity) != out.treatments.end();
    });
    const bool two_ways = behind_than > 0 && view.coded(Decides::comparator, "comparative") != nullptr;
    out.held_against = out.yardsticks.empty() && two_ways ? 1 : out.yardsticks.size();
    if (view.coded(Decides::comparator, "between") != nullptr && out.treatments.size() == 2) {
        out.yardsticks.push_back(out.treatments.back());
        out.treatments.pop_back();
        ++out.held_against;
    }
    const Announcement* heading = heading_of(segmentation_.sentences[sentence].block);
    if (out.targets.empty() && heading != nullptr) out.targets = heading->targets;
    if (out.targets.empty()) out.targets = topic_targets_;
    const CueHit* anaphor = pronoun(view);
    if (anaphor != nullptr)
        std::erase_if(out.treatments, [&](std::uint32_t entity) { return is_occasion(view, entity, anaphor->first); });
    const bool named = !out.treatments.empty();
    const EntityList meant = meant_by(anaphor, heading);
    if (named && (meant.empty() || !(opens_with_pronoun(view) || opens_with_verb(view)))) {
        out.by = TreatmentBy::mention;
        return out;
    }
    const bool hinted =
        named || !ingredients.empty() || !out.yardsticks.empty() || (anaphor != nullptr && says_what(*anaphor));
    out.by = hinted ? TreatmentBy::anaphor : anaphor != nullptr ? TreatmentBy::pronoun : TreatmentBy::topic;
    out.treatments = meant;
    if (out.treatments.empty()) {
        out.treatments = ingredients;
        out.by = ingredients.empty() ? TreatmentBy::nothing : TreatmentBy::mention;
    }
    return out;
}

void Context::leave(const SentenceView& view, const Subjects& subjects, std::size_t sentence, const Judgement& judgement) {
    if (subjects.by == TreatmentBy::mention) {
        for (const std::uint32_t entity : subjects.treatments) {
            std::erase(seen_, entity);
            seen_.push_back(entity);
        }
    }
    const bool spoken_of = subjects.by == TreatmentBy::mention && is_spoken_of(view, subjects.treatments.front());
    if (spoken_of) {
        last_ = subjects.treatments;
        std::erase_if(last_, [&](std::uint32_t entity) { return !is_spoken_of(view, entity); });
        for (const std::uint32_t entity : subjects.treatments) {
            add(last_two_, entity);
            if (last_two_.size() > 2) last_two_.erase(last_two_.begin());
        }
    }
    if (stems_[sentence]) {
        stems_[sentence] = announce(view);
        if (!stems_[sentence]->kind && judgement.is_claim && lends_its_sense(judgement.kind) && is_open(view)) {
            stems_[sentence]->kind = judgement.kind;
            stems_[sentence]->stance = judgement.stance;
        }
        if (stems_[sentence]->treatments.empty()) stems_[sentence]->treatments = subjects.treatments;
    }
}

Setting Context::setting(std::size_t sentence) const {
    const std::size_t at = segmentation_.sentences[sentence].block;
    const Block& block = segmentation_.blocks[at];
    Setting out;
    out.voice = block.voice;
    const bool item = block.kind == BlockKind::list_item;
    out.place = block.kind == BlockKind::heading   ? Place::heading
                : block.kind == BlockKind::caption ? Place::caption
                : item                             ? Place::item
                                                   : Place::sentence;
    if (const Announcement* heading = heading_of(at); heading != nullptr) {
        out.heading_kind = heading->kind;
        out.section = heading->section;
    }
    const Announcement* stem = stem_of(at);
    if (item && stem != nullptr && stem->kind) {
        out.stem_kind = stem->kind;
        out.stem_stance = stem->stance;
    } else if (item && stem == nullptr && out.heading_kind == ClaimKind::safety) {
        out.stem_kind = ClaimKind::safety;
        out.stem_stance = Stance::harm;
    }
    return out;
}

}  // namespace evigrade::link::reading
