#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"

namespace evigrade::catalog {
namespace {

/// How much a design can show, least first; designs that are not compared have no rank.
std::optional<int> rank(Design design) {
    switch (design) {
        case Design::meta_analysis:
        case Design::systematic_review:
            return 5;
        case Design::randomized_trial:
            return 4;
        case Design::nonrandomized_trial:
        case Design::cohort:
            return 3;
        case Design::case_control:
        case Design::case_series:
            return 2;
        case Design::case_report:
        case Design::narrative_review:
        case Design::editorial:
        case Design::in_vitro:
        case Design::animal:
            return 1;
        default:
            return std::nullopt;
    }
}

}  // namespace

DesignWords::DesignWords(const Data& data) {
    const Table table(data.find("cues/citation_words.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto design = from_text<Design>(table.at(row, "means"));
        if (table.at(row, "role") != "work" || !design || *design == Design::narrative_review) continue;
        phrases_.add(table.at(row, "words"), static_cast<std::uint32_t>(*design));
    }
}

std::optional<Design> DesignWords::claimed(std::string_view sentence) const {
    static constexpr std::array<std::string_view, 14> refusals{
        "non", "not", "no", "of", "than", "with", "future", "and", "many", "several", "without", "need", "needs", "un"};
    const Words words(sentence);
    for (const auto& hit : phrases_.find(words)) {
        std::uint32_t before = hit.first;
        if (before > 0 && words.word(before - 1) == "-") --before;
        if (before > 0 && (words.word(before - 1) == "a" || words.word(before - 1) == "the")) --before;
        const bool refused =
            before > 0 && std::find(refusals.begin(), refusals.end(), words.word(before - 1)) != refusals.end();
        return refused ? std::nullopt : std::optional(static_cast<Design>(hit.id));
    }
    return std::nullopt;
}

bool is_stronger(Design claimed, Design known) {
    const auto said = rank(claimed);
    const auto is = rank(known);
    return said && is && *said > *is;
}

std::string in_words(Design design) {
    std::string out(to_text(design));
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

}  // namespace evigrade::catalog
