// The running text of a JATS article: sections, paragraphs, lists, tables, figures, footnotes, references.
#pragma once

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/document.hpp"

namespace evigrade::read {

class JatsFlow {
public:
    explicit JatsFlow(DocumentBuilder& builder) : builder_(builder) {}

    /// A heading of our own where the article prints one without an element for it.
    void heading(std::string_view text, LayoutRole role, std::uint8_t level);
    /// Inline content as one block.
    void block(const pugi::xml_node& node, BlockStyle style);
    /// The children of body, back, abstract, sec …
    void flow(const pugi::xml_node& node, std::uint8_t level);
    void abstract(const pugi::xml_node& node);
    /// All that follows speaks as this part of the page (comment for peer reviews).
    void impose(LayoutRole role) { imposed_ = role; }
    /// Whether nesting was too deep to follow.
    [[nodiscard]] bool cut() const { return cut_; }

private:
    static constexpr int deepest = 256;  ///< elements inside elements; deeper text is taken flat

    bool block_element(const pugi::xml_node& node, std::string_view name, std::uint8_t level);
    void section(const pugi::xml_node& node, std::uint8_t level);
    void paragraph(const pugi::xml_node& node, BlockStyle style);
    void list(const pugi::xml_node& node);
    void definition(const pugi::xml_node& node);
    void figure(const pugi::xml_node& node);
    void table(const pugi::xml_node& node);
    void footnote(const pugi::xml_node& node);
    void references(const pugi::xml_node& node, std::uint8_t level);
    void reference(const pugi::xml_node& node);
    void inline_children(const pugi::xml_node& node);
    void inline_node(const pugi::xml_node& node);
    void inline_element(const pugi::xml_node& node, std::string_view name);
    void marked(const pugi::xml_node& node, MarkKind kind, std::string target);
    void open(BlockStyle style);

    DocumentBuilder& builder_;
    std::optional<LayoutRole> imposed_;
    LayoutRole heading_role_ = LayoutRole::heading;
    BlockStyle style_;  ///< of the paragraph at hand, to go on after a block inside it
    std::vector<pugi::xml_node> waiting_footnotes_;
    int list_depth_ = 0;
    int quote_depth_ = 0;
    int reference_number_ = 0;
    bool in_references_ = false;  ///< a list of references has begun
    int depth_ = 0;
    bool cut_ = false;
};

}  // namespace evigrade::read
