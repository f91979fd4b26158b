// Findings as a compiler prints them, and as GitHub's workflow commands.
#include <fmt/format.h>

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

Tone tone_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return Tone::bad;
        case Severity::warning:
            return Tone::warning;
        case Severity::note:
            break;
    }
    return Tone::dim;
}

/// What of a line is shown, and which of its columns the caret and its tail take.
struct Window {
    std::string line;
    std::size_t pad = 0;
    std::size_t mark = 1;
};

/// The columns around the finding that fit into the page; what is cut off is shown as "…".
Window window_of(const PlacedFinding& row, std::size_t room) {
    std::vector<std::string> columns;
    for (std::size_t at = 0; at < row.excerpt.size();) {
        const std::size_t length = decode(row.excerpt, at).length;
        const std::string one = row.excerpt.substr(at, length);
        columns.push_back(one == "\t" ? " " : safe_for_terminal(one));
        at += length;
    }
    const std::size_t start = std::min<std::size_t>(row.column > 0 ? row.column - 1 : 0, columns.size());
    const std::size_t end = row.width == 0 ? columns.size() : std::min<std::size_t>(start + row.width, columns.size());
    std::size_t first = columns.size() > room && start > room / 4 ? start - room / 4 : 0;
    const std::size_t last = std::min(columns.size(), first + room);
    Window out;
    if (first > 0) {
        ++first;
        out.line = "…";
    }
    std::size_t before = out.line.empty() ? 0 : 1;
    std::size_t under = 0;
    for (std::size_t i = first; i < last; ++i) {
        const bool cut = i + 1 == last && last < columns.size();
        const std::string& shown = cut ? "…" : columns[i];
        if (i < start) before += display_width(shown);
        if (i >= start && i < end) under += display_width(shown);
        out.line += shown;
    }
    out.pad = before;
    out.mark = std::max<std::size_t>(under, 1);
    return out;
}

/// A property or a message of a workflow command.
std::string percent_escaped(std::string_view text, std::string_view special) {
    std::string out;
    for (const char c : safe_for_terminal(text)) {
        if (special.find(c) != std::string_view::npos)
            out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            out += c;
    }
    return out;
}

}  // namespace

std::string findings_text(const std::vector<PlacedFinding>& rows, const Page& page) {
    std::string out;
    for (const PlacedFinding& row : rows) {
        out += toned(fmt::format("{}:{}:{}: ", row.article.file, row.line, row.column), Tone::strong, page);
        out += toned(fmt::format("{}: ", to_text(row.finding.severity)), tone_of(row.finding.severity), page);
        out += toned(fmt::format("{} [{}]", row.finding.message, row.finding.code), Tone::normal, page) + "\n";
        const std::string number = fmt::format("{:>5} | ", row.line);
        const std::string gutter = std::string(number.size() - 2, ' ') + "| ";
        if (!trim(row.excerpt).empty()) {
            const Window window = window_of(row, std::max<std::size_t>(page.width, 40) - number.size());
            out += toned(number, Tone::dim, page) + window.line + "\n";
            out += toned(gutter, Tone::dim, page) + std::string(window.pad, ' ') +
                   toned('^' + std::string(window.mark - 1, '~'), tone_of(row.finding.severity), page) + "\n";
        }
        if (!row.hint.empty()) out += toned(gutter, Tone::dim, page) + toned("hint: " + row.hint, Tone::normal, page) + "\n";
    }
    return out;
}

std::string findings_github(const std::vector<PlacedFinding>& rows) {
    std::string out;
    for (const PlacedFinding& row : rows) {
        const std::string_view level =
            row.finding.severity == Severity::note ? std::string_view("notice") : to_text(row.finding.severity);
        out += fmt::format(
            "::{} file={},line={},col={},title={}::{}\n", level, percent_escaped(row.article.file, "%\r\n:,"), row.line,
            row.column, row.finding.code,
            percent_escaped(row.finding.message + (row.hint.empty() ? "" : " Hint: " + row.hint + "."), "%\r\n"));
    }
    return out;
}

std::string list_text(const std::vector<ShakenGrade>& rows, const Page& page) {
    std::string out;
    std::string study;
    for (const ShakenGrade& row : rows) {
        if (row.study != study) {
            const std::string since = row.state_date ? " on " + *row.state_date : "";
            const std::string source = row.state_source ? " (" + *row.state_source + ")" : "";
            out += toned(fmt::format("{}: {}{}{}", row.label, in_words(row.state), since, source), Tone::bad, page) + "\n";
            study = row.study;
        }
        out += wrapped(fmt::format("{} for {}{}: {} now, {} with it", row.treatment.name, row.condition.name,
                                   row.purpose == Purpose::harm ? " (harm)" : "", both_sides(row.support, row.oppose),
                                   both_sides(row.support_before, row.oppose_before)),
                       page, 2);
    }
    return out;
}

std::string codes_text(const std::vector<FindingCode>& codes, const Page& page) {
    std::vector<std::vector<std::string>> rows;
    for (const FindingCode& code : codes) {
        rows.push_back(
            {code.name, std::string(to_text(code.severity)), code.by_default == Reported::on ? "on" : "off", code.summary});
    }
    return table({{"code", Align::left}, {"severity", Align::left}, {"default", Align::left}, {"what", Align::left}}, rows,
                 page);
}

}  // namespace evigrade::render
