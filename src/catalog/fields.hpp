// The fields of an item in a form that can be compared.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/bibliography.hpp"

namespace evigrade::catalog {

/// Folded words of a title without articles and the like.
std::vector<std::string> title_words(std::string_view title);
/// These words run together: "in the management of hair loss" and "in management of hairloss" are one.
std::string squashed(std::string_view title);
/// Folded words of a journal's name without "of", "the", "and", "in", "for".
std::vector<std::string> journal_words(std::string_view name);
/// First letters of these words, or the first four of a single one: the same for a name and its abbreviation.
std::string journal_key(std::string_view name);
/// Whether one name may be the other's abbreviation: "Int J Trichology", "International Journal of Trichology".
bool same_journal(std::string_view a, std::string_view b);
/// Folded family name with its particle, or the organisation.
std::string family_of(const Name& name);
/// Whether two family names differ by spelling at most: "sakar" and "sarkar".
bool same_family(std::string_view a, std::string_view b);
/// "686-693" gives "686"; "e1234" stays.
std::string first_page(std::string_view page);
/// Of its publication.
std::optional<int> year_of(const BibItem& item);
/// Digits and letters of a volume, folded.
std::string volume_of(std::string_view volume);

}  // namespace evigrade::catalog
