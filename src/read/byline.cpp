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

/// A person's or a desk's name: a few capitalised words.
std::optional<std::string> name_in(std::string_view text) {
    while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
    for (const std::string_view stop : {" | ", " on ", ", ", " - ", " – ", " • ", ";", " and ", " in "})
        text = text.substr(0, text.find(stop));
    text = trim(text);
    const auto words = split(text, ' ');
    if (words.size() < 2 || words.size() > 5 || text.size() > 60 || text.ends_with('.')) return std::nullopt;
    const auto capital = [](std::string_view word) { return is_upper(decode(word, 0).value) || word.size() <= 3; };
    if (!std::all_of(words.begin(), words.end(), capital)) return std::nullopt;
    return std::string(text);
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
    if (cue.kind == "author" && line.size() <= longest_line) byline.author = name_in(head.substr(cue.at));
    const auto date = find_date(head);
    if (!date) return byline;
    const bool alone = head.size() <= date->end - date->begin + 12 && date->has_day;
    const bool announced = cue.kind == "published" && date->begin <= cue.at + 30;
    const bool beside_author = cue.kind == "author" && line.size() <= longest_line && date->has_day;
    if (announced || alone || beside_author || (date->has_day && is_dateline(head, *date))) byline.published = date->iso;
    return byline;
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
