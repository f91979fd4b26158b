#include "store/studies.hpp"

#include "store/bib.hpp"

namespace evigrade::store {
namespace {

void put_lists(Database& database, const Study& study) {
    for (const auto* table : {"study_design", "study_result", "study_relay", "study_covers"}) {
        database.run("DELETE FROM " + std::string(table) + " WHERE study = ?1", study.id);
    }
    std::int64_t place = 0;
    for (const auto& design : study.designs) {
        database.run("INSERT INTO study_design VALUES (?1, ?2, ?3, ?4, ?5)", study.id, place++, design.design, design.source,
                     design.by);
    }
    place = 0;
    for (const auto& result : study.results) {
        database.run("INSERT INTO study_result VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)", study.id, place++,
                     result.treatment, result.condition, result.direction, result.outcome_kind, result.outcome,
                     result.comparator, result.effect, result.summary);
    }
    place = 0;
    for (const auto& relay : study.relays) {
        database.run("INSERT INTO study_relay VALUES (?1, ?2, ?3, ?4, ?5)", study.id, place++, relay.study, relay.treatment,
                     relay.condition);
    }
    if (!study.covers) return;
    for (const auto& covered : *study.covers) {
        database.run("INSERT OR IGNORE INTO study_covers VALUES (?1, ?2)", study.id, covered);
    }
}

void get_designs(Database& database, Study& study) {
    auto rows = database.query("SELECT design, source, by FROM study_design WHERE study = ?1 ORDER BY place", study.id);
    while (rows.next()) study.designs.push_back({rows.word<Design>(0), rows.word<DesignSource>(1), rows.text(2)});
}

void get_results(Database& database, Study& study) {
    auto rows = database.query(
        "SELECT treatment, condition, direction, outcome_kind, outcome, comparator, effect, summary FROM study_result "
        "WHERE study = ?1 ORDER BY place",
        study.id);
    while (rows.next()) {
        study.results.push_back({rows.text(0), rows.text(1), rows.word<StudyResultDirection>(2), rows.word<OutcomeKind>(3),
                                 rows.maybe_text(4), rows.maybe_text(5), rows.maybe_text(6), rows.text(7)});
    }
    auto relays =
        database.query("SELECT relays, treatment, condition FROM study_relay WHERE study = ?1 ORDER BY place", study.id);
    while (relays.next()) study.relays.push_back({relays.text(0), relays.text(1), relays.text(2)});
}

void get_covers(Database& database, Study& study) {
    study.covers.emplace();
    auto rows = database.query("SELECT covered FROM study_covers WHERE study = ?1 ORDER BY covered", study.id);
    while (rows.next()) study.covers->push_back(rows.text(0));
}

void get_reports(Database& database, Study& study) {
    std::vector<std::int64_t> keys;
    auto rows = database.query("SELECT key FROM bib_item WHERE report_of = ?1 ORDER BY place", study.id);
    while (rows.next()) keys.push_back(rows.integer(0));
    for (const auto key : keys) study.reports.push_back(get_item(database, key));
}

}  // namespace

void put_study(Database& database, const Study& study, StudyOrigin origin) {
    database.run("DELETE FROM study_as_read WHERE study = ?1", study.id);
    write_study(database, study, origin);
}

void write_study(Database& database, const Study& study, StudyOrigin origin) {
    database.run(
        "INSERT INTO study VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (id) DO "
        "UPDATE SET "
        "label = ?2, origin = ?3, participants = ?4, smallest_arm = ?5, allocation = ?6, risk_of_bias = ?7, year = ?8, "
        "state = ?9, state_date = ?10, state_source = ?11, covers_known = ?12, source = ?13, reviews = ?14, feature = ?15",
        study.id, study.label, origin, study.participants, study.smallest_arm, study.allocation, study.risk_of_bias,
        study.year, study.state, study.state_date, study.state_source, study.covers.has_value(), study.source, study.reviews,
        study.feature);
    put_lists(database, study);
}

std::optional<StoredStudy> get_study(Database& database, std::string_view id, WithReports with_reports) {
    StoredStudy out;
    {
        auto rows = database.query(
            "SELECT id, label, origin, participants, smallest_arm, allocation, risk_of_bias, year, state, state_date, "
            "state_source, covers_known, source, reviews, feature FROM study WHERE id = ?1",
            id);
        if (!rows.next()) return std::nullopt;
        Study& study = out.study;
        study.id = rows.text(0);
        study.label = rows.text(1);
        out.origin = rows.word<StudyOrigin>(2);
        study.participants = rows.maybe<std::uint32_t>(3);
        study.smallest_arm = rows.maybe<std::uint32_t>(4);
        study.allocation = rows.word<Allocation>(5);
        study.risk_of_bias = rows.integer(6) != 0;
        study.year = rows.maybe<int>(7);
        study.state = rows.word<EditorialState>(8);
        study.state_date = rows.maybe_text(9);
        study.state_source = rows.maybe_text(10);
        if (rows.integer(11) != 0) get_covers(database, study);
        study.source = rows.text(12);
        if (!rows.is_null(13)) study.reviews = rows.word<Design>(13);
        study.feature = rows.word<DesignFeature>(14);
    }
    get_designs(database, out.study);
    get_results(database, out.study);
    if (with_reports == WithReports::yes) get_reports(database, out.study);
    return out;
}

}  // namespace evigrade::store
