#include "read/html_flat.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "evigrade/base/text.hpp"
#include "read/html_scan.hpp"
#include "read/html_tree.hpp"

namespace evigrade::read {
namespace {

/// The few entities that matter for prose; others stay as they are written.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> entities{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"rsquo", "’"},
    {"lsquo", "‘"},
    {"rdquo", "”"},
    {"ldquo", "“"},
    {"ndash", "–"},
    {"mdash", "—"},
    {"hellip", "…"},
    {"deg", "°"},
    {"micro", "µ"},
    {"shy", ""},
}};

std::string named_entity(std::string_view name) {
    for (const auto& [known, value] : entities) {
        if (known == name) return std::string(value);
    }
    std::string out;
    if (!name.starts_with('#')) return out;
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool scalar = value > 0 && value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
    if (error == std::errc() && end == digits.data() + digits.size() && scalar) append_utf8(out, value);
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t amp = std::min(text.find('&', at), text.size());
        out.append(text, at, amp - at);
        if (amp == text.size()) break;
        const std::size_t end = text.substr(amp, 12).find(';');
        const std::string value =
            end == std::string_view::npos ? std::string() : named_entity(text.substr(amp + 1, end - 1));
        if (value.empty()) out += '&';
        out += value;
        at = value.empty() ? amp + 1 : amp + end + 1;
    }
    return out;
}

BlockStyle style_of(GumboTag tag) {
    if (is_heading_tag(tag)) return {LayoutRole::heading, heading_level(tag)};
    if (tag == GUMBO_TAG_LI) return {LayoutRole::list_item, 1};
    if (tag == GUMBO_TAG_BLOCKQUOTE) return {LayoutRole::quote};
    if (tag == GUMBO_TAG_NAV) return {LayoutRole::navigation};
    return {};
}

}  // namespace

void read_flat(std::string_view html, DocumentBuilder& builder, Page& page) {
    HtmlScanner scanner(html);
    bool first_heading = false;
    std::size_t silent = 0;
    for (HtmlToken token = scanner.next(); token.kind != HtmlToken::Kind::none; token = scanner.next()) {
        if (token.kind == HtmlToken::Kind::text) {
            if (silent == 0) builder.text(unescaped(token.text));
            continue;
        }
        const bool starts = token.kind == HtmlToken::Kind::start;
        if (token.tag == GUMBO_TAG_HEAD) silent = starts ? 1 : 0;
        if (token.tag == GUMBO_TAG_BODY) silent = 0;
        if (token.tag == GUMBO_TAG_BR) builder.line_break();
        if (!is_block_tag(token.tag)) continue;
        if (token.tag == GUMBO_TAG_H1 && !starts && !first_heading && builder.in_block()) {
            page.headings.push_back(squeeze(builder.since(builder.blocks() - 1)));
            first_heading = true;
        }
        builder.open(starts ? style_of(token.tag) : BlockStyle{});
    }
}

}  // namespace evigrade::read
