// Citations to studies: through the entries of the reference list, through an identifier in the text, or through what the
// prose says of the study.
#include <algorithm>
#include <optional>

#include "evigrade/base/text.hpp"
#include "ingest/library.hpp"
#include "ingest/work.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"

namespace evigrade::ingest {
namespace {

struct Meant {
    std::string study;
    Identity identity = Identity::sure;
    std::string reasons;
    int score = 0;
};

/// Whether a record is about a treatment that the citing claims name: its results, its relays, or its title.
bool about_the_treatment(Work& work, std::int64_t citation, const std::string& study, const BibItem& report) {
    constexpr std::string_view sql =
        "SELECT DISTINCT t.entity FROM citation AS x JOIN claim AS c ON c.article = x.article "
        "JOIN claim_citation AS l ON l.claim = c.key AND l.citation = x.place JOIN claim_treatment AS t ON t.claim = c.key "
        "WHERE x.key = ?1";
    const auto* facts = work.study(study);
    const std::string title = " " + fold(report.title.value_or("")) + " ";
    for (const auto& treatment : work.texts(sql, citation)) {
        if (title.find(" " + fold(treatment) + " ") != std::string::npos) return true;
        if (facts == nullptr) continue;
        const auto& results = facts->study.results;
        const auto& relays = facts->study.relays;
        if (std::any_of(results.begin(), results.end(),
                        [&](const auto& r) { return work.related(r.treatment, treatment); }) ||
            std::any_of(relays.begin(), relays.end(), [&](const auto& r) { return work.related(r.treatment, treatment); })) {
            return true;
        }
    }
    return false;
}

constexpr std::size_t most_pointers_per_key = 60;

/// A report that the prose may mean: of a stored study, or a record of the library.
struct PointerCandidate {
    Meant meant;  ///< `study` stays empty for a record
    BibItem report;
    std::int64_t record = 0;
};

/// Those of the catalogue and those that articles cite without a record.
void add_studies(Work& work, std::int64_t citation, const StudyPointer& pointer, std::vector<PointerCandidate>& out) {
    constexpr std::string_view sql =
        "SELECT s.id FROM bib_item AS i JOIN study AS s ON s.id = i.report_of WHERE i.key = ?1 AND s.origin <> 'imported'";
    std::set<std::string> taken;
    for (const auto key : catalog::search_keys(pointer)) {
        for (const auto item : work.keys("SELECT item FROM item_key WHERE key = ?1 LIMIT ?2", key, most_pointers_per_key)) {
            const auto owner = work.texts(sql, item);
            if (owner.empty() || work.decisions.forbids_pointer(citation, owner.front())) continue;
            BibItem report = store::get_item(work.database, item);
            const auto match = catalog::match(pointer, report);
            const auto study = work.decisions.same(owner.front());
            if (!match.holds() || !taken.insert(study).second) continue;
            out.push_back({{study, match.identity, match.in_words(), match.score}, std::move(report), 0});
        }
    }
}

void add_records(Work& work, const StudyPointer& pointer, std::vector<PointerCandidate>& out) {
    for (const auto key : records_for(work.database, pointer)) {
        auto stored = store::get_record(work.database, key, store::Extent::head);
        if (!stored || catalog::is_notice(stored->record)) continue;
        const auto match = catalog::match(pointer, stored->record.item);
        if (!match.holds()) continue;
        out.push_back({{"", match.identity, match.in_words(), match.score}, std::move(stored->record.item), key});
    }
}

/// Several records may be of one study; more than a few are not.
constexpr std::size_t most_leaders = 8;

/// The one study that the prose means, or none: where several would do, none is meant.
std::optional<Meant> meant_by(Work& work, std::int64_t citation, const StudyPointer& pointer) {
    std::vector<PointerCandidate> found;
    add_studies(work, citation, pointer, found);
    add_records(work, pointer, found);
    int best = 0;
    for (const auto& candidate : found) best = std::max(best, candidate.meant.score);
    std::erase_if(found, [&](const PointerCandidate& candidate) { return candidate.meant.score < best; });
    if (found.size() > 1) {
        auto fitting = found;
        std::erase_if(fitting, [&](const PointerCandidate& candidate) {
            return !about_the_treatment(work, citation, candidate.meant.study, candidate.report);
        });
        const bool one_record = std::all_of(found.begin(), found.end(), [](const auto& one) { return one.record != 0; });
        if (!one_record || found.size() > most_leaders || !fitting.empty()) found = std::move(fitting);
    }
    if (found.empty() || found.size() > most_leaders) return std::nullopt;
    for (auto& candidate : found) {
        if (candidate.record == 0) continue;
        candidate.meant.study = study_of_record(work, candidate.record);
        work.left.insert(candidate.meant.study);
    }
    const auto& first = found.front().meant;
    if (work.decisions.forbids_pointer(citation, first.study)) return std::nullopt;
    const bool one = std::all_of(found.begin(), found.end(),
                                 [&](const PointerCandidate& candidate) { return candidate.meant.study == first.study; });
    return one ? std::optional<Meant>(first) : std::nullopt;
}

bool has_flag(const Citation& citation, CitationFlag flag) {
    return std::find(citation.flags.begin(), citation.flags.end(), flag) != citation.flags.end();
}

void write_down(Work& work, std::int64_t citation, const Meant& meant, std::optional<int> reference) {
    work.database.run("INSERT INTO citation_study VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (citation, study) DO NOTHING",
                      citation, work.decisions.same(meant.study), meant.identity, meant.reasons, reference);
}

/// Through the list: identity in doubt in the text or in the list is in doubt.
void follow_references(Work& work, std::int64_t key, const Citation& citation) {
    constexpr std::string_view sql =
        "SELECT i.study, i.identity, i.reasons FROM citation AS x JOIN reference AS r ON r.article = x.article AND r.n = ?2 "
        "JOIN bib_item AS i ON i.reference = r.key WHERE x.key = ?1 AND i.study IS NOT NULL ORDER BY r.place LIMIT 1";
    for (const int n : citation.references) {
        auto rows = work.database.query(sql, key, n);
        if (!rows.next()) continue;
        Meant meant{rows.text(0), rows.word<Identity>(1), rows.text(2), 0};
        if (has_flag(citation, CitationFlag::ambiguous)) meant.identity = Identity::weak;
        if (meant.identity == Identity::sure && has_flag(citation, CitationFlag::implicit))
            meant.identity = Identity::implicit;
        write_down(work, key, meant, n);
    }
}

void follow_identifier(Work& work, std::int64_t key) {
    auto rows = work.database.query("SELECT study FROM bib_item WHERE citation = ?1 AND study IS NOT NULL", key);
    if (rows.next()) write_down(work, key, {rows.text(0), Identity::sure, "the identifier in the text", 0}, std::nullopt);
}

void mark_claims(Work& work, std::int64_t citation) {
    constexpr std::string_view sql =
        "SELECT c.key FROM citation AS x JOIN claim AS c ON c.article = x.article "
        "JOIN claim_citation AS l ON l.claim = c.key AND l.citation = x.place WHERE x.key = ?1";
    for (const auto claim : work.keys(sql, citation)) work.claims.insert(claim);
    for (const auto article : work.keys("SELECT article FROM citation WHERE key = ?1", citation))
        work.articles.insert(article);
}

}  // namespace

void match_pointers(Work& work) {
    work.citations.merge(work.pointers);
    work.pointers.clear();
    for (const auto key : work.citations) {
        auto there = work.database.query("SELECT 1 FROM citation WHERE key = ?1", key);
        if (!there.next()) continue;
        const Citation citation = store::get_citation(work.database, key);
        constexpr std::string_view imported =
            "SELECT s.id FROM citation_study AS c JOIN study AS s ON s.id = c.study WHERE c.citation = ?1 AND s.origin = "
            "'imported'";
        for (auto& study : work.texts(imported, key)) work.left.insert(std::move(study));
        work.database.run("DELETE FROM citation_study WHERE citation = ?1", key);
        follow_references(work, key, citation);
        follow_identifier(work, key);
        auto any = work.database.query("SELECT 1 FROM citation_study WHERE citation = ?1", key);
        if (citation.pointer && !any.next()) {
            if (const auto meant = meant_by(work, key, *citation.pointer)) write_down(work, key, *meant, std::nullopt);
        }
        mark_claims(work, key);
    }
    work.citations.clear();
}

}  // namespace evigrade::ingest
