#include "read/pdf_page.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> letter_forms{{
    {"\uFB00", "ff"},
    {"\uFB01", "fi"},
    {"\uFB02", "fl"},
    {"\uFB03", "ffi"},
    {"\uFB04", "ffl"},
    {"\uFB05", "st"},
    {"\uFB06", "st"},
    {"\uF0B7", "•"},  // how symbol fonts spell a bullet
    {"\uF0A7", "•"},
    {"\uF0D8", "•"},
    {"\uF06E", "•"},
    {"\u00AD", "-"},
}};

/// Ligatures as letters, bullets of symbol fonts as bullets.
std::string spelled(std::string text) {
    for (const auto& [from, to] : letter_forms) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    }
    return text;
}

PdfBox box_of(const pugi::xml_node& node) {
    return {node.attribute("xMin").as_double(), node.attribute("yMin").as_double(), node.attribute("xMax").as_double(),
            node.attribute("yMax").as_double()};
}

/// Text set upright along a margin: a watermark, an archive's stamp.
bool is_turned(const PdfLine& line) {
    return line.words.size() > 1 && line.box.height() > 3 * line.box.width();
}

PdfLine line_of(const pugi::xml_node& node) {
    PdfLine line{box_of(node), {}};
    for (const pugi::xml_node word : node.children("word")) {
        std::string text = spelled(word.child_value());
        if (!trim(text).empty()) line.words.push_back({box_of(word), std::move(text)});
    }
    return line;
}

PdfPage page_of(const pugi::xml_node& node) {
    PdfPage page{node.attribute("width").as_double(), node.attribute("height").as_double(), {}};
    for (const pugi::xml_node flow : node.children("flow")) {
        for (const pugi::xml_node block : flow.children("block")) {
            for (const pugi::xml_node child : block.children("line")) {
                PdfLine line = line_of(child);
                if (!line.words.empty() && !is_turned(line)) page.lines.push_back(std::move(line));
            }
        }
    }
    return page;
}

}  // namespace

std::vector<PdfPage> pdf_pages(std::string_view xhtml, Page& page) {
    pugi::xml_document document;
    document.load_buffer(xhtml.data(), xhtml.size(), pugi::parse_default, pugi::encoding_utf8);
    const pugi::xml_node html = document.child("html");
    const pugi::xml_node head = html.child("head");
    if (const auto title = squeeze(head.child_value("title")); !title.empty()) page.title_element = title;
    for (const pugi::xml_node meta : head.children("meta")) {
        if (std::string_view(meta.attribute("name").value()) == "Subject") page.doi = meta.attribute("content").value();
    }
    std::vector<PdfPage> pages;
    for (const pugi::xml_node node : html.child("body").child("doc").children("page")) pages.push_back(page_of(node));
    return pages;
}

bool apart(const PdfWord& before, const PdfWord& after) {
    const double size = std::max(before.box.height(), after.box.height());
    return after.box.x0 - before.box.x1 > 0.12 * size || after.box.x0 < before.box.x0;
}

std::string text_of(const PdfLine& line) {
    std::string text;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
        if (i > 0 && apart(line.words[i - 1], line.words[i])) text += ' ';
        text += line.words[i].text;
    }
    return text;
}

}  // namespace evigrade::read
