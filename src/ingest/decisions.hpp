// What people have decided, as bringing a store up to date asks for it. With an empty log every answer is one comparison.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "evigrade/model/decision.hpp"
#include "store/database.hpp"

namespace evigrade::ingest {

class Work;
struct BodyKey;

/// The decisions in force, and what of this store each of them means.
class InForce {
public:
    explicit InForce(store::Database& database) : database_(database) {}

    /// In the order of the log. Read at first need.
    const std::vector<Decision>& all();
    /// Whether anything was ever decided.
    [[nodiscard]] bool any() {
        all();
        return log_ > 0;
    }

    /// Decisions on a study's facts.
    std::vector<const Decision*> on_study(const std::string& id);
    /// The study as which this one counts: itself, unless people have found the two to be one.
    std::string same(const std::string& id);
    /// The studies that count as this one, without itself.
    std::vector<std::string> merged_into(const std::string& id);

    /// Decisions by claim, each claim's in the order of the log.
    const std::map<std::int64_t, std::vector<const Decision*>>& on_claims();
    /// The decision by which a claim's citations do not mean a study.
    const Decision* forbids_claim(std::int64_t claim, const std::string& study);
    /// Whether an entry, or an identifier in the text, may not mean a study.
    bool forbids_item(std::int64_t item, const std::string& study);
    /// Whether an entry was taken from a study: it then joins no other entry.
    bool apart(std::int64_t item);
    /// Whether the prose of an article may not mean a study.
    bool forbids_pointer(std::int64_t citation, const std::string& study);
    /// Judgements on the certainty of a body, "TREATMENT/CONDITION/PURPOSE".
    std::vector<const Decision*> on_body(const std::string& of);

    void reload();  ///< after the log has changed
    void forget();  ///< after studies, claims or articles have come or gone

private:
    const std::map<std::string, std::string>& merges();
    /// Articles, or entries (n ≥ 0), with the studies that they do not mean.
    const std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::string>>& links();
    std::pair<std::int64_t, std::int64_t> place_of(std::int64_t item);

    store::Database& database_;
    std::size_t log_ = 0;
    std::optional<std::vector<Decision>> all_;
    std::optional<std::map<std::string, std::string>> merges_;
    std::optional<std::map<std::int64_t, std::vector<const Decision*>>> claims_;
    std::optional<std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::string>>> links_;
};

/// "set by A. B. on 2026-11-26: the abstract says so".
std::string in_words(const Decision& decision);

/// What one study's part in a body rests on that people have decided, as the row of evidence keeps it.
std::optional<std::string> decided_on(Work& work, const std::string& study, const BodyKey& body);

/// After a study's own facts were put, or it went: decisions on it and on what counts as it are brought to bear.
void heed_study(Work& work, const std::string& id);
/// After claims have come or gone, or the log has changed: every claim reads as it was decided, and no other.
void heed_claims(Work& work);
/// An article has come or is about to go: entries of its like that a decision means are matched again.
void heed_links(Work& work, std::int64_t article);
/// Everything an article cites is matched again.
void rematch_article(Work& work, std::int64_t article);

/// A study's facts have changed: what rests on them is to be found, summed and graded again.
void touch_study(Work& work, const std::string& id);

}  // namespace evigrade::ingest
