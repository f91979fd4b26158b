#include "recognise/article.hpp"

using namespace evigrade;
using Found = std::vector<std::string>;

namespace {

/// The treatments of an article whose first line is its title, and whose lines that begin with "##" are headings.
Found titled(const std::string& text) {
    Article article;
    article.text = text;
    Segmentation segmentation = test::one_block_a_line(text);
    segmentation.blocks[0].kind = BlockKind::heading;
    segmentation.blocks[0].level = 1;
    for (Block& block : segmentation.blocks) {
        if (!block.span.in(text).starts_with("##")) continue;
        block.kind = BlockKind::heading;
        block.level = 2;
        block.span.begin += 2;
    }
    Found out;
    const Mentions mentions = test::recogniser().recognise(article, segmentation);
    for (const Entity& entity : mentions.entities) {
        if (entity.kind == EntityKind::treatment) out.push_back(entity.id);
    }
    return out;
}

}  // namespace

TEST_CASE("the title's subject is a treatment where the article speaks of it as of one") {
    CHECK(titled("Rolphing: Does It Really Work?\nRolphing is old. Rolphing sessions are long. The effects of Rolphing are "
                 "unclear. Rolphing costs money.") == Found{"rolphing"});
    CHECK(
        titled("Does the ZEMER mat work?\nZEMER therapy is dear. The ZEMER is a mat. Use of ZEMER is odd. ZEMER therapy!") ==
        Found{"zemer"});
    CHECK(titled("Bostonia: A City\nBostonia is old. Bostonia is cold. Bostonia is big. Bostonia!").empty());
}

TEST_CASE("what a title says is effective, safe, or rivals another thing is a treatment") {
    CHECK(titled("Efficacy of social feedback on test orders\nThe social feedback was kind.") == Found{"social-feedback"});
    CHECK(titled("Brainspotling versus waiting\nAdults waited.") == Found{"brainspotling"});
    CHECK(titled("Glass beads for hair loss\nWe gave glass beads.") == Found{"glass-beads"});
}

TEST_CASE("what has an effect is a treatment only where the article gives it to somebody") {
    CHECK(titled("Impact of choir songs on mood\nThose randomised to choir songs sang. The choir songs helped.") ==
          Found{"choir-songs"});
    CHECK(titled("Choir songs work!\nThey were treated with choir songs. Choir songs help.") == Found{"choir-songs"});
    CHECK(titled("Impact of night trains on mood\nWe saw night trains. The night trains were late.").empty());
    CHECK(titled("Effect of age on mood\nThey were treated with age. Age helps. The age group.").empty());
}

TEST_CASE("what an article says to be a practice, a paste or a remedy is a treatment of its title or a heading") {
    CHECK(titled("Black mud: the facts\nBlack mud is a burning paste sold as a cure. Leave black mud alone.") ==
          Found{"black-mud"});
    CHECK(titled("Folk ways\n##Tongue pressing\nTongue pressing means an odd ritual. Some like tongue pressing.") ==
          Found{"tongue-pressing"});
    CHECK(titled("Black mud: the facts\nBlack mud is a colour of shoes. Leave black mud alone.").empty());
}

TEST_CASE("a title that diagnoses, or ends with what is no name, names no treatment") {
    CHECK(titled("Blood sketches for the diagnosis of hair loss\nWe saw blood sketches. The blood sketches!").empty());
    CHECK(titled("Use of night drug use\nNight drug use was seen.").empty());
}
