// Open mentions with the program's own lexicon and weights.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "evigrade/recognise.hpp"
#include "recognise/known_mentions.hpp"
#include "recognise/mention_features.hpp"
#include "recognise/mention_labels.hpp"
#include "support/support.hpp"

using namespace evigrade;
using Found = std::vector<std::string>;

namespace {

const recognise::MentionTagger& tagger() {
    static const Data data;
    static const Lexicon lexicon(data);
    static const recognise::MentionTagger made(lexicon, data);
    return made;
}

/// "kind:text" of every mention.
Found found(const std::string& text) {
    Found out;
    for (const auto& mention : tagger().find(text))
        out.push_back(std::string(to_text(mention.kind)) + ":" + std::string(mention.span.in(text)));
    return out;
}

bool has(const std::string& text, const std::string& mention) {
    const auto all = found(text);
    return std::find(all.begin(), all.end(), mention) != all.end();
}

/// The text cut into tokens, with nothing known of any word.
struct Cut {
    explicit Cut(const std::string& text) : read(text, {&lexicon, &affixes, {}}) {}
    Data data;
    Lexicon lexicon{data};
    recognise::Affixes affixes{data};
    recognise::MentionText read;
};

}  // namespace

TEST_CASE("a chemical and a disease that no lexicon knows are found where the sentence treats them so") {
    CHECK(has("Zalbutoprine-induced hepatotoxicity was seen in two rats.", "chemical:Zalbutoprine"));
    CHECK(has("Zalbutoprine-induced hepatotoxicity was seen in two rats.", "disease:hepatotoxicity"));
    CHECK(has("Patients with Hubert-Marsen syndrome were excluded.", "disease:Hubert-Marsen syndrome"));
}

TEST_CASE("no name begins or ends with a mark or half a bracket") {
    using recognise::LabelledMention;
    const auto cleaned = [](const std::string& text, const LabelledMention& mention) {
        const Cut cut(text);
        std::vector<std::uint8_t> labels(cut.read.tokens.size());
        recognise::label_mention(labels, mention);
        recognise::settle_edges(cut.read, labels);
        const auto mentions = recognise::labelled_mentions(labels);
        REQUIRE(mentions.size() == 1);
        return std::pair(mentions[0].first, mentions[0].last);
    };
    CHECK(cleaned("paracetamol - hepatitis (", {1, 4, false}) == std::pair<std::size_t, std::size_t>(2, 3));
    CHECK(cleaned("( - ) - baclofen", {2, 5, true}) == std::pair<std::size_t, std::size_t>(4, 5));
    CHECK(cleaned("22 - oxacalcitriol", {1, 3, true}) == std::pair<std::size_t, std::size_t>(0, 3));
    CHECK(cleaned("syndrome ( XY )", {0, 4, false}) == std::pair<std::size_t, std::size_t>(0, 4));
}

TEST_CASE("a drug is a chemical and a treatment, and both carry its identifier") {
    const std::string text = "Ten patients took finasteride daily.";
    const auto mentions = tagger().find(text);
    const auto of_drug = [&](OpenKind kind) {
        return std::count_if(mentions.begin(), mentions.end(), [&](const OpenMention& mention) {
            return mention.kind == kind && mention.span.in(text) == "finasteride" && mention.entity == "finasteride";
        });
    };
    CHECK(of_drug(OpenKind::chemical) == 1);
    CHECK(of_drug(OpenKind::treatment) == 1);
}

TEST_CASE("an unknown drug is known as a treatment by the ending of its name") {
    CHECK(has("The trial compared qualimab with placebo.", "treatment:qualimab"));
}

TEST_CASE("a procedure is a treatment and no chemical") {
    CHECK(has("Acupuncture relieved nausea.", "treatment:Acupuncture"));
    CHECK_FALSE(has("Acupuncture relieved nausea.", "chemical:Acupuncture"));
}

