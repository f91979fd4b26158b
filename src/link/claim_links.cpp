#include "link/claim_links.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

/// How many blocks further on "he describes …" may still speak of a work.
constexpr std::size_t memory_in_blocks = 3;
/// A phrase that points back at a work stands at the head of its sentence.
constexpr std::uint32_t head_of_sentence = 5;

std::optional<std::size_t> summarised_study(const Article& article, const std::vector<Citation>& citations) {
    if (article.source_type != SourceType::study_summary) return std::nullopt;
    for (std::size_t i = 0; i < citations.size(); ++i) {
        if (citations[i].pointer && citations[i].pointer->title && citations[i].pointer->title == article.title) return i;
    }
    for (std::size_t i = 0; i < citations.size(); ++i) {
        if (citations[i].form == CitationForm::prose && citations[i].pointer) return i;
    }
    return std::nullopt;
}

bool points_back(const SentenceView& view) {
    const CueHit* pointer = view.coded(Decides::anaphor, "work");
    return pointer != nullptr && pointer->first < head_of_sentence;
}

/// "A 2019 study in Spine", "another trial": a work of its own, so that what is said next is no longer of the last one.
bool names_another_study(const SentenceView& view) {
    constexpr std::size_t window = 5;
    for (std::size_t i = 0; i < view.tokens.size(); ++i) {
        if (!is_one_of(view.tokens[i], {"a", "an", "one", "another", "second", "third", "separate"})) continue;
        for (std::size_t next = i + 1; next < std::min(i + window, view.tokens.size()); ++next) {
            if (view.tokens[next].kind == TokenKind::mark) break;
            if (is_one_of(view.tokens[next],
                          {"study", "trial", "review", "survey", "experiment", "analysis", "metaanalysis"}))
                return true;
        }
    }
    return false;
}

/// "Did not lower", "reduced", "was no rarer": what somebody found, as it is told.
bool tells_result(const SentenceView& view) {
    constexpr std::uint32_t window = 3;
    const auto is_past = [&](std::uint32_t at) {
        const std::string_view word = view.tokens[at].span.in(view.text);
        return word.ends_with("ed") || word == "did" || word == "was" || word == "were" || word == "had" || word == "fell" ||
               word == "rose" || word == "found" || word == "led";
    };
    return std::any_of(view.hits.begin(), view.hits.end(), [&](const CueHit& hit) {
        if (hit.row->decides != Decides::effect) return false;
        for (std::uint32_t at = hit.first > window ? hit.first - window : 0; at < hit.last; ++at) {
            if (is_past(at) && view.clauses[at] == view.clauses[hit.first]) return true;
        }
        return false;
    });
}

}  // namespace

CitationTrail::CitationTrail(const Article& article, const Segmentation& segmentation,
                             const std::vector<Citation>& citations)
    : article_(article),
      segmentation_(segmentation),
      citations_(citations),
      rests_(segmentation.sentences.size()),
      summarised_(summarised_study(article, citations)) {}

/// A superscript behind the full stop belongs to the sentence before it.
bool CitationTrail::closes(const Citation& citation, std::size_t sentence) const {
    const Span here = segmentation_.sentences[sentence].span;
    const bool marker = citation.form == CitationForm::numeric || citation.form == CitationForm::footnote;
    if (!marker || citation.span.begin < here.end || citation.span.begin > here.end + 2) return false;
    const std::string_view between = std::string_view(article_.text).substr(here.end, citation.span.begin - here.end);
    const std::size_t after = citation.span.end;
    const bool runs_on = after < article_.text.size() && is_ascii_alnum(article_.text[after]);
    return between.find_first_of(" \n\t") == std::string_view::npos && !runs_on;
}

std::vector<std::size_t> CitationTrail::own(std::size_t sentence) const {
    std::vector<std::size_t> out;
    const Span here = segmentation_.sentences[sentence].span;
    for (std::size_t i = next_; i < citations_.size() && citations_[i].span.begin < here.end + 3; ++i) {
        const bool inside = citations_[i].span.overlaps(here) && !(sentence > 0 && closes(citations_[i], sentence - 1));
        if (inside || closes(citations_[i], sentence)) out.push_back(i);
    }
    return out;
}

std::vector<std::size_t> CitationTrail::pointed_at(const SentenceView& view, std::size_t sentence) const {
    const std::size_t block = segmentation_.sentences[sentence].block;
    if (const auto stem = segmentation_.blocks[block].stem; stem && *stem < sentence && !rests_[*stem].empty())
        return rests_[*stem];
    if (list_ && segmentation_.blocks[block].list == list_) return work_;
    const bool recent = !work_.empty() && block <= work_block_ + memory_in_blocks;
    if (recent && (announces_ || points_back(view))) return work_;
    // A paper's own results may well follow what it cites for its methods.
    const bool own_study =
        article_.source_type == SourceType::journal_article || article_.source_type == SourceType::preprint;
    const bool left_to_tell = recent && !claimed_ && !own_study && block == work_block_ && sentence == work_sentence_ + 1;
    if (left_to_tell && tells_result(view) && !names_another_study(view)) return work_;
    if (summarised_ && segmentation_.blocks[block].voice == Voice::article) return {*summarised_};
    return {};
}

std::vector<std::size_t> CitationTrail::of(const SentenceView& view, std::size_t sentence) {
    const Span here = segmentation_.sentences[sentence].span;
    while (next_ < citations_.size() && citations_[next_].span.end + 3 <= here.begin) ++next_;
    std::vector<std::size_t> out = own(sentence);
    if (out.empty()) out = pointed_at(view, sentence);
    if (out.empty() && names_another_study(view)) work_.clear();
    const Block& block = segmentation_.blocks[segmentation_.sentences[sentence].block];
    const bool colon = !view.tokens.empty() && view.tokens.back().mark == ':';
    list_ = !out.empty() && (announces_ || list_) && block.list ? block.list : std::nullopt;
    announces_ = !out.empty() && (colon || view.coded(Decides::detection, "announces") != nullptr);
    if (!out.empty()) {
        work_ = out;
        work_block_ = segmentation_.sentences[sentence].block;
        work_sentence_ = sentence;
    }
    rests_[sentence] = out;
    return out;
}

}  // namespace evigrade::link::reading
