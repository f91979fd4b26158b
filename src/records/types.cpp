#include "records/types.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace evigrade::records {
namespace {

using Row = std::pair<std::string_view, ItemType>;

/// CSL 1.0.2 (https://docs.citationstyles.org), Crossref (https://api.crossref.org/types), OpenAlex
/// (https://docs.openalex.org, "type"). Types of CSL that the model has are found by their own names.
constexpr std::array<Row, 52> types{{
    {"journal-article", ItemType::article_journal},
    {"review", ItemType::article_journal},
    {"review-book", ItemType::article_journal},
    {"letter", ItemType::article_journal},
    {"editorial", ItemType::article_journal},
    {"erratum", ItemType::article_journal},
    {"retraction", ItemType::article_journal},
    {"proceedings-article", ItemType::paper_conference},
    {"conference-paper", ItemType::paper_conference},
    {"conference-abstract", ItemType::paper_conference},
    {"speech", ItemType::paper_conference},
    {"event", ItemType::paper_conference},
    {"book-chapter", ItemType::chapter},
    {"book-section", ItemType::chapter},
    {"book-part", ItemType::chapter},
    {"book-track", ItemType::chapter},
    {"reference-entry", ItemType::chapter},
    {"entry", ItemType::chapter},
    {"entry-dictionary", ItemType::chapter},
    {"entry-encyclopedia", ItemType::chapter},
    {"monograph", ItemType::book},
    {"edited-book", ItemType::book},
    {"reference-book", ItemType::book},
    {"book-set", ItemType::book},
    {"book-series", ItemType::book},
    {"proceedings", ItemType::book},
    {"proceedings-series", ItemType::book},
    {"collection", ItemType::book},
    {"classic", ItemType::book},
    {"pamphlet", ItemType::book},
    {"dissertation", ItemType::thesis},
    {"posted-content", ItemType::article},
    {"preprint", ItemType::article},
    {"post", ItemType::webpage},
    {"post-weblog", ItemType::webpage},
    {"report-component", ItemType::report},
    {"report-series", ItemType::report},
    {"standard", ItemType::report},
    {"standard-series", ItemType::report},
    {"bill", ItemType::legislation},
    {"regulation", ItemType::legislation},
    {"treaty", ItemType::legislation},
    {"database", ItemType::dataset},
    {"component", ItemType::document},
    {"peer-review", ItemType::document},
    {"grant", ItemType::document},
    {"journal", ItemType::document},
    {"journal-issue", ItemType::document},
    {"periodical", ItemType::document},
    {"legal_case", ItemType::document},
    {"manuscript", ItemType::document},
    {"other", ItemType::document},
}};

}  // namespace

std::optional<ItemType> type_of(std::string_view word) {
    if (const auto own = from_text<ItemType>(word)) return own;
    const auto* const found = std::find_if(types.begin(), types.end(), [&](const Row& row) { return row.first == word; });
    return found == types.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace evigrade::records
