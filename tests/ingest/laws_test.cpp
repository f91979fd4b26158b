// Laws of the store, over random articles and decisions: as many cases a law as test::store_cases says.
#include <rapidcheck.h>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "store/decisions.hpp"
#include "support/dump.hpp"
#include "support/hair.hpp"

using namespace evigrade;

namespace {

using Number = std::uint64_t;

/// Numbers out of one seed, in order.
class Choices {
public:
    explicit Choices(Number seed) : seed_(seed) {}
    Number below(Number n) { return hash64(std::to_string(seed_) + ":" + std::to_string(++drawn_)) % n; }
    template <class T>
    const T& of(const std::vector<T>& list) {
        return list[below(list.size())];
    }
    template <class E>
    E word() {
        return *from_text<E>(Names<E>::values[below(Names<E>::values.size())]);
    }

private:
    Number seed_;
    Number drawn_ = 0;
};

const std::vector<std::string> treatments{"mesotherapy", "dutasteride-mesotherapy", "honey", "platelet-rich-plasma"};
const std::vector<std::string> conditions{"hair-loss", "female-pattern-hair-loss", "cough", "alopecia"};

/// Any claim about anything, in any voice.
void add_claim(Choices& choices, test::Make& make, std::vector<std::size_t> citations) {
    auto& claim =
        make.claim("Sentence " + std::to_string(choices.below(1'000'000)), {choices.of(treatments)},
                   {choices.of(conditions)}, choices.word<ClaimKind>(), choices.word<Stance>(), std::move(citations));
    claim.voice = choices.word<Voice>();
    claim.strength = choices.word<Strength>();
    if (claim.citations.empty()) claim.appeal = choices.below(2) == 0 ? Appeal::none : Appeal::phantom;
    if (claim.stance == Stance::insufficient) claim.absence = Absence{choices.word<AbsenceKind>(), std::nullopt};
}

/// An article that cites up to three of six works, some of them misprinted.
Ingested random_article(Number seed) {
    Choices choices(seed);
    test::Make make("random" + std::to_string(seed) + ".txt");
    test::add_graph(make);
    const std::vector<BibItem> works{
        test::paper("Moftah", 2013,
                    "Mesotherapy using dutasteride-containing preparation in treatment of female pattern hair loss"),
        test::paper("Duque-Estrada", 2009, "Alopecia secondary to mesotherapy"),
        test::paper("Mysore", 2010, "Mesotherapy in management of hairloss - Is it of any use?"),
        test::paper("Paul", 2007, "Effect of honey on nocturnal cough and sleep: a randomised controlled trial"),
        test::paper("Paul", 2008, "Effect of honey on nocturnal cough and sleep: randomised controlled trial"),
        test::paper("Oduwole", 2018, "Honey for acute cough in children: a systematic review")};
    std::vector<std::size_t> cited;
    for (int n = 1; n <= 3; ++n) {
        make.reference(n, choices.of(works));
        cited.push_back(make.cite({n}));
    }
    for (Number i = 0; i < 2 + choices.below(3); ++i) add_claim(choices, make, {choices.of(cited)});
    return make.done();
}

/// An article that says anything and cites nothing.
Ingested talk(Number seed) {
    Choices choices(seed);
    test::Make make("talk" + std::to_string(seed) + ".txt");
    test::add_graph(make);
    for (Number i = 0; i < 1 + choices.below(5); ++i) add_claim(choices, make, {});
    return make.done();
}

std::string scores(store::Store& store) {
    return test::rows_of(store, "SELECT treatment, condition, purpose, support, oppose, verdict FROM grade", 6);
}

/// A decision that makes sense in this store.
ingest::Wish random_wish(store::Store& store, Choices& choices) {
    const auto ids = [&](const std::string& sql) {
        std::vector<std::string> out;
        for (auto rows = store.database().query(sql); rows.next();) out.push_back(rows.text(0));
        return out;
    };
    const auto studies = ids("SELECT id FROM study ORDER BY id");
    const auto claims = ids("SELECT id FROM claim ORDER BY id");
    const std::string study = choices.of(studies);
    const auto wish = [](std::string of, std::string field, std::string value) {
        return ingest::Wish{std::move(of), std::nullopt, Purpose::benefit, std::move(field), std::move(value)};
    };
    switch (choices.below(6)) {
        case 0:
            return wish(choices.of(claims), "stance", std::string(to_text(choices.word<Stance>())));
        case 1:
            return wish(choices.of(claims), "kind", std::string(to_text(choices.word<ClaimKind>())));
        case 2:
            return wish(study, "design", std::string(to_text(choices.word<Design>())));
        case 3:
            return wish(study, "state", std::string(to_text(choices.word<EditorialState>())));
        case 4:
            return wish(choices.of(claims), "not_study", study);
        default:
            return wish(study, "same_as", choices.of(studies));
    }
}

bool holds(bool (*law)(Number)) {
    ::setenv("RC_PARAMS", ("max_success=" + std::to_string(test::store_cases())).c_str(), 1);
    return rc::check([=](Number seed) { RC_ASSERT(law(seed)); });
}

}  // namespace

