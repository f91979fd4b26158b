// Reading small texts, for tests of single formats.
#pragma once

#include <string>
#include <vector>

#include "events.hpp"

namespace evigrade::test {

/// What a text in this format holds.
Read read_records(std::string_view text, records::Format format);
/// The one record of a text; a failed assertion where it holds another number.
BibRecord one_record(std::string_view text, records::Format format);
/// Family names with particle, or literals: "van der Berg|Ministry of Health".
std::string people(const std::vector<Name>& names);

}  // namespace evigrade::test
