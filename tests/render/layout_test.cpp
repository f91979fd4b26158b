#include <sstream>

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/render.hpp"

using namespace evigrade;
using render::Align;
using render::Page;

namespace {
std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
    return widest;
}
}  // namespace

TEST_CASE("a table fits its page by wrapping the widest column") {
    const std::string long_cell(10, 'x');
    const std::string text = render::table({{"study"}, {"points", Align::right}},
                                           {{long_cell + " " + long_cell + " " + long_cell, "12.5"}}, Page{30});
    CHECK(widest_line(text) <= 30);
    CHECK(text.find("12.5") != std::string::npos);
}

TEST_CASE("numbers of a right-aligned column end in one line") {
    CHECK(render::table({{"a"}, {"n", Align::right}}, {{"x", "5"}, {"y", "10"}}, Page{40}) == "a   n\nx   5\ny  10\n");
}

TEST_CASE("wrapped text keeps every word and its indent") {
    CHECK(render::wrapped("one two three four five six seven", Page{20}, 2) == "  one two three four\n  five six seven\n");
}

TEST_CASE("an escape sequence in an article cannot colour the terminal") {
    const std::string text = render::toned("\x1b[31mred", render::Tone::normal, Page{80, render::Style::coloured});
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("a double name too long for its column is cut at its hyphen") {
    CHECK(render::table({{"study"}, {"n"}}, {{"Blume-Peytavi 2011", "a long remark on it"}}, Page{22}) ==
          "study       n\nBlume-      a long\nPeytavi     remark on\n2011        it\n");
}

TEST_CASE("a word longer than the page is cut between code points") {
    const std::string text = render::wrapped("ééééééééééééééééééééééééééééééé", Page{22}, 0);
    CHECK(text.find("\xc3\n") == std::string::npos);
    CHECK(widest_line(text) <= 22);
}
