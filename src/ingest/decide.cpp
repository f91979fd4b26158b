// Decisions into the log, and what rests on them brought up to date, in one transaction.
#include "evigrade/ingest.hpp"
#include "ingest/decisions.hpp"
#include "ingest/take_out.hpp"
#include "ingest/when.hpp"
#include "ingest/wish.hpp"
#include "ingest/work.hpp"
#include "store/decisions.hpp"

namespace evigrade::ingest {
namespace {

void mark_body(Work& work, const Decision& decision) {
    const auto first = decision.of.find('/');
    const auto last = decision.of.rfind('/');
    if (first == std::string::npos || first == last) return;
    const auto purpose = decision.of.substr(last + 1) == "harm" ? Purpose::harm : Purpose::benefit;
    for (auto& study : work.texts("SELECT study FROM evidence WHERE treatment = ?1 AND condition = ?2 AND purpose = ?3",
                                  decision.of.substr(0, first), decision.of.substr(first + 1, last - first - 1), purpose)) {
        work.new_facts.insert(study);
        work.studies.insert(std::move(study));
    }
}

/// Marks what a decision, made or taken back, may have changed.
void react(Work& work, const Decision& decision) {
    switch (decision.subject) {
        case DecisionSubject::claim:
            if (const auto key = store::find_claim(work.database, decision)) work.claims.insert(*key);
            break;
        case DecisionSubject::study: {
            const auto study = store::find_study(work.database, decision);
            const bool identity = decision.field == "same_as" || decision.field == "different_from";
            if (study) identity ? announce_study(work, *study) : heed_study(work, *study);
            if (identity && !work.texts("SELECT id FROM study WHERE id = ?1", decision.value).empty())
                announce_study(work, decision.value);
            break;
        }
        case DecisionSubject::reference:
        case DecisionSubject::article:
            if (const auto article = store::find_article(work.database, decision)) rematch_article(work, *article);
            break;
        case DecisionSubject::body:
            mark_body(work, decision);
            break;
    }
}

const Decision* entry(const std::vector<Decision>& log, const std::string& id) {
    for (const auto& one : log) {
        if (one.id == id) return &one;
    }
    return nullptr;
}

}  // namespace

std::size_t take_decisions(Work& work, const std::vector<Decision>& entries) {
    std::vector<const Decision*> fresh;
    for (const auto& one : entries) {
        if (store::put_decision(work.database, one)) fresh.push_back(&one);
    }
    if (fresh.empty()) return 0;
    work.decisions.reload();
    const auto log = store::get_decisions(work.database);
    heed_claims(work);
    for (const auto* one : fresh) {
        const Decision* about = one->action == DecisionAction::undo ? entry(log, one->of) : one;
        if (about != nullptr) react(work, *about);
    }
    bring_up_to_date(work);
    return fresh.size();
}

Result<std::vector<Decision>> decide(store::Store& store, const std::vector<Wish>& wishes, const Signature& signature,
                                     const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    store::Transaction transaction(database);
    std::vector<Decision> out;
    for (const auto& wish : wishes) {
        auto decision = decision_of(database, wish, signature);
        if (!decision) return decision.error();
        out.push_back(std::move(decision).value());
    }
    take_decisions(work, out);
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return out;
}

Result<Decision> undo(store::Store& store, const std::string& decision, const Signature& signature,
                      const grade::Policy& policy) {
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    store::Transaction transaction(database);
    auto out = undo_of(database, decision, signature);
    if (!out) return out;
    take_decisions(work, {*out});
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return out;
}

Result<std::size_t> merge_decisions(store::Store& store, const std::vector<Decision>& entries, const grade::Policy& policy) {
    for (const auto& one : entries) {
        if (const auto sense = sensible(one); !sense) return sense.error();
        if (moment(one.at) != one.at || one.by.empty() || one.reason.empty())
            return Error{Failure::unreadable_input, "an entry of the log lacks its time, its name or its reason", one.id,
                         ""};
        if (one.id != store::decision_id(one)) {
            return Error{Failure::unreadable_input, "an entry of the log was changed after it was made", one.id,
                         "its id does not follow from its content; export it again where it was made"};
        }
    }
    auto& database = store.database();
    const catalog::TitleDesigns designs{Data()};
    Work work(database, policy, designs);
    store::Transaction transaction(database);
    const auto added = take_decisions(work, entries);
    if (const auto committed = transaction.commit(); !committed) return committed.error();
    return added;
}

}  // namespace evigrade::ingest
