// One document as `read` leaves it: normalised text, metadata, and what the format itself says of its layout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/finding.hpp"
#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

/// What the source's own markup says a stretch of text is. Plain text and PDF carry none.
enum class LayoutRole : std::uint8_t {
    title,
    byline,
    heading,
    paragraph,
    list_item,
    quote,
    preformatted,
    table_cell,
    caption,
    footnote,
    reference,
    abstract_heading,
    navigation,
    advert,
    author_box,
    related,
    comment,
    forum,
    legal,
};

struct LayoutBlock {
    Span span;  ///< the content, without bullets and numbers; blocks are in order and do not overlap
    LayoutRole role = LayoutRole::paragraph;
    std::uint8_t level = 0;            ///< heading 1-6; list depth from 1; else 0
    std::optional<int> ordinal;        ///< the number of a numbered list item or reference
    std::optional<std::string> label;  ///< a footnote's or reference's own key ("shang", "B12"), for links to it
};

enum class MarkKind : std::uint8_t { link, superscript, subscript, emphasis, citation_anchor };

/// An inline stretch that the markup sets apart.
struct Mark {
    Span span;
    MarkKind kind = MarkKind::link;
    std::string target;  ///< a link's address; the keys, blank-separated, that a citation anchor points at
};

struct Article {
    std::string id;    ///< content_id of the normalised text
    std::string file;  ///< as the caller named it; "-" for standard input
    ArticleFormat format = ArticleFormat::text;
    std::optional<std::string> title;
    std::vector<std::string> authors;
    std::optional<std::string> published;  ///< ISO 8601, as exact as it is known: 2025-12-22, 2025-12, 2025
    SourceType source_type = SourceType::unknown;
    std::string source_type_reason;       ///< the cue that decided, in words
    std::optional<std::string> language;  ///< BCP 47 primary tag
    std::optional<std::string> url;
    std::optional<std::string> doi;
    std::string text;                 ///< UTF-8, NFC, LF; never changes after reading
    std::vector<LayoutBlock> layout;  ///< empty for plain text and PDF: `segment` infers it
    std::vector<Mark> marks;          ///< in order of begin
    std::vector<Finding> findings;    ///< what reading itself noticed (broken UTF-8, cut-off nesting)
    std::uint64_t bytes = 0;          ///< size of the source as read
};

}  // namespace evigrade
