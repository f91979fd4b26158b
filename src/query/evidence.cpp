// The graded answer: a few indexed ranges, and one grade a body.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "evigrade/query.hpp"
#include "query/echoes.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"
#include "query/shaken.hpp"
#include "store/bodies.hpp"

namespace evigrade::query {
namespace {

using store::Database;

struct Question {
    Database& database;
    const grade::Policy& policy;
    const EvidenceOptions& options;
    std::size_t most_claims;
};

GradedBody graded(const Question& question, const BodyOf& of, Beside& beside) {
    GradedBody out;
    auto body = store::get_body(question.database, of.treatment, of.condition, of.purpose, store::Uncited::listed);
    auto echoes = echoes_of(question.database, of, beside);
    for (auto& item : body.items) {
        Echo& echo = echoes[item.study];
        echo.study = item.study;
        item.claims = echo.claims;
    }
    out.grade = grade::grade(body, question.policy);
    out.certainty = body.judgements.empty() || question.options.scheme != Scheme::grade
                        ? grade::certainty(out.grade, of.purpose, question.policy, question.options.scheme)
                        : grade::certainty(out.grade, body.judgements, question.policy);
    if (question.options.fragile == Fragile::asked) out.fragile = grade::fragile(body, question.policy);
    out.shaken = shaken_in(question.database, question.policy, of, body);
    out.sentence = grade::sentence(out.grade, of.purpose, question.policy);
    for (const auto& unit : out.grade.units) out.echoes.push_back(std::move(echoes[unit.item.study]));
    return out;
}

/// Harms that claims or studies themselves name, not those that merely stand above one: strongest first, then most claimed.
std::vector<std::string> harms_of(const Question& question, const std::string& treatment) {
    struct Standing {
        std::int64_t support = 0;
        std::int64_t claims = 0;
    };
    std::map<std::string, Standing> harms;
    auto rows = question.database.query(
        "SELECT t.condition, t.direct_harms, g.support FROM tally AS t LEFT JOIN grade AS g ON g.treatment = ?1 AND "
        "g.purpose = 'harm' AND g.condition = t.condition WHERE t.treatment = ?1 AND t.direct_harms > 0 UNION ALL "
        "SELECT e.condition, 0, g.support FROM evidence AS e LEFT JOIN grade AS g ON g.treatment = ?1 AND g.purpose = "
        "'harm' "
        "AND g.condition = e.condition WHERE e.treatment = ?1 AND e.purpose = 'harm' AND e.about_condition = e.condition",
        treatment);
    while (rows.next()) {
        Standing& harm = harms[rows.text(0)];
        harm.claims = std::max(harm.claims, rows.integer(1));
        harm.support = rows.integer(2);
    }
    std::vector<std::pair<std::string, Standing>> ranked(harms.begin(), harms.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return std::tie(b.second.support, b.second.claims) < std::tie(a.second.support, a.second.claims);
    });
    std::vector<std::string> out;
    for (auto& [harm, standing] : ranked) {
        if (question.options.harms == 0 || out.size() < question.options.harms) out.push_back(std::move(harm));
    }
    return out;
}

/// A harm is shown with the few claims that stand best.
constexpr std::size_t claims_of_a_harm = 5;

std::vector<HarmAnswer> harms(const Question& question, const std::string& treatment) {
    std::vector<HarmAnswer> out;
    for (const auto& harm : harms_of(question, treatment)) {
        HarmAnswer answer;
        answer.harm = name_of(question.database, harm);
        Beside beside;  // harms list their claims by topic alone
        answer.body = graded(question, {treatment, harm, Purpose::harm}, beside);
        answer.claims =
            claim_rows(question.database,
                       keys_of(question.database,
                               "SELECT claim FROM claim_topic WHERE treatment = ?1 AND condition = ?2 AND stance = 'harm' "
                               "ORDER BY weakness, fewness, id LIMIT ?3",
                               treatment, harm, std::min(question.most_claims, claims_of_a_harm)));
        out.push_back(std::move(answer));
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const HarmAnswer& a, const HarmAnswer& b) { return a.body.grade.support > b.body.grade.support; });
    return out;
}

