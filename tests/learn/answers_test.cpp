#include <catch2/catch.hpp>

#include "evigrade/learn.hpp"
#include "learn/answers.hpp"

using namespace evigrade;
using namespace evigrade::learn;

namespace {

std::vector<std::string_view> kinds_of(std::string_view question) {
    return AnswerReader(Data()).kinds(Words(question));
}

/// Which way a text without contrast answers a question of one kind.
std::string answer_of(std::string_view kind, std::string_view text) {
    const Words words(text);
    const auto clauses = clauses_of(text, words, {}, {});
    const Answers answers = AnswerReader(Data()).read(kind, words, std::vector<bool>(words.size()), clauses);
    return std::string(answers.whole.word());
}

}  // namespace

TEST_CASE("a question tells by its words what kind of thing it asks") {
    CHECK(kinds_of("Is routine scanning necessary?") == std::vector<std::string_view>{"need"});
    CHECK(kinds_of("Are both scanners equivalent?") == std::vector<std::string_view>{"alike"});
    CHECK(kinds_of("Do students smoke?") == std::vector<std::string_view>{"fact"});
}

TEST_CASE("the part that asks comes before the title that it stands behind") {
    CHECK(kinds_of("Predictors of relapse: are both scanners equivalent?") == std::vector<std::string_view>{"alike"});
    CHECK(kinds_of("Predictors of relapse: do students smoke?") == std::vector<std::string_view>{"prediction"});
}

TEST_CASE("the same word answers questions of different kinds differently") {
    CHECK(answer_of("alike", "Readings were higher on the new scanner.") == "no");
    CHECK(answer_of("effect", "Readings were higher on the new scanner.") == "yes");
    CHECK(answer_of("need", "Scanning can be omitted.") == "no");
    CHECK(answer_of("need", "Scanning was blue.") == "nothing");
}

TEST_CASE("a text is cut at its sentences and contrasts, and what is granted ends at its comma") {
    const std::string_view text = "Although it is safe, it is slow. It helps, but it costs.";
    const Words words(text);
    std::vector<Vote> votes{{"although", "any", "though"}, {"but", "any", "but"}};
    const std::vector<VoteCast> casts{{&votes[0], 0, 1}, {&votes[1], 12, 13}};
    const auto clauses = clauses_of(text, words, casts, {"slow"});
    REQUIRE(words.word(12) == "but");
    REQUIRE(clauses.size() == 4);
    CHECK(clauses[0].granted);
    CHECK_FALSE(clauses[1].granted);
    CHECK(clauses[1].last == 9);
    CHECK(clauses[3].first == 12);
    CHECK(nearest(clauses) == 1);
}

TEST_CASE("an answer is both ways where neither side has twice the other's weight") {
    const Vote yes{"useful", "worth", "yes", 10};
    const Vote no{"costly", "worth", "no", 4};
    Answer answer;
    answer.add({&no, 0, 1}, false);
    answer.add({&no, 1, 2}, false);
    answer.add({&yes, 2, 3}, false);
    CHECK(answer.word() == "both");
    answer.add({&no, 3, 4}, true);  // "not costly"
    answer.add({&yes, 4, 5}, false);
    CHECK(answer.word() == "yes");
}

TEST_CASE("the words that answered are named as written, with what they say to such a question") {
    const Classifiers classifiers{Data()};
    const auto reading = classifiers.stance("Is drainage always needed?", "Drainage Can Be Omitted. It is not necessary.");
    REQUIRE(reading.stance == Stance::refutes);
    REQUIRE(reading.cues.size() > 2);
    CHECK(reading.cues[0] == "\"Can Be Omitted\" says no where need is asked");
    CHECK(reading.cues[1] == "\"necessary\", denied, says no where need is asked");
}

TEST_CASE("a question is answered in its own sense") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.stance("Are both scanners equivalent?", "Readings differed between the scanners.").stance ==
          Stance::refutes);
    CHECK(classifiers.stance("Is there a difference between both scanners?", "Readings differed between the scanners.")
              .stance == Stance::supports);
    CHECK(classifiers.stance("Is drainage always needed?", "Drainage can be omitted safely.").stance == Stance::refutes);
}
