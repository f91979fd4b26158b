#include "segment/segment_support.hpp"

#include <algorithm>
#include <stdexcept>

namespace evigrade::test {
namespace {

std::string_view kind_name(BlockKind kind) {
    constexpr std::string_view names[] = {"heading", "paragraph", "item",     "quote",     "table",
                                          "pre",     "caption",   "footnote", "reference", "metadata"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace

const segment::Cutter& cutter() {
    static const segment::Cutter shared{Data()};
    return shared;
}

std::vector<std::string> sentences_of(std::string_view paragraph) {
    std::vector<std::string> out;
    for (const Span span : cutter().sentences(paragraph)) out.emplace_back(span.in(paragraph));
    return out;
}

CutText::CutText(std::string plain) : text(std::move(plain)) {
    Article article;
    article.text = text;
    cut = cutter().cut(article);
}

CutText::CutText(const std::string& plain, const std::vector<LayoutBlock>& roles) : text(plain) {
    Article article;
    article.text = text;
    std::size_t at = 0;
    for (LayoutBlock block : roles) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        block.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        article.layout.push_back(block);
        at = std::min(end + 2, text.size());
    }
    cut = cutter().cut(article);
}

std::vector<std::string> CutText::blocks() const {
    std::vector<std::string> out;
    for (const Block& block : cut.blocks) out.push_back(std::string(kind_name(block.kind)) + ": " + words(block.span));
    return out;
}

std::vector<std::string> CutText::all(BlockKind kind) const {
    std::vector<std::string> out;
    for (const Block& block : cut.blocks) {
        if (block.kind == kind) out.push_back(words(block.span));
    }
    return out;
}

std::vector<std::string> CutText::all(Boilerplate boilerplate) const {
    std::vector<std::string> out;
    for (const Block& block : cut.blocks) {
        if (block.boilerplate == boilerplate) out.push_back(words(block.span));
    }
    return out;
}

const Block& CutText::block(std::string_view containing) const {
    for (const Block& block : cut.blocks) {
        if (block.span.in(text).find(containing) != std::string_view::npos) return block;
    }
    throw std::runtime_error("no block holds: " + std::string(containing));
}

std::vector<std::string> CutText::sentences() const {
    std::vector<std::string> out;
    for (const Sentence& sentence : cut.sentences) out.push_back(words(sentence.span));
    return out;
}

std::vector<std::string> CutText::references() const {
    std::vector<std::string> out;
    for (const ReferenceEntry& entry : cut.references)
        out.push_back((entry.ordinal ? std::to_string(*entry.ordinal) + "|" : "") + words(entry.span));
    return out;
}

std::string CutText::stem_of(std::string_view item) const {
    const Block& found = block(item);
    return found.stem ? words(cut.sentences[*found.stem].span) : "";
}

}  // namespace evigrade::test
