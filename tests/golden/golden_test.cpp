// What a person sees: every file tests/golden/COMMAND/CASE.golden is one run of the program. docs of the format: README.md
// beside this file. EVIGRADE_UPDATE_GOLDEN=1 writes what the program says now into the files, for a person to review.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

namespace {

struct Case {
    std::vector<std::string> setup;
    std::string run;
    int code = 0;
    std::map<std::string, std::string> parts;  ///< in, out, err
};

Case parse(const std::string& text) {
    Case out;
    std::istringstream lines(text);
    std::string part;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("--- ")) {
            part = line.substr(4);
            out.parts[part];
        } else if (!part.empty()) {
            out.parts[part] += line + "\n";
        } else if (line.starts_with("setup: ")) {
            out.setup.push_back(line.substr(7));
        } else if (line.starts_with("run: ")) {
            out.run = line.substr(5);
        } else if (line.starts_with("code: ")) {
            out.code = std::stoi(line.substr(6));
        }
    }
    return out;
}

std::string written(const Case& golden) {
    std::string out;
    for (const auto& setup : golden.setup) out += "setup: " + setup + "\n";
    out += "run: " + golden.run + "\ncode: " + std::to_string(golden.code) + "\n";
    for (const std::string part : {"in", "out", "err"}) {
        const auto found = golden.parts.find(part);
        if (found == golden.parts.end() || (found->second.empty() && part != "out")) continue;
        out += "--- " + part + "\n" + found->second;
    }
    return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// Words of a command line; "double quotes" hold blanks together.
std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> out;
    std::string word;
    bool quoted = false;
    bool open = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            open = true;
        } else if (c == ' ' && !quoted) {
            if (open) out.push_back(std::move(word));
            word.clear();
            open = false;
        } else {
            word += c;
            open = true;
        }
    }
    if (open) out.push_back(word);
    return out;
}

std::vector<fs::path> cases() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() + "/tests/golden")) {
        if (entry.path().extension() == ".golden") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// A command of the README's transcript and what it prints; "[…]" on a line of its own stands for lines left out.
struct Shown {
    std::string command;
    std::vector<std::string> pieces;
};

std::vector<Shown> transcript() {
    std::vector<Shown> out;
    std::istringstream lines(test::read_file(test::source_dir() + "/README.md"));
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            inside = line == "```console";
        } else if (inside && line.starts_with("$ evigrade ")) {
            out.push_back({line.substr(11), {""}});
        } else if (inside && !out.empty() && line.ends_with("[…]")) {
            out.back().pieces.emplace_back();
        } else if (inside && !out.empty()) {
            out.back().pieces.back() += line + "\n";
        }
    }
    for (auto& shown : out) {
        std::string& last = shown.pieces.back();
        if (last.ends_with("\n\n")) last.pop_back();  // the line between two commands
    }
    return out;
}

}  // namespace

TEST_CASE("the transcript in the README is what the program prints") {
    const test::Scratch scratch;
    const auto shown = transcript();
    CHECK(shown.size() >= 3);
    for (const auto& [command, pieces] : shown) {
        INFO(command);
        const test::Run run = test::evigrade(words(replaced(command, "demo.db", scratch / "demo.db")));
        const std::string out = run.err + run.out;
        std::size_t at = 0;
        for (const auto& piece : pieces) {
            INFO(piece);
            const std::size_t found = out.find(piece, at);
            CHECK(found != std::string::npos);
            if (found != std::string::npos) at = found + piece.size();
        }
    }
}

TEST_CASE("the program says what its golden files say, with the same exit code and nothing else on stderr") {
    const bool update = std::getenv("EVIGRADE_UPDATE_GOLDEN") != nullptr;
    for (const fs::path& path : cases()) {
        INFO(path.string());
        Case golden = parse(test::read_file(path.string()));
        const test::Scratch scratch;
        const auto placed = [&](const std::string& line) { return words(replaced(line, "{scratch}", scratch.path())); };
        for (const auto& setup : golden.setup) CHECK(test::evigrade(placed(setup)).err == "");
        const test::Run run = test::evigrade(placed(golden.run), golden.parts["in"]);
        const std::string out = replaced(run.out, scratch.path(), "{scratch}");
        const std::string err = replaced(run.err, scratch.path(), "{scratch}");
        if (update) {
            golden.code = run.code;
            golden.parts["out"] = out;
            golden.parts["err"] = err;
            test::write_file(path.string(), written(golden));
            continue;
        }
        CHECK(run.code == golden.code);
        CHECK(out == golden.parts["out"]);
        CHECK(err == golden.parts["err"]);
    }
}
