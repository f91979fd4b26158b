// Which language a text is in, by its commonest words: data/cues/languages.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "read/phrases.hpp"

namespace evigrade::read {

class Languages {
public:
    explicit Languages(const Data& data);
    /// The BCP 47 primary tag, or nothing where the text is short or of no language in the table.
    [[nodiscard]] std::optional<std::string> guess(std::string_view text) const;

private:
    struct Script {
        char32_t first;
        char32_t last;
        std::size_t language;
    };
    std::vector<std::string> tags_;
    WordSketch sketch_;
    TextMap<std::vector<std::size_t>> words_;
    std::vector<Script> scripts_;
};

}  // namespace evigrade::read
