#include <nlohmann/json.hpp>

#include <catch2/catch.hpp>

#include "evigrade/render.hpp"

using namespace evigrade;
using Json = nlohmann::json;

TEST_CASE("the record of an article names its schema and keeps unknown values null") {
    Article article;
    article.id = "0123";
    article.file = "a.txt";
    const Json record = Json::parse(render::article_record(article, {}, {}));
    CHECK(record["schema"] == "evigrade.article/1");
    CHECK(record["article"]["published"].is_null());
    CHECK(record["claims"].empty());
}

TEST_CASE("a drug that is a treatment is listed as an ingredient too") {
    Article article;
    article.text = "Minoxidil.";
    Mentions mentions;
    Entity drug;
    drug.id = "minoxidil";
    drug.substance = Substance::yes;
    mentions.entities = {drug};
    mentions.mentions = {{{0, 9}, 0}};
    const Json record = Json::parse(render::article_record(article, mentions, {}));
    CHECK(record["treatments"][0]["surfaces"][0] == "Minoxidil");
    CHECK(record["ingredients"][0]["mentions"] == Json::parse("[[0, 9]]"));
}

TEST_CASE("a record stays valid JSON where the article's bytes are no UTF-8") {
    Article article;
    article.title = "broken \xff here";
    CHECK(Json::accept(render::article_record(article, {}, {})));
}

TEST_CASE("a name's particle is kept apart, as CSL wants it") {
    BibItem item;
    Name name;
    name.family = "Gogh";
    name.particle = "van";
    item.authors = {name};
    CHECK(Json::parse(render::csl_item(item, "x"))["author"][0]["non-dropping-particle"] == "van");
}

TEST_CASE("what JSON must escape is read back as it was written") {
    Article article;
    std::string all;
    for (int c = 1; c < 128; ++c) all += static_cast<char>(c);
    article.title = all + "Größe \xF0\x9F\x99\x82 \"quoted\" \\ end";
    const std::string line = render::article_record(article, {}, {});
    CHECK(line.find('\n') == std::string::npos);
    CHECK(Json::parse(line)["article"]["title"] == *article.title);
}
