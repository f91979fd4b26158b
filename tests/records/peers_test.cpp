// Real files, and what Zotero and JabRef make of them. `test_records "[report]"` prints every difference;
// the reasons for those that remain stand in docs/benchmarks/records.md.
#include <catch2/catch.hpp>

#include "peers.hpp"
#include "support/support.hpp"

using namespace evigrade::test;

namespace {

constexpr double wanted = 0.97;

/// A folder of ../shared/eval/bibfiles whose reader agrees with Zotero.
void check_agreement(const std::string& folder) {
    if (!shared_dir()) return say_skipped("agreement with Zotero on " + folder);
    const Agreement agreement = agreement_with_zotero(folder);
    INFO(folder << ": " << agreement.agreed << " of " << agreement.compared << " fields");
    CHECK(agreement.compared > 0);
    CHECK(agreement.share() >= wanted);
}

}  // namespace

TEST_CASE("PubMed's, EndNote's and Crossref's XML read as Zotero reads them") {
    check_agreement("pubmed-xml");
    check_agreement("endnote");
    check_agreement("crossref-unixref");
}

TEST_CASE("CSL's and OpenAlex's JSON read as Zotero reads them") {
    check_agreement("csl-json");
    check_agreement("openalex-json");
}

TEST_CASE("every difference from Zotero and JabRef", "[.][report]") {
    if (!shared_dir()) return say_skipped("agreement with Zotero and JabRef");
    for (const std::string folder :
         {"pubmed-xml", "crossref-unixref", "endnote", "csl-json", "openalex-json", "nbib", "ris", "bibtex"}) {
        print(folder + ", Zotero", agreement_with_zotero(folder));
        print(folder + ", JabRef", agreement_with_jabref(folder));
    }
}
