#include "read/jats_flow.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"
#include "read/jats_reference.hpp"
#include "read/xml_text.hpp"

namespace evigrade::read {
namespace {

/// Elements that hold blocks and are no block themselves.
constexpr std::array<std::string_view, 22> containers{
    "ack",        "app",       "app-group",    "glossary",       "notes",           "fn-group",    "boxed-text",
    "disp-quote", "fig-group", "floats-group", "statement",      "speech",          "verse-group", "table-wrap-group",
    "body",       "bio",       "abstract",     "trans-abstract", "table-wrap-foot", "back",        "question-wrap",
    "answer"};

/// The number that a label prints: "[12]" and "12." give 12.
std::optional<int> printed_number(std::string_view label) {
    int number = 0;
    int digits = 0;
    for (const char c : label) {
        if (is_ascii_alpha(c)) return std::nullopt;
        if (!is_ascii_digit(c)) continue;
        if (++digits > 5) return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return digits > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

void JatsFlow::open(BlockStyle style) {
    if (imposed_) style.role = *imposed_;
    style_ = style;
    builder_.open(std::move(style));
}

void JatsFlow::heading(std::string_view text, LayoutRole role, std::uint8_t level) {
    open({role, level});
    builder_.text(text);
    open({});
}

void JatsFlow::block(const pugi::xml_node& node, BlockStyle style) {
    paragraph(node, std::move(style));
}

void JatsFlow::abstract(const pugi::xml_node& node) {
    heading_role_ = LayoutRole::abstract_heading;
    const std::string title = child_text(node, "title");
    heading(title.empty() ? "Abstract" : title, heading_role_, 1);
    flow(node, 2);
    heading_role_ = LayoutRole::heading;
}

void JatsFlow::flow(const pugi::xml_node& node, std::uint8_t level) {
    if (++depth_ > deepest) {
        cut_ = true;
        open({});
        builder_.text(xml_text(node));
    } else {
        for (const pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_element && block_element(child, local_name(child), level)) continue;
            inline_node(child);  // prose without a paragraph around it
        }
    }
    --depth_;
}

bool JatsFlow::block_element(const pugi::xml_node& node, std::string_view name, std::uint8_t level) {
    if (name == "sec") {
        section(node, level);
    } else if (name == "p") {
        paragraph(node, {quote_depth_ > 0 ? LayoutRole::quote : LayoutRole::paragraph});
    } else if (name == "list") {
        list(node);
    } else if (name == "def-list") {
        definition(node);
    } else if (name == "fig" || name == "supplementary-material" || name == "chem-struct-wrap") {
        figure(node);
    } else if (name == "table-wrap" || name == "table") {
        table(node);
    } else if (name == "fn") {
        footnote(node);
    } else if (name == "ref-list") {
        references(node, level);
    } else if (name == "disp-formula" || name == "preformat" || name == "code") {
        paragraph(node, {LayoutRole::preformatted});
    } else if (std::find(containers.begin(), containers.end(), name) != containers.end()) {
        const BlockStyle outside = style_;
        const auto imposed = imposed_;
        if (name == "bio") imposed_ = LayoutRole::author_box;
        if (const std::string title = child_text(node, "title"); !title.empty()) heading(title, heading_role_, level);
        const int quoted = name == "disp-quote" ? 1 : 0;
        quote_depth_ += quoted;
        flow(node, level);
        quote_depth_ -= quoted;
        imposed_ = imposed;
        open(outside);
    } else {
        return false;
    }
    return true;
}

void JatsFlow::section(const pugi::xml_node& node, std::uint8_t level) {
    if (const pugi::xml_node title = node.child("title")) paragraph(title, {heading_role_, level});
    flow(node, static_cast<std::uint8_t>(std::min(level + 1, 6)));
}

void JatsFlow::paragraph(const pugi::xml_node& node, BlockStyle style) {
    open(std::move(style));
    inline_children(node);
    open({});
    auto footnotes = std::move(waiting_footnotes_);
    waiting_footnotes_.clear();
    for (const pugi::xml_node& waiting : footnotes) footnote(waiting);
}

void JatsFlow::list(const pugi::xml_node& node) {
    const std::string_view type = node.attribute("list-type").value();
    const bool numbered = type == "order" || type == "arabic";
    ++list_depth_;
    int number = 1;
    for (const pugi::xml_node item : node.children("list-item")) {
        BlockStyle style{LayoutRole::list_item, static_cast<std::uint8_t>(std::min(list_depth_, 255))};
        style.ordinal = printed_number(child_text(item, "label"));
        if (!style.ordinal && numbered) style.ordinal = number;
        ++number;
        bool first = true;
        for (const pugi::xml_node part : item.children()) {
            const std::string_view name = local_name(part);
            if (name == "label" || part.type() != pugi::node_element) continue;
            if (name == "p" || name == "title") {
                paragraph(part, first ? style : BlockStyle{});
                first = false;
            } else {
                block_element(part, name, 6);
            }
        }
    }
    --list_depth_;
}

void JatsFlow::definition(const pugi::xml_node& node) {
    for (const pugi::xml_node item : node.children("def-item")) {
        open({LayoutRole::list_item, 1});
        inline_children(item.child("term"));
        builder_.text(" ");
        for (const pugi::xml_node part : item.child("def").children()) inline_children(part);
        open({});
    }
}

void JatsFlow::figure(const pugi::xml_node& node) {
    open({LayoutRole::caption});
    builder_.text(child_text(node, "label") + ' ');
    const pugi::xml_node caption = node.child("caption");
    for (const pugi::xml_node part : caption.children()) {
        inline_children(part);
        builder_.text(" ");
    }
    open({});
}

void JatsFlow::table(const pugi::xml_node& node) {
    if (local_name(node) == "table-wrap") figure(node);
    bool first_row = true;
    for (const pugi::xml_node& row : rows_of(node)) {
        bool first_cell = true;
        for (const pugi::xml_node cell : row.children()) {
            const std::string_view name = local_name(cell);
            if (name != "td" && name != "th") continue;
            auto glue = first_cell ? BlockStyle::Glue::line : BlockStyle::Glue::cell;
            if (first_row && first_cell) glue = BlockStyle::Glue::blank_line;
            open({LayoutRole::table_cell, 0, std::nullopt, std::nullopt, glue});
            inline_children(cell);
            first_cell = false;
        }
        first_row = first_row && first_cell;
    }
    open({});
    if (const pugi::xml_node foot = node.child("table-wrap-foot")) {
        for (const pugi::xml_node part : foot.children()) {
            local_name(part) == "fn-group" ? flow(part, 6) : footnote(part);
        }
    }
}

void JatsFlow::footnote(const pugi::xml_node& node) {
    const std::string_view id = node.attribute("id").value();
    BlockStyle style{LayoutRole::footnote};
    if (!id.empty()) style.label = std::string(id);
    open(style);
    if (node.child("p")) {
        for (const pugi::xml_node part : node.children("p")) {
            inline_children(part);
            builder_.text(" ");
        }
    } else {
        inline_children(node);
    }
    open({});
}

void JatsFlow::references(const pugi::xml_node& node, std::uint8_t level) {
    const std::string title = child_text(node, "title");
    const bool first_list = !in_references_;
    in_references_ = true;
    if (!title.empty() || first_list) heading(title.empty() ? "References" : title, LayoutRole::heading, level);
    ++depth_;
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = local_name(child);
        if (name == "ref") reference(child);
        if (name == "ref-list" && depth_ < deepest) references(child, level);
        if (name == "p") paragraph(child, {});
    }
    --depth_;
}

void JatsFlow::reference(const pugi::xml_node& node) {
    ++reference_number_;
    const std::string text = reference_text(node);
    if (text.empty()) return;
    BlockStyle style{LayoutRole::reference};
    style.ordinal = printed_number(child_text(node, "label")).value_or(reference_number_);
    style.label = node.attribute("id").value();
    style.glue = reference_number_ == 1 ? BlockStyle::Glue::blank_line : BlockStyle::Glue::line;
    open(style);
    builder_.text(text);
    open({});
}

}  // namespace evigrade::read
