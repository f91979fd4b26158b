#include "read/html_scan.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

bool is_raw_text(GumboTag tag) {
    return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_TITLE ||
           tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_IFRAME || tag == GUMBO_TAG_NOEMBED || tag == GUMBO_TAG_NOFRAMES;
}

}  // namespace

void HtmlScanner::skip_past(std::string_view mark) {
    const std::size_t found = html_.find(mark, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
}

void HtmlScanner::scan_attributes(HtmlToken& token) {
    bool in_name = false;
    while (at_ < html_.size() && html_[at_] != '>') {
        const char c = html_[at_];
        token.self_closing = c == '/';
        if (is_ascii_space(c) || c == '/') {
            in_name = false;
        } else if (c == '=') {
            ++at_;
            while (at_ < html_.size() && is_ascii_space(html_[at_])) ++at_;
            if (at_ == html_.size()) return;
            if (const char quote = html_[at_]; quote == '"' || quote == '\'') {
                const std::size_t close = html_.find(quote, at_ + 1);
                at_ = close == std::string_view::npos ? html_.size() - 1 : close;
            } else {
                while (at_ < html_.size() && !is_ascii_space(html_[at_]) && html_[at_] != '>') ++at_;
                --at_;
            }
            in_name = false;
        } else if (!in_name) {
            in_name = true;
            ++token.attributes;
        }
        ++at_;
    }
    if (at_ < html_.size()) ++at_;
}

HtmlToken HtmlScanner::tag_token(std::size_t name_begin, HtmlToken::Kind kind) {
    std::size_t end = name_begin;
    while (end < html_.size() && !is_ascii_space(html_[end]) && html_[end] != '/' && html_[end] != '>') ++end;
    HtmlToken token;
    token.kind = kind;
    token.text = html_.substr(name_begin, end - name_begin);
    token.tag = gumbo_tagn_enum(token.text.data(), static_cast<unsigned>(std::min<std::size_t>(token.text.size(), 64)));
    at_ = end;
    scan_attributes(token);
    if (kind == HtmlToken::Kind::start && is_raw_text(token.tag)) raw_until_ = token.text;
    return token;
}

HtmlToken HtmlScanner::next() {
    while (!raw_until_.empty()) {
        const std::size_t found = html_.find("</", at_);
        at_ = found == std::string_view::npos ? html_.size() : found;
        const bool ends = found == std::string_view::npos || starts_with_ignoring_case(html_.substr(at_ + 2), raw_until_);
        if (ends) raw_until_ = {};
        if (!ends) at_ += 2;
    }
    while (at_ < html_.size() && html_[at_] == '<') {
        const char after = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
        if (is_ascii_alpha(after)) return tag_token(at_ + 1, HtmlToken::Kind::start);
        const char second = at_ + 2 < html_.size() ? html_[at_ + 2] : '\0';
        if (after == '/' && is_ascii_alpha(second)) return tag_token(at_ + 2, HtmlToken::Kind::end);
        if (after != '!' && after != '?' && after != '/') break;
        skip_past(html_.substr(at_).starts_with("<!--") ? "-->" : ">");
    }
    if (at_ == html_.size()) return {};
    const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
    HtmlToken token;
    token.kind = HtmlToken::Kind::text;
    token.text = html_.substr(at_, end - at_);
    at_ = end;
    return token;
}

bool is_block_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_DIR:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HGROUP:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_HTML:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_MENU:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_P:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_UL:
            return true;
        default:
            return false;
    }
}

bool is_void_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_AREA:
        case GUMBO_TAG_BASE:
        case GUMBO_TAG_BASEFONT:
        case GUMBO_TAG_BGSOUND:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_COL:
        case GUMBO_TAG_EMBED:
        case GUMBO_TAG_FRAME:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_IMAGE:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_KEYGEN:
        case GUMBO_TAG_LINK:
        case GUMBO_TAG_META:
        case GUMBO_TAG_PARAM:
        case GUMBO_TAG_SOURCE:
        case GUMBO_TAG_TRACK:
        case GUMBO_TAG_WBR:
            return true;
        default:
            return false;
    }
}

bool is_silent_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_CANVAS:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_NOEMBED:
        case GUMBO_TAG_NOFRAMES:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_TITLE:
        case GUMBO_TAG_VIDEO:
            return true;
        default:
            return false;
    }
}

}  // namespace evigrade::read
