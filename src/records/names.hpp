// People and organisations as the line formats write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "records/normal.hpp"

namespace evigrade::records {

/// The words that make an author without a comma an organisation ("Ministry of Health"): data/formats/organisations.tsv.
class Organisations {
public:
    Organisations();
    [[nodiscard]] bool is_named_by(const std::vector<std::string_view>& words) const;

private:
    std::vector<std::string> words_;  ///< folded, sorted
};

/// "Family, Given", "Family, Given, Jr" or "Family, Jr, Given"; with a comma at the end an organisation; without any
/// comma "Given Family", or an organisation where a word says so.
Name name_with_commas(std::string_view text, const Organisations& organisations);
/// MEDLINE's forms: "Fujiwara T", "van der Berg JA Jr", "Fujiwara, Takeo", "Berg, John A 3rd".
Name medline_name(std::string_view text);
/// "et al.", "and others", "others".
bool means_others(std::string_view text);

/// Adds the name; "et al." sets the item's mark instead, nothing adds nothing.
void add_name(BibItem& item, std::vector<Name>& names, Name name);

}  // namespace evigrade::records
