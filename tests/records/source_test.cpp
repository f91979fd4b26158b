// Text in pieces: gzip, encodings, lines.
#include <rapidcheck.h>
#include <zlib.h>
#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "records/source.hpp"

using namespace evigrade;
using namespace evigrade::records;

namespace {

std::string gzip(const std::string& text) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

struct Whole {
    std::string text;
    std::optional<Error> trouble;
};

Whole read_whole(std::string_view bytes, std::size_t piece) {
    Source source(bytes_of(bytes, piece), "test.gz");
    Whole whole;
    for (std::string_view part = source.next(); !part.empty(); part = source.next()) whole.text += part;
    whole.trouble = source.trouble();
    return whole;
}

std::string long_text() {
    std::string text;
    for (int i = 0; i < 30000; ++i) text += "line " + std::to_string(i) + " of a long file\n";
    return text;
}

std::vector<std::string> lines_of(std::string_view text, std::size_t piece) {
    Source source(bytes_of(text, piece), "test");
    Lines lines(source);
    std::vector<std::string> out;
    while (const auto line = lines.next()) {
        CHECK(line->number == out.size() + 1);
        CHECK(text.substr(line->offset, line->text.size()) == line->text);
        out.emplace_back(line->text);
    }
    return out;
}

}  // namespace

TEST_CASE("a gzip stream is unpacked whatever the file is called") {
    const Whole whole = read_whole(gzip("TY  - JOUR\n"), 65536);
    CHECK(whole.text == "TY  - JOUR\n");
    CHECK_FALSE(whole.trouble);
}

TEST_CASE("all members of a gzip file are read, padding between them passed over") {
    const std::string bytes =
        gzip("one\n") + gzip("two\n") + std::string(512, '\0') + gzip("three\n") + std::string(7, '\0');
    for (const std::size_t piece : {1U, 3U, 65536U}) {
        const Whole whole = read_whole(bytes, piece);
        CHECK(whole.text == "one\ntwo\nthree\n");
        CHECK_FALSE(whole.trouble);
    }
}

TEST_CASE("a cut gzip stream gives what came before the cut, and says that it was cut") {
    const std::string text = long_text();
    const std::string bytes = gzip(text);
    const Whole whole = read_whole(std::string_view(bytes).substr(0, bytes.size() / 2), 4096);
    CHECK(whole.text.size() > text.size() / 4);
    CHECK(text.starts_with(whole.text));
    REQUIRE(whole.trouble);
    CHECK(whole.trouble->what == "the gzip stream ends before its end");
}

TEST_CASE("a damaged gzip stream is an error") {
    std::string bytes = gzip(long_text());
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 50; ++i) bytes[i] = '\xFF';
    const Whole whole = read_whole(bytes, 4096);
    REQUIRE(whole.trouble);
    CHECK(whole.trouble->what == "the gzip stream is damaged");
}

TEST_CASE("Latin-1 and UTF-16 come out as UTF-8") {
    std::string latin;
    for (int i = 0; i < 40; ++i) latin += "AU  - M\xFCller, J\xF6rg; Fran\xE7ois, Ren\xE9\n";
    CHECK(read_whole(latin, 7).text.starts_with("AU  - Müller, Jörg; François, René\n"));
    const std::string wide("\xFF\xFE\x41\x00\xFC\x00\x0A\x00", 8);
    CHECK(read_whole(wide, 3).text == "Aü\n");
}

TEST_CASE("a byte order mark is no text") {
    CHECK(read_whole("\xEF\xBB\xBFTY  - JOUR", 1).text == "TY  - JOUR");
}

TEST_CASE("a stray byte in a text of UTF-8 is read as windows-1252") {
    Transcoder transcoder("UTF-8");
    std::string out(transcoder.feed("Müller \x93quoted\x94 na\xEF"));
    out += transcoder.feed("ve \xC3");
    out += transcoder.finish();
    CHECK(out == "Müller “quoted” naïve Ã");
}

TEST_CASE("text comes out the same wherever pieces end") {
    CHECK(rc::check([](const std::vector<std::uint16_t>& letters) {
        std::string text;
        for (const std::uint16_t c : letters) append_utf8(text, c >= 0xD800 && c < 0xE000 ? 0x1F600U + (c & 0x3FU) : c);
        const std::size_t piece = *rc::gen::inRange<std::size_t>(1, 9);
        Transcoder transcoder("UTF-8");
        std::string out;
        for (std::size_t at = 0; at < text.size(); at += piece)
            out += transcoder.feed(std::string_view(text).substr(at, piece));
        out += transcoder.finish();
        const std::string expected = text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
        RC_ASSERT(out == expected);
    }));
}

TEST_CASE("lines end with LF, CR LF or CR") {
    for (const std::size_t piece : {1U, 2U, 65536U}) {
        CHECK(lines_of("a\nb\r\nc\rd\n\ne", piece) == std::vector<std::string>{"a", "b", "c", "d", "", "e"});
        CHECK(lines_of("a\r", piece) == std::vector<std::string>{"a"});
        CHECK(lines_of("", piece).empty());
    }
}
