// References to studies. A reference that means no record makes a study of its own; references that mean the same
// publication hang together whoever came first, and the study takes its id and facts from the fullest of them.
#include <algorithm>
#include <optional>

#include "ingest/library.hpp"
#include "ingest/work.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace {

/// A candidate that shares a key; what it stands for.
struct Candidate {
    std::int64_t item = 0;
    std::string study;    ///< "" where it is not matched yet
    bool record = false;  ///< of the catalogue
};

constexpr std::size_t most_per_key = 200;

std::vector<Candidate> candidates(Work& work, const BibItem& item, std::int64_t self) {
    std::set<std::int64_t> found;
    for (const auto key : catalog::search_keys(item)) {
        for (const auto other : work.keys("SELECT item FROM item_key WHERE key = ?1 LIMIT ?2", key, most_per_key)) {
            if (other != self) found.insert(other);
        }
    }
    std::vector<Candidate> out;
    for (const auto key : found) {
        auto rows = work.database.query(
            "SELECT coalesce(i.report_of, i.study), s.origin FROM bib_item AS i "
            "LEFT JOIN study AS s ON s.id = coalesce(i.report_of, i.study) WHERE i.key = ?1 "
            "AND ((i.report_of IS NOT NULL AND s.origin = 'catalogue') OR s.origin = 'cited' OR i.study IS NULL)",
            key);
        if (rows.next()) out.push_back({key, rows.text(0), !rows.is_null(1) && rows.view(1) == "catalogue"});
    }
    return out;
}

/// Fuller items first, then by content: which of several descriptions names the study.
std::pair<int, std::string> rank(const BibItem& item) {
    int fields = static_cast<int>(std::min<std::size_t>(item.authors.size(), 3)) + (item.issued ? 1 : 0);
    for (const auto* field : {&item.title, &item.container_title, &item.volume, &item.page, &item.doi, &item.pmid}) {
        fields += *field ? 1 : 0;
    }
    return {-fields, catalog::fingerprint(item)};
}

void assign(Work& work, std::int64_t item, const std::string& study, Identity identity, const std::string& reasons) {
    work.database.run("UPDATE bib_item SET study = ?2, identity = ?3, reasons = ?4 WHERE key = ?1", item, study, identity,
                      reasons);
}

void make_cited(Work& work, const BibItem& item, const Study& study) {
    auto exists = work.database.query("SELECT 1 FROM study WHERE id = ?1", study.id);
    if (exists.next()) return;
    store::put_study(work.database, study, StudyOrigin::cited);
    store::put_item(work.database, item, {study.id, 0, std::nullopt, std::nullopt}, catalog::fingerprint(item),
                    catalog::keys(item));
    for (const auto key : catalog::keys(item)) {
        for (const auto citation : work.keys("SELECT citation FROM pointer_key WHERE key = ?1", key))
            work.pointers.insert(citation);
    }
    heed_study(work, study.id);
    work.forget();
}

/// The item joins the studies that its neighbours belong to, which thereby become one.
void join(Work& work, std::int64_t key, const BibItem& item, const std::set<std::string>& neighbours) {
    BibItem best = item;
    for (const auto& study : neighbours) {
        for (const auto report : work.keys("SELECT key FROM bib_item WHERE report_of = ?1", study)) {
            BibItem other = store::get_item(work.database, report);
            if (rank(other) < rank(best)) best = std::move(other);
        }
    }
    const Study made = catalog::study_from(best, work.designs);
    const std::string& id = made.id;
    make_cited(work, best, made);
    for (const auto& study : neighbours) {
        if (study == id) continue;
        for (const auto member : work.keys("SELECT key FROM bib_item WHERE study = ?1", study)) {
            assign(work, member, id, Identity::sure, "the work that the entry itself describes");
        }
        drop_study(work, study);
    }
    assign(work, key, id, Identity::sure, "the work that the entry itself describes");
    work.studies.insert(id);
}

/// Where an item leaves an imported study, nothing may be left that cites it.
void note_imported(Work& work, std::int64_t item) {
    constexpr std::string_view sql =
        "SELECT s.id FROM bib_item AS i JOIN study AS s ON s.id = i.study WHERE i.key = ?1 AND s.origin = 'imported'";
    for (auto& study : work.texts(sql, item)) work.left.insert(std::move(study));
}

