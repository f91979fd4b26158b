// The whole of segmentation, in the order in which it happens.
#include "evigrade/segment.hpp"

#include <algorithm>
#include <utility>

#include "evigrade/base/text.hpp"
#include "segment/abbreviations.hpp"
#include "segment/cues.hpp"
#include "segment/dateline.hpp"
#include "segment/furniture.hpp"
#include "segment/layout.hpp"
#include "segment/lists.hpp"
#include "segment/plain.hpp"
#include "segment/quoting.hpp"
#include "segment/reference_list.hpp"
#include "segment/sentences.hpp"
#include "segment/tables.hpp"

namespace evigrade::segment {
namespace {

/// Blocks in which each line is a unit of its own.
bool is_by_line(BlockKind kind) {
    return kind == BlockKind::table || kind == BlockKind::preformatted || kind == BlockKind::metadata;
}

void add_lines(std::string_view text, Span span, std::vector<Span>& out) {
    while (!span.empty()) {
        const std::string_view rest = span.in(text);
        Span line{span.begin, span.begin + static_cast<std::uint32_t>(std::min(rest.find('\n'), rest.size()))};
        span.begin = std::min(line.end + 1, span.end);
        while (!line.empty() && is_ascii_space(text[line.begin])) ++line.begin;
        while (!line.empty() && is_ascii_space(text[line.end - 1])) --line.end;
        if (!line.empty()) out.push_back(line);
    }
}

void add_sentences(std::string_view text, const SentenceCutter& cutter, Segmentation& segmentation) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < segmentation.blocks.size(); ++i) {
        Block& block = segmentation.blocks[i];
        spans.clear();
        if (block.kind == BlockKind::reference) {
            spans.push_back(block.span);
        } else if (is_by_line(block.kind)) {
            add_lines(text, block.span, spans);
        } else {
            cutter.cut(text, block.span, spans);
        }
        block.first_sentence = segmentation.sentences.size();
        block.sentence_count = spans.size();
        for (const Span span : spans) segmentation.sentences.push_back({span, i});
    }
}

}  // namespace

struct Cutter::Tables {
    explicit Tables(const Data& data) : abbreviations(data), cues(data) {}

    Abbreviations abbreviations;
    Cues cues;
};

Cutter::Cutter(const Data& data) : tables_(std::make_unique<Tables>(data)) {}
Cutter::~Cutter() = default;
Cutter::Cutter(Cutter&&) noexcept = default;
Cutter& Cutter::operator=(Cutter&&) noexcept = default;

Segmentation Cutter::cut(const Article& article) const {
    const std::string_view text = article.text;
    const Cues& cues = tables_->cues;
    Draft draft = article.layout.empty() ? draft_of_plain_text(text, article.title, cues) : draft_of_layout(article, cues);
    find_unheaded_references(text, draft);
    settle_further_reading(draft.references);
    part_datelines(text, draft.pieces);
    mark_tables(text, draft.pieces, cues);
    mark_furniture(text, draft.pieces, cues);
    mark_quotations(text, draft.pieces, cues);
    tie_blocks(draft.pieces);

    Segmentation out;
    out.references = std::move(draft.references);
    out.blocks.reserve(draft.pieces.size());
    for (Piece& piece : draft.pieces) out.blocks.push_back(std::move(piece.block));
    add_sentences(text, SentenceCutter(tables_->abbreviations), out);
    tie_stems(text, out);
    return out;
}

std::vector<Span> Cutter::sentences(std::string_view paragraph) const {
    std::vector<Span> out;
    SentenceCutter(tables_->abbreviations).cut(paragraph, {0, static_cast<std::uint32_t>(paragraph.size())}, out);
    return out;
}

}  // namespace evigrade::segment
