#include "query/shaken.hpp"

#include <algorithm>

#include "evigrade/query.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"
#include "store/bodies.hpp"

namespace evigrade::query {
namespace {

constexpr const char* columns =
    "SELECT s.id, s.label, s.state, s.state_date, s.state_source, e.treatment, e.condition, e.purpose FROM study AS s "
    "JOIN evidence AS e ON e.study = s.id WHERE s.state IN ('retracted', 'concern') AND e.zero <> 'uncited' ";

ShakenGrade row_of(store::Database& database, const store::Rows& rows) {
    ShakenGrade out;
    out.study = rows.text(0);
    out.label = rows.text(1);
    out.state = rows.word<EditorialState>(2);
    out.state_date = rows.maybe_text(3);
    out.state_source = rows.maybe_text(4);
    out.treatment = name_of(database, rows.text(5));
    out.condition = name_of(database, rows.text(6));
    out.purpose = rows.word<Purpose>(7);
    return out;
}

/// What is left, and what there would be if nothing had become of the study.
void weigh(ShakenGrade& row, const Body& body, const grade::Policy& policy) {
    const Grade now = grade::grade(body, policy);
    const Grade before = grade::grade(grade::with_state(body, row.study, EditorialState::clear), policy);
    row.support = now.support;
    row.oppose = now.oppose;
    row.support_before = before.support;
    row.oppose_before = before.oppose;
}

void weigh(store::Database& database, ShakenGrade& row, const grade::Policy& policy) {
    weigh(row, store::get_body(database, row.treatment.id, row.condition.id, row.purpose, store::Uncited::left_out), policy);
}

}  // namespace

std::vector<ShakenGrade> shaken_by(store::Database& database, const grade::Policy& policy, const std::string& study) {
    std::vector<ShakenGrade> out;
    {
        // What stands above the question that the study is about follows from it, and is not listed.
        auto rows = database.query(std::string(columns) +
                                       "AND s.id = ?1 AND e.about_treatment = e.treatment AND "
                                       "e.about_condition = e.condition",
                                   study);
        while (rows.next()) out.push_back(row_of(database, rows));
    }
    for (auto& row : out) weigh(database, row, policy);
    const auto key = [](const ShakenGrade& row) { return std::tie(row.treatment.id, row.condition.id, row.purpose); };
    std::sort(out.begin(), out.end(), [&](const ShakenGrade& a, const ShakenGrade& b) { return key(a) < key(b); });
    return out;
}

std::vector<ShakenGrade> shaken_in(store::Database& database, const grade::Policy& policy, const BodyOf& of,
                                   const Body& body) {
    std::vector<ShakenGrade> out;
    for (const auto& item : body.items) {
        const bool shaken = item.state == EditorialState::retracted || item.state == EditorialState::concern;
        if (!shaken || item.zero == ZeroReason::uncited) continue;
        auto rows = database.query(std::string(columns) +
                                       "AND s.id = ?1 AND e.treatment = ?2 AND e.condition = ?3 AND "
                                       "e.purpose = CAST(?4 AS TEXT)",
                                   item.study, of.treatment, of.condition, of.purpose);
        if (!rows.next()) continue;
        out.push_back(row_of(database, rows));
        weigh(out.back(), body, policy);
        for (auto& row : shaken_by(database, policy, item.study)) {
            const bool same =
                row.treatment.id == of.treatment && row.condition.id == of.condition && row.purpose == of.purpose;
            if (!same) out.push_back(std::move(row));
        }
    }
    return out;
}

Result<std::vector<ShakenGrade>> shaken_grades(const store::Store& store, const grade::Policy& policy) {
    store::Database& database = store.database();
    const store::Snapshot snapshot(database);
    std::vector<ShakenGrade> out;
    for (const auto& study :
         texts_of(database, "SELECT id FROM study WHERE state IN ('retracted', 'concern') ORDER BY id")) {
        auto rows = shaken_by(database, policy, study);
        std::move(rows.begin(), rows.end(), std::back_inserter(out));
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
