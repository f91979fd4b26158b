#include "records/csv.hpp"

#include <utility>

namespace evigrade::records {
namespace {

/// The cells of one row as far as its text goes; whether a quoted cell is still open at the end.
bool split_row(std::string_view text, std::vector<std::string>& cells) {
    cells.assign(1, {});
    bool quoted = false;
    bool fresh = true;  // nothing of this cell was read
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"') {
                cells.back() += c;
            } else if (i + 1 < text.size() && text[i + 1] == '"') {
                cells.back() += c;
                ++i;
            } else {
                quoted = false;
            }
        } else if (c == ',') {
            cells.emplace_back();
            fresh = true;
            continue;
        } else if (c == '"' && fresh) {
            quoted = true;
        } else {
            cells.back() += c;
        }
        fresh = false;
    }
    return quoted;
}

/// Whether a quoted cell is open behind this text, from whether it was before.
bool open_after(std::string_view text, bool open, bool fresh) {
    for (const char c : text) {
        if (c == '"' && (open || fresh)) {
            open = !open;
            fresh = true;  // a quote that follows is the second of a pair
            continue;
        }
        fresh = c == ',';
    }
    return open;
}

}  // namespace

std::optional<CsvReader::Held> CsvReader::line() {
    if (!held_.empty()) {
        Held held = std::move(held_.back());
        held_.pop_back();
        return held;
    }
    const auto line = lines_.next();
    if (!line) return std::nullopt;
    return Held{std::string(line->text), {line->offset, line->number}};
}

std::optional<CsvRow> CsvReader::next() {
    auto first = line();
    while (first && first->text.empty()) first = line();
    if (!first) return std::nullopt;
    CsvRow row;
    row.spot = first->spot;
    std::string text = first->text;
    std::vector<Held> more;
    bool open = open_after(text, false, true);
    while (open) {
        auto next = text.size() > longest ? std::nullopt : line();
        if (!next) {
            // The quote that opened was none: its line is lost, what follows is not.
            row.fault = "a quoted cell does not end";
            while (!more.empty()) {
                held_.push_back(std::move(more.back()));
                more.pop_back();
            }
            return row;
        }
        text += '\n';
        text += next->text;
        open = open_after(next->text, true, false);
        more.push_back(std::move(*next));
    }
    split_row(text, row.cells);
    return row;
}

}  // namespace evigrade::records
