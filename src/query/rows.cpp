#include "query/rows.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "evigrade/grade.hpp"
#include "store/studies.hpp"

namespace evigrade::query {
namespace {

/// The year in which an absence statement was true: its own, else its article's.
std::optional<int> as_of(store::Database& database, const Claim& claim) {
    if (claim.absence && claim.absence->as_of) return claim.absence->as_of;
    auto rows = database.query("SELECT a.published FROM claim AS c JOIN article AS a ON a.key = c.article WHERE c.id = ?1",
                               claim.id);
    if (!rows.next() || rows.is_null(0)) return std::nullopt;
    const auto date = rows.view(0).substr(0, 4);
    int year = 0;
    const auto parsed = std::from_chars(date.data(), date.data() + date.size(), year);
    return parsed.ec == std::errc() ? std::optional<int>(year) : std::nullopt;
}

/// Treatments, then targets, each in the order of the sentence.
void add_entities(store::Database& database, std::int64_t key, ClaimRow& row) {
    auto rows = database.query(
        "SELECT 1, t.entity, coalesce(e.name, t.entity) FROM claim_treatment AS t LEFT JOIN entity AS e ON e.id = t.entity "
        "WHERE t.claim = ?1 UNION ALL "
        "SELECT 0, t.entity, coalesce(e.name, t.entity) FROM claim_target AS t LEFT JOIN entity AS e ON e.id = t.entity "
        "WHERE t.claim = ?1",
        key);
    while (rows.next()) {
        (rows.integer(0) == 1 ? row.claim.treatments : row.claim.targets).push_back(rows.text(1));
        row.names.push_back(rows.text(2));
    }
}

/// The studies that a claim leads to, each once, in order.
std::vector<std::string> studies_of(store::Database& database, std::int64_t key) {
    auto out = texts_of(database, "SELECT study FROM flow WHERE claim = ?1", key);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void add_cited_by(store::Database& database, StudyRow& row) {
    row.cited_by =
        texts_of(database,
                 "SELECT DISTINCT c.id FROM citation_study AS s JOIN citation AS x ON x.key = s.citation "
                 "JOIN claim AS c ON c.article = x.article JOIN claim_citation AS l ON l.claim = c.key AND "
                 "l.citation = x.place WHERE s.study = ?1 UNION SELECT claim_id FROM flow WHERE study = ?1 ORDER BY 1",
                 row.study.id);
    const auto articles =
        keys_of(database,
                "SELECT a.key FROM article AS a WHERE a.key IN (SELECT x.article FROM citation_study AS s "
                "JOIN citation AS x ON x.key = s.citation WHERE s.study = ?1 UNION SELECT r.article FROM bib_item AS i "
                "JOIN reference AS r ON r.key = i.reference WHERE i.study = ?1 UNION SELECT c.article FROM flow AS f "
                "JOIN claim AS c ON c.key = f.claim WHERE f.study = ?1) ORDER BY a.id",
                row.study.id);
    for (const auto key : articles) row.articles.push_back(article_name(database, key));
    row.written_as = texts_of(database,
                              "SELECT DISTINCT r.text FROM bib_item AS i JOIN reference AS r ON r.key = i.reference "
                              "WHERE i.study = ?1 ORDER BY 1",
                              row.study.id);
}

/// What the sentences that cite this study alone give as its result.
void add_told(store::Database& database, StudyRow& row) {
    for (const auto& id : row.cited_by) {
        std::int64_t key = 0;
        std::vector<std::string> results;
        {
            auto rows = database.query("SELECT key, text FROM claim WHERE id = ?1", id);
            if (!rows.next()) continue;
            key = rows.integer(0);
            results = grade::told_results(rows.view(1));
        }
        if (results.empty()) continue;
        const auto alone =
            texts_of(database,
                     "SELECT s.study FROM claim AS c JOIN claim_citation AS l ON l.claim = c.key JOIN citation AS x ON "
                     "x.article = c.article AND x.place = l.citation JOIN citation_study AS s ON s.citation = x.key WHERE "
                     "c.key = ?1",
                     key);
        const bool mine = !alone.empty() && std::all_of(alone.begin(), alone.end(),
                                                        [&](const std::string& study) { return study == row.study.id; });
        if (!mine) continue;
        const auto claim = claim_row(database, key);
        for (auto& effect : results) {
            ToldResult told{std::move(effect), claim.claim.comparator, {}, id, claim.article, claim.line};
            for (std::size_t i = claim.claim.treatments.size(); i < claim.names.size(); ++i)
                told.outcomes.push_back(claim.names[i]);
            row.told.push_back(std::move(told));
        }
    }
}

/// Whether people say other things of the design than the best asserter does.
void add_findings(store::Database& database, StudyRow& row) {
    for (const auto& other : row.study.designs) {
        if (other.design == row.study.design()) continue;
        row.findings.push_back(other.by + " calls it " + std::string(to_text(other.design)) + ", the " +
                               std::string(to_text(row.study.design_from())) + " source " +
                               std::string(to_text(row.study.design())));
    }
    {
        // Columns 8 to 10 of `study`: state, date, source.
        auto rows = database.query(
            "SELECT row ->> '$[8]', row ->> '$[9]', row ->> '$[10]' FROM study_as_read WHERE study = ?1 AND part = 'study'",
            row.study.id);
        if (rows.next() && rows.view(0) != to_text(row.study.state) && rows.view(0) != "unknown") {
            row.findings.push_back("its record says " + rows.text(0) + (rows.is_null(1) ? "" : " on " + rows.text(1)) +
                                   (rows.is_null(2) ? "" : " (" + rows.text(2) + ")") + "; a person decided otherwise");
        }
    }
    for (auto& message :
         texts_of(database,
                  "SELECT DISTINCT f.message FROM finding AS f JOIN reference AS r ON r.article = f.article AND "
                  "r.first = f.first JOIN bib_item AS i ON i.reference = r.key WHERE f.origin = 'store' AND "
                  "i.study = ?1 ORDER BY 1",
                  row.study.id)) {
        row.findings.push_back(std::move(message));
    }
}

}  // namespace

ArticleName article_name(store::Database& database, std::int64_t key) {
    auto rows = database.query("SELECT id, coalesce(title, file), file, source_type FROM article WHERE key = ?1", key);
    if (!rows.next()) return {};
    return {rows.text(0), rows.text(1), rows.text(2), rows.word<SourceType>(3)};
}

std::vector<std::string> overlooked_by(store::Database& database, const Claim& claim) {
    const auto year = as_of(database, claim);
    std::set<std::string> out;
    for (const auto& treatment : claim.treatments) {
        for (const auto& target : claim.targets) {
            auto rows = database.query(
                "SELECT e.study FROM evidence AS e JOIN study AS s ON s.id = e.study WHERE e.treatment = ?1 AND e.condition "
                "= ?2 "
                "AND e.purpose = 'benefit' AND e.weight > 0 AND e.unit <> 'opinion' AND e.direction = 'supports' "
                "AND (?3 IS NULL OR s.year IS NULL OR s.year <= ?3)",
                treatment, target, year);
            while (rows.next()) out.insert(rows.text(0));
        }
    }
    return {out.begin(), out.end()};
}

ClaimRow claim_row(store::Database& database, std::int64_t key) {
    ClaimRow out;
    Claim& claim = out.claim;
    {
        auto rows = database.query(
            "SELECT c.id, a.id, c.text, c.first, c.past, c.line, c.kind, c.stance, c.strength, c.voice, c.hedge, "
            "c.attributed_to, "
            "c.appeal, c.comparator, c.population, c.absence_kind, c.absence_as_of, c.support, c.oppose, c.units, c.gap, "
            "coalesce(a.title, a.file), a.file, a.source_type FROM claim AS c JOIN article AS a ON a.key = c.article WHERE "
            "c.key = ?1",
            key);
        if (!rows.next()) return out;
        claim.id = rows.text(0);
        out.article = {rows.text(1), rows.text(21), rows.text(22), rows.word<SourceType>(23)};
        claim.text = rows.text(2);
        claim.span = {rows.count(3), rows.count(4)};
        out.line = rows.count(5);
        claim.kind = rows.word<ClaimKind>(6);
        claim.stance = rows.word<Stance>(7);
        claim.strength = rows.word<Strength>(8);
        claim.voice = rows.word<Voice>(9);
        claim.hedge = rows.word<Hedge>(10);
        claim.attributed_to = rows.maybe_text(11);
        claim.appeal = rows.word<Appeal>(12);
        claim.comparator = rows.maybe_text(13);
        claim.population = rows.maybe_text(14);
        if (!rows.is_null(15)) claim.absence = Absence{rows.word<AbsenceKind>(15), rows.maybe<int>(16)};
        out.support = static_cast<std::uint64_t>(rows.integer(17));
        out.oppose = static_cast<std::uint64_t>(rows.integer(18));
        out.units = static_cast<int>(rows.integer(19));
        out.gap = rows.word<Gap>(20);
    }
    add_entities(database, key, out);
    out.studies = studies_of(database, key);
    if (claim.stance == Stance::insufficient && !overlooked_by(database, claim).empty()) out.gap = Gap::understated;
    return out;
}

std::vector<ClaimRow> claim_rows(store::Database& database, const std::vector<std::int64_t>& keys) {
    std::vector<ClaimRow> out;
    for (const auto key : keys) out.push_back(claim_row(database, key));
    return out;
}

std::optional<StudyRow> study_row(store::Database& database, const std::string& id) {
    auto stored = store::get_study(database, id, store::WithReports::yes);
    if (!stored) return std::nullopt;
    StudyRow out;
    out.study = std::move(stored->study);
    out.origin = stored->origin;
    add_cited_by(database, out);
    add_findings(database, out);
    add_told(database, out);
    return out;
}

ArticleRow article_row(store::Database& database, std::int64_t key) {
    ArticleRow out;
    auto rows = database.query(
        "SELECT id, coalesce(title, file), file, source_type, published, language, url, format, source_type_reason, bytes, "
        "(SELECT count(*) FROM claim WHERE article = ?1), (SELECT count(*) FROM claim WHERE article = ?1 AND appeal = "
        "'cited'), "
        "(SELECT count(*) FROM claim WHERE article = ?1 AND appeal = 'phantom'), "
        "(SELECT count(*) FROM claim WHERE article = ?1 AND gap = 'overclaim'), (SELECT count(*) FROM reference WHERE "
        "article = ?1), "
        "(SELECT count(*) FROM finding WHERE article = ?1), (SELECT coalesce(max(support), 0) FROM claim WHERE article = "
        "?1), "
        "(SELECT coalesce(max(oppose), 0) FROM claim WHERE article = ?1) FROM article WHERE key = ?1",
        key);
    if (!rows.next()) return out;
    out.name = {rows.text(0), rows.text(1), rows.text(2), rows.word<SourceType>(3)};
    out.published = rows.maybe_text(4);
    out.language = rows.maybe_text(5);
    out.url = rows.maybe_text(6);
    out.format = rows.word<ArticleFormat>(7);
    out.source_type_reason = rows.text(8);
    out.bytes = static_cast<std::uint64_t>(rows.integer(9));
    int column = 10;
    for (auto* count : {&out.claims, &out.cited, &out.phantom, &out.overclaims, &out.references, &out.findings}) {
        *count = static_cast<int>(rows.integer(column++));
    }
    out.support = static_cast<std::uint64_t>(rows.integer(16));
    out.oppose = static_cast<std::uint64_t>(rows.integer(17));
    out.authors = texts_of(database, "SELECT name FROM article_author WHERE article = ?1 ORDER BY place", key);
    return out;
}

}  // namespace evigrade::query
