// The example articles that the demonstration ingests.
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "support/support.hpp"

namespace fs = std::filesystem;
using namespace evigrade;

namespace {

std::vector<fs::path> examples() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(test::source_dir() + "/data/examples")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

std::ptrdiff_t words(const std::string& text) {
    std::istringstream in(text);
    return std::distance(std::istream_iterator<std::string>(in), {});
}

}  // namespace

TEST_CASE("there are ten example articles or more, of a length that people read") {
    CHECK(examples().size() >= 10);
    for (const auto& path : examples()) {
        INFO(path);
        const auto count = words(test::read_file(path.string()));
        CHECK(count >= 300);
        CHECK(count <= 1000);
    }
}

TEST_CASE("the example articles come as text, Markdown, HTML and JATS") {
    std::set<std::string> formats;
    for (const auto& path : examples()) formats.insert(path.extension().string());
    CHECK(formats == std::set<std::string>{".html", ".md", ".txt", ".xml"});
}

TEST_CASE("several example articles speak of minoxidil, which the demonstration asks about") {
    std::size_t found = 0;
    for (const auto& path : examples())
        found += test::read_file(path.string()).find("inoxidil") != std::string::npos ? 1U : 0U;
    CHECK(found >= 3);
}
