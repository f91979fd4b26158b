// Who leads to a study: the claims and articles, and the ways from article to article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/row_names.hpp"

namespace evigrade {

/// One way in which a study is told on: article -> article -> publication that relays it -> study.
struct EchoPath {
    std::vector<ArticleName> articles;  ///< each cites the next; the last cites the study, or what relays it
    std::optional<std::string> via;     ///< id of the publication that relays it
    std::string study;                  ///< id
};

/// Who leads to a unit of a grade: "3 articles, 5 sentences -> 1 case series".
struct Echo {
    std::string study;                  ///< id
    std::vector<std::string> claims;    ///< ids
    std::vector<ArticleName> articles;  ///< of these claims, each once
    std::vector<std::string> via;       ///< ids of the publications that relay it
    std::vector<EchoPath> paths;        ///< those that are longer than article -> study, by the articles' ids
};

}  // namespace evigrade
