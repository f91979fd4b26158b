// What kind of publication an article is, by cues of data/cues/source_types.tsv.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "read/page.hpp"
#include "read/phrases.hpp"

namespace evigrade::read {

class SourceTypes {
public:
    explicit SourceTypes(const Data& data);
    /// Sets the article's source_type and the reason for it.
    void decide(Article& article, const Page& page) const;

private:
    struct Cue {
        SourceType type;
        std::string text;
        int weight;
    };
    [[nodiscard]] std::vector<std::size_t> in_lines(std::string_view text) const;

    std::vector<Cue> cues_;
    std::unordered_map<std::string, std::size_t> as_line_;
    Phrases in_text_;
    Phrases in_title_;
    std::vector<std::size_t> in_url_;
    std::vector<std::size_t> in_kind_;
};

}  // namespace evigrade::read
