// Bibliographies for reference managers and typesetters.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/study_names.hpp"

namespace evigrade::render {

/// A bibliography for other programs, item by item: between `begin` and `end`, `item` gives the next one's text.
/// UTF-8 throughout; BibTeX escapes what LaTeX would take for commands and nothing else.
enum class BibFormat : std::uint8_t { csl_json, bibtex, ris };
class Bibliography {
public:
    explicit Bibliography(BibFormat format);
    [[nodiscard]] std::string begin() const;
    /// `key` is the citation key. Precondition: letters, digits and hyphens.
    std::string item(const BibItem& item, std::string_view key);
    [[nodiscard]] std::string end() const;

private:
    BibFormat format_;
    std::map<ItemType, std::string> types_;  ///< the word of the format for each
    bool first_ = true;
};

/// First and last page where the text is a plain range, else the whole as first page.
std::pair<std::string, std::string> page_range(const std::string& page);

/// "van der Berg", or the organisation.
std::string family_with_particle(const Name& name);

std::string bibtex_entry(const BibItem& item, std::string_view key, const std::map<ItemType, std::string>& types);
std::string ris_record(const BibItem& item, std::string_view key, const std::map<ItemType, std::string>& types);

}  // namespace evigrade::render
