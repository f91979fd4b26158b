// Findings placed in their file, selected by code, and silenced where the file asks for it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "check/suppression.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/check.hpp"

namespace evigrade::check {
namespace {

bool names(const std::vector<std::string>& list, std::string_view code) {
    return std::find(list.begin(), list.end(), code) != list.end();
}

class Reporter {
public:
    Reporter(const Article& article, const Segmentation& segmentation, std::string_view source, const Codes& codes,
             const Selection& selection)
        : article_(article),
          codes_(codes),
          selection_(selection),
          map_(source.empty() ? std::string_view(article.text) : source, article.text),
          asked_(suppressions_in(map_.source(), article.format)) {
        for (const Block& block : segmentation.blocks) {
            if (block.span.empty()) continue;
            blocks_.push_back({map_.to_source(block.span.begin), map_.end_in_source(block.span.end)});
        }
        for (const Suppression& suppression : asked_) targets_.push_back(target_of(suppression));
        used_.resize(asked_.size());
    }

    Report run(const std::vector<Finding>& findings) {
        for (const Finding& finding : findings) {
            if (is_selected(finding.code)) settle(finding);
        }
        complain_of_suppressions();
        const auto by_place = [](const PlacedFinding& a, const PlacedFinding& b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        };
        std::stable_sort(out_.rows.begin(), out_.rows.end(), by_place);
        std::stable_sort(out_.suppressed.begin(), out_.suppressed.end(), by_place);
        return std::move(out_);
    }

private:
    [[nodiscard]] bool is_selected(std::string_view name) const {
        if (names(selection_.disabled, name)) return false;
        const FindingCode* code = codes_.find(name);
        return code == nullptr || code->by_default == Reported::on || names(selection_.enabled, name);
    }

    /// The block that a suppression stands in or in front of. In a text file its own line is a block as well.
    [[nodiscard]] Span target_of(const Suppression& suppression) const {
        for (const Span block : blocks_) {
            const bool own_line = article_.format == ArticleFormat::text && block.begin <= suppression.span.begin &&
                                  block.end <= suppression.span.end;
            if (block.end > suppression.span.end && !own_line) return block;
        }
        return {};
    }

    void settle(const Finding& finding) {
        const std::uint32_t begin = map_.to_source(finding.span.begin);
        const bool in_comment = std::any_of(
            asked_.begin(), asked_.end(), [&](const Suppression& s) { return s.span.begin <= begin && begin < s.span.end; });
        if (in_comment) return;
        PlacedFinding row = row_at(finding, begin, finding.span.empty() ? begin : map_.end_in_source(finding.span.end));
        for (std::size_t i = 0; i < asked_.size() && !row.suppressed; ++i) {
            const bool reached = asked_[i].reach == Reach::file || (targets_[i].begin <= begin && begin < targets_[i].end);
            if (!reached || !names(asked_[i].codes, finding.code)) continue;
            row.suppressed = asked_[i].reason;
            used_[i].insert(finding.code);
        }
        (row.suppressed ? out_.suppressed : out_.rows).push_back(std::move(row));
    }

    [[nodiscard]] PlacedFinding row_at(const Finding& finding, std::uint32_t begin, std::uint32_t end) const {
        PlacedFinding row;
        row.finding = finding;
        row.article = {article_.id, article_.title.value_or(article_.file), article_.file, article_.source_type};
        const Place first = map_.place(begin);
        row.line = first.line;
        row.column = first.column;
        row.excerpt = map_.line_at(begin);
        const Place last = map_.place(end);
        row.width = last.line == first.line && last.column > first.column ? last.column - first.column : 0;
        if (const FindingCode* code = codes_.find(finding.code)) row.hint = code->hint;
        return row;
    }

    void note(const Suppression& suppression, const char* code, Severity severity, std::string message) {
        if (!is_selected(code)) return;
        out_.rows.push_back(row_at({code, severity, {}, std::move(message)}, suppression.span.begin, suppression.span.end));
    }

    void complain_of_suppressions() {
        for (std::size_t i = 0; i < asked_.size(); ++i) {
            const Suppression& asked = asked_[i];
            if (asked.reason.empty())
                note(asked, "suppression_without_reason", Severity::note, "This suppression gives no reason.");
            if (asked.codes.empty()) note(asked, "unused_suppression", Severity::note, "This suppression names no code.");
            for (const std::string& code : asked.codes) {
                if (codes_.find(code) == nullptr)
                    note(asked, "unused_suppression", Severity::note, fmt::format("There is no code {}.", code));
                else if (is_selected(code) && !used_[i].contains(code))
                    note(asked, "unused_suppression", Severity::note, fmt::format("No {} is found here.", code));
            }
        }
    }

    const Article& article_;
    const Codes& codes_;
    const Selection& selection_;
    SourceMap map_;
    std::vector<Suppression> asked_;
    std::vector<Span> targets_;  ///< of each suppression, in the source
    std::vector<Span> blocks_;   ///< in the source
    std::vector<std::set<std::string>> used_;
    Report out_;
};

}  // namespace

Report report(const Article& article, const Segmentation& segmentation, const std::vector<Finding>& findings,
              std::string_view source, const Codes& codes, const Selection& selection) {
    return Reporter(article, segmentation, source, codes, selection).run(findings);
}

}  // namespace evigrade::check
