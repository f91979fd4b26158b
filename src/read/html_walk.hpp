// From gumbo's tree to blocks and marks.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/document.hpp"
#include "read/landmarks.hpp"

namespace evigrade::read {

/// The value of an attribute, "" where there is none.
std::string_view attribute(const GumboElement& element, const char* name);

class HtmlWalker {
public:
    HtmlWalker(DocumentBuilder& builder, const Landmarks& landmarks, std::size_t page_bytes)
        : builder_(builder), landmarks_(landmarks), page_bytes_(page_bytes) {}

    void walk(const GumboNode& root);
    /// Texts of the first-level headings that belong to the article.
    [[nodiscard]] const std::vector<std::string>& headings() const { return headings_; }

private:
    /// What the elements around a node make of it.
    struct Context {
        std::optional<LayoutRole> imposed;  ///< by a landmark
        std::optional<std::size_t> item;    ///< builder.blocks() when the list item around us began
        BlockStyle item_style;
        std::optional<std::string> label;  ///< of the reference or footnote around us
        int* next_number = nullptr;        ///< of the numbered list around us
        std::uint8_t list_depth = 0;
        bool in_article = false;
        bool quote = false;
        bool preformatted = false;
        std::optional<std::size_t> cell;  ///< builder.blocks() when the table cell around us began
        BlockStyle::Glue cell_glue = BlockStyle::Glue::cell;
    };

    void visit(const GumboNode& node, const Context& context);
    void children(const GumboElement& element, const Context& context);
    void element(const GumboNode& node, Context context);
    void block(const GumboElement& element, Context context);
    void block_content(const GumboElement& element, Context& context);
    void heading(const GumboElement& element, const Context& context, std::uint8_t level);
    void list_item(const GumboElement& element, Context context);
    void table(const GumboElement& element, const Context& context);
    void inline_element(const GumboElement& element, const Context& context);
    void anchor(const GumboElement& element, const Context& context);
    void marked(const GumboElement& element, const Context& context, MarkKind kind, std::string target);

    std::optional<Landmark> landmark(const GumboElement& element, const Context& context);
    std::optional<Landmark> named(std::string_view class_or_id);
    [[nodiscard]] bool holds_the_article(const GumboElement& element) const;
    [[nodiscard]] BlockStyle style(const Context& context) const;

    DocumentBuilder& builder_;
    const Landmarks& landmarks_;
    std::size_t page_bytes_;
    std::vector<std::size_t> main_offsets_;  ///< where main, article and h1 elements begin in the source
    std::vector<std::string> headings_;
    std::unordered_map<std::string_view, std::optional<Landmark>> seen_names_;  ///< views of gumbo's attributes
};

}  // namespace evigrade::read
