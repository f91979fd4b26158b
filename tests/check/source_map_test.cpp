// Places in a file's own bytes for what stands in the text that was read from it.
#include <catch2/catch.hpp>

#include "evigrade/check.hpp"

using namespace evigrade;
using check::SourceMap;

namespace {

/// The byte of `source` for the first `words` of `text`.
std::uint32_t found(const std::string& source, const std::string& text, const std::string& words) {
    return SourceMap(source, text).to_source(static_cast<std::uint32_t>(text.find(words)));
}

}  // namespace

TEST_CASE("in a file that is its own text every byte is its own place") {
    const std::string text = "One line.\nAnother line.\n";
    const SourceMap map(text, text);
    CHECK(map.to_source(13) == 13);
    CHECK(map.place(13).line == 2);
    CHECK(map.place(13).column == 4);
    CHECK(map.line_at(13) == "Another line.");
}

TEST_CASE("words are found again behind tags, entities, scripts and line breaks") {
    const std::string source =
        "<html><script>var biotin = 'stops hair loss';</script>\n<p>Caf&eacute; news: <b>biotin</b>\n   stops "
        "hair&nbsp;loss.</p>";
    const std::string text = "Caf\u00E9 news: biotin stops hair\u00A0loss.";
    CHECK(found(source, text, "stops hair") == source.rfind("stops hair"));
    CHECK(found(source, text, "loss") == source.rfind("loss"));
}

TEST_CASE("a mark in front of a word is found with it") {
    const std::string source = "# Title\n\nSay **it** plainly: \"Biotin never stops hair loss in men.\"\n";
    const std::string text = "Title\n\nSay it plainly: \"Biotin never stops hair loss in men.\"";
    CHECK(found(source, text, "\"Biotin") == source.find("\"Biotin"));
}

TEST_CASE("a sentence that occurs twice is told apart by what stands around it") {
    const std::string source = "<p>First we say that biotin works well.</p><p>Then again: biotin works well, they say.</p>";
    const std::string text = "First we say that biotin works well.\n\nThen again: biotin works well, they say.";
    const auto second = static_cast<std::uint32_t>(text.rfind("biotin"));
    CHECK(SourceMap(source, text).to_source(second) == source.rfind("biotin"));
}

TEST_CASE("columns count code points, lines end at line feeds") {
    const std::string text = "na\u00EFve caf\u00E9 here\r\nnext";
    const SourceMap map(text, text);
    const auto at = static_cast<std::uint32_t>(text.find("here"));
    CHECK(map.place(at).column == 12);
    CHECK(map.line_at(at) == "na\u00EFve caf\u00E9 here");
}

TEST_CASE("where a file shares nothing with its text, places are those of the text") {
    const std::string source = "%PDF-1.4 \x01\x02\x03";
    const std::string text = "A page of words.\nAnd more of them.";
    const SourceMap map(source, text);
    CHECK(map.place(map.to_source(static_cast<std::uint32_t>(text.find("more")))).line == 2);
}

TEST_CASE("stray brackets and unclosed comments end nowhere but at the end") {
    for (const std::string source : {"a < b and c <", "<!-- never closed", "<script>x", "&&&&", "<", "a &amp"}) {
        const SourceMap map(source, "quite another text with words");
        CHECK(map.place(0).line == 1);
    }
}
