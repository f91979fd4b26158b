#include <catch2/catch.hpp>

#include "evigrade/base/hash.hpp"
#include "support.hpp"
#include "support/support.hpp"

using namespace evigrade;
using test::article_of;

TEST_CASE("a plain-text file's text is its own text") {
    const std::string text = "Mesotherapy for hair\n\n  • bruising\n  • swelling\n";
    const Article article = article_of(text, "a.txt");
    CHECK(article.text == text);
    CHECK(article.layout.empty());
    CHECK(article.id == content_id(text));
    CHECK(article.bytes == text.size());
}

TEST_CASE("line ends of every system become line feeds") {
    CHECK(article_of("one\r\ntwo\rthree\xC2\x85"
                     "four",
                     "a.txt")
              .text == "one\ntwo\nthree\nfour");
}

TEST_CASE("control characters are removed and a finding says so") {
    const Article article = article_of(std::string("a\0b\x07"
                                                   "c\x1B[31mred\x1B[0m",
                                                   18),
                                       "a.txt");
    CHECK(article.text == "abcred");
    CHECK(test::has_finding(article, "control_characters"));
    CHECK_FALSE(test::has_finding(article_of("tab\tand line\n", "a.txt"), "control_characters"));
}

TEST_CASE("overrides that turn text around are removed") {
    CHECK(article_of("safe \u202Eevas\u2066!", "a.txt").text == "safe evas!");
}

TEST_CASE("letters and their accents are composed") {
    CHECK(article_of("cafe\u0301 Mu\u0308ller", "a.txt").text == "caf\u00E9 M\u00FCller");
}

TEST_CASE("a word of any length is composed, wherever it must be cut") {
    std::string apart;
    std::string whole;
    for (int i = 0; i < 300; ++i) {
        apart += "e\u0301";
        whole += "é";
    }
    CHECK(article_of(apart, "a.txt").text == whole);
}

TEST_CASE("blanks of every width are blanks, and what nobody sees is gone") {
    CHECK(article_of("5\u00A0mg acu\u00ADpunc\u200Bture\u2009now", "a.txt").text == "5 mg acupuncture now");
}

TEST_CASE("a text in an old encoding is read as what it is") {
    CHECK(article_of("caf\xE9 na\xEFve r\xE9sum\xE9, d\xE9j\xE0 vu, fian\xE7"
                     "ailles et \xE9tudes",
                     "a.txt")
              .text == "café naïve résumé, déjà vu, fiançailles et études");
    CHECK(article_of("<?xml version='1.0' encoding='iso-8859-2'?><p>\xB1</p>", "a.html").text == "ą");
    CHECK(article_of("<meta charset=windows-1251><p>\xEF\xF0\xE8\xE2\xE5\xF2</p>", "a.html").text == "привет");
}

TEST_CASE("UTF-16 is read with and without its mark") {
    CHECK(article_of(std::string("\xFF\xFEH\0a\0i\0r\0", 10), "a.txt").text == "Hair");
    CHECK(article_of(std::string("H\0a\0i\0r\0", 8), "a.txt").text == "Hair");
    CHECK(article_of(std::string("\0H\0a\0i\0r", 8), "a.txt").text == "Hair");
}

TEST_CASE("a few broken bytes in UTF-8 are replaced, not taken for another encoding") {
    const Article article = article_of("déjà vu, naïve, café \xFF and more", "a.txt");
    CHECK(article.text == "déjà vu, naïve, café \uFFFD and more");
    REQUIRE(article.findings.size() == 1);
    CHECK(article.findings[0].code == "broken_encoding");
    CHECK(article.findings[0].span.in(article.text) == "\uFFFD");
}

TEST_CASE("an empty file is an article with a finding") {
    CHECK(test::has_finding(article_of("", "a.txt"), "no_text"));
    CHECK(test::has_finding(article_of(" \n ", "a.html"), "no_text"));
}

TEST_CASE("what cannot be read is an error that names the file") {
    const Data data;
    const test::Scratch scratch;
    const auto missing = read::read_file(scratch / "none.txt", data);
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().in == scratch / "none.txt");
    CHECK(missing.error().failure == Failure::unreadable_input);
    CHECK_FALSE(read::read_file(scratch.path(), data).ok());
    CHECK_FALSE(read::read_bytes("\x1F\x8B\x08 gzip", "page.html", data).ok());
    CHECK_FALSE(read::read_bytes("PK\x03\x04 docx", "page.txt", data).ok());
}

TEST_CASE("a file over the limit is refused, not read") {
    read::Limits limits;
    limits.bytes = 10;
    const test::Scratch scratch;
    test::write_file(scratch / "big.txt", "more than ten bytes");
    CHECK_FALSE(read::read_file(scratch / "big.txt", Data{}, limits).ok());
}

TEST_CASE("the articles of a folder come in byte order, hidden and foreign files left out") {
    const test::Scratch scratch;
    for (const char* name : {"b.html", "a.txt", "sub/c.md", ".hidden.txt", ".git/d.txt", "e.png", "Z.PDF", "f.nxml"})
        test::write_file(scratch / name, "x");
    const auto files = read::article_files(scratch.path());
    REQUIRE(files.ok());
    const std::vector<std::string> expected{scratch / "Z.PDF", scratch / "a.txt", scratch / "b.html", scratch / "f.nxml",
                                            scratch / "sub/c.md"};
    CHECK(*files == expected);
    CHECK_FALSE(read::article_files(scratch / "none").ok());
}

TEST_CASE("a folder without articles is empty, not an error") {
    const test::Scratch scratch;
    const auto files = read::article_files(scratch.path());
    REQUIRE(files.ok());
    CHECK(files->empty());
}
