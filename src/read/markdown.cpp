#include "read/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "read/footnotes.hpp"

namespace evigrade::read {
namespace {

void escape(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
}

std::string_view view(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

/// What md4c calls; its C interface hands the object through as a pointer.
class HtmlWriter {
public:
    int enter_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_OL: {
                const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
                out_ += "<ol start=\"" + std::to_string(start) + "\">";
                break;
            }
            case MD_BLOCK_H:
                out_ += heading_tag("<h", detail);
                break;
            case MD_BLOCK_CODE:
                out_ += "<pre>";
                break;
            case MD_BLOCK_HTML:
            case MD_BLOCK_DOC:
                break;
            default:
                out_ += '<' + std::string(block_tag(type)) + '>';
        }
        return 0;
    }

    int leave_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_H:
                out_ += heading_tag("</h", detail);
                break;
            case MD_BLOCK_CODE:
                out_ += "</pre>";
                break;
            case MD_BLOCK_HR:
            case MD_BLOCK_HTML:
            case MD_BLOCK_DOC:
                break;
            default:
                out_ += "</" + std::string(block_tag(type)) + '>';
        }
        out_ += '\n';
        return 0;
    }

    int enter_span(MD_SPANTYPE type, void* detail) {
        if (type == MD_SPAN_IMG) ++images_;
        if (images_ > 0) return 0;
        if (type == MD_SPAN_A) {
            out_ += "<a href=\"";
            escape(out_, view(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
            out_ += "\">";
        }
        if (type == MD_SPAN_EM) out_ += "<em>";
        if (type == MD_SPAN_STRONG) out_ += "<strong>";
        return 0;
    }

    int leave_span(MD_SPANTYPE type) {
        if (type == MD_SPAN_IMG) --images_;
        if (images_ > 0) return 0;
        if (type == MD_SPAN_A) out_ += "</a>";
        if (type == MD_SPAN_EM) out_ += "</em>";
        if (type == MD_SPAN_STRONG) out_ += "</strong>";
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view text) {
        if (images_ > 0) return 0;
        switch (type) {
            case MD_TEXT_BR:
                out_ += "<br>";
                break;
            case MD_TEXT_SOFTBR:
                out_ += '\n';
                break;
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_ENTITY:
            case MD_TEXT_HTML:
                out_ += text;
                break;
            default:
                escape(out_, text);
        }
        return 0;
    }

    std::string out_;

private:
    static std::string heading_tag(const char* open, void* detail) {
        return open + std::to_string(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + '>';
    }

    static std::string_view block_tag(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                return "blockquote";
            case MD_BLOCK_UL:
                return "ul";
            case MD_BLOCK_OL:
                return "ol";
            case MD_BLOCK_LI:
                return "li";
            case MD_BLOCK_HR:
                return "hr";
            case MD_BLOCK_TABLE:
                return "table";
            case MD_BLOCK_THEAD:
                return "thead";
            case MD_BLOCK_TBODY:
                return "tbody";
            case MD_BLOCK_TR:
                return "tr";
            case MD_BLOCK_TH:
                return "th";
            case MD_BLOCK_TD:
                return "td";
            default:
                return "p";
        }
    }

    int images_ = 0;  ///< how many images we are inside of: what they show is not read
};

HtmlWriter& writer(void* object) {
    return *static_cast<HtmlWriter*>(object);
}

}  // namespace

std::string markdown_to_html(std::string_view markdown) {
    const std::string source = with_footnote_blocks(markdown);
    HtmlWriter out;
    out.out_.reserve(source.size() + source.size() / 8);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return writer(self).enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return writer(self).leave_block(type, detail); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return writer(self).enter_span(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return writer(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return writer(self).text(type, {text, size});
    };
    md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &out);
    return std::move(out.out_);
}

bool looks_like_markdown(std::string_view text) {
    if (text.starts_with("---\n") || text.starts_with("+++\n") || text.starts_with("# ") || text.starts_with("<"))
        return true;
    constexpr std::array<std::string_view, 14> signs{"](", "\n# ", "\n## ", "\n### ",  "\n```", "\n[^",    "\n> ",
                                                     "**", "\n* ", "\n- ",  "]: http", "</",    "\n---\n", "\n==="};
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

void mark_footnote_markers(Article& article) {
    const std::string_view text = article.text;
    std::vector<Mark> found;
    for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
        const std::string_view window = text.substr(at, 104);
        const std::size_t end = window.find_first_of("] \n", 2);
        if (end == std::string_view::npos || window[end] != ']' || end == 2) continue;
        const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + end + 1)};
        found.push_back({span, MarkKind::citation_anchor, std::string(window.substr(2, end - 2))});
    }
    if (found.empty()) return;
    std::vector<Mark> all;
    all.reserve(article.marks.size() + found.size());
    std::merge(article.marks.begin(), article.marks.end(), found.begin(), found.end(), std::back_inserter(all),
               [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    article.marks = std::move(all);
}

}  // namespace evigrade::read
