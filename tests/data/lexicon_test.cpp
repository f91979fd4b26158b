// The lexicon's tables keep their own promises.
#include <algorithm>
#include <functional>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "data/tables.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/model/study_names.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

std::size_t rows_of(const std::string& name) {
    return test::table("lexicon/" + name + ".tsv").rows();
}

/// MeSH descriptors of the vocabulary beside the repository: id to name.
std::map<std::string, std::string> descriptors(const std::string& shared) {
    std::istringstream lines(test::read_file(shared + "/vocabulary/mesh2015-terms.tsv"));
    std::map<std::string, std::string> out;
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        out[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return out;
}

}  // namespace

TEST_CASE("every lexicon table has the agreed columns") {
    const std::vector<std::string_view> columns{"id",    "name",      "aliases", "parents", "ingredients",
                                                "route", "substance", "mesh",    "source"};
    for (const auto& name : test::lexicon_tables()) {
        INFO(name);
        CHECK(test::table("lexicon/" + name + ".tsv").columns() == columns);
    }
}

TEST_CASE("no identifier names two entities") {
    std::set<std::string> seen;
    for (const auto& name : test::lexicon_tables()) {
        const Table cells = test::table("lexicon/" + name + ".tsv");
        for (std::size_t i = 0; i < cells.rows(); ++i) {
            INFO(name << ": " << cells.at(i, "id"));
            CHECK(seen.insert(std::string(cells.at(i, "id"))).second);
        }
    }
}

TEST_CASE("an identifier is a slug, and that of a design its word in the model") {
    for (const auto& [id, row] : test::lexicon_rows()) {
        INFO(row.table << ": " << id);
        if (row.table == "designs")
            CHECK(from_text<Design>(id).has_value());
        else
            CHECK(slug(id) == id);
    }
}

TEST_CASE("every row of the lexicon has a name and says where it comes from") {
    for (const auto& name : test::lexicon_tables()) {
        const Table cells = test::table("lexicon/" + name + ".tsv");
        for (std::size_t i = 0; i < cells.rows(); ++i) {
            INFO(name << ": " << cells.at(i, "id"));
            CHECK_FALSE(cells.at(i, "name").empty());
            CHECK_FALSE(cells.at(i, "source").empty());
            CHECK((cells.at(i, "substance") == "yes" || cells.at(i, "substance") == "no"));
        }
    }
}

TEST_CASE("parents and ingredients stand in the lexicon") {
    const auto rows = test::lexicon_rows();
    for (const auto& [id, row] : rows) {
        for (const auto& parent : row.parents) {
            INFO(id << " is a " << parent);
            CHECK(rows.contains(parent));
        }
        for (const auto& ingredient : row.ingredients) {
            INFO(id << " contains " << ingredient);
            CHECK(rows.contains(ingredient));
        }
    }
}

TEST_CASE("nothing is its own ancestor") {
    const auto rows = test::lexicon_rows();
    std::set<std::string> clean;
    std::vector<std::string> path;
    const std::function<bool(const std::string&)> climbs = [&](const std::string& id) {
        if (clean.contains(id) || !rows.contains(id)) return true;
        if (std::find(path.begin(), path.end(), id) != path.end()) return false;
        path.push_back(id);
        const auto& parents = rows.at(id).parents;
        const bool ends = std::all_of(parents.begin(), parents.end(), climbs);
        path.pop_back();
        clean.insert(id);
        return ends;
    };
    for (const auto& entry : rows) {
        INFO(entry.first);
        CHECK(climbs(entry.first));
    }
}

TEST_CASE("a treatment descends from no condition and a condition from no treatment") {
    const auto rows = test::lexicon_rows();
    const auto is_state = [](const test::Row& row) { return row.table == "conditions" || row.table == "outcomes"; };
    for (const auto& [id, row] : rows) {
        for (const auto& parent : row.parents) {
            INFO(id << " is a " << parent);
            CHECK(is_state(row) == is_state(rows.at(parent)));
        }
    }
}

TEST_CASE("no name belongs to two entities") {
    std::map<std::string, std::string> owner;
    for (const auto& [id, row] : test::lexicon_rows()) {
        std::vector<std::string> names = row.aliases;
        names.push_back(row.name);
        for (const auto& name : names) {
            const auto found = owner.try_emplace(fold(name), id).first;
            INFO("'" << name << "' of " << id << " belongs to " << found->second);
            CHECK(found->second == id);
        }
    }
}

TEST_CASE("a route of a treatment is a route of the table of routes") {
    const Table routes = test::table("lexicon/routes.tsv");
    std::set<std::string_view> known;
    for (std::size_t i = 0; i < routes.rows(); ++i) {
        CHECK_FALSE(routes.at(i, "words").empty());
        CHECK_FALSE(routes.at(i, "source").empty());
        known.insert(routes.at(i, "route"));
    }
    const Table treatments = test::table("lexicon/treatments.tsv");
    for (std::size_t i = 0; i < treatments.rows(); ++i) {
        const auto route = treatments.at(i, "route");
        INFO(treatments.at(i, "id") << " by " << route);
        CHECK((route.empty() || known.contains(route)));
    }
}

TEST_CASE("every MeSH identifier names a descriptor, and no two rows the same one") {
    const auto shared = test::shared_dir();
    if (!shared) return test::say_skipped("every MeSH identifier names a descriptor");
    const auto known = descriptors(*shared);
    std::map<std::string, std::string> owner;
    for (const auto& [id, row] : test::lexicon_rows()) {
        if (row.mesh.empty()) continue;
        INFO(id << " is " << row.mesh);
        CHECK(known.contains(row.mesh));
        CHECK(owner.try_emplace(row.mesh, id).first->second == id);
    }
}

TEST_CASE("the lexicon covers medicine widely") {
    CHECK(rows_of("treatments") + rows_of("ingredients") >= 2600);
    CHECK(rows_of("conditions") + rows_of("outcomes") >= 1500);
}

TEST_CASE("the graph knows that dutasteride mesotherapy is mesotherapy with dutasteride in the skin") {
    const auto rows = test::lexicon_rows();
    const auto& row = rows.at("dutasteride-mesotherapy");
    CHECK(std::count(row.parents.begin(), row.parents.end(), "mesotherapy") == 1);
    CHECK(row.ingredients == std::vector<std::string>{"dutasteride"});
}
