#include "read/html_tree.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "evigrade/base/text.hpp"
#include "read/html_scan.hpp"
#include "read/html_walk.hpp"

namespace evigrade::read {
namespace {

/// Visits the elements below `root` in document order, without recursion; the visitor says whether to go deeper,
/// or to stop altogether.
enum class Go { deeper, past, stop };
template <class Visitor>
void each_node(const GumboElement& root, Visitor visit) {
    std::vector<const GumboNode*> open;
    const auto push_children = [&](const GumboElement& element) {
        for (unsigned i = element.children.length; i-- > 0;)
            open.push_back(static_cast<const GumboNode*>(element.children.data[i]));
    };
    push_children(root);
    while (!open.empty()) {
        const GumboNode& node = *open.back();
        open.pop_back();
        const Go go = visit(node);
        if (go == Go::stop) return;
        if (go == Go::deeper && node.type == GUMBO_NODE_ELEMENT) push_children(node.v.element);
    }
}

}  // namespace

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::vector<std::size_t> offsets_of_main_parts(const GumboNode& root) {
    std::vector<std::size_t> offsets;
    if (root.type != GUMBO_NODE_ELEMENT) return offsets;
    each_node(root.v.element, [&](const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return Go::past;
        const GumboTag tag = node.v.element.tag;
        if (tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_H1)
            offsets.push_back(node.v.element.start_pos.offset);
        return Go::deeper;
    });
    std::sort(offsets.begin(), offsets.end());
    return offsets;
}

std::string text_of(const GumboElement& element, std::size_t limit) {
    std::string text;
    each_node(element, [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) text += node.v.text.text;
        return text.size() > limit ? Go::stop : Go::deeper;
    });
    return text;
}

bool is_heading_tag(GumboTag tag) {
    return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4 || tag == GUMBO_TAG_H5 ||
           tag == GUMBO_TAG_H6;
}

std::uint8_t heading_level(GumboTag tag) {
    constexpr std::array order{GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6};
    return static_cast<std::uint8_t>(std::find(order.begin(), order.end(), tag) - order.begin() + 1);
}

bool is_short_line(const GumboElement& element) {
    constexpr std::size_t longest = 150;
    std::size_t bytes = 0;
    bool blocks = false;
    each_node(element, [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT) blocks = is_block_tag(node.v.element.tag);
        if (node.type == GUMBO_NODE_TEXT) bytes += trim(node.v.text.text).size();
        return blocks || bytes > longest ? Go::stop : Go::deeper;
    });
    return !blocks && bytes > 0 && bytes <= longest;
}

bool is_footnote_element(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return false;
    return std::string_view(element.original_tag.data, element.original_tag.length).starts_with("<x-footnote");
}

bool may_belong_to_article(GumboTag tag) {
    return tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE;
}

std::optional<std::string> label_of(const GumboElement& element) {
    for (const char* name : {"data-label", "id"}) {
        const std::string_view value = attribute(element, name);
        if (!value.empty() && value.size() < 200) return std::string(value);
    }
    return std::nullopt;
}

std::optional<int> number_attribute(const GumboElement& element, const char* name) {
    const std::string_view value = attribute(element, name);
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || number < -1000000 || number > 1000000) return std::nullopt;
    return number;
}

std::string schema_type(std::string_view itemtype) {
    return lower(itemtype.substr(itemtype.rfind('/') + 1));
}

bool is_way_back(std::string_view key) {
    return key.starts_with("cite_ref") || key.starts_with("fnref") || key.starts_with("footnote-ref") ||
           key.starts_with("ref-back") || key.starts_with("_ftnref") || key.starts_with("_ednref");
}

bool looks_like_citation_key(std::string_view key) {
    const std::string name = lower(key);
    for (const std::string_view start :
         {"cite", "ref", "fn", "bib", "cr", "footnote", "endnote", "_ftn", "_edn", "note", "b"}) {
        if (!name.starts_with(start)) continue;
        const std::string_view rest = std::string_view(name).substr(start.size());
        const auto digit = rest.find_first_of("0123456789");
        if (digit <= 8) return true;  // npos is more
    }
    return false;
}

bool is_citation_text(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 12) return false;
    bool digits = false;
    for (const char c : text) {
        if (is_ascii_digit(c)) digits = true;
        if (!is_ascii_digit(c) && std::string_view("[](),;-* ").find(c) == std::string_view::npos) return false;
    }
    return digits;
}

bool is_layout_table(const GumboElement& table) {
    constexpr std::size_t long_prose = 700;
    bool layout = false;
    each_node(table, [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_TEXT) layout = std::string_view(node.v.text.text).size() > long_prose;
        if (node.type == GUMBO_NODE_ELEMENT) {
            const GumboTag tag = node.v.element.tag;
            layout = is_heading_tag(tag) || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL ||
                     tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_FORM;
        }
        return layout ? Go::stop : Go::deeper;
    });
    return layout;
}

std::vector<TableCell> cells_of(const GumboElement& table) {
    std::vector<TableCell> cells;
    bool fresh_row = true;
    each_node(table, [&](const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return Go::past;
        const GumboTag tag = node.v.element.tag;
        if (tag == GUMBO_TAG_TR) fresh_row = true;
        if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH && tag != GUMBO_TAG_CAPTION) return Go::deeper;
        cells.push_back({&node.v.element, fresh_row});
        if (tag != GUMBO_TAG_CAPTION) fresh_row = false;
        return Go::past;
    });
    return cells;
}

}  // namespace evigrade::read
