#include "read/source_type.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t looked_at = 200000;  ///< bytes at the head of a text; a page shows its kind by then
constexpr int least = 3;                   ///< points that a type needs
constexpr std::size_t types = Names<SourceType>::values.size();

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_prose_page(const Article& article) {
    constexpr std::size_t a_page = 800;
    return article.text.size() >= a_page && article.format != ArticleFormat::pdf;
}

/// A line as cues are held against it: lower case, without the number and the colon of a heading.
std::string line_key(std::string_view line) {
    line = trim(line);
    while (!line.empty() && (is_ascii_digit(line.front()) || line.front() == '.' || line.front() == ' '))
        line.remove_prefix(1);
    while (line.ends_with(':') || line.ends_with('.')) line.remove_suffix(1);
    return lower(line);
}

}  // namespace

SourceTypes::SourceTypes(const Data& data) {
    const Table table(data.find("cues/source_types.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto type = from_text<SourceType>(table.at(row, "source_type"));
        if (!type) continue;
        const std::size_t index = cues_.size();
        const std::string_view place = table.at(row, "where");
        cues_.push_back({*type, std::string(table.at(row, "cue")), number(table.at(row, "weight"))});
        if (place == "text") in_text_.add(cues_.back().text, index);
        if (place == "line") as_line_.emplace(line_key(cues_.back().text), index);
        if (place == "title") in_title_.add(cues_.back().text, index);
        if (place == "url") in_url_.push_back(index);
        if (place == "kind") in_kind_.push_back(index);
    }
}

std::vector<std::size_t> SourceTypes::in_lines(std::string_view text) const {
    constexpr std::size_t longest = 60;
    std::vector<std::size_t> found;
    for (const auto line : split_exact(text, '\n')) {
        if (line.size() > longest || trim(line).empty()) continue;
        const auto cue = as_line_.find(line_key(line));
        if (cue != as_line_.end() && std::find(found.begin(), found.end(), cue->second) == found.end())
            found.push_back(cue->second);
    }
    return found;
}

void SourceTypes::decide(Article& article, const Page& page) const {
    std::vector<std::size_t> found = in_title_.find(article.title.value_or(""));
    for (const std::size_t cue : in_kind_) {
        if (std::find(page.kinds.begin(), page.kinds.end(), cues_[cue].text) != page.kinds.end()) found.push_back(cue);
    }
    const std::string url = lower(article.url.value_or(""));
    for (const std::size_t cue : in_url_) {
        if (!url.empty() && url.find(cues_[cue].text) != std::string::npos) found.push_back(cue);
    }
    const std::string_view text = std::string_view(article.text).substr(0, looked_at);
    for (const std::size_t cue : in_text_.find(text)) found.push_back(cue);
    for (const std::size_t cue : in_lines(text)) found.push_back(cue);

    std::array<int, types> points{};
    for (const std::size_t cue : found) points[static_cast<std::size_t>(cues_[cue].type)] += cues_[cue].weight;
    const auto best = std::max_element(points.begin(), points.end());
    if (*best < least) {
        article.source_type = is_prose_page(article) ? SourceType::blog : SourceType::unknown;
        article.source_type_reason = is_prose_page(article)
                                         ? "a page of prose without signs of a journal, a news desk, a clinic or a shop"
                                         : "no cue";
        return;
    }
    article.source_type = static_cast<SourceType>(best - points.begin());
    std::vector<const Cue*> reasons;
    for (const std::size_t cue : found) {
        if (cues_[cue].type == article.source_type) reasons.push_back(&cues_[cue]);
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Cue* a, const Cue* b) { return a->weight > b->weight; });
    for (std::size_t i = 0; i < reasons.size() && i < 3; ++i)
        article.source_type_reason += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", reasons[i]->text);
}

}  // namespace evigrade::read
