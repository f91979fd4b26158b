// Articles for the tests of segmentation, and what came of them in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/article.hpp"
#include "evigrade/segment.hpp"

namespace evigrade::test {

/// A plain-text article cut into blocks.
struct CutText {
    std::string text;
    Segmentation cut;

    explicit CutText(std::string plain);
    /// With a layout: blocks are parted by empty lines in `plain` and have these roles, in order.
    CutText(const std::string& plain, const std::vector<LayoutBlock>& roles);

    [[nodiscard]] std::string words(Span span) const { return std::string(span.in(text)); }
    /// "kind: text" of every block.
    [[nodiscard]] std::vector<std::string> blocks() const;
    /// The texts of all blocks of a kind.
    [[nodiscard]] std::vector<std::string> all(BlockKind kind) const;
    /// The texts of all blocks marked as this boilerplate.
    [[nodiscard]] std::vector<std::string> all(Boilerplate boilerplate) const;
    /// The block that contains these words; a failure of the test where there is none.
    [[nodiscard]] const Block& block(std::string_view containing) const;
    [[nodiscard]] std::vector<std::string> sentences() const;
    [[nodiscard]] std::vector<std::string> references() const;
    [[nodiscard]] std::string stem_of(std::string_view item) const;
};

/// The shared cutter over the embedded tables.
const segment::Cutter& cutter();

/// The sentences of one paragraph.
std::vector<std::string> sentences_of(std::string_view paragraph);

}  // namespace evigrade::test
