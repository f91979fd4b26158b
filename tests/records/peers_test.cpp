// Real files, and what Zotero and JabRef make of them. `test_records "[report]"` prints every difference;
// the reasons for those that remain stand in docs/benchmarks/records.md.
#include <catch2/catch.hpp>

#include "peers.hpp"
#include "support/support.hpp"

using namespace evigrade::test;

TEST_CASE("every difference from Zotero and JabRef", "[.][report]") {
    if (!shared_dir()) return say_skipped("agreement with Zotero and JabRef");
    for (const std::string folder : {"pubmed-xml", "crossref-unixref", "endnote", "csl-json", "openalex-json", "nbib", "ris", "bibtex"}) {
        print(folder + ", Zotero", agreement_with_zotero(folder));
        print(folder + ", JabRef", agreement_with_jabref(folder));
    }
}
