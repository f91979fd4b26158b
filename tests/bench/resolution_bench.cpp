// Whether references find their records in a large library, and how fast.
//   resolution_bench FILE REFERENCES.jsonl RECORDS [QUERIES]   makes the library FILE where it is missing, then asks
// SEED=n (7 where it is not said) makes another library and other queries; SHOW=1 prints every reference that went wrong.
// FOREIGN=FILE asks for the strings of other references instead, {"text"} a line.
// REFERENCES.jsonl: rows of ../shared/eval/references/dev.jsonl. No identifier is left in any reference.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>

#include "bench/resolution_world.hpp"
#include "evigrade/ingest.hpp"
#include "ingest/import_batch.hpp"
#include "ingest/library.hpp"

using namespace evigrade;

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of this thread, user and system: on a busy machine the clock measures whoever else was given its turn.
double processor_time() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

int fill(const std::string& file, bench::ResolutionWorld& world, std::size_t records) {
    const Data data;
    const grade::Policy policy(data);
    const catalog::TitleDesigns designs(data);
    auto store = ingest::open(file, data);
    if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
    const auto start = Clock::now();
    constexpr std::size_t batch_size = 30000;
    for (std::size_t done = 0; done < records;) {
        const auto before = Clock::now();
        store::Transaction transaction(store->database());
        ingest::ImportBatch batch(store->database(), policy, designs);
        const std::size_t from = done;
        for (; done < records && done < from + batch_size; ++done) batch.take(world.record(done), "PubMed");
        batch.settle();
        if (!transaction.commit()) return std::fprintf(stderr, "the store failed\n"), 4;
        std::printf("%8zu records, the last %zu at %.0f a second\n", done, done - from,
                    static_cast<double>(done - from) / seconds_since(before));
        std::fflush(stdout);
    }
    std::printf("filled in %.1f s\n", seconds_since(start));
    return 0;
}

struct Tally {
    std::size_t asked = 0, there = 0, found = 0, right = 0;
};

void print(const std::string& name, const Tally& tally) {
    std::printf("%-12s %6zu asked, %6zu there, precision %.4f, recall %.4f\n", name.c_str(), tally.asked, tally.there,
                tally.found == 0 ? 1.0 : static_cast<double>(tally.right) / static_cast<double>(tally.found),
                tally.there == 0 ? 1.0 : static_cast<double>(tally.right) / static_cast<double>(tally.there));
}

void show(const char* what, const bench::Query& query, store::Database& database, const std::string& found) {
    if (std::getenv("SHOW") == nullptr) return;
    std::printf("-- %s (%s): %s %d | %s | %s | %s | %s\n", what, query.kind.c_str(),
                query.item.authors.empty() ? "?" : query.item.authors.front().family.value_or("?").c_str(),
                query.item.issued ? query.item.issued->year : 0, query.item.title.value_or("-").c_str(),
                query.item.container_title.value_or("-").c_str(), query.item.volume.value_or("-").c_str(),
                query.item.page.value_or("-").c_str());
    for (const auto& pmid : {query.meant.value_or(""), found}) {
        if (pmid.empty()) continue;
        const auto stored = store::get_record(database, std::atoll(pmid.c_str()), store::Extent::head);
        if (!stored) continue;
        const auto match = catalog::match(query.item, stored->record.item);
        std::printf("   %s: %d %s | %s\n", pmid.c_str(), match.score, stored->record.item.title.value_or("").c_str(),
                    match.in_words().c_str());
    }
}

int ask(const std::string& file, const std::vector<bench::Query>& queries) {
    auto store = store::Store::open(file, store::Access::read);
    if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
    store::Database& database = store->database();
    const store::Snapshot snapshot(database);
    std::map<std::string, Tally> tallies;
    std::vector<double> times;
    for (const auto& query : queries) {
        const double start = processor_time();
        auto found = ingest::find_record(database, query.item);
        if (found && !found->rivals.empty()) found.reset();
        times.push_back((processor_time() - start) * 1000);
        std::string pmid;
        if (found) pmid = store::get_record(database, found->record, store::Extent::head)->record.item.pmid.value_or("");
        const bool right = found && query.meant && pmid == *query.meant;
        for (auto* tally : {&tallies[query.kind], &tallies["all"]}) {
            ++tally->asked;
            tally->there += query.meant ? 1U : 0U;
            tally->found += found ? 1U : 0U;
            tally->right += right ? 1U : 0U;
        }
        if (found && !right) show("wrong", query, database, pmid);
        if (!found && query.meant) show("missed", query, database, "");
    }
    for (const auto& [name, tally] : tallies) print(name, tally);
    std::sort(times.begin(), times.end());
    double sum = 0;
    for (const double time : times) sum += time;
    std::printf("one reference, processor time: mean %.3f ms, median %.3f, 99th of 100 %.3f, slowest %.3f\n",
                sum / static_cast<double>(times.size()), times[times.size() / 2], times[times.size() * 99 / 100],
                times.back());
    return 0;
}

/// Strings of other collections, none of which has its record here: what is found is wrong, unless it is the same paper.
int ask_foreign(const std::string& file, const char* strings, const link::ReferenceParser& parser) {
    auto store = store::Store::open(file, store::Access::read);
    if (!store) return std::fprintf(stderr, "%s\n", store.error().what.c_str()), 4;
    std::size_t asked = 0;
    std::size_t found = 0;
    std::ifstream in(strings);
    for (std::string line; std::getline(in, line);) {
        const std::string text = nlohmann::json::parse(line).at("text");
        ++asked;
        const auto record = ingest::find_record(store->database(), parser.parse(text));
        if (!record) continue;
        ++found;
        const auto stored = store::get_record(store->database(), record->record, store::Extent::head);
        std::printf("%s\n   %s: %s\n", text.c_str(), stored->record.item.title.value_or("").c_str(),
                    record->match.in_words().c_str());
    }
    std::printf("%zu strings of another collection: %zu found\n", asked, found);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) return std::fprintf(stderr, "resolution_bench FILE REFERENCES.jsonl RECORDS [QUERIES]\n"), 2;
    const auto records = static_cast<std::size_t>(std::atoll(words[3]));
    const char* seed = std::getenv("SEED");
    bench::ResolutionWorld world(bench::read_rows(words[2]),
                                 seed == nullptr ? 7 : static_cast<std::uint64_t>(std::atoll(seed)));
    if (!std::filesystem::exists(words[1])) {
        if (const int code = fill(words[1], world, records)) return code;
    }
    const link::ReferenceParser parser{Data()};
    if (const char* strings = std::getenv("FOREIGN")) return ask_foreign(words[1], strings, parser);
    return ask(words[1], world.queries(records, count > 4 ? static_cast<std::size_t>(std::atoll(words[4])) : 10000, parser));
}
