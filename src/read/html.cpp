#include "read/html.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>

#include "evigrade/base/text.hpp"
#include "read/document.hpp"
#include "read/findings.hpp"
#include "read/html_flat.hpp"
#include "read/html_guard.hpp"
#include "read/html_head.hpp"
#include "read/html_walk.hpp"

namespace evigrade::read {
namespace {

void read_tree(std::string_view html, const Landmarks& landmarks, DocumentBuilder& builder, Page& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
    if (!output || output->root == nullptr) return;
    read_head(*output->root, page);
    HtmlWalker walker(builder, landmarks, html.size());
    walker.walk(*output->root);
    page.headings = walker.headings();
}

/// A short paragraph that is bold from end to end heads what follows it.
void find_bold_headings(Article& article) {
    constexpr std::size_t longest = 100;
    std::size_t mark = 0;
    for (LayoutBlock& block : article.layout) {
        while (mark < article.marks.size() && article.marks[mark].span.begin < block.span.begin) ++mark;
        if (block.role != LayoutRole::paragraph || block.span.size() > longest) continue;
        bool bold = false;
        for (std::size_t i = mark; i < article.marks.size() && article.marks[i].span.begin == block.span.begin; ++i)
            bold = bold || (article.marks[i].target == "strong" && article.marks[i].span == block.span);
        const char last = block.span.in(article.text).back();
        if (!bold || last == '.' || last == ',' || last == ';') continue;
        block.role = LayoutRole::heading;
        block.level = 6;
    }
}

}  // namespace

void read_html(std::string_view html, const Landmarks& landmarks, const Limits& limits, Article& article, Page& page) {
    DocumentBuilder builder;
    const auto reason = unfit_for_gumbo(html, limits);
    if (reason) {
        read_flat(html, builder, page);
    } else {
        read_tree(html, landmarks, builder, page);
    }
    const std::size_t controls = builder.controls();
    builder.finish(article);
    find_bold_headings(article);
    if (reason) note_markup_cut(article, *reason);
    note_controls(article, controls);
}

}  // namespace evigrade::read
