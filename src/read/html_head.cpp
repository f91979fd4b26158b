#include "read/html_head.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/text.hpp"
#include "read/html_tree.hpp"
#include "read/html_walk.hpp"
#include "read/json_ld.hpp"

namespace evigrade::read {
namespace {

void set_once(std::optional<std::string>& field, std::string_view value) {
    value = trim(value);
    if (!field && !value.empty()) field = squeeze(value);
}

void read_meta(const GumboElement& element, Page& page) {
    std::string name = lower(attribute(element, "name"));
    if (name.empty()) name = lower(attribute(element, "property"));
    if (name.empty()) name = lower(attribute(element, "itemprop"));
    const std::string_view content = trim(attribute(element, "content"));
    if (name.empty() || content.empty()) return;
    if (name == "citation_title" || name == "dc.title") set_once(page.citation_title, content);
    if (name == "og:title" || name == "twitter:title") set_once(page.headline, content);
    if (name == "author" || name == "citation_author" || name == "dc.creator" || name == "parsely-author")
        page.authors.push_back(squeeze(content));
    if (name == "article:published_time" || name == "citation_publication_date" || name == "citation_date" ||
        name == "dc.date" || name == "date" || name == "datepublished" || name == "publish-date" || name == "pubdate")
        set_once(page.published, content);
    if (name == "og:url") set_once(page.url, content);
    if (name == "og:locale" || name == "dc.language" || name == "citation_language") set_once(page.language, content);
    if (name == "citation_doi" || name == "dc.identifier" || name == "prism.doi") set_once(page.doi, content);
    if (name == "og:site_name") set_once(page.site, content);
    if (name == "og:type") page.kinds.push_back("og:" + lower(content));
    if (name == "citation_journal_title" || name == "prism.publicationname") page.kinds.push_back("meta:" + name);
}

void read_element(const GumboElement& element, Page& page) {
    switch (element.tag) {
        case GUMBO_TAG_HTML:
            set_once(page.language, attribute(element, "lang"));
            break;
        case GUMBO_TAG_TITLE:
            set_once(page.title_element, text_of(element, 1000));
            break;
        case GUMBO_TAG_META:
            read_meta(element, page);
            break;
        case GUMBO_TAG_LINK:
            if (equals_ignoring_case(attribute(element, "rel"), "canonical")) page.url = attribute(element, "href");
            break;
        case GUMBO_TAG_TIME:
            set_once(page.published, attribute(element, "datetime"));
            break;
        case GUMBO_TAG_SCRIPT:
            if (lower(attribute(element, "type")).find("ld+json") != std::string::npos)
                read_json_ld(text_of(element, std::size_t{1} << 20), page);
            break;
        default:
            break;
    }
}

}  // namespace

void read_head(const GumboNode& root, Page& page) {
    std::vector<const GumboNode*> open{&root};
    while (!open.empty()) {
        const GumboNode& node = *open.back();
        open.pop_back();
        if (node.type != GUMBO_NODE_ELEMENT) continue;
        const GumboElement& element = node.v.element;
        if (element.tag == GUMBO_TAG_SVG) continue;
        read_element(element, page);
        for (unsigned i = element.children.length; i-- > 0;)
            open.push_back(static_cast<const GumboNode*>(element.children.data[i]));
    }
}

}  // namespace evigrade::read
