// `for C`, and questions in plain words.
#include <algorithm>
#include <set>

#include "evigrade/base/text.hpp"
#include "evigrade/query.hpp"
#include "query/names.hpp"
#include "query/rows.hpp"

namespace evigrade::query {
namespace {

using store::Database;

RankedTreatment ranked(const store::Rows& rows, Database& database) {
    RankedTreatment out;
    out.treatment = name_of(database, rows.text(0));
    out.verdict = rows.is_null(1) ? Verdict::none : rows.word<Verdict>(1);
    out.support = static_cast<std::uint64_t>(rows.integer(2));
    out.oppose = static_cast<std::uint64_t>(rows.integer(3));
    out.units = static_cast<int>(rows.integer(4));
    out.claims = static_cast<int>(rows.integer(5));
    out.articles = static_cast<int>(rows.integer(6));
    out.harm = static_cast<std::uint64_t>(rows.integer(7));
    return out;
}

bool is_named(Database& database, const std::string& words, Sense sense) {
    return resolve(database, words, sense).entity.has_value();
}

/// The longest run of words that names what is asked for, and where it stands.
struct Run {
    std::size_t first = 0;
    std::size_t count = 0;
    std::string text;
};
std::optional<Run> longest_name(Database& database, const std::vector<std::string_view>& words, Sense sense,
                                const std::optional<Run>& taken) {
    for (std::size_t count = std::min<std::size_t>(words.size(), 7); count > 0; --count) {
        for (std::size_t first = 0; first + count <= words.size(); ++first) {
            if (taken && first < taken->first + taken->count && taken->first < first + count) continue;
            std::string text;
            for (std::size_t i = first; i < first + count; ++i) text += (text.empty() ? "" : " ") + std::string(words[i]);
            auto rows =
                database.query(sense == Sense::treatment ? "SELECT 1 FROM name AS n JOIN entity AS e ON e.id = n.entity "
                                                           "WHERE n.key = ?1 AND e.kind IN ('treatment', "
                                                           "'ingredient', 'device')"
                                                         : "SELECT 1 FROM name AS n JOIN entity AS e ON e.id = n.entity "
                                                           "WHERE n.key = ?1 AND e.kind IN ('condition', 'outcome')",
                               store::name_key(text));
            if (rows.next()) return Run{first, count, text};
        }
    }
    return std::nullopt;
}

/// What stands after the last "for" or "against", or before it: for names that the store does not know.
std::pair<std::string, std::string> around_for(const std::string& question) {
    std::string folded = question;
    while (!folded.empty() && (folded.back() == '?' || folded.back() == '.' || is_ascii_space(folded.back())))
        folded.pop_back();
    for (const std::string_view word : {" for ", " against "}) {
        const auto at = lower(folded).rfind(word);
        if (at != std::string::npos) return {folded.substr(0, at), folded.substr(at + word.size())};
    }
    return {folded, ""};
}

}  // namespace

Result<ForReply> treatments_for(const store::Store& store, const std::string& condition, std::size_t limit) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    ForReply out;
    out.condition = resolve(database, condition, Sense::condition);
    if (out.condition.entity) {
        auto rows = database.query(
            "SELECT t.treatment, g.verdict, coalesce(g.support, 0), coalesce(g.oppose, 0), "
            "coalesce(g.support_units, 0) + coalesce(g.oppose_units, 0), t.claims, t.articles, "
            "coalesce((SELECT max(support) FROM grade WHERE treatment = t.treatment AND purpose = 'harm'), 0) "
            "FROM tally AS t LEFT JOIN grade AS g ON g.treatment = t.treatment AND g.condition = t.condition AND g.purpose "
            "= 'benefit' "
            "WHERE t.condition = ?1 AND t.claims > t.harms AND EXISTS (SELECT 1 FROM claim_treatment WHERE entity = "
            "t.treatment) ORDER BY coalesce(g.support, 0) - coalesce(g.oppose, 0) DESC, "
            "coalesce(g.support, 0) DESC, t.treatment LIMIT ?2",
            out.condition.entity->id, limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
        while (rows.next()) out.treatments.push_back(ranked(rows, database));
    }
    if (database.error()) return *database.error();
    return out;
}

Result<PlainQuestion> understand(const store::Store& store, const std::string& question) {
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    const std::string folded = fold(question.substr(0, 400));
    const auto words = split(folded, ' ');
    PlainQuestion out;
    const auto treatment = longest_name(database, words, Sense::treatment, std::nullopt);
    const auto condition = longest_name(database, words, Sense::condition, treatment);
    const auto [before, after] = around_for(question);
    if (treatment) out.treatment = treatment->text;
    if (condition) out.condition = condition->text;
    if (!condition && !after.empty() && !is_named(database, after, Sense::treatment)) out.condition = after;
    if (!treatment) {
        // "Does X work" without a known X: the words between the verb and "work" or "help" are what was meant.
        const std::string words_before = fold(before);
        const auto list = split(words_before, ' ');
        std::string rest;
        for (std::size_t i = 1; i + 1 < list.size(); ++i) rest += (rest.empty() ? "" : " ") + std::string(list[i]);
        if (!rest.empty()) out.treatment = rest;
    }
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
