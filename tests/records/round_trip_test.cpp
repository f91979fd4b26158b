// What is exported is read back as it was: our writers against our readers, over random items.
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "records_support.hpp"
#include "render/bibliography.hpp"

using namespace evigrade;
using namespace evigrade::test;
using records::Format;
using render::BibFormat;

namespace {

template <class T>
T one_of(std::vector<T> values) {
    return *rc::gen::elementOf(values);
}
bool coin() {
    return *rc::gen::arbitrary<bool>();
}
int number(int from, int past) {
    return *rc::gen::inRange(from, past);
}

std::string words(int most) {
    static const std::vector<std::string> known{
        "water", "DNA",    "α-blockers", "5%",   "R&D",   "a_b", "O'Brien", "{x}",  "Müller's", "of",
        "the",   "McAdam", "10$",        "#1",   "~3",    "x^2", "\\path",  "--",   "“so”",     "水",
        "“A”",   "pH",     "\"so\"",     "}odd", "COVID", "Éa",  "and",     "''q'", "İzmir",    "no`tick"};
    std::string out = one_of<std::string>({"Effect", "dutasteride", "Étude", "IgE"});
    for (int n = number(0, most); n > 0; --n) out += ' ' + one_of(known);
    return nfc(out);
}

Name random_name() {
    Name name;
    if (number(0, 5) == 0) {
        name.literal =
            one_of<std::string>({"World Health Organization", "Dept. of Health, Wales", "{R&D} Group", "The A and B Trial"});
        return name;
    }
    name.family =
        one_of<std::string>({"Berg", "García Márquez", "O'Connor", "Martínez-Romero", "Øre", "李", "Smith & Sons"});
    if (number(0, 4) == 0) name.particle = one_of<std::string>({"van der", "de la", "von"});
    if (name.family->find(' ') == std::string::npos && number(0, 6) == 0 && !name.particle) return name;
    name.given = one_of<std::string>({"Jan", "J. A.", "Anne-Marie", "Ærø", "JA"});
    if (number(0, 5) == 0) name.suffix = one_of<std::string>({"Jr", "III"});
    return name;
}

std::vector<Name> names(int least, int most) {
    std::vector<Name> out;
    for (int n = number(least, most + 1); n > 0; --n) out.push_back(random_name());
    return out;
}

template <class T>
std::optional<T> maybe(T value) {
    return coin() ? std::optional<T>(std::move(value)) : std::nullopt;
}

void add_place(BibItem& item) {
    const bool article = item.type == ItemType::article_journal || item.type == ItemType::article_magazine ||
                         item.type == ItemType::article_newspaper;
    const bool part = item.type == ItemType::chapter || item.type == ItemType::paper_conference;
    const bool book = item.type == ItemType::book || item.type == ItemType::chapter;
    if (article || part) {
        item.container_title = words(4);
        item.page = maybe(one_of<std::string>({"110-119", "e1234", "S12-S19", "45", "1-1000"}));
    }
    if (article || book) item.volume = maybe(one_of<std::string>({"12", "Suppl 3", "XIV"}));
    if (article) item.issue = maybe(one_of<std::string>({"3", "3-4", "S1"}));
    if (part || book) item.editors = names(0, 2);
    if (book) item.edition = maybe(std::string("2nd"));
    if (book) item.isbn = maybe(std::string("978-1-4822-5326-9"));
    if (article) item.issn = maybe(std::string("0021-960X"));
    if (!article) item.publisher = maybe(words(2));
    if (!article && item.publisher) item.publisher_place = maybe(std::string("St. Pölten & Wien"));
}

BibItem random_item() {
    BibItem item;
    item.type = static_cast<ItemType>(number(0, static_cast<int>(Names<ItemType>::values.size())));
    item.authors = names(0, 4);
    item.et_al = !item.authors.empty() && number(0, 4) == 0;
    item.title = words(7);
    if (coin()) item.issued = Date{number(1900, 2027), {}, {}};
    if (item.issued) item.issued->month = maybe(number(1, 13));
    if (item.issued && item.issued->month) item.issued->day = maybe(number(1, 29));
    add_place(item);
    item.doi = maybe(
        one_of<std::string>({"10.1000/abc", "10.1016/s0140-6736(10)60175-4", "10.1002/(sici)1097<1::aid-a_b>3.0.co;2-#"}));
    item.pmid = maybe(std::to_string(number(1, 40000000)));
    item.pmcid = maybe("PMC" + std::to_string(number(1, 9000000)));
    item.url = maybe(one_of<std::string>({"https://example.org/a_b?x=1%20&y=~z#top", "http://example.org/(a)"}));
    if (item.type == ItemType::webpage) item.url = "https://example.org/";
    return item;
}

std::string exported(const BibItem& item, BibFormat format) {
    render::Bibliography out(format);
    std::string text = out.begin();
    text += out.item(item, "key1");
    return text + out.end();
}

void comes_back(BibFormat written, Format read, bool keeps_others) {
    BibItem item = random_item();
    const std::string text = exported(item, written);
    RC_LOG(text);
    if (!keeps_others) item.et_al = false;
    const Read back = read_records(text, read);
    RC_ASSERT(back.bad.empty());
    RC_ASSERT(back.records.size() == 1U);
    const BibRecord& record = back.records.front();
    RC_ASSERT(record.key == std::optional<std::string>("key1"));
    const BibItem& got = record.item;
    RC_ASSERT(to_text(got.type) == to_text(item.type));
    RC_ASSERT(people(got.authors) == people(item.authors));
    RC_ASSERT(people(got.editors) == people(item.editors));
    RC_ASSERT(got.title == item.title);
    RC_ASSERT(got.container_title == item.container_title);
    RC_ASSERT(got.page == item.page);
    RC_ASSERT(got.url == item.url);
    RC_ASSERT(got == item);
}

}  // namespace

TEST_CASE("an item written as BibTeX is read back the same") {
    CHECK(rc::check([] { comes_back(BibFormat::bibtex, Format::bibtex, true); }));
}

TEST_CASE("an item written as RIS is read back the same, but for the mark that its authors go on") {
    CHECK(rc::check([] { comes_back(BibFormat::ris, Format::ris, false); }));
}
