#include <algorithm>

#include "store/articles.hpp"
#include "store/graph.hpp"

namespace evigrade::store {
namespace {

std::int64_t put_head(Database& database, const Article& article) {
    database.run(
        "INSERT INTO article (id, file, format, title, published, source_type, source_type_reason, language, url, doi, "
        "bytes) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        article.id, article.file, article.format, article.title, article.published, article.source_type,
        article.source_type_reason, article.language, article.url, article.doi, article.bytes);
    const std::int64_t key = database.last_key();
    database.run("INSERT INTO article_text VALUES (?1, ?2)", key, article.text);
    std::int64_t place = 0;
    for (const auto& author : article.authors)
        database.run("INSERT INTO article_author VALUES (?1, ?2, ?3)", key, place++, author);
    return key;
}

void put_findings(Database& database, std::int64_t article, std::string_view origin, const std::vector<Finding>& findings) {
    std::int64_t place = 0;
    for (const auto& finding : findings) {
        database.run("INSERT INTO finding VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", article, origin, place++, finding.code,
                     finding.severity, finding.span.begin, finding.span.end, finding.message);
    }
}

/// Who speaks at each mention. Blocks and mentions are both in order: one walk.
std::vector<Voice> voices(const Segmentation& segmentation, const std::vector<Mention>& mentions) {
    std::vector<Voice> out;
    std::size_t block = 0;
    for (const auto& mention : mentions) {
        while (block < segmentation.blocks.size() && segmentation.blocks[block].span.end <= mention.span.begin) ++block;
        const bool inside =
            block < segmentation.blocks.size() && segmentation.blocks[block].span.begin <= mention.span.begin;
        out.push_back(inside ? segmentation.blocks[block].voice : Voice::article);
    }
    return out;
}

void put_entities(Database& database, std::int64_t article, const Mentions& mentions) {
    std::vector<std::int64_t> counts(mentions.entities.size());
    for (const auto& mention : mentions.mentions) ++counts[mention.entity];
    std::int64_t place = 0;
    for (const auto& entity : mentions.entities) {
        const bool own = entity.origin != EntityOrigin::lexicon;
        const auto lines = [&](const std::vector<std::string>& list) {
            return own ? std::optional<std::string>(lines_of(list)) : std::nullopt;
        };
        database.run("INSERT INTO article_entity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", article,
                     place, entity.id, entity.kind, entity.name, entity.origin, entity.mesh, entity.route,
                     entity.substance == Substance::yes ? "yes" : "no", lines(entity.aliases), lines(entity.parents),
                     lines(entity.ingredients), counts[static_cast<std::size_t>(place)]);
        ++place;
    }
}

void put_mentions(Database& database, std::int64_t article, const Ingested& ingested) {
    const auto who = voices(ingested.segmentation, ingested.mentions.mentions);
    std::size_t place = 0;
    for (const auto& mention : ingested.mentions.mentions) {
        database.run("INSERT INTO mention VALUES (?1, ?2, ?3, ?4, ?5, ?6)", article, place, mention.entity,
                     mention.span.begin, mention.span.end, who[place]);
        ++place;
    }
}

std::vector<std::int64_t> put_references(Database& database, std::int64_t article,
                                         const std::vector<Reference>& references) {
    std::vector<std::int64_t> keys;
    for (const auto& reference : references) {
        database.run("INSERT INTO reference (article, place, n, text, first, past) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", article,
                     keys.size(), reference.n, reference.text, reference.span.begin, reference.span.end);
        keys.push_back(database.last_key());
    }
    return keys;
}

std::string words_of(const std::vector<CitationFlag>& flags) {
    std::string out;
    for (const auto flag : flags) out += (out.empty() ? "" : " ") + std::string(to_text(flag));
    return out;
}

std::vector<std::int64_t> put_citations(Database& database, std::int64_t article, const std::vector<Citation>& citations) {
    std::vector<std::int64_t> keys;
    for (const auto& citation : citations) {
        const StudyPointer pointer = citation.pointer.value_or(StudyPointer{});
        database.run(
            "INSERT INTO citation (article, place, text, first, past, form, flags, pointer, pointer_year, "
            "pointer_container, "
            "pointer_families, pointer_doi, pointer_pmid, pointer_url, pointer_design, pointer_participants, pointer_title) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            article, keys.size(), citation.text, citation.span.begin, citation.span.end, citation.form,
            words_of(citation.flags), citation.pointer.has_value(), pointer.year, pointer.container,
            lines_of(pointer.families), pointer.doi, pointer.pmid, pointer.url, pointer.design, pointer.participants,
            pointer.title);
        keys.push_back(database.last_key());
        std::int64_t place = 0;
        for (const int n : citation.references) {
            database.run("INSERT INTO citation_reference VALUES (?1, ?2, ?3)", keys.back(), place++, n);
        }
    }
    return keys;
}

void put_claim_lists(Database& database, std::int64_t key, const Claim& claim) {
    std::int64_t place = 0;
    for (const auto& id : claim.treatments)
        database.run("INSERT INTO claim_treatment VALUES (?1, ?2, ?3)", key, place++, id);
    place = 0;
    for (const auto& id : claim.targets) database.run("INSERT INTO claim_target VALUES (?1, ?2, ?3)", key, place++, id);
    place = 0;
    for (const auto citation : claim.citations) {
        database.run("INSERT INTO claim_citation VALUES (?1, ?2, ?3)", key, place++, citation);
    }
    place = 0;
    for (const auto& quantity : claim.quantities) {
        database.run("INSERT INTO quantity VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", key, place++, quantity.span.begin,
                     quantity.span.end, quantity.kind, quantity.low, quantity.high, quantity.unit);
    }
    place = 0;
    for (const auto& cue : claim.cues) {
        database.run("INSERT INTO cue VALUES (?1, ?2, ?3, ?4, ?5, ?6)", key, place++, cue.span.begin, cue.span.end,
                     cue.decides, cue.code);
    }
}

std::vector<std::int64_t> put_claims(Database& database, std::int64_t article, const std::vector<Claim>& claims,
                                     const Lines& lines) {
    std::vector<std::int64_t> keys;
    for (const auto& claim : claims) {
        const auto kind = claim.absence ? std::optional(claim.absence->kind) : std::nullopt;
        const auto as_of = claim.absence ? claim.absence->as_of : std::nullopt;
        database.run(
            "INSERT INTO claim (id, article, place, text, first, past, line, kind, stance, strength, voice, hedge, "
            "attributed_to, "
            "appeal, comparator, population, absence_kind, absence_as_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
            "?11, "
            "?12, ?13, ?14, ?15, ?16, ?17, ?18)",
            claim.id, article, keys.size(), claim.text, claim.span.begin, claim.span.end, lines.line(claim.span.begin),
            claim.kind, claim.stance, claim.strength, claim.voice, claim.hedge, claim.attributed_to, claim.appeal,
            claim.comparator, claim.population, kind, as_of);
        keys.push_back(database.last_key());
        database.run("INSERT INTO claim_search (rowid, text) VALUES (?1, ?2)", keys.back(), claim.text);
        put_claim_lists(database, keys.back(), claim);
    }
    return keys;
}

/// The sentence around a position, or the words of the span where no sentence holds it.
std::string sentence_at(const Ingested& ingested, Span span) {
    const auto& sentences = ingested.segmentation.sentences;
    auto after =
        std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                         [](std::uint32_t position, const Sentence& sentence) { return position < sentence.span.begin; });
    if (after != sentences.begin() && std::prev(after)->span.contains(span)) span = std::prev(after)->span;
    return std::string(span.in(ingested.article.text));
}

void put_parameters(Database& database, std::int64_t article, const Ingested& ingested, const Lines& lines) {
    std::int64_t place = 0;
    for (const auto& parameter : ingested.linked.parameters) {
        database.run("INSERT INTO parameter VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)", article,
                     place++, parameter.kind, parameter.low, parameter.high, parameter.unit, parameter.currency,
                     parameter.place, parameter.treatment, parameter.population, parameter.span.begin, parameter.span.end,
                     lines.line(parameter.span.begin), sentence_at(ingested, parameter.span));
    }
}

}  // namespace

void remove_article(Database& database, std::int64_t key) {
    database.run(
        "INSERT INTO claim_search (claim_search, rowid, text) SELECT 'delete', key, text FROM claim WHERE article = ?1",
        key);
    database.run("DELETE FROM article WHERE key = ?1", key);
}

ArticleKeys put_article(Database& database, const Ingested& ingested) {
    const Lines lines(ingested.article.text);
    ArticleKeys keys;
    keys.article = put_head(database, ingested.article);
    put_findings(database, keys.article, "read", ingested.article.findings);
    put_findings(database, keys.article, "link", ingested.linked.findings);
    put_entities(database, keys.article, ingested.mentions);
    put_mentions(database, keys.article, ingested);
    keys.references = put_references(database, keys.article, ingested.linked.references);
    keys.citations = put_citations(database, keys.article, ingested.linked.citations);
    keys.claims = put_claims(database, keys.article, ingested.linked.claims, lines);
    put_parameters(database, keys.article, ingested, lines);
    return keys;
}

}  // namespace evigrade::store
