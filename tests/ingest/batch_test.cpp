// Batches of real files through all rooms.
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "support/hair.hpp"

using namespace evigrade;

namespace {

ingest::Summary run(store::Store& store, const std::vector<std::string>& paths, const ingest::Pipeline& pipeline,
                    std::size_t jobs) {
    ingest::Options options;
    options.jobs = jobs;
    const auto summary = ingest::ingest(store, paths, pipeline, options);
    INFO((summary ? "" : summary.error().what));
    REQUIRE(summary.ok());
    return *summary;
}

}  // namespace

TEST_CASE("a batch goes on past what cannot be read, and says what failed") {
    const test::Hair hair;
    test::write_file(hair.folder / "in/a.txt", "Honey soothes a cough, and mothers have always known it.\n");
    test::write_file(hair.folder / "in/empty.txt", "");
    test::write_file(hair.folder / "in/broken.txt", "Honey \xff\xfe helps \xc3 against cough.\n");
    test::write_file(hair.folder / "in/z.pdf", "%PDF-1.4 truncated");
    auto store = hair.open();
    const ingest::Pipeline pipeline(hair.data);
    const auto summary = run(store, {hair.folder / "in", hair.folder / "missing.txt"}, pipeline, 2);
    CHECK(summary.added >= 2);
    CHECK(summary.failed.size() >= 2);
    const bool named = std::any_of(summary.failed.begin(), summary.failed.end(),
                                   [](const Error& error) { return error.in.find("missing.txt") != std::string::npos; });
    CHECK(named);
    const auto again = run(store, {hair.folder / "in"}, pipeline, 1);
    CHECK(again.added == 0);
    CHECK(again.unchanged == summary.added);
}

TEST_CASE("an interrupted batch keeps what was done") {
    const test::Hair hair;
    for (const char* name : {"in/a.txt", "in/b.txt", "in/c.txt"}) {
        test::write_file(hair.folder / name, std::string("Honey soothes a cough, says ") + name + ".\n");
    }
    auto store = hair.open();
    ingest::Options options;
    int asked = 0;
    options.interrupted = [&] { return ++asked > 2; };
    const auto summary = ingest::ingest(store, {hair.folder / "in"}, ingest::Pipeline(hair.data), options);
    REQUIRE(summary.ok());
    CHECK(summary->interrupted);
    CHECK(summary->added == 2);
}

TEST_CASE("the five articles give the same store in any order, by any number of jobs, in one run or two") {
    const auto shared = test::shared_dir();
    if (!shared) return test::say_skipped("the five articles give the same store");
    const test::Scratch folder;
    const ingest::Pipeline pipeline{Data()};
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(*shared + "/seeds")) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    auto first = ingest::open(folder / "first.db", Data());
    REQUIRE(first.ok());
    CHECK(run(*first, files, pipeline, 1).added == files.size());
    const std::string expected = test::derived(*first);
    auto second = ingest::open(folder / "second.db", Data());
    REQUIRE(second.ok());
    std::reverse(files.begin(), files.end());
    run(*second, {files.begin(), files.begin() + 2}, pipeline, 2);
    run(*second, files, pipeline, 2);
    CHECK(test::derived(*second) == expected);
}
