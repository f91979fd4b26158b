// Decisions brought to bear on rows. What the program itself read is kept beside, and put back where nothing stands any
// more.
#include <algorithm>
#include <array>
#include <set>

#include "ingest/decisions.hpp"
#include "ingest/work.hpp"
#include "store/decisions.hpp"

namespace evigrade::ingest {
namespace {

/// How badly an editorial state speaks of a study: of two reports of one study the worst stands.
int gravity(EditorialState state) {
    constexpr std::array order{EditorialState::unknown,    EditorialState::clear,   EditorialState::corrected,
                               EditorialState::reinstated, EditorialState::concern, EditorialState::retracted};
    return static_cast<int>(std::find(order.begin(), order.end(), state) - order.begin());
}

bool is_review(const Study& study) {
    return study.design() == Design::systematic_review || study.design() == Design::meta_analysis;
}

bool same_result(const StudyResult& a, const StudyResult& b) {
    return a.treatment == b.treatment && a.condition == b.condition && a.direction == b.direction && a.outcome == b.outcome;
}

/// Two records are one study: coverage is the union, the year the earliest (of a review the latest), the worst state
/// stands, and what one record leaves open the other may say.
void merge(Study& study, const Study& other) {
    if (study.year && other.year)
        study.year = is_review(study) ? std::max(*study.year, *other.year) : std::min(*study.year, *other.year);
    else
        study.year.reset();  // it stays covered, as it was with the year unknown
    if (gravity(other.state) > gravity(study.state)) {
        study.state = other.state;
        study.state_date = other.state_date;
        study.state_source = other.state_source;
    }
    if (other.covers) {
        if (!study.covers) study.covers.emplace();
        study.covers->insert(study.covers->end(), other.covers->begin(), other.covers->end());
    }
    if (!study.participants) study.participants = other.participants;
    if (!study.smallest_arm) study.smallest_arm = other.smallest_arm;
    if (study.allocation == Allocation::unknown) study.allocation = other.allocation;
    study.risk_of_bias = study.risk_of_bias || other.risk_of_bias;
    if (!study.reviews) study.reviews = other.reviews;
    if (study.feature == DesignFeature::none) study.feature = other.feature;
    study.designs.insert(study.designs.end(), other.designs.begin(), other.designs.end());
    std::stable_sort(study.designs.begin(), study.designs.end(),
                     [](const DesignAssertion& a, const DesignAssertion& b) { return a.source < b.source; });
    for (const auto& result : other.results) {
        const bool known = std::any_of(study.results.begin(), study.results.end(),
                                       [&](const StudyResult& own) { return same_result(own, result); });
        if (!known) study.results.push_back(result);
    }
    study.relays.insert(study.relays.end(), other.relays.begin(), other.relays.end());
}

/// Names in what a review covers, as the studies count now.
bool rename_covered(Work& work, Study& study) {
    if (!study.covers) return false;
    bool any = false;
    for (auto& covered : *study.covers) {
        auto now = work.decisions.same(covered);
        any = any || now != covered;
        covered = std::move(now);
    }
    return any;
}

void apply(const Decision& decision, Study& study) {
    const std::string words = in_words(decision);
    if (decision.field == "design") {
        const auto design = from_text<Design>(decision.value).value_or(Design::unknown);
        study.designs.insert(study.designs.begin(), {design, DesignSource::person, words});
    }
    if (decision.field == "state") {
        study.state = from_text<EditorialState>(decision.value).value_or(EditorialState::unknown);
        study.state_date = decision.at.substr(0, 10);
        study.state_source = words;
    }
    if (decision.field == "reviews") study.reviews = from_text<Design>(decision.value);
    if (decision.field == "feature") study.feature = from_text<DesignFeature>(decision.value).value_or(DesignFeature::none);
    if (decision.field == "risk_of_bias") study.risk_of_bias = decision.value == "high";
}

/// The study as people have it; answers whether that is any different from what the record says.
bool decide(Work& work, Study& study) {
    bool any = false;
    for (const auto& gone : work.decisions.merged_into(study.id)) {
        if (const auto other = store::get_study(work.database, gone, store::WithReports::no)) {
            merge(study, other->study);
            any = true;
        }
    }
    any = rename_covered(work, study) || any;
    for (const auto* decision : work.decisions.on_study(study.id)) {
        if (decision->field == "same_as" || decision->field == "different_from") continue;
        apply(*decision, study);
        any = true;
    }
    return any;
}

void rebuild(Work& work, const std::string& id) {
    store::restore_study(work.database, id);
    auto stored = store::get_study(work.database, id, store::WithReports::no);
    if (!stored || !decide(work, stored->study)) return;
    store::keep_study(work.database, id);
    store::write_study(work.database, stored->study, stored->origin);
}

struct Reading {
    std::string kind, stance;
    friend bool operator==(const Reading&, const Reading&) = default;
};

std::optional<Reading> reading_of(Work& work, std::int64_t claim, const char* sql) {
    auto rows = work.database.query(sql, claim);
    if (!rows.next()) return std::nullopt;
    return Reading{rows.text(0), rows.text(1)};
}

/// Puts one claim's reading in force: its own where nothing is decided.
void settle(Work& work, std::int64_t key, const std::vector<const Decision*>& decisions) {
    const auto now = reading_of(work, key, "SELECT kind, stance FROM claim WHERE key = ?1");
    if (!now) return;
    const auto kept = reading_of(work, key, "SELECT kind, stance FROM claim_as_read WHERE claim = ?1");
    const Reading read = kept.value_or(*now);
    Reading wanted = read;
    bool decided = false;
    for (const auto* decision : decisions) {
        if (decision->field == "kind") wanted.kind = decision->value;
        if (decision->field == "stance") wanted.stance = decision->value;
        decided = decided || decision->field != "not_study";
    }
    if (decided && !kept) work.database.run("INSERT INTO claim_as_read VALUES (?1, ?2, ?3)", key, read.kind, read.stance);
    if (!decided && kept) work.database.run("DELETE FROM claim_as_read WHERE claim = ?1", key);
    if (wanted != *now) {
        work.database.run("UPDATE claim SET kind = ?2, stance = ?3 WHERE key = ?1", key, wanted.kind, wanted.stance);
    }
    if (wanted != *now || decided != kept.has_value()) work.claims.insert(key);
}

}  // namespace

void touch_study(Work& work, const std::string& id) {
    work.forget();
    work.studies.insert(id);
    work.new_facts.insert(id);
    for (const auto key : work.keys("SELECT citation FROM citation_study WHERE study = ?1", id)) work.citations.insert(key);
    for (const auto key : work.keys("SELECT claim FROM claim_evidence WHERE study = ?1", id)) work.claims.insert(key);
}

void heed_study(Work& work, const std::string& id) {
    if (!work.decisions.any()) return;
    work.decisions.forget();
    std::set<std::string> touched{id};
    for (const auto& decision : work.decisions.all()) {
        if (decision.field != "same_as" || (decision.of != id && decision.value != id)) continue;
        touched.insert(decision.of);
        touched.insert(decision.value);
    }
    const std::string keep = work.decisions.same(id);
    touched.insert(keep);
    for (auto& gone : work.decisions.merged_into(keep)) touched.insert(std::move(gone));
    std::set<std::string> covering;
    for (const auto& one : touched) {
        for (auto& review : work.texts("SELECT study FROM study_covers WHERE covered = ?1", one))
            covering.insert(std::move(review));
        for (auto& review :
             work.texts("SELECT study FROM study_as_read WHERE part = 'study_covers' AND row ->> '$[1]' = ?1", one))
            covering.insert(std::move(review));
    }
    // A study's own facts first: those of the one that it counts as take them in.
    for (const auto& one : touched) {
        if (one != keep) rebuild(work, one);
    }
    rebuild(work, keep);
    for (const auto& one : covering) {
        if (!touched.contains(one)) rebuild(work, one);
    }
    touched.merge(covering);
    for (const auto& one : touched) {
        if (!work.texts("SELECT id FROM study WHERE id = ?1", one).empty()) touch_study(work, one);
    }
}

void heed_claims(Work& work) {
    const auto kept = work.keys("SELECT claim FROM claim_as_read");
    if (kept.empty() && !work.decisions.any()) return;
    work.decisions.forget();
    const auto& decided = work.decisions.on_claims();
    for (const auto key : kept) {
        if (!decided.contains(key)) settle(work, key, {});
    }
    for (const auto& [key, decisions] : decided) {
        settle(work, key, decisions);
        work.claims.insert(key);
    }
}

void rematch_article(Work& work, std::int64_t article) {
    constexpr std::string_view items =
        "SELECT i.key FROM bib_item AS i JOIN reference AS r ON r.key = i.reference WHERE r.article = ?1 "
        "UNION SELECT i.key FROM bib_item AS i JOIN citation AS x ON x.key = i.citation WHERE x.article = ?1";
    for (const auto key : work.keys(items, article)) release_item(work, key);
    for (const auto key : work.keys("SELECT key FROM citation WHERE article = ?1", article)) work.citations.insert(key);
}

void heed_links(Work& work, std::int64_t article) {
    constexpr std::string_view alike =
        "SELECT a.key FROM article AS a WHERE (a.id = ?1 OR a.file = ?2 OR a.title = ?3) AND EXISTS (SELECT 1 FROM article "
        "AS b WHERE b.key = ?4 AND (b.id = ?1 OR b.file = ?2 OR b.title = ?3))";
    for (const auto& decision : work.decisions.all()) {
        if (decision.subject != DecisionSubject::reference && decision.subject != DecisionSubject::article) continue;
        work.decisions.forget();
        const auto id = decision.of.substr(0, decision.of.find('#'));
        for (const auto one : work.keys(alike, id, decision.anchor.file, decision.anchor.title, article))
            rematch_article(work, one);
    }
}

}  // namespace evigrade::ingest
