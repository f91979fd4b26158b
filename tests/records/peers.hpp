// How far two readers agree on the records of a file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "evigrade/model/bibliography.hpp"

namespace evigrade::test {

/// The fields on which readers are compared: type, authors, title, container, year, volume, issue, pages, doi.
struct Agreement {
    std::size_t records = 0;   ///< that the peer expects
    std::size_t compared = 0;  ///< fields that at least one of the two has
    std::size_t agreed = 0;
    std::map<std::string, std::pair<std::size_t, std::size_t>> by_field;  ///< agreed, compared
    std::vector<std::string> differences;                                 ///< "file #2 year: 2009, peer 2010"

    [[nodiscard]] double share() const {
        return compared == 0 ? 1 : static_cast<double>(agreed) / static_cast<double>(compared);
    }
};

/// Record by record, in order; letters' case, punctuation and blanks make no difference.
void compare(const std::vector<BibItem>& ours, const std::vector<BibItem>& peers, const std::string& file, Agreement& out);

/// The items of a Zotero export (its own JSON, as its translators expect it).
std::vector<BibItem> zotero_items(const std::string& json);

/// All files of `folder` (below ../shared/eval/bibfiles) beside which an output lies that Zotero
/// (`X.expected.zotero.json`) expects.
Agreement agreement_with_zotero(const std::string& folder);
/// The same for JabRef (`X.bib` beside `X.xml`, `X.nbib`, `X.txt`, `X.ris`), its BibTeX read by our own reader.
Agreement agreement_with_jabref(const std::string& folder);

/// The items that our reader makes of a file; nothing of an unreadable one.
std::vector<BibItem> items_of_file(const std::string& path);

/// The agreement, field by field, on stdout.
void print(const std::string& name, const Agreement& agreement);

}  // namespace evigrade::test
