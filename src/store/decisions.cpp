#include "store/decisions.hpp"

#include <array>
#include <map>
#include <set>

#include "evigrade/base/hash.hpp"

namespace evigrade::store {
namespace {

constexpr std::array<std::string_view, 4> lists{"study_design", "study_result", "study_relay", "study_covers"};

std::vector<std::string> columns_of(Database& database, std::string_view table) {
    std::vector<std::string> out;
    for (auto rows = database.query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table); rows.next();)
        out.push_back(rows.text(0));
    return out;
}

std::string joined(const std::vector<std::string>& columns) {
    std::string out;
    for (const auto& column : columns) out += (out.empty() ? "\"" : ", \"") + column + "\"";
    return out;
}

/// "row ->> '$[0]', row ->> '$[1]', …": a kept row as the columns it was made of. Numbers, texts and NULLs keep their type.
std::string unpacked(std::size_t columns) {
    std::string out;
    for (std::size_t i = 0; i < columns; ++i) out += (i == 0 ? "row ->> '$[" : ", row ->> '$[") + std::to_string(i) + "]'";
    return out;
}

}  // namespace

std::string decision_id(const Decision& decision) {
    std::string all;
    const auto add = [&](std::string_view part) { all.append(part).push_back('\0'); };
    add(to_text(decision.action));
    add(to_text(decision.subject));
    for (const auto* part : {&decision.of, &decision.field, &decision.value, &decision.reason, &decision.by, &decision.at})
        add(*part);
    const auto& [text, title, file, key] = decision.anchor;
    for (const auto* part : {&text, &title, &file, &key}) add(*part ? "\1" + **part : "");
    return content_id(all);
}

bool put_decision(Database& database, const Decision& decision) {
    {
        auto known = database.query("SELECT 1 FROM decision WHERE id = ?1", decision.id);
        if (known.next()) return false;
    }
    database.run("INSERT INTO decision VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", decision.id,
                 decision.action, decision.subject, decision.of, decision.field, decision.value, decision.reason,
                 decision.by, decision.at, decision.anchor.text, decision.anchor.title, decision.anchor.file,
                 decision.anchor.key);
    return true;
}

std::vector<Decision> get_decisions(Database& database) {
    std::vector<Decision> out;
    auto rows = database.query(
        "SELECT id, action, subject, of, field, value, reason, by, at, anchor_text, anchor_title, anchor_file, anchor_key "
        "FROM decision "
        "ORDER BY at, id");
    while (rows.next()) {
        out.push_back({rows.text(0),
                       rows.word<DecisionAction>(1),
                       rows.word<DecisionSubject>(2),
                       rows.text(3),
                       rows.text(4),
                       rows.text(5),
                       rows.text(6),
                       rows.text(7),
                       rows.text(8),
                       {rows.maybe_text(9), rows.maybe_text(10), rows.maybe_text(11), rows.maybe_text(12)}});
    }
    return out;
}

std::string point_of(const Decision& decision) {
    const auto point = [&](std::string_view field, std::string_view other) {
        return std::string(to_text(decision.subject)) + " " + decision.of + " " + std::string(field) + " " +
               std::string(other);
    };
    if (decision.field == "same_as" || decision.field == "different_from") return point("identity", decision.value);
    if (decision.field == "not_study") return point("not_study", decision.value);
    return point(decision.field, "");
}

std::vector<DecisionStanding> standings(const std::vector<Decision>& log) {
    std::set<std::string_view> undone;
    for (const auto& entry : log) {
        if (entry.action == DecisionAction::undo) undone.insert(entry.of);
    }
    std::map<std::string, std::size_t> last;
    std::vector<DecisionStanding> out(log.size(), DecisionStanding::overruled);
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (log[i].action == DecisionAction::undo) {
            out[i] = DecisionStanding::undo;
        } else if (undone.contains(log[i].id)) {
            out[i] = DecisionStanding::undone;
        } else {
            last[point_of(log[i])] = i;
        }
    }
    for (const auto& [point, i] : last) out[i] = DecisionStanding::in_force;
    return out;
}

bool has_kept_study(Database& database, std::string_view study) {
    return database.query("SELECT 1 FROM study_as_read WHERE study = ?1 LIMIT 1", study).next();
}

void keep_study(Database& database, std::string_view study) {
    if (has_kept_study(database, study)) return;
    // Names of tables and columns are the schema's own.
    database.run("INSERT INTO study_as_read SELECT id, 'study', 0, json_array(" + joined(columns_of(database, "study")) +
                     ") FROM study WHERE id = ?1",
                 study);
    for (const auto table : lists) {
        const std::string name(table);
        database.run("INSERT INTO study_as_read SELECT study, '" + name + "', row_number() OVER (), json_array(" +
                         joined(columns_of(database, table)) + ") FROM " + name + " WHERE study = ?1",
                     study);
    }
}

void restore_study(Database& database, std::string_view study) {
    if (!has_kept_study(database, study)) return;
    const auto own = columns_of(database, "study");
    database.run("UPDATE study SET (" + joined(own) + ") = (SELECT " + unpacked(own.size()) +
                     " FROM study_as_read WHERE study = ?1 AND part = 'study') WHERE id = ?1",
                 study);
    for (const auto table : lists) {
        const std::string name(table);
        database.run("DELETE FROM " + name + " WHERE study = ?1", study);
        database.run("INSERT INTO " + name + " SELECT " + unpacked(columns_of(database, table).size()) +
                         " FROM study_as_read WHERE study = ?1 AND part = '" + name + "' ORDER BY place",
                     study);
    }
    database.run("DELETE FROM study_as_read WHERE study = ?1", study);
}

std::optional<std::int64_t> find_claim(Database& database, const Decision& decision) {
    {
        auto rows = database.query("SELECT key FROM claim WHERE id = ?1", decision.of);
        if (rows.next()) return rows.integer(0);
    }
    if (!decision.anchor.text) return std::nullopt;
    auto rows = database.query(
        "SELECT c.key FROM article AS a JOIN claim AS c ON c.article = a.key WHERE (a.file = ?1 OR a.title = ?2) AND "
        "c.text = ?3 ORDER BY a.id, c.place LIMIT 1",
        decision.anchor.file, decision.anchor.title, decision.anchor.text);
    if (rows.next()) return rows.integer(0);
    return std::nullopt;
}

std::optional<std::int64_t> find_article(Database& database, const Decision& decision) {
    const auto id = decision.of.substr(0, decision.of.find('#'));
    auto rows =
        database.query("SELECT key FROM article WHERE id = ?1 OR file = ?2 OR title = ?3 ORDER BY id = ?1 DESC, id LIMIT 1",
                       id, decision.anchor.file, decision.anchor.title);
    if (rows.next()) return rows.integer(0);
    return std::nullopt;
}

std::optional<std::string> find_study(Database& database, const Decision& decision) {
    {
        auto rows = database.query("SELECT id FROM study WHERE id = ?1", decision.of);
        if (rows.next()) return rows.text(0);
    }
    if (!decision.anchor.key) return std::nullopt;
    auto rows = database.query(
        "SELECT coalesce(report_of, study) AS owner FROM bib_item WHERE fingerprint = ?1 AND owner IS NOT NULL "
        "ORDER BY owner LIMIT 1",
        decision.anchor.key);
    if (rows.next()) return rows.text(0);
    return std::nullopt;
}

}  // namespace evigrade::store
