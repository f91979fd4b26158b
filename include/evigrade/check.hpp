// check: what a writer is told of an article. Findings of all rooms, weighed by the table of codes, placed in the file as
// it is on disk, less what the file itself asks to be silent about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/check_rows.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::check {

/// data/checks/codes.tsv. Immutable; may be shared between threads.
class Codes {
public:
    explicit Codes(const Data& data);
    [[nodiscard]] const std::vector<FindingCode>& all() const { return codes_; }
    [[nodiscard]] const FindingCode* find(std::string_view name) const;

private:
    std::vector<FindingCode> codes_;  ///< sorted by name
};

/// What to report beside or against the defaults. `disabled` wins.
struct Selection {
    std::vector<std::string> enabled;
    std::vector<std::string> disabled;
};

/// A place in a file, as editors count: from 1, columns in code points.
struct Place {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

/// Finds in a file's own bytes what stands in the article's text, which markup, entities and line breaks have left.
/// Words are aligned by the runs of four that occur once in both; what stands between is carried along.
class SourceMap {
public:
    /// Both must outlive the map. Where they share nothing (a PDF), places are those of the article's text.
    SourceMap(std::string_view source, std::string_view text);

    [[nodiscard]] std::uint32_t to_source(std::uint32_t at) const;
    /// Of the end of a span: behind its last word and what both sides have there.
    [[nodiscard]] std::uint32_t end_in_source(std::uint32_t end) const;
    [[nodiscard]] Place place(std::uint32_t source_at) const;
    /// The whole line around a byte of the source, without its end.
    [[nodiscard]] std::string_view line_at(std::uint32_t source_at) const;
    [[nodiscard]] std::string_view source() const { return source_; }

private:
    struct Word {
        std::uint32_t begin;
        std::uint32_t end;
    };
    void align(std::string_view text);

    std::string_view source_;
    std::string_view text_;
    std::vector<Word> here_;            ///< words of the text that have a counterpart
    std::vector<std::uint32_t> there_;  ///< where in the source those begin
    std::vector<std::uint32_t> line_starts_;
};

/// What became of one article's findings.
struct Report {
    std::vector<PlacedFinding> rows;        ///< to be reported, in order of the file
    std::vector<PlacedFinding> suppressed;  ///< each with the reason that the file gives
};

/// Places, selects and suppresses. `source` is the file's own bytes, empty where they are not to be had.
Report report(const Article& article, const Segmentation& segmentation, const std::vector<Finding>& findings,
              std::string_view source, const Codes& codes, const Selection& selection);

}  // namespace evigrade::check
