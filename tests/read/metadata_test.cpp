#include <catch2/catch.hpp>

#include "support.hpp"
#include "support/support.hpp"

using namespace evigrade;
using test::article_of;

TEST_CASE("meta elements and JSON-LD tell title, authors, date, language and address") {
    const Article article = article_of(
        "<html lang='en-GB'><head><title>PRP works | My Site</title><link rel=canonical href='https://x.org/prp'>"
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"PRP works\","
        "\"author\":[{\"name\":\"Jane Doe\"}],\"datePublished\":\"2024-05-06T10:00:00Z\"}]}</script>"
        "<meta name=citation_doi content='doi:10.1000/xyz.1'></head><body><h1>PRP works</h1><p>Text.</p></body>",
        "a.html");
    CHECK(article.title == "PRP works");
    CHECK(article.authors == std::vector<std::string>{"Jane Doe"});
    CHECK(article.published == "2024-05-06");
    CHECK(article.language == "en");
    CHECK(article.url == "https://x.org/prp");
    CHECK(article.doi == "10.1000/xyz.1");
    CHECK(article.source_type == SourceType::news);
    CHECK(article.source_type_reason.find("NewsArticle") != std::string::npos);
}

TEST_CASE("a page without a heading is called by its title element, without the site's name") {
    CHECK(article_of("<title>Does cupping work? | Health</title><p>Text.</p>", "a.html").title == "Does cupping work?");
}

TEST_CASE("dates are read as people write them") {
    const auto published = [](const std::string& line) {
        return article_of("Title of it\n\n" + line + "\n\nText.\n", "a.txt").published;
    };
    CHECK(published("Published on Mon Dec 22 2025") == "2025-12-22");
    CHECK(published("Published: 3rd March 2020") == "2020-03-03");
    CHECK(published("Last updated October 2017") == "2017-10");
    CHECK(published("September 19, 2017") == "2017-09-19");
    CHECK(published("CARVER, Mass., September 19, 2017 - A thorough review") == "2017-09-19");
    CHECK(published("It was approved on 4 May 1999 by the agency, long before the present study began.") == std::nullopt);
}

TEST_CASE("JSON-LD that lists more authors than a meta element is believed") {
    const auto authors = [](const std::string& listed) {
        return article_of(
                   "<meta name='author' content='Ann One'><script "
                   "type='application/ld+json'>{\"@type\":\"Article\",\"author\":[" +
                       listed + "]}</script><p>Text of it.</p>",
                   "a.html")
            .authors;
    };
    CHECK(authors(R"({"name":"Ann One"},{"name":"Bo Two"})") == std::vector<std::string>{"Ann One", "Bo Two"});
    CHECK(authors(R"({"name":"Cy Three"},{"name":"Bo Two"})") == std::vector<std::string>{"Ann One"});
}

TEST_CASE("a byline names the author") {
    const auto authors = [](const std::string& line) {
        return article_of("Title of it\n" + line + "\n\nText.\n", "a.txt").authors;
    };
    CHECK(authors("By Jane van Doe, MD") == std::vector<std::string>{"Jane van Doe"});
    CHECK(authors("By the time it works, you are old").empty());
}

TEST_CASE("a byline names each of its authors, and no degree or office for one") {
    const auto authors = [](const std::string& line) {
        return article_of("Title of it\n" + line + "\n\nText.\n", "a.txt").authors;
    };
    using Names = std::vector<std::string>;
    CHECK(authors("By Martin Oakes and Priya Nair") == Names{"Martin Oakes", "Priya Nair"});
    CHECK(authors("By Jane Doe, MD, and John Roe, PhD") == Names{"Jane Doe", "John Roe"});
    CHECK(authors("Written by Ann Lee, Bo Park & Cy Young | May 2020") == Names{"Ann Lee", "Bo Park", "Cy Young"});
    CHECK(authors("By Dana Field, Health Reporter") == Names{"Dana Field"});
    CHECK(authors("Authors: M. Ferrante, L. Bianchi, S. Okafor") == Names{"M. Ferrante", "L. Bianchi", "S. Okafor"});
}

TEST_CASE("a line of names under the title names the authors, where initials or a degree tell that they are people") {
    const auto authors = [](const std::string& line) {
        return article_of("Zinc for the common cold\n" + line + "\n\nText.\n", "a.txt").authors;
    };
    using Names = std::vector<std::string>;
    CHECK(authors("Kowalski P, Lindqvist M, Adeyemi T") == Names{"Kowalski P", "Lindqvist M", "Adeyemi T"});
    CHECK(authors("\nJane Roe, MD") == Names{"Jane Roe"});
    CHECK(authors("Plain Language Summary").empty());
    CHECK(authors("Dry Needling and Physical Therapy").empty());
    CHECK(authors("Text of it.\nRoe J, Doe P").empty());
}

TEST_CASE("the first line that is no furniture is a plain text's title") {
    CHECK(article_of(
              "Skip to main content\nLog in\nUser Guide\nEffects of oral cannabidiol in infrequent cannabis users\nText.",
              "a.txt")
              .title == "Effects of oral cannabidiol in infrequent cannabis users");
    CHECK(article_of("Abstract\n\nWe identified 12 trials.\n", "a.txt").title == std::nullopt);
}

TEST_CASE("the language of a text shows in its commonest words") {
    CHECK(article_of("The treatment of hair loss with this method is safe and has been shown to work.", "a.txt").language ==
          "en");
    CHECK(article_of("Die Behandlung mit dem Mittel ist sicher und wird von der Kasse nicht bezahlt.", "a.txt").language ==
          "de");
    CHECK(article_of("Лечение выпадения волос с помощью мезотерапии не доказано и не рекомендуется.", "a.txt").language ==
          "ru");
    CHECK(article_of("x y z", "a.txt").language == std::nullopt);
}

TEST_CASE("the five example pages are of the kinds that a reader would say") {
    const auto shared = test::shared_dir();
    if (!shared) return test::say_skipped("kinds of the example pages");
    const auto kind = [&](const std::string& name) {
        return read::read_file(*shared + "/seeds/" + name, Data{})->source_type;
    };
    CHECK(kind("000_e1477bdfa706152e.txt") == SourceType::blog);
    CHECK(kind("001_f0cd5689069b5031.txt") == SourceType::news);
    CHECK(kind("002_22cf045a276ada9f.txt") == SourceType::blog);
    CHECK(kind("003_9fd6f19e360d68b5.txt") == SourceType::clinic_marketing);
    CHECK(kind("004_c0e11bc844a9b921.txt") == SourceType::study_summary);
}
