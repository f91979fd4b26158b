// Two stores against each other: which grades differ, and what made them differ.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "evigrade/query.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"
#include "store/bodies.hpp"
#include "store/changes.hpp"
#include "store/studies.hpp"

namespace evigrade::query {
namespace {

using store::BodyName;
using store::Database;

std::map<BodyName, GradeState> grades(Database& database) {
    std::map<BodyName, GradeState> out;
    auto rows =
        database.query("SELECT treatment, purpose, condition, support, oppose, verdict FROM grade WHERE verdict <> 'none'");
    while (rows.next()) {
        out[{rows.text(0), rows.word<Purpose>(1), rows.text(2)}] = {
            static_cast<std::uint64_t>(rows.integer(3)), static_cast<std::uint64_t>(rows.integer(4)), rows.word<Verdict>(5)};
    }
    return out;
}

/// One store, as a side of the comparison.
struct Compared {
    Database& database;
    std::string_view name;
};

/// Looks for what makes one body differ.
class Search {
public:
    Search(Compared before, Compared after, GradeChange& change, BodyName body)
        : before_(before), after_(after), change_(change), body_(std::move(body)) {}

    void run() {
        const auto here = items(before_.database);
        const auto there = items(after_.database);
        for (const auto& [study, item] : here) {
            const auto other = there.find(study);
            if (other == there.end()) {
                one_sided(study, item, before_, after_);
            } else {
                both(item, other->second);
            }
        }
        for (const auto& [study, item] : there) {
            if (!here.contains(study)) one_sided(study, item, after_, before_);
        }
        rules();
    }

private:
    using Items = std::map<std::string, EvidenceItem>;

    Items items(Database& database) const {
        Items out;
        const auto& [treatment, purpose, condition] = body_;
        for (auto& item : store::get_body(database, treatment, condition, purpose, store::Uncited::left_out).items)
            out.emplace(item.study, std::move(item));
        return out;
    }

    void add(CauseKind kind, std::string id, std::string says) {
        const bool known = std::any_of(change_.causes.begin(), change_.causes.end(),
                                       [&](const Cause& cause) { return cause.kind == kind && cause.says == says; });
        if (!known) change_.causes.push_back({kind, std::move(id), std::move(says)});
    }

    /// The sentences that lead to a study, with their articles: id, title, article id.
    std::vector<std::tuple<std::string, std::string, std::string>> leads(Database& database,
                                                                         const std::string& study) const {
        std::vector<std::tuple<std::string, std::string, std::string>> out;
        auto rows = database.query(
            "SELECT DISTINCT f.claim_id, coalesce(a.title, a.file), a.id FROM flow AS f JOIN claim AS c ON c.key = f.claim "
            "JOIN article AS a ON a.key = c.article WHERE f.study = ?1 AND f.purpose = ?2 AND EXISTS (SELECT 1 FROM "
            "ancestor "
            "WHERE entity = f.treatment AND ancestor = ?3) AND EXISTS (SELECT 1 FROM ancestor WHERE entity = f.condition "
            "AND "
            "ancestor = ?4) ORDER BY 1",
            study, std::get<1>(body_), std::get<0>(body_), std::get<2>(body_));
        while (rows.next()) out.emplace_back(rows.text(0), rows.text(1), rows.text(2));
        return out;
    }

    /// Sentences that lead to a study on one side alone; answers whether there were any.
    bool sentences(const std::string& study, const std::string& label, Compared has, Compared lacks) {
        bool any = false;
        const auto others = leads(lacks.database, study);
        for (const auto& [claim, title, article] : leads(has.database, study)) {
            const bool shared = std::any_of(others.begin(), others.end(),
                                            [&, id = claim](const auto& lead) { return std::get<0>(lead) == id; });
            if (shared) continue;
            any = true;
            if (number_of(lacks.database, "SELECT count(*) FROM article WHERE id = ?1", article) == 0) {
                add(CauseKind::article, article,
                    "“" + title + "”, which cites " + label + ", is only in " + std::string(has.name));
            } else {
                add(CauseKind::claim, claim,
                    "a sentence of “" + title + "” leads to " + label + " only in " + std::string(has.name));
            }
        }
        return any;
    }

    void one_sided(const std::string& study, const EvidenceItem& item, Compared has, Compared lacks) {
        decided(item, has);
        if (sentences(study, item.label, has, lacks)) return;
        const bool known = number_of(lacks.database, "SELECT count(*) FROM study WHERE id = ?1", study) > 0;
        add(CauseKind::study, study,
            item.label + (known ? " counts for this question only in " : " is known only in ") + std::string(has.name));
    }

