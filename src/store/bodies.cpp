#include "store/bodies.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::store {
namespace {

std::vector<std::string> covers_of(Database& database, const std::string& study) {
    std::vector<std::string> out;
    auto rows = database.query("SELECT covered FROM study_covers WHERE study = ?1 ORDER BY covered", study);
    while (rows.next()) out.push_back(rows.text(0));
    return out;
}

EvidenceItem item_of(Database& database, const Rows& rows) {
    EvidenceItem item;
    item.study = rows.text(0);
    item.label = rows.text(1);
    item.design = rows.is_null(2) ? Design::unknown : rows.word<Design>(2);
    item.design_from = rows.is_null(3) ? DesignSource::unknown : rows.word<DesignSource>(3);
    item.direction = rows.word<Direction>(4);
    item.year = rows.maybe<int>(5);
    item.participants = rows.maybe<std::uint32_t>(6);
    item.smallest_arm = rows.maybe<std::uint32_t>(7);
    item.allocation = rows.word<Allocation>(8);
    item.outcome_kind = rows.word<OutcomeKind>(9);
    item.risk_of_bias = rows.integer(10) != 0;
    item.state = rows.word<EditorialState>(11);
    if (rows.integer(12) != 0) item.covers = covers_of(database, item.study);
    item.steps = steps_of(rows.view(13));
    item.zero = rows.word<ZeroReason>(14);
    if (!rows.is_null(15)) item.reviews = rows.word<Design>(15);
    item.feature = rows.word<DesignFeature>(16);
    return item;
}

}  // namespace

std::string text_of(const std::vector<LedgerStep>& steps) {
    std::string out;
    for (const auto& step : steps) out += std::string(to_text(step.code)) + "\t" + squeeze(step.why) + "\n";
    return out;
}

std::vector<LedgerStep> steps_of(std::string_view text) {
    std::vector<LedgerStep> out;
    for (const auto line : split(text, '\n')) {
        const std::size_t tab = line.find('\t');
        const auto code = from_text<StepCode>(line.substr(0, tab));
        if (code) out.push_back({*code, tab == std::string_view::npos ? "" : std::string(line.substr(tab + 1))});
    }
    return out;
}

std::optional<std::string> text_of(const DecidedCell& cell) {
    if (cell.notes.empty() && cell.judgements.empty()) return std::nullopt;
    std::string out;
    for (const auto& note : cell.notes) out += "note\t" + squeeze(note) + "\n";
    for (const auto& one : cell.judgements) {
        out += "judged\t" + one.reason + "\t" + std::to_string(one.amount) + "\t" + squeeze(one.by) + "\t" +
               squeeze(one.why) + "\n";
    }
    return out;
}

DecidedCell decided_of(std::string_view text) {
    DecidedCell out;
    for (const auto line : split(text, '\n')) {
        const auto cells = split(line, '\t');
        if (cells.size() == 2 && cells[0] == "note") out.notes.emplace_back(cells[1]);
        if (cells.size() != 5 || cells[0] != "judged") continue;
        const int amount = cells[2] == "2" ? 2 : cells[2] == "1" ? 1 : 0;
        out.judgements.push_back({std::string(cells[1]), amount, std::string(cells[3]), std::string(cells[4])});
    }
    return out;
}

Body get_body(Database& database, std::string_view treatment, std::string_view condition, Purpose purpose, Uncited uncited) {
    Body body;
    body.purpose = purpose;
    // A bound purpose compared as it is with the partial index of harms would have the statement compiled anew at every use.
    auto rows = database.query(
        "SELECT s.id, s.label, d.design, d.source, e.direction, s.year, s.participants, s.smallest_arm, s.allocation, "
        "e.outcome_kind, s.risk_of_bias, s.state, s.covers_known, e.steps, e.zero, s.reviews, s.feature, "
        "e.decided, e.effect, e.effect_from FROM evidence AS e JOIN study AS s ON s.id = e.study LEFT JOIN study_design AS "
        "d ON d.study = s.id AND d.place = 0 "
        "WHERE e.treatment = ?1 AND e.condition = ?2 AND e.purpose = CAST(?3 AS TEXT) ORDER BY e.study",
        treatment, condition, purpose);
    while (rows.next()) {
        EvidenceItem item = item_of(database, rows);
        if (uncited == Uncited::left_out && item.zero == ZeroReason::uncited) continue;
        item.effect = rows.maybe_text(18);
        item.effect_from = rows.word<DesignSource>(19);
        if (!rows.is_null(17)) {
            auto decided = decided_of(rows.view(17));
            item.decided = std::move(decided.notes);
            body.judgements = std::move(decided.judgements);
        }
        body.items.push_back(std::move(item));
    }
    return body;
}

Body get_claim_body(Database& database, std::int64_t claim, Purpose purpose) {
    Body body;
    body.purpose = purpose;
    auto rows = database.query(
        "SELECT s.id, s.label, d.design, d.source, e.direction, s.year, s.participants, s.smallest_arm, s.allocation, "
        "e.outcome_kind, s.risk_of_bias, s.state, s.covers_known, e.steps, e.zero, s.reviews, s.feature "
        "FROM claim_evidence AS e JOIN study AS s ON s.id = e.study LEFT JOIN study_design AS d ON d.study = s.id AND "
        "d.place = 0 "
        "WHERE e.claim = ?1 ORDER BY e.study",
        claim);
    while (rows.next()) body.items.push_back(item_of(database, rows));
    return body;
}

void put_claim_body(Database& database, std::int64_t claim, const Body& body) {
    database.run("DELETE FROM claim_evidence WHERE claim = ?1", claim);
    for (const auto& item : body.items) {
        database.run("INSERT INTO claim_evidence VALUES (?1, ?2, ?3, ?4, ?5, ?6)", claim, item.study, item.direction,
                     item.zero, item.outcome_kind, text_of(item.steps));
    }
}

}  // namespace evigrade::store
