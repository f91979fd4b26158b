#include <catch2/catch.hpp>

#include "evigrade/learn.hpp"

using namespace evigrade;
using namespace evigrade::learn;

namespace {

Design design_of(std::string_view title, std::string_view abstract = "") {
    return Classifiers(Data()).design(title, abstract, {}).design;
}

}  // namespace

TEST_CASE("a trial that randomised its patients is a randomised trial") {
    CHECK(design_of("Minoxidil for hair loss: a randomised controlled trial") == Design::randomized_trial);
    CHECK(design_of("Minoxidil for hair loss", "Patients were randomly assigned to minoxidil or placebo.") ==
          Design::randomized_trial);
}

TEST_CASE("people picked at random for a survey do not make a randomised trial") {
    CHECK(design_of("Prevalence of hair loss: a survey of randomly selected adults",
                    "A random sample of adults answered a questionnaire.") != Design::randomized_trial);
}

TEST_CASE("a trial that will be done is a protocol") {
    CHECK(design_of("Minoxidil for hair loss: study protocol for a randomised controlled trial") == Design::protocol);
}

TEST_CASE("a review of trials is no trial") {
    CHECK(design_of("Minoxidil for hair loss: a systematic review of randomised controlled trials") ==
          Design::systematic_review);
}

TEST_CASE("a second look at the data of trials is no trial") {
    CHECK(design_of("Hair loss and sleep: a secondary analysis of a randomised trial",
                    "We used baseline data from a randomised trial. Sleep was associated with hair loss.") !=
          Design::randomized_trial);
    CHECK(design_of("Minoxidil in young men", "Data from two randomised trials were pooled in a post hoc analysis.") !=
          Design::randomized_trial);
}

TEST_CASE("a trial that is only wished for is none") {
    const std::string_view wish =
        "Eight men took vitamins. A randomized trial is needed, since no randomized study was found.";
    CHECK(design_of("Vitamins for hair loss", wish) != Design::randomized_trial);
}

TEST_CASE("a protocol stays one however often it says randomised") {
    CHECK(design_of("Oral minoxidil: study protocol for a randomised, double-blind, placebo-controlled trial",
                    "Patients will be randomly assigned. Random allocation by computer. Matching placebo.") ==
          Design::protocol);
}

TEST_CASE("a control group alone makes no randomised trial") {
    CHECK(design_of("Lead in the blood of painters", "Painters were compared with a control group.") !=
          Design::randomized_trial);
    CHECK(design_of("Sleep and hair loss", "The women were participants of a randomised trial of minoxidil.") !=
          Design::randomized_trial);
}

TEST_CASE("treated animals are an animal study, cells of animals are none") {
    CHECK(design_of(
              "Minoxidil and hair regrowth in mice",
              "Mice were randomly assigned to topical treatment or vehicle. Treatment with minoxidil improved growth.") ==
          Design::animal);
    CHECK(design_of("Minoxidil protects cultured rat astrocytes", "Rat astrocytes were incubated with minoxidil.") ==
          Design::in_vitro);
}

TEST_CASE("a trial of a treatment stays randomised although it speaks mostly of the treatment") {
    CHECK(design_of("Effect of cognitive therapy on depression",
                    "In a randomized placebo-controlled trial patients received therapy. Treatment was well tolerated and "
                    "symptoms improved after treatment.") == Design::randomized_trial);
}

TEST_CASE("volunteers who receive either a vaccine or placebo are in a randomised trial") {
    CHECK(design_of("A vaccine against colds: results of phase II",
                    "Volunteers received injections with either vaccine or placebo. Efficacy was low in the placebo arm.") ==
          Design::randomized_trial);
}

TEST_CASE("one patient makes a case report though the text also reviews") {
    CHECK(design_of("Scarring after mesotherapy: case report and review of the literature",
                    "A patient with scars is described. The literature is reviewed.") == Design::case_report);
}

TEST_CASE("a case-control study is no case report, a review of charts no review of the literature") {
    CHECK(design_of("Smoking and hair loss: a case-control study") == Design::case_control);
    CHECK(design_of("Hair loss in nurses: a retrospective chart review") == Design::cohort);
}

TEST_CASE("PubMed's publication type tells the design where the words do not") {
    CHECK(Classifiers(Data()).design("Minoxidil and hair", "", {"Randomized Controlled Trial"}).design ==
          Design::randomized_trial);
}

TEST_CASE("a title that tells nothing has no known design and names no cue") {
    const DesignReading reading = Classifiers(Data()).design("Xyzzy", "", {});
    CHECK(reading.design == Design::unknown);
    CHECK(reading.cues.empty());
    CHECK(reading.confidence == 0);
}

TEST_CASE("the words that decided a design are named as written") {
    const DesignReading reading = Classifiers(Data()).design("Scars after mesotherapy. Case Report", "", {});
    REQUIRE(reading.design == Design::case_report);
    REQUIRE_FALSE(reading.cues.empty());
    CHECK(reading.cues.front() == "Case Report");
}

TEST_CASE("a negation reaches along a list and ends at a contrast") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.negated("She denies fever, chills or pain.", "pain"));
    CHECK_FALSE(classifiers.negated("She denies fever but reports pain.", "pain"));
}

TEST_CASE("a denial can follow what it denies") {
    CHECK(Classifiers(Data()).negated("Pulmonary embolism was ruled out.", "pulmonary embolism"));
}

TEST_CASE("what a thing was not found to be is denied") {
    CHECK(Classifiers(Data()).negated("Dose was not found to be a predictor of relapse.", "predictor"));
}

