#include <rapidcheck.h>

#include "recognise/article.hpp"

using namespace evigrade;

TEST_CASE("any bytes are recognised, and mentions are in order, apart, inside the text, of entities that exist") {
    CHECK(rc::check([] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
            rc::gen::element<std::string>("minoxidil ", "oral ", "mesotherapy ", "with ", "PRP", " (", ")", "plus ", "\n",
                                          "combining ", "and ", "wet ", "cupping ", "Ocimum sanctum ", "leaf extract", "’s ",
                                          "®", "injections of ", "xeltib ", "hair loss ", "for ", "ProZymbio ", "tablets "),
            rc::gen::string<std::string>()));
        std::string text;
        for (const auto& piece : pieces) text += piece;
        const Mentions mentions = test::recognised(text);
        std::uint32_t last = 0;
        for (const Mention& mention : mentions.mentions) {
            RC_ASSERT(mention.span.begin >= last);
            RC_ASSERT(mention.span.begin < mention.span.end);
            RC_ASSERT(mention.span.end <= text.size());
            RC_ASSERT(mention.entity < mentions.entities.size());
            last = mention.span.end;
        }
    }));
}

TEST_CASE("every parent and ingredient of a mentioned entity is among the entities") {
    const Mentions mentions =
        test::recognised("Dutasteride mesotherapy, oral minoxidil, minoxidil plus finasteride, wet cupping.");
    for (const Entity& entity : mentions.entities) {
        for (const auto* ids : {&entity.parents, &entity.ingredients}) {
            for (const std::string& id : *ids) {
                INFO(entity.id << " leads to " << id);
                CHECK(test::entity(mentions, id) != nullptr);
            }
        }
    }
}

TEST_CASE("what an article mentions does not depend on what was read before it") {
    const auto before = test::mentioned("kratomol capsules and minoxidil");
    test::recognised("Kratomol (KRA) therapy. MIN (minoxidil)");
    CHECK(test::mentioned("kratomol capsules and minoxidil") == before);
}
