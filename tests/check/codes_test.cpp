// The register of codes keeps its promises: a row, a page, a place in the source and a test for each.
#include <filesystem>
#include <set>

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/check.hpp"
#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

namespace {

std::string all_text(const std::vector<std::string>& folders, const std::set<std::string>& extensions) {
    std::string out;
    for (const auto& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() + "/" + folder)) {
            if (extensions.contains(entry.path().extension().string())) out += test::read_file(entry.path().string()) + "\n";
        }
    }
    return out;
}

/// String literals that stand right in front of a severity: the codes of findings that the source makes.
std::set<std::string> made_codes(const std::string& source) {
    std::set<std::string> out;
    for (std::size_t at = source.find("Severity::"); at != std::string::npos; at = source.find("Severity::", at + 1)) {
        const std::string_view before = trim(std::string_view(source).substr(0, at));
        if (!before.ends_with("\",")) continue;
        const std::size_t open = before.rfind('"', before.size() - 3);
        const std::string word(before.substr(open + 1, before.size() - open - 3));
        if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos) out.insert(word);
    }
    return out;
}

}  // namespace

TEST_CASE("every code that the source makes has a row in the table") {
    const check::Codes codes{Data()};
    const auto made = made_codes(all_text({"src"}, {".cpp"}));
    CHECK(made.size() > 20);
    for (const auto& code : made) {
        INFO(code);
        CHECK(codes.find(code) != nullptr);
    }
}

TEST_CASE("every code of the table is made somewhere, has a page, a hint and a test") {
    const std::string source = all_text({"src"}, {".cpp"});
    const std::string tests = all_text({"tests"}, {".cpp", ".golden"});
    const check::Codes codes{Data()};
    for (const auto& code : codes.all()) {
        INFO(code.name);
        CHECK(source.find('"' + code.name + '"') != std::string::npos);
        CHECK(Data().find("docs/checks/" + code.name + ".md"));
        CHECK_FALSE(code.hint.empty());
        CHECK_FALSE(code.summary.empty());
        CHECK((tests.find('"' + code.name + '"') != std::string::npos ||
               tests.find('[' + code.name + ']') != std::string::npos));
    }
}

TEST_CASE("every page of a check belongs to a code") {
    const check::Codes codes{Data()};
    for (const auto name : Data().list("docs/checks/")) {
        const std::string code = fs::path(std::string(name)).stem().string();
        INFO(code);
        CHECK(codes.find(code) != nullptr);
    }
}
