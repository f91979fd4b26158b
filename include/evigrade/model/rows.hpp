// What the store hands back to be listed: one struct for each kind of row. Lists are in an order of content alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "evigrade/model/names.hpp"
#include "evigrade/model/row_names.hpp"
#include "evigrade/model/study.hpp"

namespace evigrade {

/// How certain a claim sounds against what stands behind it (DESIGN 3.5).
enum class Gap : std::uint8_t { none, overclaim, understated };
template <>
struct Names<Gap> {
    static constexpr std::array<std::string_view, 3> values{"none", "overclaim", "understated"};
};

struct ClaimRow {
    Claim claim;  ///< `citations`, `quantities` and `cues` are filled by `why` and `export` alone
    ArticleName article;
    std::uint32_t line = 0;          ///< of the article's text, from 1
    std::vector<std::string> names;  ///< of claim.treatments, then of claim.targets, in their order
    std::uint64_t support = 0;       ///< of its own citations, in units of 2^-60
    std::uint64_t oppose = 0;
    int units = 0;  ///< studies behind its own direction
    Gap gap = Gap::none;
    std::vector<std::string> studies;  ///< ids that its citations lead to, itself or by relay
};

/// Where a study's facts come from.
enum class StudyOrigin : std::uint8_t { catalogue, imported, cited };
template <>
struct Names<StudyOrigin> {
    static constexpr std::array<std::string_view, 3> values{"catalogue", "imported", "cited"};
};

/// What a sentence that cites one study gives as its result; the article asserts it, not the study's record.
struct ToldResult {
    std::string effect;                     ///< "RR 0.70 (95% CI 0.58 to 0.85), P = 0.01", as written
    std::optional<std::string> comparator;  ///< as written
    std::vector<std::string> outcomes;      ///< names of what the sentence says that it became of
    std::string claim;                      ///< id
    ArticleName article;
    std::uint32_t line = 0;
};

struct StudyRow {
    Study study;
    StudyOrigin origin = StudyOrigin::cited;
    std::vector<std::string> cited_by;    ///< claim ids
    std::vector<ArticleName> articles;    ///< that cite it in any way, its reference lists included
    std::vector<std::string> written_as;  ///< the reference texts, each once
    std::vector<std::string> findings;    ///< sentences on its identity, design or direction
    std::vector<ToldResult> told;         ///< by articles, in the order of the claims' ids
    std::optional<std::string> key;       ///< citation key for exports, stable ("moftah2013")
};

struct ArticleRow {
    ArticleName name;
    std::vector<std::string> authors;
    std::optional<std::string> published;
    std::optional<std::string> language;
    std::optional<std::string> url;
    ArticleFormat format = ArticleFormat::text;
    std::string source_type_reason;
    std::uint64_t bytes = 0;
    int claims = 0;
    int cited = 0;
    int phantom = 0;
    int overclaims = 0;
    int references = 0;
    int findings = 0;
    std::uint64_t support = 0;  ///< the best that any of its claims reaches by its own citations
    std::uint64_t oppose = 0;
};

struct EntityRow {
    EntityName entity;
    EntityOrigin origin = EntityOrigin::lexicon;
    std::optional<std::string> mesh;
    std::vector<std::string> parents;
    std::vector<std::string> surfaces;  ///< as the articles write it, each once
    int articles = 0;
    int mentions = 0;
    int claims = 0;
    std::optional<EntityName> partner;  ///< the condition (of a treatment) or treatment with the strongest net
    std::uint64_t support = 0;          ///< of that pair
    std::uint64_t oppose = 0;
};

struct ParameterRow {
    Parameter parameter;
    ArticleName article;
    std::uint32_t line = 0;
    std::string text;  ///< the sentence, or the words under the span
};

struct FindingRow {
    Finding finding;
    ArticleName article;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
};

}  // namespace evigrade
