// Questions worked by hand from the rules: by_hand.md for the example articles, by_hand_dev.md for those beside the
// repository. Each row says what the points, the verdict and the ledger must be.
#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/ingest.hpp"
#include "store/bodies.hpp"
#include "store/database.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

struct Row {
    std::string treatment, condition, purpose, points, verdict, for_it, against, nothing;
};

/// The cells of a table's line; "\|" is a bar inside a cell.
std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> out;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            cell += line[++i];
        } else if (line[i] == '|') {
            out.emplace_back(trim(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return out;
}

std::vector<Row> rows_of(const std::string& page) {
    std::vector<Row> out;
    const std::string text = test::read_file(test::source_dir() + "/tests/query/" + page);
    bool body = false;
    for (const auto view : split(text, '\n')) {
        const std::string line(view);
        if (!line.starts_with("|")) continue;
        if (line.starts_with("| ---")) {
            body = true;
            continue;
        }
        const auto cells = cells_of(line);
        REQUIRE(cells.size() == 8);
        if (body) out.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]});
    }
    return out;
}

std::string number(double value) {
    std::string out = std::to_string(value);
    out.erase(out.find_last_not_of('0') + 1);
    if (out.ends_with('.')) out.pop_back();
    return out;
}

void add(std::string& list, const std::string& entry) {
    list += (list.empty() ? "" : ", ") + entry;
}

/// What the program has for a question, in the words of the table.
Row found(store::Store& store, const grade::Policy& policy, const Row& asked) {
    const Purpose purpose = asked.purpose == "harm" ? Purpose::harm : Purpose::benefit;
    const auto body = store::get_body(store.database(), asked.treatment, asked.condition, purpose, store::Uncited::left_out);
    const Grade grade = grade::grade(body, policy);
    Row out{asked.treatment, asked.condition, asked.purpose, "", std::string(to_text(grade.verdict)), "", "", ""};
    out.points = number(points(grade.support)) + " | " + number(points(grade.oppose));
    for (const Unit& unit : grade.units) {
        const std::string& id = unit.item.study;
        if (unit.zero != ZeroReason::none) {
            add(out.nothing, id + " " + std::string(to_text(unit.zero)));
        } else if (unit.covered_by) {
            add(out.nothing, id + " in " + *unit.covered_by);
        } else if (unit.counted) {
            std::string entry = id + " " + std::to_string(unit.level.value_or(0));
            for (const auto& step : unit.item.steps) entry += " " + std::string(to_text(step.code));
            add(unit.item.direction == Direction::support ? out.for_it : out.against, entry);
        } else {
            add(out.nothing, id + " adds nothing");
        }
    }
    return out;
}

void check_page(const std::string& page, const std::vector<std::string>& paths) {
    const test::Scratch scratch;
    const Data data;
    const grade::Policy policy(data);
    auto store = ingest::open(scratch / "store.db", data);
    REQUIRE(store.ok());
    const ingest::Pipeline pipeline(data);
    REQUIRE(ingest::ingest(*store, paths, pipeline).ok());
    const auto rows = rows_of(page);
    CHECK(rows.size() >= 5);
    for (const auto& expected : rows) {
        INFO(page << ": " << expected.treatment << " for " << expected.condition << ", " << expected.purpose);
        const Row now = found(*store, policy, expected);
        CHECK(now.points == expected.points);
        CHECK(now.verdict == expected.verdict);
        CHECK(now.for_it == expected.for_it);
        CHECK(now.against == expected.against);
        CHECK(now.nothing == expected.nothing);
    }
}

}  // namespace

TEST_CASE("the example articles come to what a person works out by hand from the rules") {
    check_page("by_hand.md", {test::source_dir() + "/data/examples"});
}

TEST_CASE("five articles on mesotherapy come to what a person works out by hand from the rules") {
    const auto shared = test::shared_dir();
    if (!shared) return test::say_skipped("five articles on mesotherapy by hand");
    check_page("by_hand_dev.md", {*shared + "/seeds"});
}
