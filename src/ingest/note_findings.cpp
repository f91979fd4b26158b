// What only the store can see in an article: its list against the records, and what has become of the studies it cites.
#include <algorithm>

#include "ingest/work.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace {

bool is_group(const BibItem& item) {
    return item.authors.empty() || item.authors.front().literal;
}

/// Where the volume and the page, or two others of what places a work, both differ, the list means another work.
bool is_another_work(const std::vector<catalog::Reason>& reasons) {
    const auto places = std::count_if(reasons.begin(), reasons.end(), [](const catalog::Reason& reason) {
        return reason.says.starts_with("differs") && reason.field != "year" && reason.field != "authors";
    });
    return places > 1;
}

void against_record(const BibItem& item, const BibItem& record, const std::string& label, Span span,
                    std::vector<Finding>& out) {
    const auto reasons = catalog::match(item, record).reasons;
    if (is_another_work(reasons)) return;
    for (const auto& reason : reasons) {
        const bool otherwise = reason.says == "first author spelt otherwise" && !is_group(item) && !is_group(record);
        if (!otherwise && !reason.says.starts_with("differs")) continue;
        const bool slight = reason.field == "year" && reason.weight > 0;
        out.push_back({"record_mismatch", slight ? Severity::note : Severity::warning, span,
                       "the record of " + label + " has another " +
                           (reason.field == "container" ? "journal"
                            : reason.field == "authors" ? "author"
                                                        : reason.field) +
                           ": " + reason.says});
    }
}

/// Of a study's reports the one that an entry describes: a preprint's entry is held against the preprint.
std::optional<BibItem> report_meant(Work& work, const BibItem& item, const std::string& study) {
    std::optional<std::pair<int, BibItem>> best;
    for (const auto key : work.keys("SELECT key FROM bib_item WHERE report_of = ?1 ORDER BY place", study)) {
        BibItem report = store::get_item(work.database, key);
        const int score = catalog::match(item, report).score;
        if (!best || score > best->first) best = {score, std::move(report)};
    }
    return best ? std::optional<BibItem>(std::move(best->second)) : std::nullopt;
}

void about_references(Work& work, std::int64_t article, std::vector<Finding>& out) {
    auto rows = work.database.query(
        "SELECT i.key, r.first, r.past, s.id, s.label FROM reference AS r JOIN bib_item AS i ON i.reference = r.key "
        "JOIN study AS s ON s.id = i.study WHERE r.article = ?1 AND s.origin <> 'cited' ORDER BY r.place",
        article);
    while (rows.next()) {
        const BibItem item = store::get_item(work.database, rows.integer(0));
        if (const auto report = report_meant(work, item, rows.text(3)))
            against_record(item, *report, rows.text(4), {rows.count(1), rows.count(2)}, out);
    }
}

void about_state(const Study& study, Span span, std::vector<Finding>& out) {
    const auto say = [&](const char* code, Severity severity, const std::string& what) {
        out.push_back({code, severity, span,
                       study.label + " " + what + (study.state_date ? " on " + *study.state_date : "") +
                           (study.state_source ? " (" + *study.state_source + ")" : "")});
    };
    if (study.state == EditorialState::retracted) say("retracted_cited", Severity::error, "was retracted");
    if (study.state == EditorialState::concern) say("concern_cited", Severity::warning, "bears an expression of concern");
    if (study.state == EditorialState::corrected) say("corrected_cited", Severity::note, "was corrected");
}

void about_citations(Work& work, std::int64_t article, std::vector<Finding>& out) {
    auto rows = work.database.query(
        "SELECT x.first, x.past, s.study FROM citation AS x JOIN citation_study AS s "
        "ON s.citation = x.key WHERE x.article = ?1 ORDER BY x.place, s.study",
        article);
    while (rows.next()) {
        const auto* stored = work.study(rows.text(2));
        if (stored == nullptr) continue;
        about_state(stored->study, {rows.count(0), rows.count(1)}, out);
    }
}

/// Of the sentences that hold their citation themselves: one that is taken to go on about a study said before may have
/// turned to something else.
void about_directions(Work& work, std::int64_t article, std::vector<Finding>& out) {
    auto rows = work.database.query(
        "SELECT DISTINCT c.first, c.past, s.label FROM claim AS c JOIN flow AS f ON f.claim = c.key JOIN study AS s "
        "ON s.id = f.study WHERE c.article = ?1 AND f.zero = 'directions_disagree' AND EXISTS (SELECT 1 FROM claim_citation "
        "AS "
        "l JOIN citation AS x ON x.article = c.article AND x.place = l.citation JOIN citation_study AS cs ON cs.citation = "
        "x.key WHERE l.claim = c.key AND x.first < c.past AND x.past > c.first AND cs.study IN (f.study, f.via)) ORDER BY "
        "c.first, s.label",
        article);
    while (rows.next()) {
        out.push_back({"direction_mismatch",
                       Severity::warning,
                       {rows.count(0), rows.count(1)},
                       "the record of " + rows.text(2) + " says the opposite; the citation counts nothing"});
    }
}

}  // namespace

void note_findings(Work& work) {
    if (work.articles.empty()) return;
    const catalog::DesignWords words{Data()};
    for (const auto article : work.articles) {
        std::vector<Finding> found;
        about_references(work, article, found);
        about_citations(work, article, found);
        note_disputes(work, article, words, found);
        about_directions(work, article, found);
        work.database.run("DELETE FROM finding WHERE article = ?1 AND origin = 'store'", article);
        std::int64_t place = 0;
        for (const auto& finding : found) {
            work.database.run("INSERT INTO finding VALUES (?1, 'store', ?2, ?3, ?4, ?5, ?6, ?7)", article, place++,
                              finding.code, finding.severity, finding.span.begin, finding.span.end, finding.message);
        }
    }
    work.articles.clear();
}

}  // namespace evigrade::ingest
