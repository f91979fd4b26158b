#include "read/landmarks.hpp"

#include <array>
#include <utility>
#include <vector>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

constexpr std::array<std::pair<std::string_view, LayoutRole>, 11> roles{{
    {"navigation", LayoutRole::navigation},
    {"advert", LayoutRole::advert},
    {"author_box", LayoutRole::author_box},
    {"related", LayoutRole::related},
    {"comment", LayoutRole::comment},
    {"forum", LayoutRole::forum},
    {"legal", LayoutRole::legal},
    {"byline", LayoutRole::byline},
    {"reference", LayoutRole::reference},
    {"footnote", LayoutRole::footnote},
    {"caption", LayoutRole::caption},
}};

Landmark landmark_of(std::string_view effect) {
    if (effect == "drop") return {Landmark::Effect::drop, LayoutRole::navigation};
    if (effect == "heading") return {Landmark::Effect::heading, LayoutRole::heading};
    for (const auto& [name, role] : roles) {
        if (name == effect) return {Landmark::Effect::role, role};
    }
    return {};
}

/// "relatedPosts_list" becomes "related-posts-list".
std::string dashed(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (is_ascii_upper(c) && i > 0 && is_ascii_lower(name[i - 1])) out += '-';
        out += c == '_' ? '-' : ascii_lower(c);
    }
    return out;
}

}  // namespace

Landmarks::Landmarks(const Data& data) {
    const Table table(data.find("cues/landmarks.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view match = table.at(row, "match");
        Names& names = match == "element" ? elements_ : match == "role" ? roles_ : match == "name" ? names_ : words_;
        names.emplace(table.at(row, "value"), landmark_of(table.at(row, "layout_role")));
    }
}

std::optional<Landmark> Landmarks::find(const Names& names, std::string_view value) {
    const auto found = names.find(value);
    if (found == names.end()) return std::nullopt;
    return found->second;
}

std::optional<Landmark> Landmarks::one_name(std::string_view name) const {
    const std::string whole = dashed(name);
    if (const auto landmark = find(names_, whole)) return landmark;
    const auto words = split(whole, '-');
    for (std::size_t first = 0; first < words.size(); ++first) {
        for (std::size_t last = first; last < words.size() && last < first + 3; ++last) {
            const char* end = words[last].data() + words[last].size();
            const std::string_view phrase(words[first].data(), static_cast<std::size_t>(end - words[first].data()));
            if (const auto landmark = find(words_, phrase)) return landmark;
        }
    }
    return std::nullopt;
}

std::optional<Landmark> Landmarks::named(std::string_view class_or_id) const {
    constexpr std::size_t most_names = 32;
    std::size_t names = 0;
    for (const auto name : split(class_or_id.substr(0, 1024), ' ')) {
        if (const auto landmark = one_name(name)) return landmark;
        if (++names == most_names) break;
    }
    return std::nullopt;
}

}  // namespace evigrade::read
