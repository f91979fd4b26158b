// A store whose bytes have rotted.
#include <catch2/catch.hpp>

#include "evigrade/query.hpp"
#include "support/hair.hpp"

using namespace evigrade;

TEST_CASE("a store with rotten bytes gives an answer or an error that names it, and nothing else") {
    const test::Hair hair;
    {
        auto store = hair.open();
        hair.put(store, test::review_page());
        hair.put(store, test::sceptic());
    }
    const std::string sound = test::read_file(hair.folder / "hair.db");
    std::uint64_t state = 1;
    const auto random = [&](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % below;
    };
    const std::string path = hair.folder / "rotten.db";
    std::size_t errors = 0;
    for (int round = 0; round < 24; ++round) {
        std::string bytes = sound;
        const std::size_t from = random(bytes.size());
        for (int i = 0; i < 400; ++i) bytes[(from + random(1 << 16)) % bytes.size()] = static_cast<char>(random(256));
        if (round % 6 == 0) bytes.resize(from);
        test::write_file(path, bytes);
        const auto store = store::Store::open(path, store::Access::read);
        if (!store) {
            CHECK(store.error().failure == Failure::store);
            CHECK(store.error().in == path);
            ++errors;
            continue;
        }
        const auto reply = query::evidence(*store, hair.policy, "mesotherapy", "hair loss");
        if (!reply) CHECK(reply.error().in == path);
        store->database().forget_failure();
        (void)query::conflicts(*store, {});
        store->database().forget_failure();
        (void)query::each_article(*store, [](const Ingested&) { return true; });
        store->database().forget_failure();
        CHECK_FALSE(query::doctor(*store, hair.policy, hair.data)->empty());
    }
    CHECK(errors > 0);
}
