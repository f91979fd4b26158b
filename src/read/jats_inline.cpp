// What stands inside a paragraph of a JATS article.
#include <algorithm>
#include <array>

#include "evigrade/base/entities.hpp"
#include "read/jats_flow.hpp"
#include "read/xml_text.hpp"

namespace evigrade::read {
namespace {

/// Elements that print nothing in running text.
constexpr std::array<std::string_view, 16> silent{
    "graphic", "inline-graphic", "media", "tex-math",    "alt-text", "long-desc",  "object-id", "label",
    "title",   "annotation",     "meta",  "permissions", "sec-meta", "index-term", "subtitle",  "table-wrap-foot"};

}  // namespace

void JatsFlow::inline_children(const pugi::xml_node& node) {
    if (++depth_ > deepest) {
        cut_ = true;
        builder_.text(xml_text(node));
    } else {
        for (const pugi::xml_node child : node.children()) inline_node(child);
    }
    --depth_;
}

void JatsFlow::inline_node(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        builder_.text(unescaped(node.value()));
    } else if (node.type() == pugi::node_element) {
        inline_element(node, local_name(node));
    }
}

void JatsFlow::inline_element(const pugi::xml_node& node, std::string_view name) {
    if (std::find(silent.begin(), silent.end(), name) != silent.end()) return;
    if (name == "xref") {
        const std::string_view type = node.attribute("ref-type").value();
        if (type == "bibr" || type == "fn" || type == "table-fn")
            return marked(node, MarkKind::citation_anchor, node.attribute("rid").value());
        return inline_children(node);
    }
    if (name == "ext-link" || name == "uri") return marked(node, MarkKind::link, node.attribute("xlink:href").value());
    if (name == "italic") return marked(node, MarkKind::emphasis, {});
    if (name == "bold") return marked(node, MarkKind::emphasis, "strong");
    if (name == "sup") return marked(node, MarkKind::superscript, {});
    if (name == "sub") return marked(node, MarkKind::subscript, {});
    if (name == "break") return builder_.line_break();
    if (name == "fn") return waiting_footnotes_.push_back(node);
    if (name == "p" || name == "mixed-citation" || name == "inline-formula" || name == "related-article")
        return inline_children(node);
    const BlockStyle outside = style_;
    if (depth_ < deepest && block_element(node, name, 6)) return open(outside);
    inline_children(node);
}

void JatsFlow::marked(const pugi::xml_node& node, MarkKind kind, std::string target) {
    builder_.begin_mark(kind, std::move(target));
    inline_children(node);
    builder_.end_mark();
}

}  // namespace evigrade::read
