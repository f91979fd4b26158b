// The ledger names the people who changed something in it.
#include "evigrade/base/text.hpp"
#include "ingest/decisions.hpp"
#include "ingest/work.hpp"
#include "store/bodies.hpp"

namespace evigrade::ingest {
namespace {

int amount_of(const Decision& decision) {
    return decision.value == "2" ? 2 : decision.value == "1" ? 1 : 0;
}

/// Decisions on the sentences that lead the study to this body.
void add_claims(Work& work, const std::string& study, const BodyKey& body, std::vector<std::string>& notes) {
    for (const auto& [claim, decisions] : work.decisions.on_claims()) {
        auto rows = work.database.query(
            "SELECT f.treatment, f.condition, c.id FROM flow AS f JOIN claim AS c ON c.key = f.claim "
            "WHERE f.claim = ?1 AND f.study = ?2 AND f.purpose = ?3",
            claim, study, body.purpose);
        bool leads = false;
        std::string id;
        while (rows.next()) {
            leads = leads || (work.is_below(rows.text(0), body.treatment) && work.is_below(rows.text(1), body.condition));
            id = rows.text(2);
        }
        if (!leads) continue;
        for (const auto* decision : decisions) {
            if (decision->field != "not_study") notes.push_back("claim " + id + ": " + in_words(*decision));
        }
    }
}

}  // namespace

std::optional<std::string> decided_on(Work& work, const std::string& study, const BodyKey& body) {
    if (!work.decisions.any()) return std::nullopt;
    store::DecidedCell cell;
    for (const auto* decision : work.decisions.on_study(study)) {
        if (decision->field != "different_from" && decision->field != "same_as") cell.notes.push_back(in_words(*decision));
    }
    for (const auto& gone : work.decisions.merged_into(study)) {
        for (const auto* decision : work.decisions.on_study(gone)) cell.notes.push_back(gone + ": " + in_words(*decision));
    }
    add_claims(work, study, body, cell.notes);
    const std::string of =
        body.treatment + "/" + body.condition + "/" + (body.purpose == Purpose::harm ? "harm" : "benefit");
    for (const auto* decision : work.decisions.on_body(of)) {
        cell.judgements.push_back({decision->field, amount_of(*decision), decision->by, decision->reason});
    }
    return store::text_of(cell);
}

}  // namespace evigrade::ingest