/// An entry that a person took from a study is a work by itself.
void stand_apart(Work& work, std::int64_t key, const BibItem& item) {
    Study made = catalog::study_from(item, work.designs);
    made.id += "-apart";
    make_cited(work, item, made);
    assign(work, key, made.id, Identity::sure, "a person took the entry from another study");
    work.studies.insert(made.id);
}

void match_item(Work& work, std::int64_t key) {
    note_imported(work, key);
    const BibItem item = store::get_item(work.database, key);
    std::optional<std::pair<std::string, catalog::Match>> record;
    std::set<std::string> neighbours;
    for (const auto& candidate : candidates(work, item, key)) {
        if (candidate.study.empty()) continue;
        const auto found = catalog::match(item, store::get_item(work.database, candidate.item));
        if (!found.holds() || work.decisions.forbids_item(key, candidate.study)) continue;
        if (!candidate.record) {
            if (!candidate.study.ends_with("-apart")) neighbours.insert(candidate.study);
        } else if (!record || found.score > record->second.score ||
                   (found.score == record->second.score && candidate.study < record->first)) {
            record = {candidate.study, found};
        }
    }
    // A record of the library where it fits better than the catalogue's.
    const auto imported = find_record(work.database, item);
    const bool fitter = imported && (!record || imported->match.score > record->second.score);
    const auto study = fitter ? study_of(work, *imported) : std::nullopt;
    if (study && !work.decisions.forbids_item(key, *study)) {
        assign(work, key, *study, imported->match.identity, imported->match.in_words());
    } else if (record) {
        assign(work, key, record->first, record->second.identity, record->second.in_words());
    } else if (work.decisions.apart(key)) {
        stand_apart(work, key, item);
    } else {
        join(work, key, item, neighbours);
    }
}

/// The citations that lead through an item.
void mark_citations(Work& work, std::int64_t item) {
    constexpr std::string_view sql =
        "SELECT c.key FROM bib_item AS i JOIN reference AS r ON r.key = i.reference JOIN citation AS c ON c.article = "
        "r.article "
        "JOIN citation_reference AS x ON x.citation = c.key AND x.n = r.n WHERE i.key = ?1 "
        "UNION SELECT citation FROM bib_item WHERE key = ?1 AND citation IS NOT NULL";
    for (const auto key : work.keys(sql, item)) work.citations.insert(key);
    constexpr std::string_view article =
        "SELECT r.article FROM bib_item AS i JOIN reference AS r ON r.key = i.reference WHERE i.key = ?1";
    for (const auto key : work.keys(article, item)) work.articles.insert(key);
}

}  // namespace

void drop_study(Work& work, const std::string& study) {
    auto rows = work.database.query("SELECT treatment, condition, purpose FROM evidence WHERE study = ?1", study);
    while (rows.next()) work.bodies.insert({rows.text(0), rows.text(1), rows.word<Purpose>(2)});
    for (const auto key : work.keys("SELECT citation FROM citation_study WHERE study = ?1", study)) {
        work.citations.insert(key);
        work.pointers.insert(key);
    }
    for (const auto key : work.keys("SELECT DISTINCT claim FROM flow WHERE study = ?1", study)) work.claims.insert(key);
    work.studies.erase(study);
    work.new_facts.erase(study);
    work.database.run("DELETE FROM study WHERE id = ?1", study);
    heed_study(work, study);
}

void release_item(Work& work, std::int64_t item) {
    work.items.insert(item);
    note_imported(work, item);
    auto rows = work.database.query(
        "SELECT s.id FROM bib_item AS i JOIN study AS s ON s.id = i.study WHERE i.key = ?1 AND s.origin = 'cited'", item);
    if (!rows.next()) return;
    const std::string study = rows.text(0);
    for (const auto member : work.keys("SELECT key FROM bib_item WHERE study = ?1", study)) work.items.insert(member);
    work.database.run("UPDATE bib_item SET study = NULL, identity = NULL, reasons = NULL WHERE study = ?1", study);
    drop_study(work, study);
}

void match_items(Work& work) {
    const auto items = std::move(work.items);
    work.items.clear();
    for (const auto key : items) {
        auto there = work.database.query("SELECT 1 FROM bib_item WHERE key = ?1", key);
        if (!there.next()) continue;
        match_item(work, key);
        mark_citations(work, key);
    }
    if (!items.empty()) work.forget();
}

}  // namespace evigrade::ingest
