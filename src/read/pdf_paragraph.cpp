#include "read/pdf_paragraph.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

bool begins_upper(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = decode(line, at);
        if (is_letter(c.value)) return is_upper(c.value);
        if (is_digit(c.value)) return true;
        at += c.length;
    }
    return false;
}

/// "•", "[12]", "3.", "(a)" or "2)" before a blank: the beginning of an item.
bool begins_item(std::string_view line) {
    for (const std::string_view bullet : {"•", "‣", "▪", "–", "●", "○", "*"}) {
        if (line.starts_with(bullet) && line.substr(bullet.size()).starts_with(' ')) return true;
    }
    std::size_t at = 0;
    const bool bracket = line.starts_with('[') || line.starts_with('(');
    if (bracket) ++at;
    const std::size_t begin = at;
    while (at < line.size() && is_ascii_digit(line[at])) ++at;
    if (at == begin && bracket && at < line.size() && is_ascii_lower(line[at])) ++at;
    const bool closed = at < line.size() && (line[at] == ']' || line[at] == ')' || line[at] == '.');
    return at > begin && at - begin <= 3 && closed && line.substr(at + 1).starts_with(' ');
}

}  // namespace

bool ends_sentence(std::string_view line) {
    while (!line.empty() &&
           (std::string_view("\"')]").find(line.back()) != std::string_view::npos || is_ascii_digit(line.back())))
        line.remove_suffix(1);
    if (line.ends_with("\u201D") || line.ends_with("\u2019")) line.remove_suffix(3);
    return line.empty() || line.ends_with('.') || line.ends_with('?') || line.ends_with('!') || line.ends_with(':');
}

bool heads_references(std::string_view line) {
    const std::string name = fold(line);
    const std::string_view words =
        std::string_view(name).substr(std::min(name.find_first_not_of("0123456789 "), name.size()));
    constexpr std::array<std::string_view, 6> names{"references",       "reference",   "bibliography",
                                                    "literature cited", "works cited", "references and notes"};
    return std::find(names.begin(), names.end(), words) != names.end();
}

namespace {

/// The value that half of the letters of a line are at or under.
template <class Value>
double median(const PdfLine& line, Value value) {
    std::vector<std::pair<double, std::size_t>> values;
    std::size_t letters = 0;
    for (const PdfWord& word : line.words) {
        values.emplace_back(value(word), word.text.size());
        letters += word.text.size();
    }
    std::sort(values.begin(), values.end());
    std::size_t passed = 0;
    for (const auto& [one, count] : values) {
        passed += count;
        if (2 * passed >= letters) return one;
    }
    return 0;
}

/// Cells of a table stand far apart; the words of a line that is stretched to fill its column stand evenly apart.
bool has_cells(const PdfLine& line, double size) {
    double widest = 0;
    double narrowest = 1e9;
    for (std::size_t i = 1; i < line.words.size(); ++i) {
        const double gap = line.words[i].box.x0 - line.words[i - 1].box.x1;
        if (!apart(line.words[i - 1], line.words[i])) continue;
        widest = std::max(widest, gap);
        narrowest = std::min(narrowest, gap);
    }
    return widest > 2.5 * size && widest > 2.5 * narrowest;
}

}  // namespace

LineShape shape_of(const PdfLine& line) {
    const double size = median(line, [](const PdfWord& word) { return word.box.height(); });
    const double base = median(line, [](const PdfWord& word) { return word.box.y1; });
    return {text_of(line), line.box.x0, line.box.x1, base, size, has_cells(line, size)};
}

ColumnShape shape_of(const PdfColumn& column) {
    ColumnShape shape{column.left, column.right, 0};
    std::vector<double> distances;
    for (std::size_t i = 1; i < column.lines.size(); ++i)
        distances.push_back(shape_of(column.lines[i]).base - shape_of(column.lines[i - 1]).base);
    if (distances.size() < 3) return shape;
    const auto place = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), place, distances.end());
    shape.leading = *place;
    return shape;
}

bool begins_paragraph(const LineShape& before, const LineShape& line, const ColumnShape& column, Style style) {
    if (before.has_cells || line.has_cells) return true;
    const double distance = line.base - before.base;
    const double usual = column.leading > 0 ? column.leading : 1.25 * before.size;
    if (distance > 1.35 * usual || distance < -before.size) return true;
    if (std::max(line.size, before.size) > 1.12 * std::min(line.size, before.size)) return true;

    const double em = line.size;
    const double width = column.right - column.left;
    const bool ended = ends_sentence(before.text);
    const bool indented = line.left > column.left + 0.6 * em;
    const bool before_indented = before.left > column.left + 0.6 * em;
    const bool before_short = before.right < column.right - 0.2 * width;
    if (heads_references(before.text)) return true;
    if (style == Style::references) {
        if (begins_item(line.text)) return true;
        return !indented && before_indented;  // entries hang out to the left
    }
    if (begins_item(line.text) && (ended || begins_item(before.text) || before_short)) return true;
    if (indented && !before_indented && ended && begins_upper(line.text)) return true;
    if (before_short && ended && begins_upper(line.text)) return true;
    const bool before_very_short = before.right - before.left < 0.6 * width;
    return before_very_short && !ended && begins_upper(line.text) && !before.text.ends_with(',') &&
           !before.text.ends_with('-');
}

bool begins_paragraph_in_next_column(const LineShape& before, const ColumnShape& its_column, const LineShape& line) {
    if (std::max(line.size, before.size) > 1.12 * std::min(line.size, before.size)) return true;
    if (begins_item(line.text) || before.has_cells || line.has_cells) return true;
    const bool full = before.right > its_column.right - 0.15 * (its_column.right - its_column.left);
    if (ends_sentence(before.text)) return begins_upper(line.text);
    return begins_upper(line.text) && !full;
}

}  // namespace evigrade::read
