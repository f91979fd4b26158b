// Bibliographies in the hands of other programs: pandoc with citeproc, and bibutils.
#include <cstdlib>
#include <map>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/records.hpp"
#include "support/support.hpp"

using namespace evigrade;
using namespace evigrade::test;
using nlohmann::json;

namespace {

/// The example articles in a store, and their cited studies in one format.
struct Exported {
    Scratch scratch;
    std::string db = scratch / "s.db";

    Exported() { REQUIRE(evigrade::test::evigrade({"ingest", "--db", db, "--quiet", "data/examples"}).code == 0); }
    std::string file(const std::string& format) {
        const Run run = evigrade::test::evigrade({"export", "--db", db, "--format", format});
        REQUIRE(run.code == 0);
        CHECK(run.err.empty());
        write_file(scratch / format, run.out);
        return scratch / format;
    }
};

/// What another program prints.
std::string ask(const std::string& command, const std::string& out) {
    INFO(command);
    REQUIRE(std::system(("(" + command + ") > " + out + " 2> " + out + ".err").c_str()) == 0);
    return read_file(out);
}

std::map<std::string, BibItem> items_of(const std::string& text, records::Format format) {
    std::map<std::string, BibItem> out;
    const auto take = [&](records::Event&& event) {
        if (const auto* record = std::get_if<BibRecord>(&event)) out[record->key.value_or("")] = record->item;
        return true;
    };
    REQUIRE(records::read_text(text, "test", take, format));
    return out;
}

std::string families(const json& item) {
    std::string out;
    for (const auto& name : item.value("author", json::array())) {
        std::string particle = name.value("non-dropping-particle", name.value("dropping-particle", ""));
        out += fold(particle + ' ' + name.value("family", name.value("literal", ""))) + "; ";
    }
    return out;
}

std::string field(const json& item, const char* name) {
    return item.contains(name) && item[name].is_string() ? fold(item[name].get<std::string>()) : "";
}

/// Every item that was written is there, with the same fields.
void check_same(const json& ours, const json& theirs) {
    std::map<std::string, json> found;
    for (const auto& item : theirs) found[item.value("id", "")] = item;
    REQUIRE(found.size() == ours.size());
    for (const auto& item : ours) {
        INFO(item.dump());
        REQUIRE(found.contains(item["id"]));
        const json& other = found[item["id"]];
        INFO(other.dump());
        CHECK(families(item) == families(other));
        for (const char* name : {"title", "container-title", "volume", "page", "DOI", "PMID", "PMCID", "publisher"})
            CHECK(field(item, name) == field(other, name));
        if (item["type"] == "article-journal") {
            CHECK(other["type"] == "article-journal");
            CHECK(field(item, "issue") == field(other, "issue"));
        }
        CHECK(item.value("issued", json()) == other.value("issued", json()));
    }
}

void check_same(const std::map<std::string, BibItem>& ours, const std::map<std::string, BibItem>& theirs) {
    REQUIRE(ours.size() == theirs.size());
    for (const auto& [key, item] : ours) {
        INFO(key);
        REQUIRE(theirs.contains(key));
        const BibItem& other = theirs.at(key);
        CHECK(item.authors.size() ==
              other.authors.size() - (item.et_al && other.authors.size() > item.authors.size() ? 1 : 0));
        CHECK(fold(item.title.value_or("")) == fold(other.title.value_or("")));
        // bibutils drops the server of a preprint.
        if (item.type == ItemType::article_journal)
            CHECK(fold(item.container_title.value_or("")) == fold(other.container_title.value_or("")));
        CHECK((item.issued ? item.issued->year : 0) == (other.issued ? other.issued->year : 0));
        CHECK(item.volume == other.volume);
        CHECK(item.page == other.page);
        CHECK(item.doi == other.doi);
    }
}

}  // namespace

TEST_CASE("pandoc reads the CSL-JSON and the BibTeX of cited studies, every field") {
    Exported exported;
    const std::string csl = exported.file("csl-json");
    const json ours = json::parse(read_file(csl));
    REQUIRE(ours.size() > 10);
    check_same(ours, json::parse(ask("pandoc -f csljson -t csljson " + csl, exported.scratch / "a")));
    check_same(ours, json::parse(ask("pandoc -f bibtex -t csljson " + exported.file("bibtex"), exported.scratch / "b")));
}

TEST_CASE("citeproc sets a reference for each cited study from either format") {
    Exported exported;
    write_file(exported.scratch / "all.md", "---\nnocite: '@*'\n---\n");
    const json ours = json::parse(read_file(exported.file("csl-json")));
    for (const std::string format : {"csl-json", "bibtex"}) {
        const std::string file = exported.file(format);
        const std::string named = file + (format == "bibtex" ? ".bib" : ".json");
        write_file(named, read_file(file));
        const std::string text =
            fold(ask("pandoc --citeproc --wrap=none -t plain --bibliography " + named + " " + (exported.scratch / "all.md"),
                     exported.scratch / "c"));
        for (const auto& item : ours) {
            INFO(format << " " << item.dump());
            CHECK(text.find(field(item, "title")) != std::string::npos);
        }
    }
}

TEST_CASE("bibutils reads the RIS and the BibTeX of cited studies, and gives their fields back") {
    Exported exported;
    const std::string ris = exported.file("ris");
    check_same(items_of(read_file(ris), records::Format::ris),
               items_of(ask("ris2xml " + ris + " | xml2ris", exported.scratch / "a"), records::Format::ris));
    const std::string bibtex = exported.file("bibtex");
    check_same(items_of(read_file(bibtex), records::Format::bibtex),
               items_of(ask("bib2xml " + bibtex + " | xml2bib", exported.scratch / "b"), records::Format::bibtex));
}

TEST_CASE("a citation key stays when more is cited, and does not depend on the order of reading") {
    const Scratch scratch;
    const auto keys = [&](const std::string& db) {
        const Run run = evigrade::test::evigrade({"export", "--db", db, "--format", "csl-json"});
        std::map<std::string, std::string> out;
        for (const auto& item : json::parse(run.out)) out[field(item, "title")] = item["id"];
        return out;
    };
    const auto ingest = [](const std::string& db, const std::vector<std::string>& files) {
        for (const auto& file : files)
            REQUIRE(evigrade::test::evigrade({"ingest", "--db", db, "--quiet", "data/examples/" + file}).code == 0);
    };
    ingest(scratch / "a.db", {"cupping-set.html", "hair-clinic.html", "minoxidil-mini-review.txt"});
    ingest(scratch / "b.db", {"minoxidil-mini-review.txt", "cupping-set.html", "hair-clinic.html"});
    const auto before = keys(scratch / "a.db");
    REQUIRE(before.size() > 3);
    CHECK(before == keys(scratch / "b.db"));
    ingest(scratch / "a.db", {"minoxidil-questions.md", "vitamin-d-column.md"});
    const auto after = keys(scratch / "a.db");
    CHECK(after.size() > before.size());
    for (const auto& [title, key] : before) CHECK(after.at(title) == key);
}
