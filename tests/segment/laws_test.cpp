// What holds for every text whatever.
#include <rapidcheck.h>

#include <string>

#include "evigrade/base/text.hpp"
#include "segment/segment_support.hpp"

using namespace evigrade;

namespace {

bool on_bounds(std::string_view text, Span span) {
    const auto at_bound = [&](std::size_t i) {
        return i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    };
    return span.begin < span.end && span.end <= text.size() && at_bound(span.begin) && at_bound(span.end);
}

/// Texts out of the pieces that matter here.
rc::Gen<std::string> texts() {
    const auto part = rc::gen::elementOf(std::vector<std::string>{"Mesotherapy",
                                                                  " ",
                                                                  " ",
                                                                  ". ",
                                                                  "\n",
                                                                  "\n\n",
                                                                  "The",
                                                                  "hair loss",
                                                                  "  • ",
                                                                  "1. ",
                                                                  "2. ",
                                                                  "[1] ",
                                                                  "References\n",
                                                                  "Smith A. J Ex 2004;1:1.",
                                                                  "(",
                                                                  ")",
                                                                  "\"",
                                                                  "“",
                                                                  "”",
                                                                  "…",
                                                                  "et al. ",
                                                                  "Comments\n",
                                                                  "e.g. ",
                                                                  "µg",
                                                                  "\xC2\xA0",
                                                                  ":",
                                                                  "?!",
                                                                  "12",
                                                                  "A",
                                                                  "# ",
                                                                  "\t",
                                                                  "\f",
                                                                  "https://x.y/z",
                                                                  "é",
                                                                  "。"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(part), [](const std::vector<std::string>& parts) {
        std::string text;
        for (const auto& piece : parts) text += piece;
        return text;
    });
}

}  // namespace

TEST_CASE("blocks and sentences are in order, apart, inside the text and on code-point bounds") {
    CHECK(rc::check([] {
        const test::CutText text(*texts());
        std::uint32_t end = 0;
        for (const Block& block : text.cut.blocks) {
            RC_ASSERT(on_bounds(text.text, block.span));
            RC_ASSERT(block.span.begin >= end);
            end = block.span.end;
        }
        end = 0;
        std::size_t count = 0;
        for (const Sentence& sentence : text.cut.sentences) {
            RC_ASSERT(on_bounds(text.text, sentence.span));
            RC_ASSERT(sentence.span.begin >= end);
            const Block& block = text.cut.blocks.at(sentence.block);
            RC_ASSERT(block.span.contains(sentence.span));
            RC_ASSERT(count >= block.first_sentence && count < block.first_sentence + block.sentence_count);
            end = sentence.span.end;
            ++count;
        }
    }));
}

TEST_CASE("indexes of blocks point at what they should") {
    CHECK(rc::check([] {
        const test::CutText text(*texts());
        for (std::size_t i = 0; i < text.cut.blocks.size(); ++i) {
            const Block& block = text.cut.blocks[i];
            if (block.heading) RC_ASSERT(*block.heading < i && text.cut.blocks[*block.heading].kind == BlockKind::heading);
            if (block.parent) RC_ASSERT(*block.parent < i && text.cut.blocks[*block.parent].kind == BlockKind::list_item);
            if (block.stem) RC_ASSERT(text.cut.sentences.at(*block.stem).block < i);
            RC_ASSERT(block.list.has_value() == (block.kind == BlockKind::list_item));
        }
    }));
}

TEST_CASE("every letter of a plain text lies in a block") {
    CHECK(rc::check([] {
        const test::CutText text(*texts());
        std::string left = text.text;
        for (const Block& block : text.cut.blocks) left.replace(block.span.begin, block.span.size(), block.span.size(), ' ');
        for (const char c : left) RC_ASSERT(!is_ascii_alpha(c) && c != '"' && c != '?');
    }));
}

TEST_CASE("no byte string is too broken to be cut") {
    CHECK(rc::check([](const std::string& bytes) {
        const test::CutText text(bytes);
        for (const Block& block : text.cut.blocks) RC_ASSERT(block.span.end <= bytes.size());
    }));
}

TEST_CASE("hostile texts are cut in one go") {
    CHECK(test::CutText(std::string(3'000'000, 'a')).cut.blocks.size() == 1);
    CHECK(test::CutText(std::string(1'000'000, '\n')).cut.blocks.empty());
    CHECK(test::CutText(std::string(1'000'000, '(')).cut.sentences.size() == 1);
    CHECK_FALSE(test::CutText(std::string(1'000'000, '.')).cut.sentences.empty());
    std::string deep;
    for (std::size_t depth = 0; depth < 1500; ++depth) deep += std::string(depth, ' ') + "- item\n";
    CHECK(test::CutText(deep).all(BlockKind::list_item).size() == 1500);
}
