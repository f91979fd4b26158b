// A linear scanner of HTML: tags and text, no tree. What guards gumbo, and what reads the pages gumbo must not see.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace evigrade::read {

struct HtmlToken {
    enum class Kind : std::uint8_t { text, start, end, none };
    Kind kind = Kind::none;
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    std::string_view text;       ///< of a text token, raw; of a tag, its name
    std::size_t attributes = 0;  ///< of a start tag
    bool self_closing = false;
};

/// Yields text and tags in order; comments, declarations and the contents of script and style are passed over.
class HtmlScanner {
public:
    explicit HtmlScanner(std::string_view html) : html_(html) {}
    /// The next token; `none` at the end.
    HtmlToken next();

private:
    void skip_past(std::string_view mark);
    HtmlToken tag_token(std::size_t name_begin, HtmlToken::Kind kind);
    void scan_attributes(HtmlToken& token);

    std::string_view html_;
    std::size_t at_ = 0;
    std::string_view raw_until_{};  ///< the name of the raw-text element we are in
};

/// Elements whose start ends a paragraph: what CSS would call blocks.
bool is_block_tag(GumboTag tag);
/// Elements that have no content and no end tag.
bool is_void_tag(GumboTag tag);
/// Elements whose content is no text of the page.
bool is_silent_tag(GumboTag tag);

}  // namespace evigrade::read
