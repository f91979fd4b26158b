// What one change to the store has touched so far, and facts that bringing it up to date asks for again and again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "catalog/records.hpp"
#include "evigrade/catalog.hpp"
#include "evigrade/grade.hpp"
#include "evigrade/model/grading.hpp"
#include "ingest/decisions.hpp"
#include "store/database.hpp"
#include "store/graph.hpp"
#include "store/studies.hpp"

namespace evigrade::ingest {

/// A body of evidence: treatment, condition, purpose.
struct BodyKey {
    std::string treatment;
    std::string condition;
    Purpose purpose = Purpose::benefit;

    friend auto operator<=>(const BodyKey&, const BodyKey&) = default;
};

/// One transaction's work. Steps fill these sets and work them off, in the order of the fields.
class Work {
public:
    Work(store::Database& to, const grade::Policy& by, const catalog::TitleDesigns& titles)
        : database(to), policy(by), designs(titles), decisions(to) {}

    store::Database& database;
    const grade::Policy& policy;
    const catalog::TitleDesigns& designs;
    InForce decisions;

    std::set<std::string> entities;    ///< whose place in the graph may have changed
    std::set<std::int64_t> items;      ///< bibliographic items that are to be matched
    std::set<std::int64_t> pointers;   ///< citations whose prose is to be matched
    std::set<std::int64_t> citations;  ///< whose studies are to be written down again
    std::set<std::int64_t> claims;     ///< whose ways to studies are to be found again
    std::set<std::string> studies;     ///< whose evidence is to be summed again
    std::set<BodyKey> bodies;          ///< to be graded again
    std::set<std::int64_t> articles;   ///< whose findings are to be made again
    std::set<std::string> new_facts;   ///< studies whose own facts have changed, so that their bodies have too
    std::set<std::string> left;        ///< imported studies that something has stopped citing

    /// What is above an entity by is-a, itself first.
    const std::vector<store::Above>& above(const std::string& id);
    /// Whether one of two entities is the other or above it.
    bool related(const std::string& a, const std::string& b);
    bool is_below(const std::string& kind, const std::string& of);
    /// A study's facts without its reports, or nullptr.
    const store::StoredStudy* study(const std::string& id);
    /// After a study's or the graph's rows have changed.
    void forget();
    /// Makes studies of records; loaded when it is first needed.
    const catalog::Recorder& recorder();

    /// All keys that a statement yields in its first column.
    template <class... Values>
    std::vector<std::int64_t> keys(std::string_view sql, const Values&... values) {
        std::vector<std::int64_t> out;
        for (auto rows = database.query(sql, values...); rows.next();) out.push_back(rows.integer(0));
        return out;
    }
    template <class... Values>
    std::vector<std::string> texts(std::string_view sql, const Values&... values) {
        std::vector<std::string> out;
        for (auto rows = database.query(sql, values...); rows.next();) out.push_back(rows.text(0));
        return out;
    }

private:
    std::optional<catalog::Recorder> recorder_;
    std::map<std::string, std::vector<store::Above>> above_;
    std::map<std::string, std::optional<store::StoredStudy>> studies_;
};

// The steps, in the order in which they run. Each empties the sets that it works off.
void settle_graph(Work& work);    ///< entities -> claims whose graph has changed
void match_items(Work& work);     ///< items -> citations, pointers
void match_pointers(Work& work);  ///< pointers, citations -> claims, articles
void find_flows(Work& work);      ///< claims -> studies, and each claim's own points and topics
void sum_evidence(Work& work);    ///< studies -> bodies
void grade_bodies(Work& work);    ///< bodies
void note_findings(Work& work);   ///< articles
/// A part of note_findings: what sentences say of the study they cite.
void note_disputes(Work& work, std::int64_t article, const catalog::DesignWords& words, std::vector<Finding>& out);
/// All of them.
void bring_up_to_date(Work& work);

/// Of an article that was put: which stored articles it cites, and which cite it.
void note_retellings(Work& work, std::int64_t article);

/// Before an item goes: what hung together by it is to be matched again.
void release_item(Work& work, std::int64_t item);
/// A study that is no record of the catalogue goes; its bodies are graded anew, its citations matched again.
void drop_study(Work& work, const std::string& study);
/// After a study's facts or reports were put: whatever they may concern is to be looked at again.
void announce_study(Work& work, const std::string& id);

}  // namespace evigrade::ingest
