// query: questions to a store, typed answers back (model/answer.hpp, model/rows.hpp, model/trail.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evigrade/base/result.hpp"
#include "evigrade/grade.hpp"
#include "evigrade/model/answer.hpp"
#include "evigrade/model/change.hpp"
#include "evigrade/model/check_rows.hpp"
#include "evigrade/model/decision.hpp"
#include "evigrade/model/ingested.hpp"
#include "evigrade/model/trail.hpp"
#include "evigrade/store.hpp"

namespace evigrade::query {

enum class Fragile : std::uint8_t { not_asked, asked };
struct EvidenceOptions {
    Scheme scheme = Scheme::grade;
    std::size_t claims = 20;               ///< how many claims to list; 0 is all
    std::size_t harms = 12;                ///< how many harms to grade, the strongest and most claimed first; 0 is all
    Fragile fragile = Fragile::not_asked;  ///< whether to say what is left without each study
};
Result<EvidenceReply> evidence(const store::Store& store, const grade::Policy& policy, const std::string& treatment,
                               const std::optional<std::string>& condition, const EvidenceOptions& options = {});

/// `for C`.
Result<ForReply> treatments_for(const store::Store& store, const std::string& condition, std::size_t limit = 0);

/// The treatment and condition that a question in plain words names: "Does mesotherapy work for hair loss?" A treatment
/// alone asks for all that it is claimed for, a condition alone ("What helps against hair loss?") for treatments.
struct PlainQuestion {
    std::optional<std::string> treatment;  ///< as written in the question, folded
    std::optional<std::string> condition;
};
Result<PlainQuestion> understand(const store::Store& store, const Data& data, const std::string& question);

enum class Descent : std::uint8_t { kinds_too, exact };
/// Filters that lists share. Values of one option are alternatives, options add up; empty is no filter.
struct Filter {
    std::vector<std::string> treatments;
    std::vector<std::string> conditions;
    std::vector<ClaimKind> kinds;
    std::vector<Stance> stances;
    std::vector<Appeal> appeals;
    std::vector<Voice> voices;
    std::vector<std::string> articles;  ///< ids, beginnings of ids, paths
    Descent descent = Descent::kinds_too;
    std::size_t limit = 0;  ///< 0 is all
};
/// A list, and the names in the filter as they were taken.
template <class Row>
struct List {
    std::vector<Row> rows;
    std::vector<Asked> treatments;
    std::vector<Asked> conditions;
    std::size_t beyond = 0;  ///< imported records that would follow
};
Result<List<ClaimRow>> claims(const store::Store& store, const Filter& filter);      ///< by rank
Result<List<StudyRow>> studies(const store::Store& store, const Filter& filter);     ///< cited ones, by id; records of the library after them
Result<List<ArticleRow>> articles(const store::Store& store, const Filter& filter);  ///< by title, then id
Result<List<EntityRow>> treatments(const store::Store& store, const Filter& filter);
Result<List<EntityRow>> ingredients(const store::Store& store, const Filter& filter);
Result<List<EntityRow>> conditions(const store::Store& store, const Filter& filter);
Result<List<Conflict>> conflicts(const store::Store& store, const Filter& filter);
Result<List<FindingRow>> findings(const store::Store& store, const Filter& filter);
/// Answers that retracted studies, or studies under concern, bore on; by study, treatment, condition.
Result<std::vector<ShakenGrade>> shaken_grades(const store::Store& store, const grade::Policy& policy);

/// Claims whose words match, best first. Any text is a valid query: words are looked for, never operators.
Result<std::vector<ClaimRow>> search(const store::Store& store, const std::string& words, std::size_t limit = 20);

/// A claim's, study's or article's derivation; a unique beginning of an id will do.
Result<WhyReply> why(const store::Store& store, const grade::Policy& policy, const std::string& id);

/// The derivation of a verdict, down to the sentences and records that it rests on.
Result<VerdictReply> why_verdict(const store::Store& store, const grade::Policy& policy, const std::string& treatment,
                                 const std::string& condition);

/// What people have decided: every entry of the log, oldest first, and what has become of it in this store.
Result<std::vector<DecisionRow>> decisions(const store::Store& store);

/// The grades that differ between two stores, and what made each differ; in the order of treatment, purpose, condition.
Result<std::vector<GradeChange>> diff(const store::Store& before, const store::Store& after);

/// Every article as it was ingested, by id: for `export`. Stops when `take` returns false.
Status each_article(const store::Store& store, const std::function<bool(const Ingested&)>& take);

/// The store's own checks, and whether what it holds was made with the tables in force.
Result<std::vector<store::Check>> doctor(const store::Store& store, const grade::Policy& policy, const Data& data);

}  // namespace evigrade::query