TEST_CASE("words that only look like a denial deny nothing") {
    CHECK_FALSE(Classifiers(Data()).negated("It reduced not only pain in the knee.", "pain"));
}

TEST_CASE("a phrase that the text does not hold is not negated in it") {
    CHECK_FALSE(Classifiers(Data()).negated("There was no fever.", "pain"));
    CHECK_FALSE(Classifiers(Data()).negated("There was no fever.", ""));
}

TEST_CASE("wording is told apart by how much it asserts") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.strength("Coffee is associated with longer life.") == Strength::correlational);
    CHECK(classifiers.strength("Coffee prolongs life.") == Strength::causal);
    CHECK(classifiers.strength("Coffee may prolong life.") == Strength::hedged_causal);
    CHECK(classifiers.strength("Coffee could counter sleep.") == Strength::hedged_causal);
    CHECK(classifiers.strength("The study was published in May.") == Strength::none);
    CHECK(classifiers.strength("Coffee should be studied further to reduce the burden.") == Strength::none);
    CHECK(classifiers.strength("People who drank coffee lived longer than those who did not.") == Strength::correlational);
}

TEST_CASE("a reaction that a drug caused is a harm, a cured disease is none") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.harm("Acute hepatitis induced by minoxidil."));
    CHECK(classifiers.harm("A woman developed hepatitis after taking griseofulvin."));
    CHECK_FALSE(classifiers.harm("Sugar is sweet."));
    CHECK_FALSE(classifiers.harm("Griseofulvin was used to treat ringworm."));
}

TEST_CASE("what a medicine induced needs no other word of harm") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.harm("This report tells of minoxidil-induced hypertrichosis in a baby whose father used the lotion."));
    CHECK_FALSE(classifiers.harm("This report tells of exercise-induced hunger in a baby whose father used the lotion."));
}

TEST_CASE("evidence that a thing is safe refutes that it harms and supports that it is safe") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.stance("Is aspartame harmful to health?", "Aspartame is safe.").stance == Stance::refutes);
    CHECK(classifiers.stance("Is aspartame fit for children?", "Aspartame is safe.").stance == Stance::supports);
}

TEST_CASE("an abstract without a word of patients, methods or results discusses") {
    CHECK(design_of("Xyzzy", "Beliefs shape moods, and moods shape beliefs.") == Design::narrative_review);
}

TEST_CASE("fish oil makes no trial a study of fish") {
    CHECK(design_of("Fish oil for malnourished infants", "Infants were randomly assigned to fish oil or placebo.") ==
          Design::randomized_trial);
}

TEST_CASE("evidence supports, refutes, or leaves a claim open") {
    const Classifiers classifiers{Data()};
    const std::string_view claim = "Does minoxidil improve hair growth?";
    CHECK(classifiers.stance(claim, "Minoxidil significantly improved hair growth.").stance == Stance::supports);
    CHECK(classifiers.stance(claim, "Minoxidil did not improve hair growth.").stance == Stance::refutes);
    CHECK(classifiers.stance(claim, "We could not find any study of minoxidil and hair growth.").stance ==
          Stance::insufficient);
}

TEST_CASE("doubt said several times outweighs a result told beside it") {
    const std::string_view told = "It reduced pain, improved sleep and relieved stress.";
    const std::string_view doubt = " Yet the effect is unclear, the trials were of poor quality, and the risk is uncertain.";
    const Classifiers classifiers{Data()};
    CHECK(classifiers.stance("Does yoga help?", told).stance == Stance::supports);
    CHECK(classifiers.stance("Does yoga help?", std::string(told) + std::string(doubt)).stance == Stance::insufficient);
    CHECK(classifiers.stance("Does yoga help?", std::string(told) + " Yet the effect is unclear.").stance ==
          Stance::supports);
}

TEST_CASE("an answer to a question says what decided it") {
    const Classifiers classifiers{Data()};
    const auto reading = classifiers.stance("Is routine scanning necessary?",
                                            "Routine scanning was not necessary and did not improve survival.");
    CHECK(reading.stance == Stance::refutes);
    CHECK_FALSE(reading.cues.empty());
}

TEST_CASE("what cannot be recommended is denied, what may or may not be so is both") {
    const Classifiers classifiers{Data()};
    CHECK(classifiers.stance("Is inhaled heparin useful?", "Inhaled heparin cannot be recommended.").stance ==
          Stance::refutes);
    CHECK(classifiers.stance("Does training change prescribing?", "Training may or may not change prescribing.").stance ==
          Stance::mixed);
}

TEST_CASE("evidence that shares no word with a statement is neutral towards it") {
    CHECK(Classifiers(Data()).stance("Minoxidil improves hair growth.", "Zebras increased.").stance == Stance::neutral);
}

TEST_CASE("no text is too broken for a classifier") {
    const Classifiers classifiers{Data()};
    const std::string broken("\xff\0no \xc3(* *", 11);
    CHECK(classifiers.design(broken, broken, {broken}).confidence <= 1);
    CHECK_FALSE(classifiers.negated(broken, broken));
    CHECK(classifiers.strength(broken) == Strength::none);
    CHECK_FALSE(classifiers.harm(broken));
    for (const std::string& question : {std::string("?"), std::string("Does it help?"), broken + "?"}) {
        for (const std::string& answer : {std::string(), broken, std::string("Although, but; :. ?"), std::string("but")})
            CHECK_NOTHROW(classifiers.stance(question, answer));
    }
}
