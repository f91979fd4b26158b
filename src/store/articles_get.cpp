#include <algorithm>

#include "evigrade/base/text.hpp"
#include "store/articles.hpp"
#include "store/bib.hpp"
#include "store/graph.hpp"

namespace evigrade::store {
namespace {

Span span_of(const Rows& rows, int column) {
    return {rows.count(column), rows.count(column + 1)};
}

std::optional<Article> get_head(Database& database, std::int64_t key) {
    Article article;
    auto rows = database.query(
        "SELECT id, file, format, title, published, source_type, source_type_reason, language, url, doi, bytes, text "
        "FROM article JOIN article_text ON article = key WHERE key = ?1",
        key);
    if (!rows.next()) return std::nullopt;
    article.id = rows.text(0);
    article.file = rows.text(1);
    article.format = rows.word<ArticleFormat>(2);
    article.title = rows.maybe_text(3);
    article.published = rows.maybe_text(4);
    article.source_type = rows.word<SourceType>(5);
    article.source_type_reason = rows.text(6);
    article.language = rows.maybe_text(7);
    article.url = rows.maybe_text(8);
    article.doi = rows.maybe_text(9);
    article.bytes = static_cast<std::uint64_t>(rows.integer(10));
    article.text = rows.text(11);
    auto authors = database.query("SELECT name FROM article_author WHERE article = ?1 ORDER BY place", key);
    while (authors.next()) article.authors.push_back(authors.text(0));
    return article;
}

std::vector<Finding> get_findings(Database& database, std::int64_t article, std::string_view origin) {
    std::vector<Finding> out;
    auto rows = database.query(
        "SELECT code, severity, first, past, message FROM finding WHERE article = ?1 AND origin = ?2 ORDER BY place",
        article, origin);
    while (rows.next()) out.push_back({rows.text(0), rows.word<Severity>(1), span_of(rows, 2), rows.text(4)});
    return out;
}

Mentions get_mentions(Database& database, std::int64_t article) {
    Mentions out;
    auto rows = database.query(
        "SELECT entity, kind, name, origin, mesh, route, substance, aliases, parents, ingredients FROM article_entity "
        "WHERE article = ?1 ORDER BY place",
        article);
    while (rows.next()) {
        Entity entity;
        entity.id = rows.text(0);
        entity.kind = rows.word<EntityKind>(1);
        entity.name = rows.text(2);
        entity.origin = rows.word<EntityOrigin>(3);
        entity.mesh = rows.maybe_text(4);
        entity.route = rows.maybe_text(5);
        entity.substance = rows.view(6) == "yes" ? Substance::yes : Substance::no;
        entity.aliases = list_of(rows.view(7));
        entity.parents = list_of(rows.view(8));
        entity.ingredients = list_of(rows.view(9));
        if (entity.origin == EntityOrigin::lexicon) {
            if (auto known = get_entity(database, entity.id)) entity = std::move(*known);
        }
        out.entities.push_back(std::move(entity));
    }
    auto mentions = database.query("SELECT first, past, entity FROM mention WHERE article = ?1 ORDER BY place", article);
    while (mentions.next()) out.mentions.push_back({span_of(mentions, 0), mentions.count(2)});
    return out;
}

std::vector<Reference> get_references(Database& database, std::int64_t article) {
    std::vector<Reference> out;
    auto rows = database.query(
        "SELECT n, text, first, past, (SELECT key FROM bib_item WHERE reference = r.key) FROM reference AS r "
        "WHERE article = ?1 ORDER BY place",
        article);
    while (rows.next()) {
        const auto item = rows.is_null(4) ? BibItem{} : get_item(database, rows.integer(4));
        out.push_back({static_cast<int>(rows.integer(0)), rows.text(1), span_of(rows, 2), item});
    }
    return out;
}

std::optional<StudyPointer> pointer_of(const Rows& rows, int column) {
    if (rows.integer(column) == 0) return std::nullopt;
    StudyPointer pointer;
    pointer.year = rows.maybe<int>(column + 1);
    pointer.container = rows.maybe_text(column + 2);
    pointer.families = list_of(rows.view(column + 3));
    pointer.doi = rows.maybe_text(column + 4);
    pointer.pmid = rows.maybe_text(column + 5);
    pointer.url = rows.maybe_text(column + 6);
    if (!rows.is_null(column + 7)) pointer.design = rows.word<Design>(column + 7);
    pointer.participants = rows.maybe<int>(column + 8);
    pointer.title = rows.maybe_text(column + 9);
    return pointer;
}

void get_claim_lists(Database& database, std::int64_t key, Claim& claim) {
    auto treatments = database.query("SELECT entity FROM claim_treatment WHERE claim = ?1 ORDER BY place", key);
    while (treatments.next()) claim.treatments.push_back(treatments.text(0));
    auto targets = database.query("SELECT entity FROM claim_target WHERE claim = ?1 ORDER BY place", key);
    while (targets.next()) claim.targets.push_back(targets.text(0));
    auto citations = database.query("SELECT citation FROM claim_citation WHERE claim = ?1 ORDER BY place", key);
    while (citations.next()) claim.citations.push_back(static_cast<std::size_t>(citations.integer(0)));
    auto quantities =
        database.query("SELECT first, past, kind, low, high, unit FROM quantity WHERE claim = ?1 ORDER BY place", key);
    while (quantities.next()) {
        claim.quantities.push_back(
            {span_of(quantities, 0), quantities.text(2), quantities.real(3), quantities.real(4), quantities.text(5)});
    }
    auto cues = database.query("SELECT first, past, decides, code FROM cue WHERE claim = ?1 ORDER BY place", key);
    while (cues.next()) claim.cues.push_back({span_of(cues, 0), cues.text(2), cues.text(3)});
}

}  // namespace

Citation get_citation(Database& database, std::int64_t key) {
    Citation out;
    {
        auto rows = database.query(
            "SELECT text, first, past, form, flags, pointer, pointer_year, pointer_container, pointer_families, "
            "pointer_doi, "
            "pointer_pmid, pointer_url, pointer_design, pointer_participants, pointer_title FROM citation WHERE key = ?1",
            key);
        if (!rows.next()) return out;
        out.text = rows.text(0);
        out.span = span_of(rows, 1);
        out.form = rows.word<CitationForm>(3);
        for (const auto word : split(rows.view(4), ' ')) {
            if (const auto flag = from_text<CitationFlag>(word)) out.flags.push_back(*flag);
        }
        out.pointer = pointer_of(rows, 5);
    }
    auto references = database.query("SELECT n FROM citation_reference WHERE citation = ?1 ORDER BY place", key);
    while (references.next()) out.references.push_back(static_cast<int>(references.integer(0)));
    if (out.pointer) {
        auto study = database.query("SELECT study FROM citation_study WHERE citation = ?1 ORDER BY study LIMIT 1", key);
        if (study.next()) out.study = study.text(0);
    }
    return out;
}

std::vector<Claim> get_claims(Database& database, std::int64_t article) {
    std::vector<Claim> out;
    auto rows = database.query(
        "SELECT key, id, text, first, past, kind, stance, strength, voice, hedge, attributed_to, appeal, comparator, "
        "population, "
        "absence_kind, absence_as_of FROM claim WHERE article = ?1 ORDER BY place",
        article);
    while (rows.next()) {
        Claim claim;
        claim.id = rows.text(1);
        claim.text = rows.text(2);
        claim.span = span_of(rows, 3);
        claim.kind = rows.word<ClaimKind>(5);
        claim.stance = rows.word<Stance>(6);
        claim.strength = rows.word<Strength>(7);
        claim.voice = rows.word<Voice>(8);
        claim.hedge = rows.word<Hedge>(9);
        claim.attributed_to = rows.maybe_text(10);
        claim.appeal = rows.word<Appeal>(11);
        claim.comparator = rows.maybe_text(12);
        claim.population = rows.maybe_text(13);
        if (!rows.is_null(14)) claim.absence = Absence{rows.word<AbsenceKind>(14), rows.maybe<int>(15)};
        get_claim_lists(database, rows.integer(0), claim);
        out.push_back(std::move(claim));
    }
    return out;
}

std::optional<Ingested> get_article(Database& database, std::int64_t key) {
    Ingested out;
    auto head = get_head(database, key);
    if (!head) return std::nullopt;
    out.article = std::move(*head);
    out.article.findings = get_findings(database, key, "read");
    out.mentions = get_mentions(database, key);
    for (const auto& mention : out.mentions.mentions) {
        const bool sound = mention.entity < out.mentions.entities.size() && mention.span.begin <= mention.span.end &&
                           mention.span.end <= out.article.text.size();
        if (!sound)
            database.fail("the store is damaged: a mention lies outside its article", "ingest the articles into a new one");
    }
    if (database.error()) return std::nullopt;
    out.linked.references = get_references(database, key);
    std::vector<std::int64_t> citations;
    for (auto rows = database.query("SELECT key FROM citation WHERE article = ?1 ORDER BY place", key); rows.next();) {
        citations.push_back(rows.integer(0));
    }
    for (const auto citation : citations) out.linked.citations.push_back(get_citation(database, citation));
    out.linked.claims = get_claims(database, key);
    auto rows = database.query(
        "SELECT kind, low, high, unit, currency, country, treatment, population, first, past FROM parameter "
        "WHERE article = ?1 ORDER BY place",
        key);
    while (rows.next()) {
        out.linked.parameters.push_back({rows.word<ParameterKind>(0), rows.real(1), rows.real(2), rows.text(3),
                                         rows.maybe_text(4), rows.maybe_text(5), rows.maybe_text(6), rows.maybe_text(7),
                                         span_of(rows, 8)});
    }
    out.linked.findings = get_findings(database, key, "link");
    for (auto& finding : get_findings(database, key, "store")) out.linked.findings.push_back(std::move(finding));
    return out;
}

}  // namespace evigrade::store
