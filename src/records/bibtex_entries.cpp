#include "records/bibtex_entries.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

constexpr std::string_view unbalanced = "braces or quotation marks do not balance";

/// "@article{" or "@string(" at the beginning.
bool begins_entry(std::string_view line) {
    if (!line.starts_with('@')) return false;
    std::size_t at = 1;
    while (at < line.size() && is_ascii_space(line[at])) ++at;
    const std::size_t word = at;
    while (at < line.size() && (is_ascii_alnum(line[at]) || line[at] == '_' || line[at] == '-')) ++at;
    if (at == word) return false;
    while (at < line.size() && is_ascii_space(line[at])) ++at;
    return at < line.size() && (line[at] == '{' || line[at] == '(');
}

/// Whether a backslash takes a delimiter its meaning. BibTeX says no; some programs write as if it did.
enum class Escapes { mean_nothing, protect };

/// A place in a piece, and what is read there.
class Cursor {
public:
    Cursor(std::string_view text, Escapes escapes, const std::map<std::string, std::string>& strings)
        : text_(text), escapes_(escapes), strings_(strings) {}

    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text_.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at]; }

    /// Past white space and % comments.
    void skip_blank() {
        for (; !done(); ++at) {
            if (text_[at] == '%') {
                while (!done() && text_[at] != '\n') ++at;
                if (done()) return;
            } else if (!is_ascii_space(text_[at])) {
                return;
            }
        }
    }
    bool skip(char c) {
        if (peek() != c) return false;
        ++at;
        return true;
    }
    std::string_view take_until(std::string_view stops) {
        const std::size_t end = std::min(text_.find_first_of(stops, at), text_.size());
        const std::string_view out = text_.substr(at, end - at);
        at = end;
        return out;
    }

    /// The inside of a group whose opening brace was just passed; nothing where it never ends.
    std::optional<std::string_view> group(char close) {
        const std::size_t begin = at;
        std::size_t depth = 0;
        for (; !done(); ++at) {
            const char c = text_[at];
            if (c == '\\' && escapes_ == Escapes::protect) {
                ++at;
            } else if (c == '{') {
                ++depth;
            } else if (depth == 0 && c == close) {
                return text_.substr(begin, at++ - begin);
            } else if (c == '}') {
                if (depth == 0) return std::nullopt;
                --depth;
            }
        }
        return std::nullopt;
    }

    /// A value: pieces joined by #.
    std::optional<std::string> value() {
        std::string out;
        do {
            skip_blank();
            if (skip('{')) {
                const auto inside = group('}');
                if (!inside) return std::nullopt;
                out += *inside;
            } else if (skip('"')) {
                const auto inside = group('"');
                if (!inside) return std::nullopt;
                out += *inside;
            } else {
                out += word_value(trim(take_until("#,}) \t\r\n")));
            }
            skip_blank();
        } while (skip('#'));
        return out;
    }

private:
    std::string word_value(std::string_view word) const {
        const auto known = strings_.find(lower(word));
        return known == strings_.end() ? std::string(word) : known->second;
    }

    std::string_view text_;
    Escapes escapes_;
    const std::map<std::string, std::string>& strings_;
};

/// name = value, name = value, up to the closing brace. What was wrong, if anything.
std::string read_fields(Cursor& in, char close, BibtexEntry& entry) {
    for (;;) {
        in.skip_blank();
        while (in.skip(',')) in.skip_blank();
        if (in.skip(close)) return {};
        if (in.done()) return std::string(unbalanced);
        const std::string name = lower(trim(in.take_until("=,{}\"\n")));
        in.skip_blank();
        if (!in.skip('=')) {
            if (in.peek() == ',' || in.peek() == close) continue;  // a name alone says nothing
            return "no = after the field name \"" + name.substr(0, 40) + "\"";
        }
        auto value = in.value();
        if (!value) return std::string(unbalanced);
        entry.fields.emplace(name, std::move(*value));
        in.skip_blank();
        if (in.peek() != ',' && in.peek() != close && !in.done()) {
            if (is_ascii_alpha(in.peek())) continue;  // a comma was forgotten
            return "neither a comma nor the end after the field \"" + name.substr(0, 40) + "\"";
        }
    }
}

/// The key, unless the fields begin at once.
void read_key(Cursor& in, BibtexEntry& entry) {
    in.skip_blank();
    const std::size_t begin = in.at;
    const std::string_view key = trim(in.take_until(",=}{\"\n"));
    if (in.peek() == '=' || in.peek() == '{' || in.peek() == '"') {
        in.at = begin;
    } else {
        entry.key = std::string(key);
    }
}

}  // namespace

