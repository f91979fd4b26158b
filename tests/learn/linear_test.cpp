#include <catch2/catch.hpp>

#include "learn/linear.hpp"
#include "learn/linear_pack.hpp"

using namespace evigrade::learn;

namespace {

LinearInput input_of(std::initializer_list<std::string_view> names) {
    LinearInput input;
    for (const auto name : names) input.add("", name);
    input.close();
    return input;
}

/// Two labels; "rain" speaks for the second, "sun" for the first, half as loud.
std::string weather() {
    LinearWeights weights;
    weights.biases = {0.1, 0.0};
    weights.rows[input_of({"rain"}).features().front().hash] = {-1.0, 1.0};
    weights.rows[input_of({"sun"}).features().front().hash] = {0.5, -0.5};
    return pack(weights);
}

}  // namespace

TEST_CASE("the answer is the label with the largest sum of weights") {
    const std::string bytes = weather();
    const auto model = LinearModel::open(bytes);
    REQUIRE(model);
    CHECK(model->decide(input_of({"rain"})).label == 1);
    CHECK(model->decide(input_of({"sun"})).label == 0);
    CHECK(model->decide(input_of({"rain", "sun"})).label == 1);
}

TEST_CASE("a feature that the training never saw weighs nothing") {
    const std::string bytes = weather();
    const auto model = LinearModel::open(bytes);
    REQUIRE(model);
    CHECK(model->decide(input_of({"snow"})).scores == model->decide(input_of({})).scores);
}

TEST_CASE("a feature added twice counts once") {
    const std::string bytes = weather();
    const auto model = LinearModel::open(bytes);
    REQUIRE(model);
    CHECK(model->decide(input_of({"sun", "sun", "sun", "rain"})).label == 1);
}

TEST_CASE("reasons name what spoke for the answer and nothing that spoke against it") {
    const std::string bytes = weather();
    const auto model = LinearModel::open(bytes);
    REQUIRE(model);
    const auto input = input_of({"sun", "rain", "snow"});
    CHECK(model->reasons(input, model->decide(input), 5) == std::vector<std::string>{"rain"});
}

TEST_CASE("bytes that are no whole model open nothing") {
    const std::string bytes = weather();
    CHECK_FALSE(LinearModel::open(""));
    CHECK_FALSE(LinearModel::open(bytes.substr(0, bytes.size() - 1)));
    CHECK_FALSE(LinearModel::open("x" + bytes));
    CHECK_FALSE(LinearModel::open(bytes + "x"));
}
