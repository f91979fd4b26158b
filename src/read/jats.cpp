#include "read/jats.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>

#include "evigrade/base/text.hpp"
#include "read/dates.hpp"
#include "read/findings.hpp"
#include "read/jats_flow.hpp"
#include "read/xml_text.hpp"

namespace evigrade::read {
namespace {

/// The first element of this name, at any depth, without recursion.
pugi::xml_node find_element(const pugi::xml_node& root, std::string_view name) {
    pugi::xml_node at = root.first_child();
    while (at) {
        if (at.type() == pugi::node_element && local_name(at) == name) return at;
        if (at.first_child()) {
            at = at.first_child();
            continue;
        }
        while (at != root && !at.next_sibling()) at = at.parent();
        if (at == root) break;
        at = at.next_sibling();
    }
    return {};
}

std::optional<int> number_in(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return std::nullopt;
    return number;
}

std::optional<std::string> date_of(const pugi::xml_node& date) {
    const auto year = number_in(child_text(date, "year"));
    if (!year) return std::nullopt;
    auto month = number_in(child_text(date, "month"));
    if (!month) {
        // Months may be written out; the season of a quarterly is no month.
        if (const auto found = find_date("1 " + child_text(date, "month") + ' ' + std::to_string(*year)))
            month = number_in(found->iso.substr(5, 1) == "0" ? found->iso.substr(6, 1) : found->iso.substr(5, 2));
    }
    return iso_date(*year, month, number_in(child_text(date, "day")));
}

/// The day it came out: online before print, and before the volume it was collected in.
std::optional<std::string> published(const pugi::xml_node& meta) {
    constexpr std::array<std::string_view, 6> order{"epub",      "pub", "epub-ppub", "ppub", "original-publication",
                                                    "collection"};
    std::optional<std::string> best;
    std::size_t rank = order.size() + 1;
    for (const pugi::xml_node date : meta.children("pub-date")) {
        std::string_view type = date.attribute("pub-type").value();
        if (type.empty()) type = date.attribute("date-type").value();
        const auto place = static_cast<std::size_t>(std::find(order.begin(), order.end(), type) - order.begin());
        const auto iso = date_of(date);
        if (!iso || place >= rank) continue;
        best = iso;
        rank = place;
    }
    return best;
}

void read_authors(const pugi::xml_node& meta, Page& page) {
    for (const pugi::xml_node group : meta.children("contrib-group")) {
        for (const pugi::xml_node contrib : group.children("contrib")) {
            const std::string_view type = contrib.attribute("contrib-type").value();
            if (!type.empty() && type != "author") continue;
            pugi::xml_node name = contrib.child("name");
            if (!name) name = contrib.child("name-alternatives").child("name");
            std::string full = child_text(name, "given-names");
            if (const std::string surname = child_text(name, "surname"); !surname.empty())
                full += (full.empty() ? "" : " ") + surname;
            if (full.empty()) full = child_text(contrib, "string-name");
            if (full.empty()) full = child_text(contrib, "collab");
            if (!full.empty()) page.authors.push_back(std::move(full));
        }
    }
}

void read_facts(const pugi::xml_node& root, const pugi::xml_node& meta, Page& page) {
    page.kinds.push_back("jats:" + std::string(root.attribute("article-type").as_string("article")));
    if (const std::string title = child_text(meta.child("title-group"), "article-title"); !title.empty())
        page.citation_title = title;
    read_authors(meta, page);
    page.published = published(meta);
    if (const std::string_view language = root.attribute("xml:lang").value(); !language.empty()) page.language = language;
    for (const pugi::xml_node id : meta.children("article-id")) {
        if (std::string_view(id.attribute("pub-id-type").value()) == "doi") page.doi = xml_text(id);
    }
    if (const std::string_view uri = meta.child("self-uri").attribute("xlink:href").value(); uri.starts_with("http"))
        page.url = uri;
    const std::string journal = xml_text(find_element(root.child("front").child("journal-meta"), "journal-title"));
    if (!journal.empty()) page.kinds.push_back("journal:" + lower(journal));
}

void read_article(const pugi::xml_node& root, JatsFlow& flow, Page& page) {
    pugi::xml_node meta = root.child("front").child("article-meta");
    if (!meta) meta = root.child("front");
    read_facts(root, meta, page);
    if (const pugi::xml_node title = meta.child("title-group").child("article-title"))
        flow.block(title, {LayoutRole::title, 1});
    std::string byline;
    for (const std::string& author : page.authors) byline += (byline.empty() ? "" : ", ") + author;
    if (!byline.empty()) flow.heading(byline, LayoutRole::byline, 0);
    for (const pugi::xml_node abstract : meta.children()) {
        const std::string_view name = local_name(abstract);
        const std::string_view type = abstract.attribute("abstract-type").value();
        if (name == "abstract" && type != "graphical" && type != "toc" && type != "teaser") flow.abstract(abstract);
    }
    for (const char* part : {"body", "floats-group", "floats-wrap", "back"}) flow.flow(root.child(part), 1);
    for (const char* part : {"response", "sub-article"}) {
        for (const pugi::xml_node other : root.children(part)) {
            flow.impose(LayoutRole::comment);
            for (const char* inside : {"body", "back"}) flow.flow(other.child(inside), 1);
        }
    }
}

}  // namespace

void read_jats(std::string_view xml, Article& article, Page& page) {
    pugi::xml_document document;
    const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
    const auto parsed = document.load_buffer(xml.data(), xml.size(), options, pugi::encoding_utf8);
    DocumentBuilder builder;
    JatsFlow flow(builder);
    const pugi::xml_node root = find_element(document, "article");
    if (root) {
        read_article(root, flow, page);
    } else {
        builder.open({});
        builder.text(xml_text(document));
    }
    const std::size_t controls = builder.controls();
    builder.finish(article);
    if (!parsed) {
        const std::string place = " at byte " + std::to_string(parsed.offset);
        article.findings.push_back({"malformed_markup", Severity::warning, {}, parsed.description() + place});
    }
    if (!root)
        article.findings.push_back(
            {"unknown_markup", Severity::warning, {}, "The XML is not a JATS article; its text was read without structure"});
    if (flow.cut()) note_markup_cut(article, "it is nested too deep");
    note_controls(article, controls);
}

}  // namespace evigrade::read