std::vector<AbsenceRow> absences(const Question& question, const std::string& treatment, const std::string& condition) {
    std::vector<AbsenceRow> out;
    for (const auto key :
         keys_of(question.database,
                 "SELECT claim FROM claim_topic WHERE treatment = ?1 AND condition = ?2 AND stance = 'insufficient' "
                 "ORDER BY id LIMIT ?3",
                 treatment, condition, question.most_claims)) {
        AbsenceRow row;
        row.claim = claim_row(question.database, key);
        if (row.claim.claim.voice == Voice::forum || row.claim.claim.voice == Voice::comment) continue;
        row.absence = row.claim.claim.absence.value_or(Absence{AbsenceKind::reviewer_insufficient, std::nullopt});
        row.contradicted_by = overlooked_by(question.database, row.claim.claim);
        out.push_back(std::move(row));
    }
    return out;
}

/// Treatments that share an ingredient with this one, and the ingredients themselves.
std::set<std::string> sharing(Database& database, const std::string& treatment) {
    std::set<std::string> out;
    auto rows = database.query(
        "SELECT theirs.entity FROM ancestor AS a JOIN entity_ingredient AS mine ON mine.entity = a.entity JOIN "
        "entity_ingredient AS theirs ON theirs.ingredient = mine.ingredient WHERE a.ancestor = ?1 UNION ALL "
        "SELECT mine.ingredient FROM ancestor AS a JOIN entity_ingredient AS mine ON mine.entity = a.entity WHERE "
        "a.ancestor = ?1 UNION ALL SELECT entity FROM entity_ingredient WHERE ingredient = ?1",
        treatment);
    while (rows.next()) out.insert(rows.text(0));
    return out;
}

/// Of these, what articles hold out for the condition, and is neither this treatment nor a kind of it nor what it is a kind
/// of.
std::vector<EntityName> related(Database& database, const std::string& treatment, const std::string& condition) {
    constexpr std::size_t most = 12;
    std::vector<EntityName> out;
    for (const auto& other : sharing(database, treatment)) {
        if (out.size() == most) break;
        if (other == treatment) continue;
        const bool held_out =
            database
                .query(
                    "SELECT 1 FROM tally WHERE treatment = ?1 AND condition = ?2 AND NOT EXISTS (SELECT 1 FROM ancestor "
                    "WHERE (entity = ?1 AND ancestor = ?3) OR (entity = ?3 AND ancestor = ?1))",
                    other, condition, treatment)
                .next();
        if (held_out) out.push_back(name_of(database, other));
    }
    return out;
}

void count_body(const GradedBody& body, std::set<std::string>& studies, std::set<std::string>& echoing) {
    for (const auto& echo : body.echoes) {
        if (echo.claims.empty()) continue;
        studies.insert(echo.study);
        if (echo.articles.size() < 2) continue;
        for (const auto& article : echo.articles) echoing.insert(article.id);
    }
}

Counts counts(Database& database, const EvidenceAnswer& answer) {
    Counts out;
    auto rows = database.query("SELECT articles, claims, cited, phantom FROM tally WHERE treatment = ?1 AND condition = ?2",
                               answer.treatment.id, answer.condition.id);
    if (rows.next()) {
        out.articles = static_cast<int>(rows.integer(0));
        out.claims = static_cast<int>(rows.integer(1));
        out.cited = static_cast<int>(rows.integer(2));
        out.phantom = static_cast<int>(rows.integer(3));
    }
    std::set<std::string> studies;
    std::set<std::string> echoing;
    count_body(answer.benefit, studies, echoing);
    for (const auto& harm : answer.harms) count_body(harm.body, studies, echoing);
    out.studies = static_cast<int>(studies.size());
    out.echoes = static_cast<int>(echoing.size());
    return out;
}

std::uint64_t own_direction(const ClaimRow& row) {
    return row.claim.stance == Stance::refutes ? row.oppose : row.support;
}

