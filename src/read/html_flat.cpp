#include "read/html_flat.hpp"

#include <string>

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"
#include "read/html_scan.hpp"
#include "read/html_tree.hpp"

namespace evigrade::read {
namespace {

BlockStyle style_of(GumboTag tag) {
    if (is_heading_tag(tag)) return {LayoutRole::heading, heading_level(tag)};
    if (tag == GUMBO_TAG_LI) return {LayoutRole::list_item, 1};
    if (tag == GUMBO_TAG_BLOCKQUOTE) return {LayoutRole::quote};
    if (tag == GUMBO_TAG_NAV) return {LayoutRole::navigation};
    return {};
}

}  // namespace

void read_flat(std::string_view html, DocumentBuilder& builder, Page& page) {
    HtmlScanner scanner(html);
    bool first_heading = false;
    std::size_t silent = 0;
    for (HtmlToken token = scanner.next(); token.kind != HtmlToken::Kind::none; token = scanner.next()) {
        if (token.kind == HtmlToken::Kind::text) {
            if (silent == 0) builder.text(unescaped(token.text));
            continue;
        }
        const bool starts = token.kind == HtmlToken::Kind::start;
        if (token.tag == GUMBO_TAG_HEAD) silent = starts ? 1 : 0;
        if (token.tag == GUMBO_TAG_BODY) silent = 0;
        if (token.tag == GUMBO_TAG_BR) builder.line_break();
        if (!is_block_tag(token.tag)) continue;
        if (token.tag == GUMBO_TAG_H1 && !starts && !first_heading && builder.in_block()) {
            page.headings.push_back(squeeze(builder.since(builder.blocks() - 1)));
            first_heading = true;
        }
        builder.open(starts ? style_of(token.tag) : BlockStyle{});
    }
}

}  // namespace evigrade::read
