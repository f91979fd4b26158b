#include "link/claim_context.hpp"

#include <algorithm>
#include <string_view>

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

bool is_treatment(EntityKind kind) {
    return kind == EntityKind::treatment;
}
bool is_target(EntityKind kind) {
    return kind == EntityKind::condition || kind == EntityKind::outcome;
}

/// What claims to be a longer title is none.
constexpr std::size_t longest_title = 512;

void add(EntityList& list, std::uint32_t entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}

/// The article's own subject: what its title names, else what it names most often.
EntityList topic_of(const Article& article, const Mentions& mentions, bool (*wanted)(EntityKind)) {
    std::vector<std::size_t> count(mentions.entities.size(), 0);
    EntityList out;
    const std::string title = lower(article.title.value_or("").substr(0, longest_title));
    for (const Mention& mention : mentions.mentions) {
        if (!wanted(mentions.entities[mention.entity].kind) || ++count[mention.entity] > 1) continue;
        const std::string name = lower(mention.span.in(article.text));
        if (!title.empty() && title.find(name) != std::string::npos) add(out, mention.entity);
    }
    const auto best = std::max_element(count.begin(), count.end());
    if (out.empty() && best != count.end() && *best > 1) out.push_back(static_cast<std::uint32_t>(best - count.begin()));
    return out;
}

/// The first word that stands for a treatment; "the author" stands for a work.
const CueHit* pronoun(const SentenceView& view) {
    const auto found = std::find_if(view.hits.begin(), view.hits.end(), [](const CueHit& hit) {
        return hit.row->decides == Decides::anaphor && hit.row->value != "work";
    });
    return found == view.hits.end() ? nullptr : &*found;
}

bool names_comparator(const SentenceView& view, const MentionHere& mention) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool than = hit.row->decides == Decides::comparator && hit.row->value == "than" && hit.row->code != "between";
        if (!than || hit.last > mention.first || mention.first >= hit.last + 5) return false;
        if (view.clauses[hit.last - 1] != view.clauses[mention.first]) return false;
        const auto from = view.tokens.begin() + hit.last;
        const auto to = view.tokens.begin() + mention.first;
        return std::none_of(from, to, [](const Token& token) { return token.mark == ','; });
    });
}

/// A placebo or a sham: what a treatment is held against, not a treatment of its own.
bool is_inert(const SentenceView& view, const MentionHere& mention) {
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        const bool inert = hit.row->decides == Decides::comparator && hit.row->value == "inert";
        return inert && hit.first < mention.last && mention.first < hit.last;
    });
}

/// How far into a sentence its subject may stand.
constexpr std::uint32_t subject_window = 7;

/// Whether a treatment is what the sentence is about, and not merely named in it ("these include vitamins").
bool stands_in_front(const SentenceView& view, std::uint32_t entity) {
    return std::any_of(view.mentions.begin(), view.mentions.end(),
                       [&](const MentionHere& m) { return m.entity == entity && m.first < subject_window; });
}

/// "These", "this treatment", "both" as the first words: what is asserted is asserted of what they stand for.
bool opens_with_pronoun(const SentenceView& view) {
    const CueHit* hit = pronoun(view);
    if (hit == nullptr || hit->first > 1) return false;
    const std::uint64_t word = view.tokens[hit->first].hash;
    return hit->last - hit->first > 1 || (word != word_hash("it") && word != word_hash("its"));
}

}  // namespace

Announcement announce(const SentenceView& view) {
    Announcement out;
    for (const CueHit& hit : view.hits) {
        if (hit.row->decides != Decides::section) continue;
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
      topic_(topic_of(article, mentions, is_treatment)),
      topic_targets_(topic_of(article, mentions, is_target)),
      headings_(segmentation.blocks.size()),
      stems_(segmentation.sentences.size()) {
    if (topic_.empty()) topic_ = topic_of(article, mentions, [](EntityKind kind) { return kind == EntityKind::ingredient; });
    for (const Block& block : segmentation.blocks) {
        if (block.stem && *block.stem < stems_.size()) stems_[*block.stem].emplace();
    }
}

void Context::enter_heading(std::size_t block, const SentenceView& view) {
    headings_[block] = announce(view);
    last_.clear();
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

Subjects Context::subjects(const SentenceView& view, std::size_t sentence) const {
    Subjects out;
    EntityList ingredients;
    for (const MentionHere& mention : view.mentions) {
        if (is_target(mention.kind)) add(out.targets, mention.entity);
        if (mention.kind == EntityKind::ingredient) add(ingredients, mention.entity);
        if (is_treatment(mention.kind) && is_inert(view, mention) && mention.first > 0) continue;
        if (is_treatment(mention.kind))
            add(names_comparator(view, mention) ? out.yardsticks : out.treatments, mention.entity);
    }
    std::erase_if(out.yardsticks, [&](std::uint32_t entity) {
        return std::find(out.treatments.begin(), out.treatments.end(), entity) != out.treatments.end();
    });
    if (view.coded(Decides::comparator, "between") != nullptr && out.treatments.size() == 2) {
        out.yardsticks.push_back(out.treatments.back());
        out.treatments.pop_back();
    }
    const Announcement* heading = heading_of(segmentation_.sentences[sentence].block);
    if (out.targets.empty() && heading != nullptr) out.targets = heading->targets;
    if (out.targets.empty()) out.targets = topic_targets_;
    const bool named = !out.treatments.empty();
    const CueHit* anaphor = pronoun(view);
    const EntityList& in_force = !last_.empty()                                       ? last_
                                 : heading != nullptr && !heading->treatments.empty() ? heading->treatments
                                                                                      : topic_;
    const bool both = anaphor != nullptr && anaphor->row->value == "both" && last_two_.size() == 2;
    const EntityList& meant = both ? last_two_ : in_force;
    if (named && (meant.empty() || !opens_with_pronoun(view))) {
        out.by = TreatmentBy::mention;
        return out;
    }
    const bool hinted = anaphor != nullptr || !ingredients.empty() || !out.yardsticks.empty();
    out.by = hinted ? TreatmentBy::anaphor : TreatmentBy::topic;
    out.treatments = meant;
    if (out.treatments.empty()) {
        out.treatments = ingredients;
        out.by = ingredients.empty() ? TreatmentBy::nothing : TreatmentBy::mention;
    }
    return out;
}

void Context::leave(const SentenceView& view, const Subjects& subjects, std::size_t sentence) {
    const bool spoken_of = subjects.by == TreatmentBy::mention && stands_in_front(view, subjects.treatments.front());
    if (spoken_of) {
        last_ = subjects.treatments;
        for (const std::uint32_t entity : subjects.treatments) {
            add(last_two_, entity);
            if (last_two_.size() > 2) last_two_.erase(last_two_.begin());
        }
    }
    if (stems_[sentence]) {
        stems_[sentence] = announce(view);
        if (stems_[sentence]->treatments.empty()) stems_[sentence]->treatments = subjects.treatments;
    }
}

Setting Context::setting(std::size_t sentence) const {
    const std::size_t at = segmentation_.sentences[sentence].block;
    const Block& block = segmentation_.blocks[at];
    Setting out;
    out.voice = block.voice;
    const bool item = block.kind == BlockKind::list_item;
    out.place = block.kind == BlockKind::heading ? Place::heading : item ? Place::item : Place::sentence;
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