void add_beside(Database& database, EvidenceAnswer& answer, const Beside& beside, std::size_t most) {
    std::set<std::string> articles;
    for (const auto key : beside) {
        const bool listed =
            number_of(database, "SELECT count(*) FROM claim_topic WHERE claim = ?1 AND treatment = ?2 AND condition = ?3",
                      key, answer.treatment.id, answer.condition.id) > 0;
        if (listed) continue;
        answer.claims.push_back(claim_row(database, key));
        const ClaimRow& row = answer.claims.back();
        ++answer.counts.claims;
        answer.counts.cited += row.claim.appeal == Appeal::cited ? 1 : 0;
        const bool counted =
            number_of(database,
                      "SELECT count(*) FROM article_topic AS t JOIN article AS a ON a.key = t.article WHERE a.id = ?1 AND "
                      "t.treatment = ?2 AND t.condition = ?3",
                      row.article.id, answer.treatment.id, answer.condition.id) > 0;
        if (!counted) articles.insert(row.article.id);
    }
    answer.counts.articles += static_cast<int>(articles.size());
    std::stable_sort(answer.claims.begin(), answer.claims.end(), [](const ClaimRow& a, const ClaimRow& b) {
        return std::make_tuple(own_direction(b), b.units, a.claim.id) <
               std::make_tuple(own_direction(a), a.units, b.claim.id);
    });
    if (answer.claims.size() > most) answer.claims.resize(most);
}

EvidenceAnswer answer(const Question& question, const EntityName& treatment, const EntityName& condition,
                      const std::vector<HarmAnswer>& harms) {
    Database& database = question.database;
    EvidenceAnswer out;
    out.treatment = treatment;
    out.condition = condition;
    Beside beside;
    out.benefit = graded(question, {treatment.id, condition.id, Purpose::benefit}, beside);
    out.harms = harms;
    out.claims = claim_rows(database, keys_of(database,
                                              "SELECT claim FROM claim_topic WHERE treatment = ?1 AND condition = ?2 "
                                              "ORDER BY weakness, fewness, id LIMIT ?3",
                                              treatment.id, condition.id, question.most_claims));
    out.comparisons =
        claim_rows(database, keys_of(database,
                                     "SELECT claim FROM claim_topic WHERE treatment = ?1 AND condition = ?2 AND kind = "
                                     "'comparison' ORDER BY weakness, fewness, id LIMIT ?3",
                                     treatment.id, condition.id, question.most_claims));
    out.absence = absences(question, treatment.id, condition.id);
    out.related = related(database, treatment.id, condition.id);
    out.counts = counts(database, out);
    add_beside(database, out, beside, question.most_claims);
    return out;
}

/// The conditions for which claims hold a treatment out, or cited studies have tried it, strongest net first.
std::vector<std::string> conditions_of(Database& database, const std::string& treatment) {
    return texts_of(
        database,
        "SELECT x.condition FROM (SELECT condition, claims FROM tally WHERE treatment = ?1 AND direct > 0 AND claims > "
        "harms "
        "UNION SELECT condition, 0 FROM evidence WHERE treatment = ?1 AND purpose = 'benefit' AND about_condition = "
        "condition "
        "AND zero <> 'uncited') AS x JOIN entity AS e ON e.id = x.condition AND e.kind = 'condition' "
        "LEFT JOIN grade AS g ON g.treatment = ?1 AND g.condition = x.condition AND g.purpose = 'benefit' "
        "GROUP BY x.condition ORDER BY coalesce(g.support, 0) - coalesce(g.oppose, 0) DESC, coalesce(g.support, 0) DESC, "
        "max(x.claims) DESC, x.condition",
        treatment);
}

}  // namespace

Result<EvidenceReply> evidence(const store::Store& store, const grade::Policy& policy, const std::string& treatment,
                               const std::optional<std::string>& condition, const EvidenceOptions& options) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    const Question question{database, policy, options, options.claims == 0 ? std::size_t{1} << 40 : options.claims};
    EvidenceReply out;
    out.treatment = resolve(database, treatment, Sense::treatment);
    if (condition) out.condition = resolve(database, *condition, Sense::condition);
    const bool known = out.treatment.stored && (!condition || out.condition->stored);
    if (known) {
        const EntityName& named = *out.treatment.entity;
        const auto shared_harms = harms(question, named.id);
        if (condition) {
            out.answers.push_back(answer(question, named, *out.condition->entity, shared_harms));
        } else {
            for (const auto& id : conditions_of(database, named.id)) {
                out.answers.push_back(answer(question, named, name_of(database, id), shared_harms));
            }
        }
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
