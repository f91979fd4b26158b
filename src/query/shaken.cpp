// Answers that lost what retracted and doubted studies gave them.
#include "evigrade/query.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {

Result<std::vector<ShakenGrade>> shaken_grades(const store::Store& store) {
    store::Database& database = store.database();
    const store::Snapshot snapshot(database);
    std::vector<ShakenGrade> out;
    auto rows = database.query(
        "SELECT s.id, s.label, s.state, s.state_date, s.state_source, e.treatment, e.condition, e.purpose, g.support, "
        "g.oppose FROM study AS s JOIN evidence AS e ON e.study = s.id AND e.about_treatment = e.treatment "
        "AND e.about_condition = e.condition JOIN grade AS g ON g.treatment = e.treatment AND g.condition = e.condition "
        "AND g.purpose = e.purpose WHERE s.state IN ('retracted', 'concern') ORDER BY s.id, e.treatment, e.condition, "
        "e.purpose");
    while (rows.next()) {
        ShakenGrade grade;
        grade.study = rows.text(0);
        grade.label = rows.text(1);
        grade.state = rows.word<EditorialState>(2);
        grade.state_date = rows.maybe_text(3);
        grade.state_source = rows.maybe_text(4);
        grade.treatment = name_of(database, rows.text(5));
        grade.condition = name_of(database, rows.text(6));
        grade.purpose = rows.word<Purpose>(7);
        grade.support = static_cast<std::uint64_t>(rows.integer(8));
        grade.oppose = static_cast<std::uint64_t>(rows.integer(9));
        out.push_back(std::move(grade));
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
