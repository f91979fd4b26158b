// A small world: a catalogue of four studies on mesotherapy, and articles that lead to them.
#pragma once

#include <cstdlib>
#include <filesystem>

#include "evigrade/ingest.hpp"
#include "store/database.hpp"
#include "support/make.hpp"
#include "support/support.hpp"

namespace evigrade::test {

struct Hair {
    Scratch folder;
    Data data;
    grade::Policy policy;

    Hair() : data(write()), policy(data) {
        auto blank = ingest::open(folder / "blank", data);
        REQUIRE(blank.ok());
    }

    /// A folder whose catalogue is the small world's; everything else is what ships with the program.
    std::string write() const {
        write_file(
            folder / "data/catalog/studies.tsv",
            "id\tlabel\ttype\tauthors\tyear\ttitle\tcontainer\tvolume\tpage\tdesign\tdesign_"
            "from\tparticipants\tstate\tsource\n"
            "moftah-2013\tMoftah 2013\tarticle-journal\tMoftah, N.|Ibrahim, M.\t2013\tMesotherapy using "
            "dutasteride-containing "
            "preparation in treatment of female pattern hair loss\tJ Eur Acad Dermatol Venereol\t27\t686-693\t"
            "nonrandomized_trial\tprimary\t126\tclear\tabstract\n"
            "duque-estrada-2009\tDuque-Estrada 2009\tarticle-journal\tDuque-Estrada, B.|Tosti, A.\t2009\tAlopecia secondary "
            "to mesotherapy\tJ Am Acad Dermatol\t61\t707-709\tcase_series\tprimary\t2\tclear\tabstract\n"
            "mysore-2010\tMysore 2010\tarticle-journal\tMysore, V.\t2010\tMesotherapy in management of hairloss - Is it of "
            "any "
            "use?\tInternational Journal of Trichology\t2\t45-46\teditorial\tprimary\t\tclear\tlibrary\n"
            "abdallah-p843\tAbdallah P843\tpaper-conference\tAbdallah, M.\t\tDutasteride mesotherapy in men\t\t\t\t"
            "randomized_trial\tprimary\t28\tunknown\treprint\n");
        write_file(
            folder / "data/catalog/results.tsv",
            "study\ttreatment\tcondition\tdirection\toutcome_kind\tsummary\n"
            "moftah-2013\tdutasteride-mesotherapy\tfemale-pattern-hair-loss\tsupports\tpatient_important\tBetter "
            "photographs.\n"
            "duque-estrada-2009\tmesotherapy\thair-loss\tharm\tpatient_important\tTwo cases.\n"
            "abdallah-p843\tdutasteride-mesotherapy\tmale-pattern-hair-loss\tsupports\tpatient_important\tMore hair.\n");
        write_file(folder / "data/catalog/relays.tsv",
                   "study\trelays\ttreatment\tcondition\tsource\n"
                   "mysore-2010\tduque-estrada-2009\tmesotherapy\thair-loss\tpage\n");
        write_file(folder / "data/catalog/assertions.tsv", "study\tdesign\tby_kind\tby\tsource\n");
        return folder / "data";
    }

