#include "read/front_matter.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "evigrade/base/text.hpp"
#include "read/take_line.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t longest_front_matter = std::size_t{64} << 10;

std::string_view unquoted(std::string_view value) {
    value = trim(value);
    if (value.ends_with(',')) value = trim(value.substr(0, value.size() - 1));
    const bool quoted =
        value.size() >= 2 && value.front() == value.back() && (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

/// One key with its value, or with its list of values.
struct Entry {
    std::string key;
    std::vector<std::string> values;
};

std::vector<std::string> values_of(std::string_view value) {
    value = trim(value);
    std::vector<std::string> values;
    if (value.size() >= 2 && value.front() == '[' && value.back() == ']') {
        for (const auto part : split(value.substr(1, value.size() - 2), ',')) values.emplace_back(unquoted(part));
    } else if (!value.empty() && value != "|" && value != ">" && value != ">-" && value != "|-") {
        values.emplace_back(unquoted(value));
    }
    return values;
}

std::vector<Entry> entries_of(std::string_view lines) {
    std::vector<Entry> entries;
    while (!lines.empty()) {
        const std::string_view line = take_line(lines);
        const std::string_view content = trim(line);
        if (content.empty() || content.starts_with('#')) continue;
        const bool indented = is_ascii_space(line.front());
        if (content.starts_with("- ") && !entries.empty()) {
            std::string_view value = unquoted(content.substr(2));
            if (value.starts_with("name:")) value = unquoted(value.substr(5));
            entries.back().values.emplace_back(value);
        } else if (indented && !entries.empty()) {
            if (content.starts_with("name:")) {
                entries.back().values.emplace_back(unquoted(content.substr(5)));
            } else if (!entries.back().values.empty() && content.find(": ") == std::string_view::npos) {
                entries.back().values.back() += ' ' + std::string(unquoted(content));
            } else if (content.find(": ") == std::string_view::npos) {
                entries.back().values.emplace_back(unquoted(content));
            }
        } else if (const auto colon = content.find_first_of(":="); colon != std::string_view::npos) {
            entries.push_back({lower(unquoted(content.substr(0, colon))), values_of(content.substr(colon + 1))});
        }
    }
    return entries;
}

void use(const Entry& entry, Page& page) {
    if (entry.values.empty() || entry.values.front().empty()) return;
    const std::string& first = entry.values.front();
    const auto is = [&](auto... names) { return ((entry.key == names) || ...); };
    if (is("title")) page.citation_title = squeeze(first);
    if (is("author", "authors", "by"))
        for (const auto& author : entry.values) page.authors.push_back(squeeze(author));
    if (is("date", "published", "publishdate", "pubdate", "date_published")) page.published = first;
    if (is("lang", "language", "locale")) page.language = first;
    if (is("canonical", "canonical_url", "url", "source_url") && first.starts_with("http")) page.url = first;
    if (is("doi")) page.doi = first;
    if (is("layout", "type")) page.kinds.push_back("layout:" + lower(first));
}

}  // namespace

std::string_view take_front_matter(std::string_view text, Page& page) {
    std::string_view rest = text;
    const std::string_view fence = trim(take_line(rest));
    if ((fence != "---" && fence != "+++") || text.starts_with(' ')) return text;
    const std::string_view body = rest;
    while (!rest.empty()) {
        const auto at = static_cast<std::size_t>(rest.data() - body.data());
        if (at > longest_front_matter) return text;
        const std::string_view line = trim(take_line(rest));
        if (line != fence && !(fence == "---" && line == "...")) continue;
        const auto entries = entries_of(body.substr(0, at));
        if (entries.empty()) return text;
        for (const Entry& entry : entries) use(entry, page);
        return rest;
    }
    return text;
}

}  // namespace evigrade::read