TEST_CASE("an article that cites nothing changes no score, whatever it says") {
    CHECK(holds([](Number seed) {
        static const test::Hair hair;
        static auto store = [] {
            auto out = hair.open();
            for (Number i = 0; i < 6; ++i) hair.put(out, random_article(i));
            return out;
        }();
        const std::string before = scores(store);
        const auto article = talk(seed);
        hair.put(store, article);
        const bool same = scores(store) == before;
        return ingest::remove(store, article.article.id, hair.policy).ok() && same && scores(store) == before;
    }));
}

TEST_CASE("random articles give the same store in any order") {
    CHECK(holds([](Number seed) {
        static const test::Hair hair;
        static auto store = hair.open("there.db");
        static auto other = hair.open("and-back.db");
        std::vector<Ingested> articles;
        for (Number i = 0; i < 4; ++i) articles.push_back(random_article(seed + i * 7919));
        for (const auto& article : articles) hair.put(store, article);
        for (auto article = articles.rbegin(); article != articles.rend(); ++article) hair.put(other, *article);
        const bool same = test::derived(store) == test::derived(other);
        for (const auto& article : articles) {
            if (!ingest::remove(store, article.article.id, hair.policy).ok()) return false;
            if (!ingest::remove(other, article.article.id, hair.policy).ok()) return false;
        }
        return same;
    }));
}

TEST_CASE("random decisions that are undone in a random order leave the store as it was") {
    CHECK(holds([](Number seed) {
        static const test::Hair hair;
        static auto store = [] {
            auto out = hair.open("decided.db");
            for (Number i = 0; i < 5; ++i) hair.put(out, random_article(i));
            return out;
        }();
        const ingest::Signature person{"A. Reviewer", "case " + std::to_string(seed), std::nullopt};
        Choices choices(seed);
        const std::string before = test::content(store);
        std::vector<std::string> made;
        for (int i = 0; i < 3; ++i) {
            const auto wish = random_wish(store, choices);
            const auto decided = ingest::decide(store, {wish}, person, hair.policy);
            if (decided) made.push_back(decided->front().id);
        }
        while (!made.empty()) {
            const auto at = static_cast<std::ptrdiff_t>(choices.below(made.size()));
            if (!ingest::undo(store, made[static_cast<std::size_t>(at)], person, hair.policy).ok()) return false;
            made.erase(made.begin() + at);
        }
        return test::content(store) == before;
    }));
}

TEST_CASE("a combination of treatments credits neither of its parts, and they do not credit it") {
    const test::Hair hair;
    auto store = hair.open();
    test::Make make("together.txt");
    make.entity("mesotherapy-and-platelet-rich-plasma", EntityKind::treatment);
    make.reference(1, test::paper("Nobody", 2020, "Mesotherapy with platelet-rich plasma: a randomised controlled trial"));
    make.claim("Mesotherapy plus platelet-rich plasma regrows hair.", {"mesotherapy-and-platelet-rich-plasma"},
               {"hair-loss"}, ClaimKind::efficacy, Stance::supports, {make.cite({1})});
    hair.put(store, make.done());
    const auto bodies = [&](const std::string& treatment) {
        auto rows =
            store.database().query("SELECT count(*) FROM evidence WHERE treatment = ?1 AND zero = 'none'", treatment);
        return rows.next() ? rows.integer(0) : -1;
    };
    CHECK(bodies("mesotherapy-and-platelet-rich-plasma") > 0);
    CHECK(bodies("mesotherapy") == 0);
    CHECK(bodies("platelet-rich-plasma") == 0);
}
