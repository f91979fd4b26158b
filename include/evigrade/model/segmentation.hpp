// An article cut into blocks and sentences, with its lists, boilerplate and reference list recognised.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

enum class BlockKind : std::uint8_t {
    heading,
    paragraph,
    list_item,
    quote,
    table,
    preformatted,
    caption,
    footnote,
    reference,
    metadata,
};

/// Text that is on the page but not of the article. Never the article's own claim.
enum class Boilerplate : std::uint8_t { none, navigation, advert, author_box, related, legal, call_to_action };

struct Block {
    Span span;  ///< the content, without bullet, number or heading marks
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  ///< heading 1-6; list depth from 1; else 0
    std::optional<int> ordinal;
    std::optional<std::string> label;  ///< a footnote's or reference's key
    Voice voice = Voice::article;
    Boilerplate boilerplate = Boilerplate::none;
    std::optional<std::size_t> heading;  ///< index of the block that heads this one's section
    std::optional<std::size_t> parent;   ///< a list item's enclosing item
    std::optional<std::size_t> stem;     ///< the sentence that introduces this list ("Side effects include:")
    std::optional<std::size_t> list;     ///< which list of the article (counted from 0) an item belongs to
    std::size_t first_sentence = 0;      ///< its sentences are [first_sentence, first_sentence + sentence_count)
    std::size_t sentence_count = 0;
};

struct Sentence {
    Span span;  ///< without white space at the ends
    std::size_t block = 0;
};

/// Whether the list is of what the text cites, or of what the reader may go on with.
enum class ReferenceListKind : std::uint8_t { cited, further_reading };

/// One entry of a reference list, raw.
struct ReferenceEntry {
    Span span;                         ///< the entry's own text, without its number
    std::optional<int> ordinal;        ///< as printed, where it is; none of a list that does not say what is cited
    std::optional<std::string> label;  ///< key of the source ("B12", "shang")
    ReferenceListKind list = ReferenceListKind::cited;
    std::vector<Span> interruptions = {};  ///< heads, feet and numbers of pages that stand inside it
};

struct Segmentation {
    std::vector<Block> blocks;        ///< in order, not overlapping
    std::vector<Sentence> sentences;  ///< in order, each inside one block
    std::vector<ReferenceEntry> references;
};

}  // namespace evigrade
