// A study that an article rests on is retracted by an imported record: what the program says of it from then on.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "support/support.hpp"

using namespace evigrade;

namespace {

const std::string table =
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,"
    "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n"
    "4711,Evening honey and the cough of school children: a randomised trial,,,Journal of Made-up Paediatrics,,,Ngozi "
    "Okafor;Per Lindqvist,,Research Article,3/14/2024 0:00,10.5555/jmp.notice,,8/1/2016 0:00,10.5555/jmp.2016.101,,"
    "Retraction,Concerns About Data,No,\n";

struct Retracted {
    test::Scratch folder;
    std::string db = folder / "s.db";
    Retracted() {
        test::write_file(folder / "watch.csv", table);
        run({"import", "--db", db, "tests/golden/import/shelf.json"});
        run({"ingest", "--db", db, "--quiet", "tests/golden/import/article.txt"});
        before = json({"evidence", "--db", db, "honey", "--for", "cough", "--json"});
        run({"import", "--db", db, folder / "watch.csv"});
    }
    static std::string run(const std::vector<std::string>& words) {
        const auto result = test::evigrade(words);
        INFO(result.err);
        REQUIRE(result.code == 0);
        return result.out;
    }
    static nlohmann::json json(const std::vector<std::string>& words) { return nlohmann::json::parse(run(words)); }
    [[nodiscard]] nlohmann::json evidence() const {
        return json({"evidence", "--db", db, "honey", "--for", "cough", "--json"});
    }
    nlohmann::json before;
};

}  // namespace

TEST_CASE("a record of Retraction Watch takes the weight from a cited study, which stays with date and source") {
    const Retracted world;
    REQUIRE(world.before["points"]["support"] > 0);
    const auto after = world.evidence();
    CHECK(after["points"]["support"] == 0);
    REQUIRE(after["studies"].size() == 1);
    CHECK(after["studies"][0]["editorial_state"] == "retracted");
    REQUIRE(after["shaken"].size() == 1);
    const auto& shaken = after["shaken"][0];
    CHECK(shaken["shaken"] == "retracted");
    CHECK(shaken["date"] == "2024-03-14");
    CHECK(shaken["source"].get<std::string>().find("Retraction Watch") != std::string::npos);
    CHECK(shaken["points_before"]["support"] == world.before["points"]["support"]);
    CHECK(shaken["points"]["support"] == 0);
}

TEST_CASE("the answer for people names the retraction and what stood on it, and so does the check of the store") {
    const Retracted world;
    const auto text = Retracted::run({"evidence", "--db", world.db, "honey", "--for", "cough"});
    CHECK(text.find("retracted on 2024-03-14 (Retraction Watch") != std::string::npos);
    CHECK(text.find("Honey for Cough: 0 | 0 now, ") != std::string::npos);
    const auto check = test::evigrade({"check", "--db", world.db, "--store"});
    CHECK(check.code == 1);
    CHECK(check.out.find("retracted on 2024-03-14 (Retraction Watch") != std::string::npos);
    CHECK(check.out.find("Honey for Cough: 0 | 0 now, ") != std::string::npos);
}

TEST_CASE("a writer who cites the retracted study is warned") {
    const Retracted world;
    const auto result = test::evigrade({"check", "--db", world.db, "--records", "tests/golden/import/article.txt"});
    CHECK(result.code == 1);
    CHECK(result.out.find("retracted_cited") != std::string::npos);
}

TEST_CASE("a person's decision on the state stands over the record, and the record's word stays to be seen") {
    const Retracted world;
    const std::string study = world.evidence()["studies"][0]["id"];
    Retracted::run({"override", "--db", world.db, study, "state=clear", "--reason", "another paper of this title", "--by",
                    "A. Reviewer"});
    const auto after = world.evidence();
    CHECK(after["points"] == world.before["points"]);
    CHECK(after["studies"][0]["editorial_state"] == "clear");
    const auto why = test::evigrade({"why", "--db", world.db, study});
    CHECK(why.out.find("its record says retracted on 2024-03-14 (Retraction Watch") != std::string::npos);
}

TEST_CASE("a decision that came before the record still stands when it comes") {
    const test::Scratch folder;
    const std::string db = folder / "s.db";
    Retracted::run({"import", "--db", db, "tests/golden/import/shelf.json"});
    Retracted::run({"ingest", "--db", db, "--quiet", "tests/golden/import/article.txt"});
    const auto before = Retracted::json({"evidence", "--db", db, "honey", "--for", "cough", "--json"});
    const std::string study = before["studies"][0]["id"];
    Retracted::run({"override", "--db", db, study, "state=clear", "--reason", "asked the journal", "--by", "A. Reviewer"});
    test::write_file(folder / "watch.csv", table);
    Retracted::run({"import", "--db", db, folder / "watch.csv"});
    CHECK(Retracted::json({"evidence", "--db", db, "honey", "--for", "cough", "--json"})["points"] == before["points"]);
    const auto why = test::evigrade({"why", "--db", db, study});
    CHECK(why.out.find("its record says retracted on 2024-03-14 (Retraction Watch") != std::string::npos);
}
