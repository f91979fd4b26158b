// From what a source says of itself, and from its first lines, to an article's title, authors, date, language and kind.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "read/language.hpp"
#include "read/page.hpp"
#include "read/source_type.hpp"

namespace evigrade::read {

class Metadata {
public:
    explicit Metadata(const Data& data);
    /// Fills everything but text, layout, marks and findings. The text must stand.
    void describe(Article& article, const Page& page) const;

private:
    void title(Article& article, const Page& page) const;
    void authors_and_date(Article& article, const Page& page) const;
    /// What the table says of these words at the head of a line; empty where it says nothing.
    [[nodiscard]] std::string_view kind_of_byline(std::string_view words) const;
    [[nodiscard]] bool is_no_title(std::string_view line) const;

    std::unordered_map<std::string, std::string> bylines_;  ///< folded cue to kind
    std::size_t longest_byline_ = 0;                        ///< bytes of the longest of them
    Languages languages_;
    SourceTypes source_types_;
};

}  // namespace evigrade::read
