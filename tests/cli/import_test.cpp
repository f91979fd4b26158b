// The store depends on what was imported and ingested, not on which came first.
#include <catch2/catch.hpp>

#include "support/support.hpp"

using namespace evigrade;

namespace {

const std::string shelf = "tests/golden/import/shelf.json";
const std::string article = "tests/golden/import/article.txt";

/// Everything that the questions about honey are answered with.
std::string answers(const std::string& db) {
    return test::evigrade({"export", "--db", db, "--format", "json"}).out +
           test::evigrade({"evidence", "--db", db, "honey", "--for", "cough", "--json"}).out +
           test::evigrade({"studies", "--db", db, "--json"}).out;
}

void run(const std::string& db, const std::vector<std::string>& words) {
    std::vector<std::string> all{words.front(), "--db", db};
    all.insert(all.end(), words.begin() + 1, words.end());
    const auto result = test::evigrade(all);
    INFO(result.err);
    REQUIRE(result.code == 0);
    CHECK(result.err.empty());
}

/// A row of the Retraction Watch database on the paper that the article cites.
std::string notice(const std::string& nature) {
    return "Record "
           "ID,Title,Journal,Author,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
           "OriginalPaperPubMedID,RetractionNature,Reason,\n"
           "1,Evening honey and the cough of school children: a randomised trial,Journal of Made-up Paediatrics,Ngozi "
           "Okafor,"
           "3/5/2019 0:00,10.5555/jmp.2019.7,0,6/1/2016 0:00,10.5555/jmp.2016.101,0," +
           nature + ",+Error in Data;,\n";
}

std::string many_records(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        const std::string n = std::to_string(i);
        out += "TY  - JOUR\nAU  - Author" + n + ", A\nTI  - Paper number " + n + " on the sleep of bees in hive " + n +
               "\nJO  - J Bees\nPY  - 2001\nVL  - 3\nSP  - " + n + "\nER  - \n";
    }
    return out;
}

}  // namespace

TEST_CASE("records imported before or after the articles give the same export and the same answers") {
    const test::Scratch scratch;
    const std::string a = scratch / "a.db";
    run(a, {"import", shelf});
    run(a, {"ingest", article});
    const std::string b = scratch / "b.db";
    run(b, {"ingest", article});
    CHECK(answers(a) != answers(b));
    run(b, {"import", shelf});
    CHECK(answers(a) == answers(b));
}

TEST_CASE("standard input is imported like a file") {
    const test::Scratch scratch;
    const auto result =
        test::evigrade({"import", "--db", scratch / "s.db", "-"}, test::read_file(test::source_dir() + "/" + shelf));
    CHECK(result.out == "2 added, 0 updated, 0 unchanged, 0 deleted, 0 bad\n");
    CHECK(result.code == 0);
}

TEST_CASE("a retraction that is imported is seen by studies, evidence and check, whichever came first") {
    const test::Scratch scratch;
    test::write_file(scratch / "notice.csv", notice("Retraction"));
    const std::string a = scratch / "a.db";
    run(a, {"ingest", article});
    run(a, {"import", shelf});
    CHECK(test::evigrade({"check", "--store", "--db", a, article}).out.find("[retracted_cited]") == std::string::npos);
    run(a, {"import", scratch / "notice.csv"});
    const auto studies = test::evigrade({"studies", "--db", a, "honey"});
    CHECK(studies.out.find("retracted 2019-03-05: Retraction Watch") != std::string::npos);
    CHECK(test::evigrade({"evidence", "--db", a, "honey", "--for", "cough"}).out.find("0 | 0") != std::string::npos);
    const auto check = test::evigrade({"check", "--store", "--db", a, article});
    CHECK(check.code == 1);
    CHECK(check.out.find(
              "Okafor 2016 was retracted on 2019-03-05 (Retraction Watch 10.5555/jmp.2016.101) [retracted_cited]") !=
          std::string::npos);
    const std::string b = scratch / "b.db";
    run(b, {"import", scratch / "notice.csv", shelf});
    run(b, {"ingest", article});
    CHECK(answers(a) == answers(b));
}

TEST_CASE("a correction or an erratum that is imported is no retraction") {
    const test::Scratch scratch;
    for (const std::string nature : {"Correction", "Reinstatement"}) {
        const std::string db = scratch / (nature + ".db");
        test::write_file(scratch / (nature + ".csv"), notice(nature));
        run(db, {"ingest", article});
        run(db, {"import", shelf, scratch / (nature + ".csv")});
        INFO(nature);
        CHECK(test::evigrade({"studies", "--db", db, "honey"}).out.find("retracted") == std::string::npos);
        CHECK(test::evigrade({"check", "--store", "--db", db, article}).out.find("[retracted_cited]") == std::string::npos);
    }
}

TEST_CASE("an import that Ctrl-C ends keeps what it read, and the next one goes on there to the same store") {
    const test::Scratch scratch;
    constexpr int count = 40000;  // progress is shown after a second
    const std::string file = scratch / "bees.ris";
    test::write_file(file, many_records(count));
    const std::string db = scratch / "s.db";
    const auto broken = test::interrupted_on_terminal({"import", "--db", db, file}, "records");
    INFO(broken.out);
    CHECK(broken.code == 130);
    CHECK(broken.out.find("run the same import again to go on where it stopped") != std::string::npos);
    const auto rest = test::evigrade({"import", "--db", db, file});
    REQUIRE(rest.code == 0);
    const int gone_on_with = std::stoi(rest.out);
    CHECK(gone_on_with > 0);
    CHECK(gone_on_with < count);
    CHECK(broken.out.find(std::to_string(count - gone_on_with) + " added, 0 updated, 0 unchanged") != std::string::npos);
    CHECK(test::evigrade({"import", "--db", db, file}).out ==
          "0 added, 0 updated, " + std::to_string(count) + " unchanged, 0 deleted, 0 bad\n");
}
