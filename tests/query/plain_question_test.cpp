// Questions as people type them: which part is the treatment, and which the condition.
#include <catch2/catch.hpp>

#include "evigrade/base/data.hpp"
#include "evigrade/query.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

struct Expected {
    const char* question;
    const char* treatment;  ///< "" is none
    const char* condition;
};

void check(const std::vector<Expected>& questions) {
    const test::Hair hair;
    const store::Store store = hair.open();
    for (const auto& [question, treatment, condition] : questions) {
        INFO(question);
        const auto plain = query::understand(store, Data(), question);
        REQUIRE(plain.ok());
        CHECK(plain->treatment.value_or("") == treatment);
        CHECK(plain->condition.value_or("") == condition);
    }
}

}  // namespace

TEST_CASE("a question gives up the treatment before its verb and the condition behind it") {
    check({{"Does dutasteride mesotherapy really work for hair loss?", "dutasteride mesotherapy", "hair loss"},
           {"Can folic acid help improve memory and treat dementia?", "folic acid", "dementia"},
           {"Is biotin any good?", "biotin", ""},
           {"Is mesotherapy safe?", "mesotherapy", ""},
           {"How effective is acupuncture for migraine?", "acupuncture", "migraine"},
           {"How well does minoxidil work after six months?", "minoxidil", ""},
           {"Is there any evidence for turmeric in knee osteoarthritis?", "turmeric", "knee osteoarthritis"},
           {"minoxidil for hair loss", "minoxidil", "hair loss"}});
}

TEST_CASE("a treatment may stand behind the condition") {
    check({{"Can I get rid of acne overnight by applying zinc oxide?", "zinc oxide", "acne"},
           {"Does hair loss respond to minoxidil?", "minoxidil", "hair loss"}});
}

TEST_CASE("a treatment that nobody knows is what stands before the verb, without words that name nothing") {
    check({{"Does snakewine help against hair loss?", "snakewine", "hair loss"},
           {"Can fermented milk help mitigate high blood pressure?", "fermented milk", "high blood pressure"},
           {"Is the Hoxsey treatment a good cure for cancer?", "hoxsey treatment", "cancer"},
           {"Does moonstone cure gribbles?", "moonstone", "gribbles"}});
}

TEST_CASE("a name may hold a word that parts other questions") {
    check({{"Do birth control pills help acne?", "birth control pills", "acne"},
           {"Does exercise help lower back pain?", "exercise", "lower back pain"}});
}

TEST_CASE("a short word of everyday speech is no abbreviation of a treatment") {
    check({{"Can I get rid of head lice?", "", "head lice"}});
}

TEST_CASE("a question may name a condition alone, or nothing") {
    check({{"What helps against hair loss?", "", "hair loss"},
           {"What is the best treatment for migraine?", "", "migraine"},
           {"Is it any good?", "", ""},
           {"?", "", ""},
           {"", "", ""}});
}
