// What a source says of itself: candidates for an article's metadata, before any is chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace evigrade::read {

struct Page {
    std::optional<std::string> citation_title;  ///< meta citation_title, JATS, front matter: the author's own word
    std::optional<std::string> headline;        ///< og:title, JSON-LD headline
    std::optional<std::string> title_element;   ///< with the site's name, as browsers show it
    std::vector<std::string> headings;          ///< texts of first-level headings of the article
    std::vector<std::string> authors;
    std::optional<std::string> published;  ///< as written
    std::optional<std::string> language;
    std::optional<std::string> url;
    std::optional<std::string> doi;
    std::vector<std::string> kinds;   ///< JSON-LD types, og:type, JATS article-type: "type:NewsArticle"
    std::optional<std::string> site;  ///< the site's name
};

}  // namespace evigrade::read
