// BibTeX and BibLaTeX.
#include <catch2/catch.hpp>

#include "records/latex.hpp"
#include "records_support.hpp"

using namespace evigrade;
using namespace evigrade::test;
using records::Format;

namespace {

std::string latex(const std::string& source) {
    return records::Latex().text_of(source);
}

std::string authors(const std::string& list) {
    const BibRecord record = one_record("@misc{k, title={T}, author={" + list + "}}", Format::bibtex);
    return people(record.item.authors) + (record.item.et_al ? "|..." : "");
}

}  // namespace

TEST_CASE("LaTeX accents become letters, however they are braced") {
    for (const std::string source : {"M\\\"uller", "M{\\\"u}ller", "M{\\\"{u}}ller", "M\\\"{u}ller", "{M}{\\\" u}ller"})
        CHECK(latex(source) == "Müller");
    CHECK(latex("{\\'\\i}, \\v{c}\\v s, \\c{c}, {\\aa}, {\\O}re, stra\\ss e, \\l{}, \\H{o}, {\\k a}") ==
          "í, čš, ç, å, Øre, straße, ł, ő, ą");
}

TEST_CASE("LaTeX commands become what they print, and unknown ones leave their arguments") {
    CHECK(latex("a\\&b\\%c\\$d\\#e\\_f\\textasciitilde{}\\textasciicircum{}\\textbackslash{}") == "a&b%c$d#e_f~^\\");
    CHECK(latex("\\textit{i}\\textbf{b} \\unknown{kept}~and \\emph{more}---1--2 ``so''") == "ib kept and more—1–2 “so”");
    CHECK(latex("$\\Sigma^{0}$ and $\\beta_2$, CO\\textsubscript{2}, 5\\,mg, $e=mc^2$") == "Σ⁰ and β₂, CO₂, 5 mg, e=mc²");
    CHECK(latex("US$ 5, 100% \\~{}") == "US$ 5, 100% ~");
}

TEST_CASE("names follow BibTeX's rules") {
    CHECK(authors("Hans van der Berg and von Hicks, III, Michael AND Smith, J. A.") ==
          "van der Berg, Hans|von Hicks, Michael, III|Smith, J. A.");
    CHECK(authors("{World Health Organization} and {A and B} and Johnson and others") ==
          "World Health Organization|A and B|Johnson|...");
    CHECK(authors("given=Hans, family=Harman, prefix=von") == "von Harman, Hans");
    CHECK(authors("Mart{\\'\\i}nez-Romero, Marcos and Martin J. {O'Connor} and Eva H. {\\\"O}nnud{\\'o}ttir") ==
          "Martínez-Romero, Marcos|O'Connor, Martin J.|Önnudóttir, Eva H.");
    CHECK(authors("de la Cruz, Ana and Ludwig van Beethoven") == "de la Cruz, Ana|van Beethoven, Ludwig");
}

TEST_CASE("a body whose braces were forgotten is no person") {
    CHECK(authors("Corporation for Digital Scholarship and Ministry of Health and Smith, J.") ==
          "Corporation for Digital Scholarship|Ministry of Health|Smith, J.");
    CHECK(authors("Hans von der Forth") == "von der Forth, Hans");
}

TEST_CASE("strings, concatenation and both delimiters are understood") {
    const BibRecord record = one_record(
        "@string(jw = \"Journal of \") @String{w = {Water}}\n@comment{@article{no, title={No}}}\n@preamble{\"x\"}\n"
        "@ARTICLE(key:1, title = \"A \" # {{B}} # w, journal = jw # w, year = 2020, month = feb, volume = 5, number = 6,\n"
        "  pages = {200--10}, doi = {10.1000/a\\_b},)",
        Format::bibtex);
    CHECK(record.key == "key:1");
    CHECK(record.item.title == "A BWater");
    CHECK(record.item.container_title == "Journal of Water");
    CHECK(record.item.issued == Date{2020, 2, {}});
    CHECK(record.item.page == "200-210");
    CHECK(record.item.issue == "6");
    CHECK(record.item.doi == "10.1000/a_b");
}

TEST_CASE("a part takes over what its whole says, though the whole comes later") {
    const Read read = read_records(
        "@inproceedings{a, title={Part}, author={A, B}, crossref={W}, pages={1-2}}\n"
        "@article{x, title={Between}}\n@proceedings{w, title={Whole}, editor={C, D}, year=2006, pages={1-900}}\n",
        Format::bibtex);
    REQUIRE(read.records.size() == 3);
    const BibItem& part = read.records[0].item;
    CHECK(part.container_title == "Whole");
    CHECK(people(part.editors) == "C, D");
    CHECK(part.issued == Date{2006, {}, {}});
    CHECK(part.page == "1-2");
    CHECK(read.records[1].item.title == "Between");
}

TEST_CASE("BibLaTeX dates, subtitles and journals are read") {
    const BibRecord record = one_record(
        "@article{a, title={Water}, subtitle={A study}, journaltitle={J Water}, date={2016-08-18/2017}, eid={e15}, "
        "eprint={12345}, eprinttype={pubmed}}",
        Format::bibtex);
    CHECK(record.item.title == "Water: A study");
    CHECK(record.item.container_title == "J Water");
    CHECK(record.item.issued == Date{2016, 8, 18});
    CHECK(record.item.page == "e15");
    CHECK(record.item.pmid == "12345");
}

TEST_CASE("braces that do not balance spoil one entry, and reading goes on at the next") {
    const Read read = read_records(
        "@article{a, title={Good}}\n@article{b,\n  title={Bad {,\n  year=2000\n}\n@article{c, title={Good too}}\n",
        Format::bibtex);
    REQUIRE(read.records.size() == 2);
    CHECK(read.records[1].key == "c");
    REQUIRE(read.bad.size() == 1);
    CHECK(read.bad[0].place.line == 2);
}

TEST_CASE("entries with the same key, no key or a forgotten comma are all kept") {
    CHECK(read_records("@misc{a, title={1}}\n@misc{a, title={2}}\n@misc{title={3}}\n@misc{d, title={4} year=2000}\n",
                       Format::bibtex)
              .records.size() == 4);
}

TEST_CASE("text between entries, addresses with @ included, is passed over") {
    CHECK(read_records("Mail me@example.org.\n% @article{no,\n  @article{a, title={1}}\n  and\n  @article{b, title={2}}\n",
                       Format::bibtex)
              .records.size() >= 2);
}
