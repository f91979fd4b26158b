// Text for people: tones, wrapping, tables that fit.
#include <algorithm>
#include <numeric>

#include "evigrade/base/text.hpp"
#include "evigrade/render.hpp"

namespace evigrade::render {
namespace {

std::string_view escape_of(Tone tone) {
    switch (tone) {
        case Tone::strong:
            return "\x1b[1m";
        case Tone::dim:
            return "\x1b[2m";
        case Tone::good:
            return "\x1b[32m";
        case Tone::bad:
            return "\x1b[31m";
        case Tone::warning:
            return "\x1b[33m";
        case Tone::normal:
            break;
    }
    return "";
}

/// The longest prefix of `text` that takes at most `width` columns and ends on a code point; at least one code point.
std::size_t prefix_within(std::string_view text, std::size_t width) {
    std::size_t at = 0;
    std::size_t used = 0;
    while (at < text.size()) {
        const std::size_t length = decode(text, at).length;
        used += display_width(text.substr(at, length));
        if (used > width && at > 0) break;
        at += length;
    }
    return at;
}

std::vector<std::string> lines_within(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    for (std::string_view word : split(text, ' ')) {
        if (!line.empty() && display_width(line) + 1 + display_width(word) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        while (line.empty() && display_width(word) > width) {
            std::size_t cut = prefix_within(word, width);
            if (const std::size_t hyphen = word.substr(0, cut).rfind('-'); hyphen != std::string_view::npos && hyphen > 0)
                cut = hyphen + 1;
            lines.emplace_back(word.substr(0, cut));
            word.remove_prefix(cut);
        }
        if (!line.empty()) line += ' ';
        line += word;
    }
    if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
    return lines;
}

/// Widths that fit: what each column would like, the widest narrowed first, none below eight.
std::vector<std::size_t> fitted(std::vector<std::size_t> widths, std::size_t room) {
    constexpr std::size_t narrowest = 8;
    while (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) > room) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) break;
        --*widest;
    }
    return widths;
}

void pad(std::string& out, std::string_view cell, std::size_t width, Align align) {
    const std::size_t used = std::min(display_width(cell), width);
    if (align == Align::right) out.append(width - used, ' ');
    out += cell;
    if (align == Align::left) out.append(width - used, ' ');
}

std::string row_text(const std::vector<std::string>& cells, const std::vector<Column>& columns,
                     const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> wrapped_cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        wrapped_cells.push_back(lines_within(i < cells.size() ? cells[i] : std::string(), widths[i]));
        height = std::max(height, wrapped_cells.back().size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) text += "  ";
            pad(text, line < wrapped_cells[i].size() ? wrapped_cells[i][line] : std::string(), widths[i], columns[i].align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    }
    return out;
}

}  // namespace

std::string toned(std::string_view text, Tone tone, const Page& page) {
    const std::string safe = safe_for_terminal(text);
    if (page.style == Style::plain || tone == Tone::normal) return safe;
    return std::string(escape_of(tone)) + safe + "\x1b[0m";
}

std::string wrapped(std::string_view text, const Page& page, std::size_t indent) {
    const std::size_t room = page.width > indent + 20 ? page.width - indent : 20;
    std::string out;
    for (const std::string& line : lines_within(safe_for_terminal(text), room))
        out += std::string(indent, ' ') + line + "\n";
    return out;
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, const Page& page) {
    std::vector<std::vector<std::string>> safe = rows;
    std::vector<std::size_t> widths;
    for (const Column& column : columns) widths.push_back(display_width(column.title));
    for (auto& row : safe) {
        for (std::size_t i = 0; i < row.size() && i < columns.size(); ++i) {
            row[i] = safe_for_terminal(row[i]);
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    const std::size_t gaps = columns.empty() ? 0 : 2 * (columns.size() - 1);
    widths = fitted(std::move(widths), page.width > gaps ? page.width - gaps : 0);
    std::vector<std::string> titles;
    for (const Column& column : columns) titles.push_back(column.title);
    std::string head = row_text(titles, columns, widths);
    if (page.style == Style::coloured) head = "\x1b[1m" + head.substr(0, head.size() - 1) + "\x1b[0m\n";
    std::string out = head;
    for (const auto& row : safe) out += row_text(row, columns, widths);
    return out;
}

}  // namespace evigrade::render
