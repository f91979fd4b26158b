// Real files in line formats, and what Zotero and JabRef make of them. docs/benchmarks/records.md has the differences.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "peers.hpp"
#include "records_support.hpp"
#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;
using namespace evigrade::test;

namespace {

struct Count {
    std::size_t files = 0;
    std::size_t records = 0;
    std::vector<std::string> bad;
};

Count count(const std::string& folder, const std::set<std::string>& extensions) {
    Count out;
    for (const auto& entry : fs::directory_iterator(*shared_dir() + "/eval/bibfiles/" + folder)) {
        const fs::path& path = entry.path();
        if (!extensions.contains(path.extension().string())) continue;
        ++out.files;
        const auto reading = records::read(path.string(), [&](records::Event&& event) {
            if (const auto* bad = std::get_if<records::BadRecord>(&event))
                out.bad.push_back(path.filename().string() + ": " + bad->why);
            return true;
        });
        INFO(path.filename().string());
        CHECK(reading);
        if (reading) out.records += reading->records;
    }
    return out;
}

}  // namespace

TEST_CASE("every real file in a line format is read, every record of it") {
    if (!shared_dir()) return say_skipped("real files in line formats");
    const Count ris = count("ris", {".ris"});
    CHECK(ris.bad.empty());
    CHECK(ris.records > 190);
    CHECK(count("nbib", {".nbib", ".txt"}).bad.empty());
    CHECK(count("isi", {".isi", ".ciw", ".txt"}).bad.empty());
    const Count notices = count("retraction", {".csv"});
    CHECK(notices.records > 4000);
}

TEST_CASE("BibTeX files are read but for entries that say nothing") {
    if (!shared_dir()) return say_skipped("real BibTeX files");
    const Count entries = count("bibtex", {".bib"});
    CHECK(entries.records >= 98);
    for (const std::string& bad : entries.bad) {
        INFO(bad);
        CHECK(bad.find("says nothing") != std::string::npos);
    }
}

TEST_CASE("Zotero agrees on what line formats say") {
    if (!shared_dir()) return say_skipped("agreement with Zotero on line formats");
    CHECK(agreement_with_zotero("nbib").share() >= 0.97);
    CHECK(agreement_with_zotero("ris").share() >= 0.97);
    CHECK(agreement_with_zotero("bibtex").share() >= 0.96);
}

TEST_CASE("Zotero agrees on 97 of 100 fields of all real files together") {
    if (!shared_dir()) return say_skipped("agreement with Zotero on all formats");
    std::size_t agreed = 0;
    std::size_t compared = 0;
    for (const std::string folder :
         {"pubmed-xml", "endnote", "crossref-unixref", "csl-json", "openalex-json", "nbib", "ris", "bibtex"}) {
        const Agreement agreement = agreement_with_zotero(folder);
        agreed += agreement.agreed;
        compared += agreement.compared;
    }
    INFO(agreed << " of " << compared);
    CHECK(static_cast<double>(agreed) >= 0.97 * static_cast<double>(compared));
}

TEST_CASE("hostile files are read to their end, whatever format they are taken for", "[.][hostile]") {
    const char* folder = std::getenv("EVIGRADE_HOSTILE");
    REQUIRE(folder != nullptr);
    using records::Format;
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const std::string text = read_file(entry.path().string());
        for (const Format format : {Format::ris, Format::nbib, Format::isi, Format::bibtex, Format::retraction_watch_csv}) {
            const auto begin = std::chrono::steady_clock::now();
            static_cast<void>(records::read_text(
                text, entry.path().string(), [](records::Event&&) { return true; }, format));
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
            INFO(entry.path().string() << " as " << to_text(format) << ": " << took.count() << " s");
            CHECK(took.count() < 20.0);
        }
    }
    WARN(files << " files, each as five formats");
}
