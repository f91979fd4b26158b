// What every format says in its own way, in one shape: identifiers, names, dates, pages, plain text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/record.hpp"

namespace evigrade::records {

/// The text, trimmed and with white space squeezed; nothing of an empty one.
std::optional<std::string> said(std::string_view text);
/// The same without markup and character references: "H<sub>2</sub>O &amp; salt" becomes "H2O & salt".
std::optional<std::string> plain(std::string_view marked_up);
/// A title as people cite it: `plain`, without the full stop at its end and without the brackets around a translation.
std::optional<std::string> title_of(std::string_view text);

/// "https://doi.org/10.1000/ABC", "doi: 10.1000/abc." -> "10.1000/abc". Nothing of what is no DOI.
std::optional<std::string> doi_of(std::string_view text);
/// "12345678", "PMID: 12345678", a PubMed address; not 0.
std::optional<std::string> pmid_of(std::string_view text);
/// "PMC2918297", "2918297", an address.
std::optional<std::string> pmcid_of(std::string_view text);
/// What looks like the number of a trial in a register: NCT01234567, ISRCTN12345678, EudraCT 2004-000446-20...
bool is_trial_number(std::string_view text);
/// The one trial that an abstract names by number; nothing where it names none or several.
std::optional<std::string> trial_in(std::string_view abstract);

/// "1638-45" -> "1638-1645"; dashes of all kinds become "-"; "e45" stays.
std::optional<std::string> pages_of(std::string_view text);
std::optional<std::string> pages_of(std::string_view first, std::string_view last);

/// "Jr", "III", "2nd", with or without a full stop.
bool is_suffix(std::string_view word);
/// A person from two parts. Particles in lower case leave the family name: "van der Berg" -> "van der", "Berg".
Name person(std::string_view family, std::string_view given, std::string_view suffix = {});
/// "Family, Given, Jr" or "Family, Jr, Given"; without a comma the last word is the family name, and a name of one
/// word is a family name.
Name person_of(std::string_view text);
/// An organisation, whole.
Name organisation(std::string_view text);

/// "Sep", "september", "9", "09" -> 9; "Spring" is no month.
std::optional<int> month_of(std::string_view text);
/// A date in any of the usual orders: "2010-02-06", "2010 Feb 6", "2010/02//", "2/6/2010 0:00" (month first),
/// "2010 Sep-Oct", "Winter 1998". Nothing where there is no year.
std::optional<Date> date_of(std::string_view text);
std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day);
std::string iso_date(const Date& date);

/// The state that follows from a record's relations: a retraction notice retracts, a concern concerns, an erratum
/// corrects; nothing else says anything. An erratum never retracts.
std::optional<EditorialState> state_of(const std::vector<Relation>& relations);

/// What publishers write into titles becomes a state: "RETRACTED: A title" and "A title (Retracted article. See ...)"
/// are the title "A title" of a retracted publication; "Retraction: A title" is a notice and stays as it is, and so does
/// "WITHDRAWN:", which Cochrane puts before reviews that are merely out of date. Every record that goes into a sink is
/// settled.
void settle(BibRecord& record);

/// Whether anything in the record could find it again: a title, or an identifier.
bool says_something(const BibRecord& record);

}  // namespace evigrade::records
