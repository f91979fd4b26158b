// An article under construction: readers say what begins and ends, this class writes text, layout and marks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/article.hpp"
#include "read/clean.hpp"

namespace evigrade::read {

/// What a block is, and how it joins the block before it.
struct BlockStyle {
    enum class Glue : std::uint8_t { blank_line, line, cell };

    LayoutRole role = LayoutRole::paragraph;
    std::uint8_t level = 0;
    std::optional<int> ordinal = std::nullopt;
    std::optional<std::string> label = std::nullopt;
    Glue glue = Glue::blank_line;
};

class DocumentBuilder {
public:
    /// Ends the block at hand; text that follows makes a new block of this style. A block without text vanishes.
    void open(BlockStyle style);
    /// Running text: white space is folded, also across calls.
    void text(std::string_view utf8);
    /// Preformatted text: line ends and blanks are kept.
    void verbatim(std::string_view utf8);
    /// A line end inside the block; two in a row begin a new block of the same style.
    void line_break();

    void begin_mark(MarkKind kind, std::string target = {});
    void end_mark();

    /// How many blocks have begun so far.
    [[nodiscard]] std::size_t blocks() const { return layout_.size(); }
    /// The text written since block `first` began.
    [[nodiscard]] std::string_view since(std::size_t first) const;
    /// The block begun last. Precondition: blocks() > 0.
    LayoutBlock& last() { return layout_.back(); }
    [[nodiscard]] bool in_block() const { return in_block_; }
    [[nodiscard]] std::size_t controls() const { return cleaner_.controls(); }

    /// Moves text, layout and marks into the article.
    void finish(Article& article);

private:
    struct OpenMark {
        std::optional<std::uint32_t> begin;
        MarkKind kind;
        std::string target;
    };

    void begin_block();
    void end_block();
    void write(std::string_view run);
    void start_marks();
    void close_mark(OpenMark& mark);
    [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }

    Cleaner cleaner_;
    std::string text_;
    std::vector<LayoutBlock> layout_;
    std::vector<Mark> marks_;
    std::vector<OpenMark> open_marks_;
    std::size_t started_marks_ = 0;  ///< open marks below this place have begun
    BlockStyle style_;
    bool in_block_ = false;
    bool blank_pending_ = false;
};

}  // namespace evigrade::read
