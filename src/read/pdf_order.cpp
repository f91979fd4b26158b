#include "read/pdf_order.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

using Lines = std::vector<PdfLine>;

constexpr int deepest_cut = 8;
constexpr std::size_t most_lines = 8000;  ///< on one page; a page with more is no page of prose
constexpr std::size_t least_column = 4;   ///< lines that a column must have
constexpr double step = 3;                ///< points between the places where a gutter is looked for
constexpr double least_words_in_row = 2.2;

double middle(const PdfLine& line) {
    return (line.box.y0 + line.box.y1) / 2;
}

PdfBox bounds(std::span<const PdfLine> lines) {
    PdfBox box = lines.front().box;
    for (const PdfLine& line : lines) {
        box = {std::min(box.x0, line.box.x0), std::min(box.y0, line.box.y0), std::max(box.x1, line.box.x1),
               std::max(box.y1, line.box.y1)};
    }
    return box;
}

/// A white strip with text on both sides, from line `begin` to line `end` of the lines sorted by height.
struct Gutter {
    double x = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Side {
    std::size_t rows = 0;
    std::size_t words = 0;
    std::size_t letters = 0;
    std::size_t digits = 0;
    double filled = 0;  ///< widths of all lines
    double last_row = -1e9;
    PdfBox box{1e9, 1e9, -1e9, -1e9};

    void add(const PdfLine& line) {
        words += line.words.size();
        filled += line.box.width();
        box = {std::min(box.x0, line.box.x0), std::min(box.y0, line.box.y0), std::max(box.x1, line.box.x1),
               std::max(box.y1, line.box.y1)};
        if (middle(line) > last_row + line.box.height() / 2) ++rows;
        last_row = std::max(last_row, middle(line));
        for (const PdfWord& word : line.words) {
            const auto count = static_cast<std::size_t>(std::count_if(word.text.begin(), word.text.end(), is_ascii_digit));
            digits += count;
            letters += word.text.size() - count;
        }
    }

    /// A column of prose has several words in a row, mostly letters, and its rows fill it; a table's side has not.
    [[nodiscard]] bool is_prose() const {
        const auto row_count = static_cast<double>(rows);
        return rows >= least_column && static_cast<double>(words) >= least_words_in_row * row_count &&
               letters > 3 * digits && filled > 0.5 * row_count * box.width();
    }
};

bool is_gutter(std::span<const PdfLine> run, double x) {
    Side left;
    Side right;
    for (const PdfLine& line : run) (line.box.x1 <= x ? left : right).add(line);
    if (!left.is_prose() || !right.is_prose()) return false;
    const double shared = std::min(left.box.y1, right.box.y1) - std::max(left.box.y0, right.box.y0);
    const double smaller = std::min(left.box.height(), right.box.height());
    return shared > 0.5 * smaller;
}

/// The longest run of lines that leave a strip white, over all strips. Lines are sorted by height.
std::optional<Gutter> find_gutter(std::span<const PdfLine> lines) {
    const PdfBox box = bounds(lines);
    std::optional<Gutter> best;
    const auto places = static_cast<int>(std::ceil(0.76 * box.width() / step));
    for (int place = 0; place < places; ++place) {
        const double x = box.x0 + 0.12 * box.width() + step * place;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= lines.size(); ++i) {
            const bool crosses = i == lines.size() || (lines[i].box.x0 < x + 1 && lines[i].box.x1 > x - 1);
            if (!crosses) continue;
            const std::size_t length = i - begin;
            const bool longer = !best || length > best->end - best->begin;
            if (length >= 2 * least_column && longer && is_gutter(lines.subspan(begin, length), x))
                best = Gutter{x, begin, i};
            begin = i + 1;
        }
    }
    return best;
}

/// Fragments of one visual line, joined from left to right.
Lines whole_lines(std::span<const PdfLine> lines) {
    Lines rows;
    for (const PdfLine& line : lines) {
        bool joined = false;
        if (!rows.empty()) {
            PdfLine& row = rows.back();
            const double shared = std::min(row.box.y1, line.box.y1) - std::max(row.box.y0, line.box.y0);
            joined = shared > 0.5 * std::min(row.box.height(), line.box.height());
            if (joined) {
                row.words.insert(row.words.end(), line.words.begin(), line.words.end());
                row.box = {std::min(row.box.x0, line.box.x0), std::min(row.box.y0, line.box.y0),
                           std::max(row.box.x1, line.box.x1), std::max(row.box.y1, line.box.y1)};
            }
        }
        if (!joined) rows.push_back(line);
    }
    for (PdfLine& row : rows) {
        std::stable_sort(row.words.begin(), row.words.end(),
                         [](const PdfWord& a, const PdfWord& b) { return a.box.x0 < b.box.x0; });
    }
    return rows;
}

void take_apart(std::span<const PdfLine> lines, int depth, std::vector<PdfColumn>& columns) {
    if (lines.empty()) return;
    const auto gutter = depth < deepest_cut && lines.size() <= most_lines ? find_gutter(lines) : std::nullopt;
    if (!gutter) {
        const PdfBox box = bounds(lines);
        columns.push_back({box.x0, box.x1, whole_lines(lines)});
        return;
    }
    Lines left;
    Lines right;
    for (const PdfLine& line : lines.subspan(gutter->begin, gutter->end - gutter->begin))
        (line.box.x1 <= gutter->x ? left : right).push_back(line);
    take_apart(lines.first(gutter->begin), depth + 1, columns);
    take_apart(left, depth + 1, columns);
    take_apart(right, depth + 1, columns);
    take_apart(lines.subspan(gutter->end), depth + 1, columns);
}

}  // namespace

std::vector<PdfColumn> reading_order(PdfPage page) {
    const auto place = [](const PdfLine& line) { return std::pair(std::lround(2 * middle(line)), line.box.x0); };
    std::stable_sort(page.lines.begin(), page.lines.end(),
                     [&](const PdfLine& a, const PdfLine& b) { return place(a) < place(b); });
    std::vector<PdfColumn> columns;
    take_apart(page.lines, 0, columns);
    return columns;
}

}  // namespace evigrade::read
