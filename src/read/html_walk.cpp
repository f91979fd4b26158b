#include "read/html_walk.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "read/html_scan.hpp"
#include "read/html_tree.hpp"

namespace evigrade::read {

void HtmlWalker::walk(const GumboNode& root) {
    main_offsets_ = offsets_of_main_parts(root);
    visit(root, {});
}

void HtmlWalker::visit(const GumboNode& node, const Context& context) {
    switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            context.preformatted ? builder_.verbatim(node.v.text.text) : builder_.text(node.v.text.text);
            break;
        case GUMBO_NODE_ELEMENT:
            element(node, context);
            break;
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
            break;
    }
}

void HtmlWalker::children(const GumboElement& element, const Context& context) {
    for (unsigned i = 0; i < element.children.length; ++i)
        visit(*static_cast<const GumboNode*>(element.children.data[i]), context);
}

void HtmlWalker::element(const GumboNode& node, Context context) {
    const GumboElement& element = node.v.element;
    if (is_silent_tag(element.tag)) return;
    // A link that nobody closed is opened again in every block that follows; only its first stretch is a link.
    const bool reopened = (node.parse_flags & GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT) != 0;
    if (reopened && element.tag == GUMBO_TAG_A) return children(element, context);
    const bool blocklike = is_block_tag(element.tag) || is_footnote_element(element);
    if (const auto found = landmark(element, context)) {
        if (found->effect == Landmark::Effect::drop) return;
        if (found->effect == Landmark::Effect::heading && blocklike && is_short_line(element))
            return heading(element, context, 2);
        if (found->effect == Landmark::Effect::role && blocklike) context.imposed = found->role;
    }
    blocklike ? block(element, std::move(context)) : inline_element(element, context);
}

/// A part that holds the main heading or most of the page is the page, whatever its maker called it.
bool HtmlWalker::holds_the_article(const GumboElement& element) const {
    const std::size_t begin = element.start_pos.offset;
    const std::size_t end = element.end_pos.offset;
    const auto inside = std::upper_bound(main_offsets_.begin(), main_offsets_.end(), begin);
    if (inside != main_offsets_.end() && *inside < end) return true;
    return end > begin && (end - begin) * 2 > page_bytes_;
}

/// Pages use the same few names again and again.
std::optional<Landmark> HtmlWalker::named(std::string_view class_or_id) {
    if (class_or_id.empty()) return std::nullopt;
    const auto known = seen_names_.find(class_or_id);
    if (known != seen_names_.end()) return known->second;
    return seen_names_.emplace(class_or_id, landmarks_.named(class_or_id)).first->second;
}

std::optional<Landmark> HtmlWalker::landmark(const GumboElement& element, const Context& context) {
    switch (element.tag) {
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_ARTICLE:
            return std::nullopt;
        default:
            break;
    }
    if (is_heading_tag(element.tag)) return std::nullopt;
    auto found = named(attribute(element, "class"));
    if (!found) found = named(attribute(element, "id"));
    if (!found) found = landmarks_.role(lower(attribute(element, "role")));
    if (!found) found = landmarks_.role(schema_type(attribute(element, "itemtype")));
    if (!found && !context.imposed && !(context.in_article && may_belong_to_article(element.tag)))
        found = landmarks_.element(gumbo_normalized_tagname(element.tag));
    if (!found || found->effect != Landmark::Effect::role || found->role == LayoutRole::reference ||
        found->role == LayoutRole::footnote)
        return found;
    if (context.imposed && found->role != LayoutRole::comment && found->role != LayoutRole::forum) return std::nullopt;
    if (holds_the_article(element)) return std::nullopt;
    return found;
}

BlockStyle HtmlWalker::style(const Context& context) const {
    BlockStyle style;
    if (context.item && *context.item == builder_.blocks()) style = context.item_style;
    if (context.imposed) {
        if (style.role == LayoutRole::list_item && *context.imposed != LayoutRole::reference)
            style.glue = BlockStyle::Glue::line;
        if (*context.imposed == LayoutRole::reference || *context.imposed == LayoutRole::footnote)
            style.label = context.label;
        style.role = *context.imposed;
        return style;
    }
    if (style.role == LayoutRole::list_item) return style;
    if (context.preformatted) return {LayoutRole::preformatted};
    if (context.cell) {
        style.role = LayoutRole::table_cell;
        style.glue = *context.cell == builder_.blocks() ? context.cell_glue : BlockStyle::Glue::line;
        return style;
    }
    style.role = context.quote ? LayoutRole::quote : LayoutRole::paragraph;
    return style;
}

void HtmlWalker::block(const GumboElement& element, Context context) {
    const Context outside = context;
    block_content(element, context);
    builder_.open(style(outside));
}

