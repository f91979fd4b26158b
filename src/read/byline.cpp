#include "read/byline.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "read/dates.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t longest_line = 200;

/// The kind of cue that begins the line, and where what it introduces begins.
struct Introduced {
    std::string_view kind;
    std::size_t at = 0;
};

Introduced introduced(std::string_view line, const std::function<std::string_view(std::string_view)>& kind_of) {
    Introduced best;
    std::size_t end = 0;
    for (int words = 0; words < 3 && end < line.size(); ++words) {
        end = line.find_first_of(" :", end + 1);
        end = std::min(end, line.size());
        const std::string_view kind = kind_of(line.substr(0, end));
        if (!kind.empty()) best = {kind, end};
    }
    return best;
}

/// "P", "P.", "JD": initials of given names.
bool is_initials(std::string_view word) {
    const auto letter = [](char c) { return is_ascii_upper(c) || c == '.' || c == '-'; };
    return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), letter);
}

/// "MD", "PhD", "MSc": at least two capitals in one short word.
bool is_degree(std::string_view text) {
    const auto capitals = std::count_if(text.begin(), text.end(), is_ascii_upper);
    return text.find(' ') == std::string_view::npos && text.size() >= 2 && text.size() <= 6 && capitals >= 2;
}

/// A person's or a desk's name: a few capitalised words.
bool is_name(std::string_view text) {
    const auto words = split(text, ' ');
    const bool initials = !words.empty() && is_initials(words.back());
    if (words.size() < 2 || words.size() > 5 || text.size() > 60 || (text.ends_with('.') && !initials)) return false;
    const auto capital = [](std::string_view word) { return is_upper(decode(word, 0).value) || word.size() <= 3; };
    return std::all_of(words.begin(), words.end(), capital);
}

/// The parts of a list of names without degrees; what follows a last "and" ends at its comma.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> out;
    const auto add = [&](std::string_view part) {
        part = trim(part);
        if (!part.empty() && !is_degree(part)) out.emplace_back(part);
    };
    std::string_view last;
    for (const std::string_view joint : {" and ", " & "}) {
        const std::size_t at = text.find(joint);
        if (at == std::string_view::npos) continue;
        last = text.substr(at + joint.size());
        text = text.substr(0, at);
        break;
    }
    for (const std::string_view part : split_exact(text, ',')) add(part);
    add(last.substr(0, last.find(',')));
    return out;
}

enum class Number : std::uint8_t { one, several };

/// "Jane Doe, MD", "Martin Oakes and Priya Nair", "A One, B Two and C Three". A comma alone does not make two authors of
/// "Dana Field, Health Reporter", unless several are announced.
std::vector<std::string> names_in(std::string_view text, Number number) {
    while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
    for (const std::string_view stop : {" | ", " on ", " - ", " – ", " — ", " • ", ";", " in "})
        text = text.substr(0, text.find(stop));
    text = trim(text);
    const bool joined = text.find(" and ") != std::string_view::npos || text.find(" & ") != std::string_view::npos;
    std::vector<std::string> parts = parts_of(text);
    if (parts.empty()) return {};
    if (!std::all_of(parts.begin(), parts.end(), is_name) || (!joined && number == Number::one)) parts.resize(1);
    if (!is_name(parts.front())) return {};
    return parts;
}

/// "CARVER, Mass., September 19, 2017 - A thorough review": a date between a place and a dash.
bool is_dateline(std::string_view line, const FoundDate& date) {
    const std::string_view after = trim(line.substr(date.end).substr(0, 12));
    const bool dash = after.starts_with('-') || after.starts_with("–") || after.starts_with("—") || after.starts_with("/PR");
    return dash && date.begin < 60;
}

}  // namespace

Byline read_byline(std::string_view line, const std::function<std::string_view(std::string_view)>& kind_of) {
    Byline byline;
    const std::string_view head = line.substr(0, longest_line);
    const Introduced cue = introduced(head, kind_of);
    const bool author = cue.kind == "author" || cue.kind == "authors";
    if (author && line.size() <= longest_line)
        byline.authors = names_in(head.substr(cue.at), cue.kind == "authors" ? Number::several : Number::one);
    const auto date = find_date(head);
    if (!date) return byline;
    const bool alone = head.size() <= date->end - date->begin + 12 && date->has_day;
    const bool announced = cue.kind == "published" && date->begin <= cue.at + 30;
    const bool beside_author = author && line.size() <= longest_line && date->has_day;
    if (announced || alone || beside_author || (date->has_day && is_dateline(head, *date))) byline.published = date->iso;
    return byline;
}

std::vector<std::string> names_alone(std::string_view line) {
    if (line.size() > longest_line || find_date(line)) return {};
    std::vector<std::string> names = parts_of(line);
    const bool all = !names.empty() && std::all_of(names.begin(), names.end(), is_name);
    const auto has_initials = [](std::string_view name) {
        const auto words = split(name, ' ');
        return is_initials(words.front()) || is_initials(words.back());
    };
    const auto parts = split_exact(line, ',');
    const bool degree = std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return is_degree(trim(part)); });
    if (!all || !(degree || std::all_of(names.begin(), names.end(), has_initials))) return {};
    return names;
}

std::optional<std::string> title_in_lines(const std::vector<std::string_view>& lines,
                                          const std::function<bool(std::string_view)>& is_furniture) {
    std::size_t furniture = 0;
    for (const std::string_view line : lines) {
        if (line.empty()) continue;
        if (is_furniture(line)) {
            ++furniture;
            continue;
        }
        const bool sentence = line.ends_with('.') || line.ends_with(';') || line.ends_with(',');
        const bool words = line.find(' ') != std::string_view::npos;
        if (!sentence && words && line.size() <= longest_line + 100) {
            if (furniture == 0) return std::string(line);
            // After furniture, menu entries may follow: a title is longer than they are.
            const bool menu = line.find('|') != std::string_view::npos;
            if (!menu && split(line, ' ').size() >= 7 && !find_date(line)) return std::string(line);
        } else if (furniture == 0) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

}  // namespace evigrade::read
