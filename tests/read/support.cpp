#include "support.hpp"

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"

namespace evigrade::test {
namespace {

bool on_bound(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

bool is_sound(std::string_view text, Span span) {
    return span.begin < span.end && span.end <= text.size() && on_bound(text, span.begin) && on_bound(text, span.end);
}

}  // namespace

Article article_of(std::string_view bytes, const std::string& name) {
    auto result = read::read_bytes(bytes, name, Data{});
    REQUIRE(result.ok());
    return std::move(*result);
}

std::vector<std::string> blocks_of(const Article& article, LayoutRole role) {
    std::vector<std::string> out;
    for (const auto& block : article.layout) {
        if (block.role == role) out.emplace_back(block.span.in(article.text));
    }
    return out;
}

std::vector<std::string> marks_of(const Article& article, MarkKind kind) {
    std::vector<std::string> out;
    for (const auto& mark : article.marks) {
        if (mark.kind == kind) out.push_back(std::string(mark.span.in(article.text)) + " -> " + mark.target);
    }
    return out;
}

bool has_finding(const Article& article, std::string_view code) {
    for (const auto& finding : article.findings) {
        if (finding.code == code) return true;
    }
    return false;
}

std::string law_broken(const Article& article) {
    const std::string_view text = article.text;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (c.value == 0xFFFD && c.length == 1) return "broken UTF-8";
        const bool control = (c.value < 0x20 && c.value != '\n' && c.value != '\t') || (c.value >= 0x7F && c.value < 0xA0);
        if (control) return "a control character";
        at += c.length;
    }
    std::uint32_t end = 0;
    for (const auto& block : article.layout) {
        if (!is_sound(text, block.span)) return "a block out of bounds";
        if (block.span.begin < end) return "blocks that overlap or are out of order";
        end = block.span.end;
    }
    std::uint32_t begin = 0;
    for (const auto& mark : article.marks) {
        if (!is_sound(text, mark.span)) return "a mark out of bounds";
        if (mark.span.begin < begin) return "marks out of order";
        begin = mark.span.begin;
    }
    return "";
}

}  // namespace evigrade::test