void HtmlWalker::block_content(const GumboElement& element, Context& context) {
    if (is_heading_tag(element.tag)) return heading(element, context, heading_level(element.tag));
    switch (element.tag) {
        case GUMBO_TAG_SUMMARY:
            return heading(element, context, 4);
        case GUMBO_TAG_LI:
            return list_item(element, context);
        case GUMBO_TAG_TABLE:
            return table(element, context);
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_MAIN:
            context.in_article = true;
            break;
        case GUMBO_TAG_BLOCKQUOTE:
            context.quote = true;
            break;
        case GUMBO_TAG_PRE:
            context.preformatted = true;
            break;
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_FIGCAPTION:
            if (!context.imposed) context.imposed = LayoutRole::caption;
            break;
        default:
            break;
    }
    int number = number_attribute(element, "start").value_or(1);
    if (element.tag == GUMBO_TAG_OL || element.tag == GUMBO_TAG_UL || element.tag == GUMBO_TAG_MENU) {
        context.next_number = element.tag == GUMBO_TAG_OL ? &number : nullptr;
        if (context.list_depth < 255) ++context.list_depth;
        context.item.reset();
    }
    if (is_footnote_element(element)) context.imposed = LayoutRole::footnote;
    if (const auto label = label_of(element)) context.label = *label;
    builder_.open(style(context));
    children(element, context);
}

void HtmlWalker::heading(const GumboElement& element, const Context& context, std::uint8_t level) {
    const std::size_t before = builder_.blocks();
    BlockStyle heading_style{LayoutRole::heading, level};
    if (context.imposed && *context.imposed != LayoutRole::reference && *context.imposed != LayoutRole::footnote)
        heading_style.role = *context.imposed;
    builder_.open(heading_style);
    Context inside;
    inside.imposed = heading_style.role;
    children(element, inside);
    if (level == 1 && heading_style.role == LayoutRole::heading && builder_.blocks() > before)
        headings_.push_back(squeeze(builder_.since(before)));
}

void HtmlWalker::list_item(const GumboElement& element, Context context) {
    BlockStyle item{LayoutRole::list_item, std::max<std::uint8_t>(context.list_depth, 1)};
    if (context.next_number != nullptr) {
        const int number = number_attribute(element, "value").value_or(*context.next_number);
        item.ordinal = number;
        *context.next_number = number + 1;
    }
    item.label = label_of(element);
    context.label = item.label;
    context.item = builder_.blocks();
    context.item_style = item;
    context.cell.reset();
    builder_.open(style(context));
    children(element, context);
}

void HtmlWalker::table(const GumboElement& element, const Context& context) {
    if (is_layout_table(element)) {
        builder_.open(style(context));
        return children(element, context);
    }
    bool first_row = true;
    for (const TableCell& cell : cells_of(element)) {
        Context inside = context;
        inside.item.reset();
        if (cell.element->tag == GUMBO_TAG_CAPTION) {
            block(*cell.element, inside);
            continue;
        }
        inside.cell = builder_.blocks();
        inside.cell_glue = cell.first_of_row ? BlockStyle::Glue::line : BlockStyle::Glue::cell;
        if (cell.first_of_row && first_row) inside.cell_glue = BlockStyle::Glue::blank_line;
        first_row = false;
        builder_.open(style(inside));
        children(*cell.element, inside);
    }
}

void HtmlWalker::inline_element(const GumboElement& element, const Context& context) {
    switch (element.tag) {
        case GUMBO_TAG_BR:
            return builder_.line_break();
        case GUMBO_TAG_A:
            return anchor(element, context);
        case GUMBO_TAG_SUP:
            return marked(element, context, MarkKind::superscript, {});
        case GUMBO_TAG_SUB:
            return marked(element, context, MarkKind::subscript, {});
        case GUMBO_TAG_B:
        case GUMBO_TAG_STRONG:
            return marked(element, context, MarkKind::emphasis, "strong");
        case GUMBO_TAG_EM:
        case GUMBO_TAG_I:
            return marked(element, context, MarkKind::emphasis, {});
        default:
            return children(element, context);
    }
}

void HtmlWalker::anchor(const GumboElement& element, const Context& context) {
    const std::string_view href = attribute(element, "href");
    if (href.empty()) return children(element, context);
    if (!href.starts_with('#')) return marked(element, context, MarkKind::link, std::string(href));
    const std::string_view key = href.substr(1);
    if (is_way_back(key)) return;
    const bool citation = looks_like_citation_key(key) || is_citation_text(text_of(element, 40));
    citation ? marked(element, context, MarkKind::citation_anchor, std::string(key))
             : marked(element, context, MarkKind::link, std::string(href));
}

void HtmlWalker::marked(const GumboElement& element, const Context& context, MarkKind kind, std::string target) {
    builder_.begin_mark(kind, std::move(target));
    children(element, context);
    builder_.end_mark();
}

}  // namespace evigrade::read
