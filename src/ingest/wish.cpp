#include "ingest/wish.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"
#include "ingest/when.hpp"
#include "store/bib.hpp"
#include "store/decisions.hpp"

namespace evigrade::ingest {
namespace {

using store::Database;

/// The fields that people decide, whose they are, and the words that may stand there.
struct Field {
    std::string_view name;
    DecisionSubject subject;
    bool (*allows)(std::string_view value);
    std::string_view words;  ///< for the hint
};

template <class E>
bool is_word(std::string_view value) {
    return from_text<E>(value).has_value();
}
bool is_amount(std::string_view value) {
    return value == "0" || value == "1" || value == "2";
}
bool is_risk(std::string_view value) {
    return value == "high" || value == "low";
}
bool is_id(std::string_view value) {
    return !value.empty();
}

constexpr std::string_view amounts = "0, 1 or 2: steps down (of large_effect, dose_response, confounding: up)";
constexpr std::array<Field, 20> fields{{
    {"stance", DecisionSubject::claim, is_word<Stance>, "supports, refutes, mixed, insufficient, harm, neutral"},
    {"kind", DecisionSubject::claim, is_word<ClaimKind>,
     "regulatory, cost, dosage, safety, comparison, efficacy, mechanism, composition"},
    {"not_study", DecisionSubject::claim, is_id, "a study"},
    {"not_study", DecisionSubject::reference, is_id, "a study"},
    {"not_study", DecisionSubject::article, is_id, "a study"},
    {"design", DecisionSubject::study, is_word<Design>, "a design: randomized_trial, cohort, case_series, …"},
    {"state", DecisionSubject::study, is_word<EditorialState>, "clear, corrected, concern, retracted, reinstated, unknown"},
    {"risk_of_bias", DecisionSubject::study, is_risk, "high or low"},
    {"reviews", DecisionSubject::study, is_word<Design>,
     "the best design that the review includes: randomized_trial, cohort, …"},
    {"feature", DecisionSubject::study, is_word<DesignFeature>, "none, dramatic_effect or nested"},
    {"same_as", DecisionSubject::study, is_id, "a study"},
    {"different_from", DecisionSubject::study, is_id, "a study"},
    {"risk_of_bias", DecisionSubject::body, is_amount, amounts},
    {"inconsistency", DecisionSubject::body, is_amount, amounts},
    {"indirectness", DecisionSubject::body, is_amount, amounts},
    {"imprecision", DecisionSubject::body, is_amount, amounts},
    {"publication_bias", DecisionSubject::body, is_amount, amounts},
    {"large_effect", DecisionSubject::body, is_amount, amounts},
    {"dose_response", DecisionSubject::body, is_amount, amounts},
    {"confounding", DecisionSubject::body, is_amount, amounts},
}};

Error not_understood(const std::string& what, const std::string& in, const std::string& hint) {
    return {Failure::usage, what, in, hint};
}

bool takes_study(const Decision& decision) {
    return decision.field == "not_study" || decision.field == "same_as" || decision.field == "different_from";
}

/// The one row of a table that an id or the beginning of one means.
std::optional<std::string> one_id(Database& database, std::string_view table, const std::string& asked) {
    const std::string from = "SELECT id FROM " + std::string(table);
    {
        auto rows = database.query(from + " WHERE id = ?1", asked);
        if (rows.next()) return rows.text(0);
    }
    if (asked.size() < 4) return std::nullopt;
    auto rows = database.query(from + " WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 2", asked);
    if (!rows.next()) return std::nullopt;
    auto found = rows.text(0);
    if (rows.next()) return std::nullopt;
    return found;
}

std::optional<std::string> one_study(Database& database, const std::string& asked) {
    if (auto id = one_id(database, "study", asked)) return id;
    auto rows = database.query("SELECT id FROM study WHERE label = ?1 COLLATE NOCASE ORDER BY id LIMIT 2", asked);
    if (!rows.next()) return std::nullopt;
    auto found = rows.text(0);
    if (rows.next()) return std::nullopt;
    return found;
}

std::optional<std::string> one_entity(Database& database, const std::string& asked) {
    if (database.query("SELECT 1 FROM entity WHERE id = ?1", asked).next()) return asked;
    auto rows = database.query("SELECT DISTINCT entity FROM name WHERE key = ?1 ORDER BY 1 LIMIT 2", store::name_key(asked));
    if (!rows.next()) return std::nullopt;
    auto found = rows.text(0);
    if (rows.next()) return std::nullopt;
    return found;
}

void anchor_claim(Database& database, Decision& decision) {
    auto rows = database.query(
        "SELECT c.text, a.title, a.file FROM claim AS c JOIN article AS a ON a.key = c.article WHERE c.id = ?1",
        decision.of);
    if (rows.next()) decision.anchor = {rows.text(0), rows.maybe_text(1), rows.text(2), std::nullopt};
}

void anchor_study(Database& database, Decision& decision) {
    auto rows = database.query(
        "SELECT s.label, i.title, i.key FROM study AS s LEFT JOIN bib_item AS i ON i.report_of = s.id AND i.place = 0 WHERE "
        "s.id = ?1",
        decision.of);
    if (!rows.next()) return;
    decision.anchor = {rows.maybe_text(1), rows.text(0), std::nullopt, std::nullopt};
    if (!rows.is_null(2)) decision.anchor.key = catalog::fingerprint(store::get_item(database, rows.integer(2)));
}

void anchor_article(Database& database, Decision& decision) {
    auto rows = database.query("SELECT title, file FROM article WHERE id = ?1", decision.of);
    if (rows.next()) decision.anchor = {std::nullopt, rows.maybe_text(0), rows.text(1), std::nullopt};
}

/// "ARTICLE#7": an entry of a list.
bool find_entry(Database& database, const std::string& asked, Decision& decision) {
    const auto hash = asked.find('#');
    const auto article = one_id(database, "article", asked.substr(0, hash));
    if (!article) return false;
    decision.of = *article;
    anchor_article(database, decision);
    auto rows = database.query(
        "SELECT r.text FROM reference AS r JOIN article AS a ON a.key = r.article WHERE a.id = ?1 AND CAST(r.n AS TEXT) = "
        "?2 "
        "ORDER BY r.place LIMIT 1",
        *article, asked.substr(hash + 1));
    if (!rows.next()) return false;
    decision.of += asked.substr(hash);
    decision.subject = DecisionSubject::reference;
    decision.anchor.text = rows.text(0);
    return true;
}

bool find_body(Database& database, const Wish& wish, Decision& decision) {
    const auto treatment = one_entity(database, wish.of);
    const auto condition = one_entity(database, *wish.condition);
    if (!treatment || !condition) return false;
    decision.subject = DecisionSubject::body;
    decision.of = *treatment + "/" + *condition + "/" + (wish.purpose == Purpose::harm ? "harm" : "benefit");
    return true;
}

bool find_subject(Database& database, const Wish& wish, Decision& decision) {
    if (wish.condition) return find_body(database, wish, decision);
    if (wish.of.find('#') != std::string::npos) return find_entry(database, wish.of, decision);
    if (auto claim = one_id(database, "claim", wish.of)) {
        decision.subject = DecisionSubject::claim;
        decision.of = *claim;
        anchor_claim(database, decision);
        return true;
    }
    if (auto study = one_study(database, wish.of)) {
        decision.subject = DecisionSubject::study;
        decision.of = *study;
        anchor_study(database, decision);
        return true;
    }
    if (auto article = one_id(database, "article", wish.of)) {
        decision.subject = DecisionSubject::article;
        decision.of = *article;
        anchor_article(database, decision);
        return true;
    }
    return false;
}

Status sign(Database& database, Decision& decision, const Signature& signature) {
    decision.by = squeeze(signature.by);
    decision.reason = squeeze(signature.reason);
    if (decision.by.empty() || decision.reason.empty())
        return not_understood("a decision needs a name and a reason", "", "--by NAME --reason \"why\"");
    auto last = database.query("SELECT max(at) FROM decision");
    const bool any = last.next() && !last.is_null(0);
    const auto at = signature.at ? moment(*signature.at) : std::optional(now_after(any ? last.text(0) : ""));
    if (!at) return not_understood("this is no time", *signature.at, "2026-11-26 or 2026-11-26T09:30:00Z");
    decision.at = *at;
    decision.id = store::decision_id(decision);
    return done();
}

}  // namespace

Status sensible(const Decision& decision) {
    if (decision.action == DecisionAction::undo) return done();
    std::string known;
    for (const auto& field : fields) {
        if (field.subject != decision.subject) continue;
        known += (known.empty() ? "" : ", ") + std::string(field.name);
        if (field.name != decision.field) continue;
        if (field.allows(decision.value)) return done();
        return not_understood(fmt::format("{} cannot be `{}`", decision.field, decision.value), decision.of,
                              std::string(field.words));
    }
    return not_understood(fmt::format("nobody decides `{}` of a {}", decision.field, to_text(decision.subject)), decision.of,
                          "what can be decided: " + known);
}

Result<Decision> decision_of(Database& database, const Wish& wish, const Signature& signature) {
    Decision out;
    out.field = wish.field;
    out.value = wish.value;
    if (!find_subject(database, wish, out)) {
        return not_understood("no one claim, study, entry or article is meant by this", wish.of,
                              "`evigrade claims` and `evigrade studies` list them; a question needs --for");
    }
    if (const auto sense = sensible(out); !sense) return sense.error();
    if (takes_study(out)) {
        const auto study = one_study(database, out.value);
        if (!study || *study == out.of)
            return not_understood("no other study is meant by this", out.value, "`evigrade studies` lists them");
        out.value = *study;
    }
    if (const auto signed_off = sign(database, out, signature); !signed_off) return signed_off.error();
    return out;
}

Result<Decision> undo_of(Database& database, const std::string& id, const Signature& signature) {
    const auto entry = one_id(database, "decision", id);
    if (!entry) return not_understood("no one decision is meant by this", id, "`evigrade override --list` lists them");
    Decision out;
    out.action = DecisionAction::undo;
    out.of = *entry;
    const auto log = store::get_decisions(database);
    const auto standing = store::standings(log);
    for (std::size_t i = 0; i < log.size(); ++i) {
        if (log[i].id != *entry) continue;
        out.subject = log[i].subject;
        out.field = log[i].field;
        if (standing[i] == DecisionStanding::undo || standing[i] == DecisionStanding::undone)
            return not_understood("there is nothing left to undo", *entry, "decide again with `evigrade override`");
    }
    if (const auto signed_off = sign(database, out, signature); !signed_off) return signed_off.error();
    return out;
}

}  // namespace evigrade::ingest
