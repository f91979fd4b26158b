#include "link/fault_scene.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::link::faults {
namespace {

/// A superscript behind the full stop belongs to the sentence before it.
constexpr std::uint32_t behind_stop = 2;

bool relays(SourceType type) {
    return type == SourceType::blog || type == SourceType::news || type == SourceType::unknown ||
           type == SourceType::clinic_marketing;
}

std::string_view first_word(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && !is_ascii_alpha(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_ascii_alpha(text[end])) ++end;
    return text.substr(begin, end - begin);
}

}  // namespace

Scene::Scene(const Article& article, const Segmentation& segmentation, const Mentions& mentions, const Linked& linked,
             const FaultWords& words)
    : article_(article),
      segmentation_(segmentation),
      mentions_(mentions),
      linked_(linked),
      words_(words),
      one_study_(article.source_type == SourceType::study_summary ||
                 (relays(article.source_type) && words.look(article.title.value_or("")).has(Role::study))) {}

std::optional<std::size_t> Scene::sentence_of(std::uint32_t at_byte) const {
    const auto& all = segmentation_.sentences;
    auto at = std::upper_bound(all.begin(), all.end(), at_byte,
                               [](std::uint32_t begin, const Sentence& sentence) { return begin < sentence.span.begin; });
    if (at == all.begin()) return std::nullopt;
    return static_cast<std::size_t>(std::prev(at) - all.begin());
}

bool Scene::cited_in(Span span) const {
    const auto& all = linked_.citations;
    const auto at = std::lower_bound(all.begin(), all.end(), span.begin, [](const Citation& citation, std::uint32_t begin) {
        return citation.span.end <= begin;
    });
    return at != all.end() && at->span.begin < span.end + behind_stop;
}

bool Scene::cites_near(const Claim& claim, std::size_t before, std::size_t after) const {
    if (!claim.citations.empty()) return true;
    const auto own = sentence_of(claim.span.begin);
    if (!own) return false;
    const auto& sentences = segmentation_.sentences;
    const std::size_t at = sentences[*own].block;
    const Block& block = segmentation_.blocks[at];
    const std::size_t first = std::max(block.first_sentence, *own - std::min(*own, before));
    const std::size_t last = std::min(block.first_sentence + block.sentence_count, *own + after + 1);
    if (first < last && cited_in({sentences[first].span.begin, sentences[last - 1].span.end})) return true;
    if (block.stem && cited_in(segmentation_.blocks[sentences[*block.stem].block].span)) return true;
    return block.kind == BlockKind::quote && at > 0 && cited_in(segmentation_.blocks[at - 1].span);
}

std::string_view Scene::sentence_at(std::uint32_t at) const {
    const auto own = sentence_of(at);
    return own ? segmentation_.sentences[*own].span.in(article_.text) : std::string_view();
}

bool Scene::is_of_article(std::uint32_t at) const {
    const auto own = sentence_of(at);
    if (!own) return false;
    const Block& block = segmentation_.blocks[segmentation_.sentences[*own].block];
    return block.voice == Voice::article && block.boilerplate == Boilerplate::none;
}

bool Scene::is_heading(const Claim& claim) const {
    const auto own = sentence_of(claim.span.begin);
    return own && segmentation_.blocks[segmentation_.sentences[*own].block].kind == BlockKind::heading;
}

Look Scene::introduction(const Claim& claim) const {
    const auto own = sentence_of(claim.span.begin);
    if (!own) return {};
    const auto& sentences = segmentation_.sentences;
    std::size_t first = segmentation_.blocks[sentences[*own].block].first_sentence;
    if (const auto stem = segmentation_.blocks[sentences[*own].block].stem) return look_at(*stem);
    // items of a list without a stem, blocks of a quotation: back to what ends with a colon
    constexpr std::size_t longest = 40;
    for (std::size_t i = 0; i < longest && first > 0; ++i) {
        if (sentences[first - 1].span.in(article_.text).ends_with(':')) return look_at(first - 1);
        const Block& before = segmentation_.blocks[sentences[first - 1].block];
        if (before.kind != BlockKind::list_item && before.kind != BlockKind::quote) break;
        first = before.first_sentence;
    }
    return {};
}

Look Scene::look_at(std::size_t sentence) const {
    return words_.look(segmentation_.sentences[sentence].span.in(article_.text));
}

bool Scene::cites_later(const Claim& claim) const {
    return !linked_.citations.empty() && linked_.citations.back().span.begin > claim.span.begin;
}

bool Scene::names(const Claim& claim, EntityKind a, EntityKind b) const {
    const auto& all = mentions_.mentions;
    auto at = std::lower_bound(all.begin(), all.end(), claim.span.begin,
                               [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    for (; at != all.end() && at->span.begin < claim.span.end; ++at) {
        const EntityKind kind = mentions_.entities[at->entity].kind;
        if (kind == a || kind == b) return true;
    }
    return false;
}

bool Scene::speaks_of_treatment(const Claim& claim) const {
    static constexpr std::array<std::string_view, 7> pointers{"it", "this", "they", "these", "both", "its", "their"};
    if (names(claim, EntityKind::treatment, EntityKind::ingredient)) return true;
    const std::string word = lower(first_word(claim.text));
    return std::find(pointers.begin(), pointers.end(), word) != pointers.end() ||
           lower(claim.text).starts_with("the treatment ");
}

bool Scene::names_target(const Claim& claim) const {
    return names(claim, EntityKind::condition, EntityKind::outcome);
}

bool Scene::is_paper() const {
    switch (article_.source_type) {
        case SourceType::journal_article:
        case SourceType::preprint:
        case SourceType::guideline:
        case SourceType::reference_work:
            return true;
        default:
            return false;
    }
}

bool is_own(const Claim& claim) {
    return claim.voice == Voice::article || claim.voice == Voice::quoted;
}

bool promises(const Claim& claim) {
    const bool benefit =
        claim.kind == ClaimKind::efficacy || claim.kind == ClaimKind::comparison || claim.kind == ClaimKind::mechanism;
    return benefit && claim.stance == Stance::supports;
}

}  // namespace evigrade::link::faults