TEST_CASE("an abbreviation that the text defines is what its long form is, also later") {
    const std::string text =
        "Malignant hyperthermia (MHT) is rare. We saw one case of MHT in 2010. The family knew of no MHT before.";
    const auto all = found(text);
    CHECK(std::count(all.begin(), all.end(), "disease:MHT") == 3);
    // elsewhere MHT is menopausal hormone therapy
    CHECK(std::count(all.begin(), all.end(), "treatment:MHT") == 0);
}

TEST_CASE("spans count bytes, also behind letters of several bytes") {
    const std::string text = "Bei “naïve” patients, morphine caused vomiting.";
    CHECK(has(text, "chemical:morphine"));
    CHECK(has(text, "disease:vomiting"));
}

TEST_CASE("any bytes are tagged, with spans inside the text") {
    CHECK(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
            rc::gen::element<std::string>("aspirin ", "(", "ASA", ") ", ". ", "induced ", "-", "\xC3", "\n", "é "),
            rc::gen::string<std::string>()));
        std::string text;
        for (const auto& piece : pieces) text += piece;
        for (const auto& mention : tagger().find(text)) {
            RC_ASSERT(mention.span.begin < mention.span.end);
            RC_ASSERT(mention.span.end <= text.size());
        }
    }));
}

TEST_CASE("sentences part at a stop before a capital, not behind an initial or a short title") {
    CHECK(Cut("It hurt. Then it stopped.").read.sentence_ends() == std::vector<std::size_t>{3, 7});
    CHECK(Cut("Found in E. Coli by Dr. House").read.sentence_ends().size() == 1);
}

TEST_CASE("labels that break the rules still give mentions that end") {
    using recognise::LabelledMention;
    // inside without a beginning, a disease inside a chemical, a beginning without an end
    CHECK(recognise::labelled_mentions({2, 6, 0, 5}) ==
          std::vector<LabelledMention>{{0, 1, true}, {1, 2, false}, {3, 4, false}});
    CHECK(recognise::labelled_mentions({1, 2, 3, 4}) == std::vector<LabelledMention>{{0, 3, true}, {3, 4, true}});
}

TEST_CASE("a name that is a mention in most of its places is one in all") {
    const Cut cut("red fever and red fever or red fever");
    std::vector<std::uint8_t> labels{5, 7, 0, 5, 7, 0, 0, 0};
    recognise::settle_repeats(cut.read, labels);
    CHECK(labels == std::vector<std::uint8_t>{5, 7, 0, 5, 7, 0, 5, 7});
    std::vector<std::uint8_t> seldom{5, 7, 0, 0, 0, 0, 0, 0};
    recognise::settle_repeats(cut.read, seldom);
    CHECK(seldom == std::vector<std::uint8_t>{5, 7, 0, 0, 0, 0, 0, 0});
}

TEST_CASE("a name that training texts always mark is set where the model left all of it out, the longest first") {
    const test::Scratch folder;
    std::filesystem::create_directories(folder / "models");
    std::ofstream(folder / "models/mentions.names.tsv")
        << "name\tkind\nblue fever\tdisease\nblue fever syndrome\tdisease\nplumbol\tchemical\n";
    const recognise::KnownMentions known{Data(folder.path())};
    const Cut cut("Plumbol for blue fever syndrome or blue nose and blue fever");
    std::vector<std::uint8_t> labels(11, 0);
    labels[10] = 8;
    known.settle(cut.read, labels);
    CHECK(labels == std::vector<std::uint8_t>{4, 0, 5, 6, 7, 0, 0, 0, 0, 0, 8});
}

TEST_CASE("without weights the tagger still finds the lexicon's names") {
    const test::Scratch folder;
    std::filesystem::create_directories(folder / "models");
    std::ofstream(folder / "models/mentions.bin") << "broken";
    const Data data(folder.path());
    const Lexicon lexicon(data);
    const recognise::MentionTagger bare(lexicon, data);
    const auto mentions = bare.find("Minoxidil for hair loss.");
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[0].entity == "minoxidil");
    CHECK(mentions[1].kind == OpenKind::disease);
}
