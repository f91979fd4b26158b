// The house keeps its own rules: docs/ARCHITECTURE.md is read, and every #include is held against it.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

namespace {

/// The lines of the fenced block with this name.
std::vector<std::string> fenced(const std::string& page, const std::string& name) {
    const std::size_t begin = page.find("```" + name + "\n") + name.size() + 4;
    std::istringstream lines(page.substr(begin, page.find("```", begin) - begin));
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) out.push_back(line);
    return out;
}

std::vector<std::string> words(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> out;
    for (std::string word; in >> word;) out.push_back(word);
    return out;
}

struct House {
    std::map<std::string, int> floor;
    std::map<std::string, std::set<std::string>> doors;

    House() {
        const std::string page = test::read_file(test::source_dir() + "/docs/ARCHITECTURE.md");
        for (const auto& line : fenced(page, "floors")) {
            const auto parts = words(line);
            for (std::size_t i = 1; i < parts.size(); ++i) floor[parts[i]] = std::stoi(parts[0]);
        }
        for (const auto& line : fenced(page, "doors")) {
            const auto parts = words(line);
            doors[parts[0]] = std::set<std::string>(parts.begin() + 1, parts.end());
        }
    }
};

struct SourceFile {
    std::string path;  ///< below the root
    std::string room;
    std::string text;
};

std::vector<SourceFile> sources() {
    std::vector<SourceFile> out;
    for (const std::string top : {"src", "include/evigrade"}) {
        const fs::path root = fs::path(test::source_dir()) / top;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            const fs::path below = entry.path().lexically_relative(root);
            if (below == "main.cpp") continue;
            std::string room = below.begin()->string();
            if (room.ends_with(".hpp")) room.resize(room.size() - 4);
            out.push_back({(fs::path(top) / below).string(), room, test::read_file(entry.path().string())});
        }
    }
    return out;
}

/// Each included header, as written between the quotes or brackets.
std::vector<std::string> includes(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("#include ")) continue;
        out.push_back(line.substr(10, line.find_last_of("\">") - 10));
    }
    return out;
}

/// The room that a header of ours belongs to, or "".
std::string room_of(std::string header) {
    if (header.starts_with("evigrade/")) header = header.substr(9);
    const std::string room = header.substr(0, header.find('/'));
    return room.ends_with(".hpp") ? room.substr(0, room.size() - 4) : room;
}

}  // namespace

TEST_CASE("every room stands on a floor of the architecture page") {
    const House house;
    for (const auto& file : sources()) {
        INFO(file.path);
        CHECK(house.floor.contains(file.room));
    }
}

TEST_CASE("an include goes down only, never up and never sideways") {
    const House house;
    for (const auto& file : sources()) {
        for (const auto& header : includes(file.text)) {
            const std::string room = room_of(header);
            if (!house.floor.contains(room) || room == file.room) continue;
            INFO(file.path << " includes " << header);
            CHECK(house.floor.at(room) < house.floor.at(file.room));
        }
    }
}

TEST_CASE("a guest enters by its own door") {
    const House house;
    for (const auto& file : sources()) {
        for (const auto& header : includes(file.text)) {
            for (const auto& [guest, rooms] : house.doors) {
                if (!header.starts_with(guest)) continue;
                INFO(file.path << " includes " << header);
                CHECK(rooms.contains(file.room));
            }
        }
    }
}

TEST_CASE("no file has outgrown its room") {
    for (const auto& file : sources()) {
        const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
        INFO(file.path << " has " << lines << " lines");
        CHECK(lines <= (file.path.ends_with(".hpp") ? 120 : 300));
    }
}

TEST_CASE("no public header shows a guest to the library's users") {
    const House house;
    for (const auto& file : sources()) {
        if (!file.path.starts_with("include/")) continue;
        for (const auto& header : includes(file.text)) {
            for (const auto& door : house.doors) {
                INFO(file.path << " includes " << header);
                CHECK_FALSE(header.starts_with(door.first));
            }
        }
    }
}

TEST_CASE("no macro is defined outside the tests") {
    for (const auto& file : sources()) {
        INFO(file.path);
        CHECK(file.text.find("\n#define ") == std::string::npos);
    }
}

TEST_CASE("main is the thin roof over the library") {
    const std::string text = test::read_file(test::source_dir() + "/src/main.cpp");
    CHECK(std::count(text.begin(), text.end(), '\n') < 40);
}
