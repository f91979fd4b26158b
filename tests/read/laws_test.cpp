#include <catch2/catch.hpp>

#include <rapidcheck.h>

#include "support.hpp"

using namespace evigrade;

namespace {

const std::vector<std::string> names{"a.txt", "a.md", "a.html", "a.xml", "-"};

/// Pieces of real markup, so that random documents reach the readers' branches.
const std::vector<std::string> pieces{"<p>",
                                      "</p>",
                                      "<ul><li>",
                                      "</li>",
                                      "<table><tr><td>",
                                      "</table>",
                                      "<b>",
                                      "</b>",
                                      "<a href='#fn1'>",
                                      "<h1>",
                                      "<pre>",
                                      "<div class='comments'>",
                                      "</div>",
                                      "<sup>1</sup>",
                                      "&nbsp;",
                                      "&#x1b;",
                                      "<!--",
                                      "-->",
                                      "<script>",
                                      "{{ x }}",
                                      "<?php",
                                      "---\n",
                                      "\n\n",
                                      "- item\n",
                                      "1. one\n",
                                      "[^a]",
                                      "[^a]: note\n",
                                      "> quote\n",
                                      "# Head\n",
                                      "text ",
                                      "caf\u00E9 ",
                                      "e\u0301",
                                      "\xFF",
                                      "\xC3",
                                      "\x1B[31m",
                                      "\r\n",
                                      "<svg>",
                                      "<br>",
                                      "<br/>",
                                      "<article>",
                                      "<sec><title>T</title>",
                                      "</sec>",
                                      "<xref ref-type=\"bibr\" rid=\"B1\">1</xref>",
                                      "<ref id=\"B1\">",
                                      "<body>",
                                      "|a|b|\n|-|-|\n",
                                      "```\n",
                                      "\u202E"};

}  // namespace

TEST_CASE("random bytes never break a law of reading") {
    const Data data;
    const read::Reader reader(data);
    CHECK(rc::check([&](const std::string& bytes) {
        for (const auto& name : names) {
            const auto article = reader.bytes(bytes, name);
            if (article) RC_ASSERT(test::law_broken(*article) == "");
        }
    }));
}

TEST_CASE("random markup never breaks a law of reading") {
    const Data data;
    const read::Reader reader(data);
    CHECK(rc::check([&] {
        std::string document = *rc::gen::elementOf(std::vector<std::string>{"", "<article article-type='x'>", "<html>"});
        for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
            document += piece;
        for (const auto& name : names) {
            const auto article = reader.bytes(document, name);
            if (article) RC_ASSERT(test::law_broken(*article) == "");
        }
    }));
}