/// In the first column an entry always begins; an indented one where the entry before it has ended.
bool BibtexPieces::cuts(std::string_view line, bool open) {
    const std::string_view text = trim(line);
    const bool ended = depth_ <= 0 || last_ == "}" || last_ == ")";
    const bool cut = open && (begins_entry(line) || (ended && begins_entry(text)));
    if (cut || !open) depth_ = 0;
    if (depth_ <= 0 && text.starts_with('%')) return cut;
    depth_ += std::count(line.begin(), line.end(), '{') - std::count(line.begin(), line.end(), '}');
    if (!text.empty()) last_ = text.size() == 1 ? std::string(text) : std::string();
    return cut;
}

std::optional<BibtexPieces::Piece> BibtexPieces::next() {
    bool open = begun_.has_value();
    Piece piece = open ? std::move(*begun_) : Piece{};
    begun_.reset();
    while (const auto line = lines_.next()) {
        if (cuts(line->text, open)) {
            begun_ = Piece{std::string(line->text) + '\n', {line->offset, line->number}, line->cut};
            return piece;
        }
        if (!open) piece.spot = {line->offset, line->number};
        open = true;
        piece.too_long = piece.too_long || line->cut || piece.text.size() + line->text.size() > largest_record;
        if (!piece.too_long) piece.text.append(line->text).push_back('\n');
    }
    if (!open) return std::nullopt;
    return piece;
}

BibtexParser::BibtexParser() {
    static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                             "jul", "aug", "sep", "oct", "nov", "dec"};
    for (const std::string_view month : months) strings_[std::string(month)] = std::string(month);
}

/// One entry at an "@". What was wrong, if anything; `end` is where to look for the next one.
std::string BibtexParser::parse_entry(std::string_view text, std::size_t at, std::size_t& end, BibtexEntry& entry) {
    std::string why;
    for (const Escapes escapes : {Escapes::mean_nothing, Escapes::protect}) {
        Cursor in(text, escapes, strings_);
        in.at = at + 1;
        in.skip_blank();
        entry.fields.clear();
        entry.type = lower(trim(in.take_until("{(@ \t\r\n%,;:.\"'<>/\\")));
        in.skip_blank();
        const char close = in.peek() == '(' ? ')' : '}';
        end = std::max(at + 1, in.at);
        const bool named = !entry.type.empty() && (in.skip('{') || in.skip('('));
        if (!named) entry.type.clear();  // an "@" in a text between entries
        if (!named) return {};
        if (entry.type == "comment" || entry.type == "preamble") {
            entry.type.clear();
            end = in.group(close) ? in.at : text.size();
            return {};
        }
        if (entry.type != "string") read_key(in, entry);
        why = read_fields(in, close, entry);
        end = in.at;
        if (why.empty()) return why;
    }
    return why;
}

BibtexParser::Parsed BibtexParser::parse(const BibtexPieces::Piece& piece) {
    Parsed out;
    if (piece.too_long) out.faults.push_back({"the entry is longer than 64 MB", piece.spot});
    if (piece.too_long) return out;
    const std::string_view text = piece.text;
    Spot spot = piece.spot;
    std::size_t counted = 0;
    bool comment = trim(text).starts_with('%');  // the line of the place looked at
    for (std::size_t at = text.find('@'); at != std::string_view::npos;) {
        const auto passed = text.substr(counted, at - counted);
        spot.line = spot.line.value_or(1) + static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        spot.offset = piece.spot.offset + at;
        if (const std::size_t line = passed.rfind('\n'); line != std::string_view::npos)
            comment = trim(text.substr(counted + line, at - counted - line)).starts_with('%');
        counted = at;
        BibtexEntry entry;
        entry.spot = spot;
        std::size_t end = at + 1;
        const std::string why = comment ? std::string() : parse_entry(text, at, end, entry);
        if (!why.empty()) {
            // Where braces do not balance nothing tells what belongs to what: the next piece is safe ground.
            out.faults.push_back({why, spot});
            return out;
        }
        if (entry.type == "string") {
            for (const auto& [name, value] : entry.fields) strings_.insert_or_assign(name, value);
        } else if (!entry.type.empty()) {
            out.entries.push_back(std::move(entry));
        }
        at = text.find('@', end);
    }
    return out;
}

}  // namespace evigrade::records
