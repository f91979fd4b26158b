#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "learn/sequence.hpp"
#include "learn/sequence_trainer.hpp"

using namespace evigrade::learn;

namespace {

/// A toy language: after an 'x' every 'a' is labelled 1, before it 0; 'x' itself is 2.
SequenceInput input_of(const std::string& text) {
    SequenceInput input;
    for (const char c : text) {
        input.add(feature_hash(1, static_cast<unsigned char>(c)));
        input.end_token(c == 'x' ? 1 : 0);
    }
    return input;
}
std::vector<std::uint8_t> gold_of(const std::string& text) {
    std::vector<std::uint8_t> gold;
    std::uint8_t now = 0;
    for (const char c : text) {
        gold.push_back(c == 'x' ? 2 : now);
        if (c == 'x') now = 1;
    }
    return gold;
}

std::string trained() {
    SequenceTrainer trainer(3);
    for (const std::string text : {"aaxaa", "axaaa", "aaaxa", "aaaa", "xaaa", "aaaxaaaa", "axa"})
        trainer.add(input_of(text), gold_of(text));
    SequenceTraining training;
    training.epochs = 60;
    training.buckets = 16;
    return trainer.train(training, [](std::size_t, double) {});
}

}  // namespace

TEST_CASE("a trained sequence model remembers what came before a token") {
    const std::string bytes = trained();
    const auto model = SequenceModel::open(bytes);
    REQUIRE(model);
    CHECK(model->labels() == 3);
    for (const std::string text : {"aaaaxaaaaaa", "xa", "a", "aaaaaaax"}) {
        INFO(text);
        CHECK(model->decode(input_of(text)) == gold_of(text));
    }
}

TEST_CASE("sums do not run over in a long sequence: the same tokens get the same label to the end") {
    const std::string bytes = trained();
    const auto labels = SequenceModel::open(bytes)->decode(input_of(std::string(40000, 'a')));
    REQUIRE(labels.size() == 40000);
    CHECK(std::all_of(labels.begin(), labels.end(), [&](std::uint8_t label) { return label == labels.front(); }));
}

TEST_CASE("training twice from the same rows gives the same bytes") {
    CHECK(trained() == trained());
}

TEST_CASE("an empty sequence has no labels") {
    const std::string bytes = trained();
    CHECK(SequenceModel::open(bytes)->decode({}).empty());
}

TEST_CASE("a feature that no training row held weighs nothing") {
    const std::string bytes = trained();
    const auto model = SequenceModel::open(bytes);
    SequenceInput input = input_of("aaxaa");
    SequenceInput noisy;
    for (std::size_t t = 0; t < input.size(); ++t) {
        noisy.add(*input.begin_of(t));
        noisy.add(feature_hash(77, 1000 + t) | 0xFF000000U);
        noisy.end_token(input.kind(t));
    }
    CHECK(model->decode(noisy) == gold_of("aaxaa"));
}

TEST_CASE("bytes that are no whole model are refused") {
    const std::string bytes = trained();
    CHECK_FALSE(SequenceModel::open(""));
    CHECK_FALSE(SequenceModel::open("evigrade sequence model 2\n"));
    CHECK_FALSE(SequenceModel::open(std::string_view(bytes).substr(0, bytes.size() - 1)));
    std::string other = bytes;
    other[0] = 'E';
    CHECK_FALSE(SequenceModel::open(other));
    CHECK(SequenceModel::open(bytes));
}
