#include "read/html_scan.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

using TagSet = std::array<bool, static_cast<std::size_t>(GUMBO_TAG_LAST) + 1>;

constexpr TagSet tag_set(std::initializer_list<GumboTag> tags) {
    TagSet set{};
    for (const GumboTag tag : tags) set[static_cast<std::size_t>(tag)] = true;
    return set;
}

constexpr TagSet block_tags = tag_set(
    {GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,   GUMBO_TAG_BUTTON,
     GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,       GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,    GUMBO_TAG_DIV,
     GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER,
     GUMBO_TAG_FORM,    GUMBO_TAG_H1,      GUMBO_TAG_H2,       GUMBO_TAG_H3,         GUMBO_TAG_H4,     GUMBO_TAG_H5,
     GUMBO_TAG_H6,      GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,         GUMBO_TAG_HTML,   GUMBO_TAG_LEGEND,
     GUMBO_TAG_LI,      GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,     GUMBO_TAG_P,
     GUMBO_TAG_PRE,     GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,  GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,  GUMBO_TAG_TD,
     GUMBO_TAG_TFOOT,   GUMBO_TAG_TH,      GUMBO_TAG_THEAD,    GUMBO_TAG_TR,         GUMBO_TAG_UL});
constexpr TagSet void_tags = tag_set({GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND, GUMBO_TAG_BR,
                                      GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_FRAME, GUMBO_TAG_HR, GUMBO_TAG_IMAGE,
                                      GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK, GUMBO_TAG_META,
                                      GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR});
constexpr TagSet silent_tags =
    tag_set({GUMBO_TAG_AUDIO, GUMBO_TAG_CANVAS, GUMBO_TAG_HEAD, GUMBO_TAG_IFRAME, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES,
             GUMBO_TAG_NOSCRIPT, GUMBO_TAG_OBJECT, GUMBO_TAG_SCRIPT, GUMBO_TAG_SELECT, GUMBO_TAG_STYLE, GUMBO_TAG_SVG,
             GUMBO_TAG_TEMPLATE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE, GUMBO_TAG_VIDEO});

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
    return block_tags[static_cast<std::size_t>(tag)];
}

bool is_void_tag(GumboTag tag) {
    return void_tags[static_cast<std::size_t>(tag)];
}

bool is_silent_tag(GumboTag tag) {
    return silent_tags[static_cast<std::size_t>(tag)];
}

}  // namespace evigrade::read
