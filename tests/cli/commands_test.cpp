// A verb is four things: a file, a row in the list, a page, a golden folder.
#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/command.hpp"
#include "evigrade/base/data.hpp"
#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

TEST_CASE("every command has a page that ships inside the program") {
    for (const auto& command : cli::all_commands()) {
        INFO(command->name());
        const auto page = Data().find("docs/commands/" + std::string(command->name()) + ".md");
        REQUIRE(page.has_value());
        CHECK(page->starts_with("# evigrade " + std::string(command->name()) + "\n"));
        CHECK(page->find("Exit codes:") != std::string_view::npos);
    }
}

TEST_CASE("every command has golden tests") {
    for (const auto& command : cli::all_commands()) {
        INFO(command->name());
        CHECK(fs::is_directory(test::source_dir() + "/tests/golden/" + std::string(command->name())));
    }
}

TEST_CASE("every page of docs/commands is a command") {
    for (const auto& page : Data().list("docs/commands/")) {
        const std::string name = fs::path(page).stem().string();
        const auto all = cli::all_commands();
        INFO(name);
        CHECK(std::any_of(all.begin(), all.end(), [&](const auto& command) { return command->name() == name; }));
    }
}

TEST_CASE("every finding on the example articles has a page") {
    const test::Run run = test::evigrade({"check", "--format", "json", "data/examples"});
    std::size_t found = 0;
    for (std::size_t at = 0; (at = run.out.find("{\"code\":\"", at)) != std::string::npos; ++found) {
        at += 9;
        const std::string code = run.out.substr(at, run.out.find('"', at) - at);
        INFO(code);
        CHECK(Data().find("docs/checks/" + code + ".md").has_value());
    }
    CHECK(found > 20);
}