    void decided(const EvidenceItem& item, Compared side) {
        for (const auto& note : item.decided)
            add(CauseKind::decision, item.study, item.label + ", " + note + " (in " + std::string(side.name) + ")");
    }

    template <class Value>
    void fact(const EvidenceItem& item, std::string_view what, const Value& here, const Value& there,
              const std::function<std::string(const Value&)>& words) {
        if (here == there) return;
        add(CauseKind::study, item.study,
            item.label + ": " + std::string(what) + " " + words(here) + " in " + std::string(before_.name) + ", " +
                words(there) + " in " + std::string(after_.name));
    }

    void both(const EvidenceItem& here, const EvidenceItem& there) {
        if (here.decided != there.decided) {
            for (const auto& [item, side, other] : {std::tuple(&here, before_, &there), std::tuple(&there, after_, &here)}) {
                EvidenceItem own = *item;
                std::erase_if(own.decided, [&, o = other](const auto& note) {
                    return std::find(o->decided.begin(), o->decided.end(), note) != o->decided.end();
                });
                decided(own, side);
            }
        }
        const auto word = [](const auto& value) { return std::string(to_text(value)); };
        fact<Design>(here, "design", here.design, there.design, word);
        fact<EditorialState>(here, "editorial state", here.state, there.state, word);
        fact<Direction>(here, "direction", here.direction, there.direction, word);
        fact<ZeroReason>(here, "counts nothing because", here.zero, there.zero, word);
        fact<OutcomeKind>(here, "outcome", here.outcome_kind, there.outcome_kind, word);
        fact<Allocation>(here, "allocation", here.allocation, there.allocation, word);
        fact<bool>(here, "risk of bias", here.risk_of_bias, there.risk_of_bias,
                   [](bool high) { return high ? "high" : "not high"; });
        const std::function<std::string(const std::optional<std::uint32_t>&)> number = [](const auto& n) {
            return n ? std::to_string(*n) : "unknown";
        };
        fact<std::optional<std::uint32_t>>(here, "people", here.participants, there.participants, number);
        fact<std::optional<std::uint32_t>>(here, "smallest group", here.smallest_arm, there.smallest_arm, number);
        fact<std::optional<int>>(here, "year", here.year, there.year,
                                 [](const auto& n) { return n ? std::to_string(*n) : "unknown"; });
        if (here.covers != there.covers) add(CauseKind::study, here.study, here.label + ": what it covers differs");
        if (store::text_of(here.steps) != store::text_of(there.steps)) {
            const bool more = sentences(here.study, here.label, before_, after_);
            if (!sentences(here.study, here.label, after_, before_) && !more)
                add(CauseKind::claim, here.study, "the way to " + here.label + " carries other steps");
        }
    }

    void rules() {
        const auto policy = [](Database& database) {
            const auto found = texts_of(database, "SELECT value FROM meta WHERE name = 'policy'");
            return found.empty() ? std::string() : found.front();
        };
        const auto here = policy(before_.database);
        const auto there = policy(after_.database);
        if (here != there)
            add(CauseKind::rule, here + " " + there,
                "the rules differ: " + here + " in " + std::string(before_.name) + ", " + there + " in " +
                    std::string(after_.name));
    }

    Compared before_;
    Compared after_;
    GradeChange& change_;
    BodyName body_;
};

}  // namespace

Result<std::vector<GradeChange>> diff(const store::Store& before, const store::Store& after) {
    const Compared here{before.database(), "the first"};
    const Compared there{after.database(), "the second"};
    const store::Snapshot first(here.database);
    const store::Snapshot second(there.database);
    const auto old_grades = grades(here.database);
    const auto new_grades = grades(there.database);
    std::set<BodyName> names;
    for (const auto& [name, grade] : old_grades) names.insert(name);
    for (const auto& [name, grade] : new_grades) names.insert(name);
    std::vector<GradeChange> out;
    for (const auto& name : names) {
        const auto old_one = old_grades.find(name);
        const auto new_one = new_grades.find(name);
        GradeChange change;
        if (old_one != old_grades.end()) change.before = old_one->second;
        if (new_one != new_grades.end()) change.after = new_one->second;
        if (change.before == change.after) continue;
        const auto& [treatment, purpose, condition] = name;
        Database& known = change.after ? there.database : here.database;
        change.treatment = name_of(known, treatment);
        change.condition = name_of(known, condition);
        change.purpose = purpose;
        Search(here, there, change, name).run();
        out.push_back(std::move(change));
    }
    out = store::grouped(there.database, std::move(out), store::own_evidence(here.database),
                         store::own_evidence(there.database));
    for (auto* database : {&here.database, &there.database}) {
        if (database->error()) return *database->error();
    }
    return out;
}

}  // namespace evigrade::query
