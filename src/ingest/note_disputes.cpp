// Sentences that cite one study, held against what is known of it.
#include <algorithm>

#include "ingest/sentence_around.hpp"
#include "ingest/work.hpp"
#include "store/records.hpp"

namespace evigrade::ingest {
namespace {

struct CitedHere {
    Span span;
    std::string study;  ///< "" where it leads to none or to several
};

/// The citations of an article in order.
std::vector<CitedHere> citations_of(Work& work, std::int64_t article) {
    std::vector<CitedHere> out;
    auto rows = work.database.query(
        "SELECT x.first, x.past, min(s.study), count(s.study) FROM citation AS x LEFT JOIN citation_study AS s "
        "ON s.citation = x.key AND s.identity <> 'weak' WHERE x.article = ?1 GROUP BY x.key ORDER BY x.first, x.past",
        article);
    while (rows.next()) out.push_back({{rows.count(0), rows.count(1)}, rows.integer(3) == 1 ? rows.text(2) : std::string()});
    return out;
}

/// The longest abstract among the records that a study was made of; "" where it has none.
std::string abstract_of(Work& work, const std::string& study) {
    std::string longest;
    for (const auto record : work.keys("SELECT record FROM study_record WHERE study = ?1 ORDER BY record", study)) {
        const auto stored = store::get_record(work.database, record, store::Extent::whole);
        const auto abstract = stored ? stored->record.abstract : std::nullopt;
        if (abstract && abstract->size() > longest.size()) longest = *abstract;
    }
    return longest;
}

}  // namespace

void note_disputes(Work& work, std::int64_t article, const catalog::DesignWords& words, std::vector<Finding>& out) {
    const auto cited = citations_of(work, article);
    if (std::none_of(cited.begin(), cited.end(), [](const CitedHere& one) { return !one.study.empty(); })) return;
    const auto texts = work.texts("SELECT text FROM article_text WHERE article = ?1", article);
    if (texts.empty()) return;
    const std::string& text = texts.front();
    for (const CitedHere& one : cited) {
        if (one.study.empty() || one.span.end > text.size()) continue;
        const Span sentence = sentence_around(text, one.span);
        const auto here =
            std::count_if(cited.begin(), cited.end(), [&](const CitedHere& other) { return other.span.overlaps(sentence); });
        if (here > 1) continue;
        const auto stored = store::get_study(work.database, one.study, store::WithReports::yes);
        if (!stored) continue;
        const std::string abstract = stored->study.results.empty() ? abstract_of(work, one.study) : std::string();
        for (const auto& dispute : catalog::disputes(sentence.in(text), stored->study, words, abstract)) {
            const char* code = dispute.kind == catalog::DisputeKind::design ? "design_inflated" : "figure_mismatch";
            out.push_back({code, Severity::warning, one.span, dispute.says});
        }
    }
}

}  // namespace evigrade::ingest