    store::Store open(const std::string& name = "hair.db") const {
        if (!std::filesystem::exists(folder / name)) std::filesystem::copy_file(folder / "blank", folder / name);
        auto store = ingest::open(folder / name, data);
        INFO((store ? "" : store.error().what));
        REQUIRE(store.ok());
        return std::move(store).value();
    }
    store::Receipt put(store::Store& store, const Ingested& article) const {
        auto receipt = ingest::put(store, article, policy);
        INFO((receipt ? "" : receipt.error().what));
        REQUIRE(receipt.ok());
        return *receipt;
    }
};

/// How many random cases a law of the whole store is tried on: 60, or what EVIGRADE_STORE_CASES says (nightly: 2,000).
inline std::uint64_t store_cases() {
    const char* wanted = std::getenv("EVIGRADE_STORE_CASES");
    const std::uint64_t cases = wanted == nullptr ? 0 : std::strtoull(wanted, nullptr, 10);
    return cases == 0 ? 60 : cases;
}

inline void add_graph(Make& make) {
    make.entity("dutasteride-mesotherapy", EntityKind::treatment, {"mesotherapy"});
}

/// A page with a reference list: two studies cited outright.
inline Ingested review_page() {
    Make make("review.txt");
    add_graph(make);
    make.reference(2, paper("Duque-Estrada", 2009, "Alopecia Secondary To Mesotherapy",
                            "Journal of the American Academy of Dermatology", "61", "707-709"));
    make.reference(
        6,
        paper("Moftah", 2013,
              "Mesotherapy Using Dutasteride-containing Preparation In Treatment Of Female Pattern Hair loss: Photographic, "
              "Morphometric And Ultrastructural Evaluation",
              "Journal of European Academy of Dermatology and Venereology", "27", "686-693"));
    make.reference(7, paper("Mysore", 2010, "Mesotherapy In Management Of Hair Loss – Is It Of Any Use?",
                            "International Journal of Trichology", "2", "45-45"));
    make.claim("Two cases of hair loss were reported after mesotherapy.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::safety,
               Stance::harm, {make.cite({2}, "(Duque-Estrada et al, 2009)")});
    make.claim("Dutasteride mesotherapy yielded positive results.", {"dutasteride-mesotherapy"}, {"hair-loss"},
               ClaimKind::efficacy, Stance::supports, {make.cite({6}, "Moftah et al (2013)")});
    return make.done();
}

/// A sceptical page that points at Mysore 2010 in prose.
inline Ingested sceptic() {
    Make make("sceptic.txt");
    StudyPointer pointer;
    pointer.year = 2010;
    pointer.container = "International Journal of Trichology";
    const auto mysore = make.point(pointer, "this article, published in 2010 in the International Journal of Trichology");
    make.claim("He describes hair loss in 2 patients after mesotherapy.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::safety,
               Stance::harm, {mysore});
    make.claim("There is zero evidence that mesotherapy restores hair.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy,
               Stance::insufficient)
        .absence = Absence{AbsenceKind::author_found_none, std::nullopt};
    return make.done();
}

/// A clinic's page: sure of itself, nothing cited.
inline Ingested clinic() {
    Make make("clinic.txt");
    auto& claim =
        make.claim("Mesotherapy regrows hair.", {"mesotherapy"}, {"hair-loss"}, ClaimKind::efficacy, Stance::supports);
    claim.strength = Strength::causal;
    claim.appeal = Appeal::phantom;
    return make.done();
}

/// Everything that follows from what was ingested, one line a row, keys left out.
inline std::string derived(store::Store& store) {
    constexpr const char* tables[] = {
        "SELECT id, label, origin FROM study ORDER BY 1",
        "SELECT a.id, r.n, i.study, i.identity FROM bib_item i JOIN reference r ON r.key = i.reference JOIN article a ON "
        "a.key = r.article "
        "ORDER BY 1, 2",
        "SELECT a.id, x.place, s.study, s.identity FROM citation_study s JOIN citation x ON x.key = s.citation JOIN article "
        "a ON a.key = "
        "x.article ORDER BY 1, 2, 3",
        "SELECT study, purpose, treatment, condition, direction, zero, claim_id, via, steps FROM flow ORDER BY 1, 2, 3, 4, "
        "5, 6, 7, 8",
        "SELECT treatment, condition, purpose, study, direction, zero, steps, effect, effect_from FROM evidence ORDER BY 1, "
        "2, 3, 4",
        "SELECT a.id, b.id, x.place FROM retelling r JOIN article a ON a.key = r.article JOIN citation x ON x.key = "
        "r.citation JOIN article b ON b.key = x.article ORDER BY 1, 2, 3",
        "SELECT treatment, condition, purpose, support, oppose, verdict FROM grade ORDER BY 1, 2, 3",
        "SELECT id, support, oppose, units, gap FROM claim ORDER BY 1",
        "SELECT treatment, condition, weakness, fewness, id FROM claim_topic ORDER BY 1, 2, 3, 4, 5",
        "SELECT treatment, condition, articles, claims, cited, phantom, harms, direct, direct_harms FROM tally ORDER BY 1, "
        "2",
        "SELECT id, kind, name, origin FROM entity WHERE origin <> 'lexicon' ORDER BY 1",
        "SELECT entity, ancestor, distance FROM ancestor ORDER BY 1, 2",
        "SELECT a.id, f.origin, f.code, f.message FROM finding f JOIN article a ON a.key = f.article ORDER BY 1, 2, 3, 4"};
    std::string out;
    for (const auto* sql : tables) {
        const int columns = static_cast<int>(std::count(sql, sql + std::string_view(sql).find(" FROM"), ',')) + 1;
        for (auto rows = store.database().query(sql); rows.next();) {
            for (int i = 0; i < columns; ++i) out += rows.text(i) + " | ";
            out += "\n";
        }
    }
    REQUIRE_FALSE(store.database().error());
    return out;
}

}  // namespace evigrade::test
