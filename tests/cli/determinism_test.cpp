// The store depends on what was ingested, not on how.
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

namespace {

std::vector<std::string> examples() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(test::source_dir() + "/data/examples")) {
        out.push_back("data/examples/" + entry.path().filename().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string exported(const std::string& db) {
    return test::evigrade({"export", "--db", db, "--format", "json"}).out;
}

void ingest(const std::string& db, std::vector<std::string> files, const std::string& jobs = "1") {
    std::vector<std::string> words{"ingest", "--db", db, "--jobs", jobs};
    words.insert(words.end(), files.begin(), files.end());
    REQUIRE(test::evigrade(words).code == 0);
}

}  // namespace

TEST_CASE("ingesting in another order, with more threads, twice or in two runs exports the same bytes") {
    const test::Scratch scratch;
    const auto files = examples();
    ingest(scratch / "a.db", files);
    const std::string once = exported(scratch / "a.db");
    REQUIRE(once.size() > 10000);

    ingest(scratch / "a.db", {"data/examples"}, "2");
    CHECK(exported(scratch / "a.db") == once);

    ingest(scratch / "b.db", std::vector<std::string>(files.rbegin(), files.rend()), "2");
    CHECK(exported(scratch / "b.db") == once);

    const auto middle = files.begin() + static_cast<std::ptrdiff_t>(files.size() / 2);
    ingest(scratch / "c.db", {middle, files.end()});
    ingest(scratch / "c.db", {files.begin(), middle});
    CHECK(exported(scratch / "c.db") == once);
}
