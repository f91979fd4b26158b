#include "read/metadata.hpp"

#include <algorithm>
#include <vector>

#include "evigrade/base/text.hpp"
#include "read/byline.hpp"
#include "read/dates.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t head_bytes = 4000;  ///< titles, bylines and dates stand within this
constexpr std::size_t longest_title = 300;

std::vector<std::string_view> head_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (const auto line : split_exact(text.substr(0, head_bytes), '\n')) lines.push_back(trim(line));
    return lines;
}

/// "How it works | My Clinic" without the site's name.
std::string without_site(const std::string& title, const std::optional<std::string>& site) {
    for (const std::string_view bar : {" | ", " – ", " — ", " - ", " :: ", " » ", " · "}) {
        const std::size_t at = title.rfind(bar);
        if (at == std::string::npos || at == 0) continue;
        const std::string tail = title.substr(at + bar.size());
        if ((site && fold(tail) == fold(*site)) || (at > tail.size() && bar != " - ")) return title.substr(0, at);
    }
    return title;
}

/// "How it works -", as pages say whose site's name was left out.
std::string without_trailing_dash(std::string_view title) {
    while (title.ends_with('-') || title.ends_with(' ') || title.ends_with('|')) title.remove_suffix(1);
    return std::string(title);
}

/// The first-level heading that says what the page's own title says; else the first.
std::optional<std::string> best_heading(const Page& page) {
    const std::string stated = fold(page.headline.value_or("") + ' ' + page.title_element.value_or(""));
    for (const std::string& heading : page.headings) {
        const std::string folded = fold(heading);
        if (folded.size() >= 8 && stated.find(folded) != std::string::npos) return heading;
    }
    if (page.headings.empty() || page.headings.front().size() > longest_title) return std::nullopt;
    return page.headings.front();
}

/// The block that prints the title, so that nobody takes it for a section.
void mark_title_block(Article& article) {
    if (!article.title) return;
    const std::string wanted = fold(*article.title);
    constexpr std::size_t looked_at = 60;
    for (std::size_t i = 0; i < article.layout.size() && i < looked_at; ++i) {
        LayoutBlock& block = article.layout[i];
        if (block.role == LayoutRole::title) return;
        if (block.role != LayoutRole::heading || block.span.size() > longest_title) continue;
        if (fold(block.span.in(article.text)) != wanted) continue;
        block.role = LayoutRole::title;
        block.level = 1;
        return;
    }
}

std::optional<std::string> primary_tag(std::string_view language) {
    const std::string tag = lower(language.substr(0, language.find_first_of("-_ ,")));
    const bool letters = std::all_of(tag.begin(), tag.end(), is_ascii_lower);
    if (!letters || tag.size() < 2 || tag.size() > 3) return std::nullopt;
    return tag;
}

std::optional<std::string> doi_in(std::string_view text) {
    const std::size_t at = text.find("10.");
    if (at == std::string_view::npos || text.find('/', at) == std::string_view::npos) return std::nullopt;
    std::string_view doi = text.substr(at, text.find_first_of(" \n\t\"<>", at) - at);
    while (!doi.empty() && std::string_view(".,;)").find(doi.back()) != std::string_view::npos) doi.remove_suffix(1);
    return std::string(doi);
}

}  // namespace

Metadata::Metadata(const Data& data) : languages_(data), source_types_(data) {
    const Table table(data.find("cues/bylines.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::string cue = fold(table.at(row, "cue"));
        longest_byline_ = std::max(longest_byline_, cue.size());
        bylines_.emplace(std::move(cue), table.at(row, "kind"));
    }
}

std::string_view Metadata::kind_of_byline(std::string_view words) const {
    const std::size_t longest_written = 3 * longest_byline_;  // folding drops marks and runs of blanks
    if (words.size() > longest_written) return {};
    const auto found = bylines_.find(fold(words));
    return found == bylines_.end() ? std::string_view() : std::string_view(found->second);
}

bool Metadata::is_no_title(std::string_view line) const {
    return kind_of_byline(line) == "no_title";
}

void Metadata::title(Article& article, const Page& page) const {
    if (page.citation_title) {
        article.title = page.citation_title;
    } else if (const auto heading = best_heading(page)) {
        article.title = heading;
    } else if (page.headline) {
        article.title = without_site(*page.headline, page.site);
    } else if (page.title_element) {
        article.title = without_site(*page.title_element, page.site);
    }
    if (!article.title)
        article.title = title_in_lines(head_lines(article.text), [&](std::string_view line) { return is_no_title(line); });
    if (article.title) article.title = without_trailing_dash(*article.title);
    mark_title_block(article);
}

void Metadata::authors_and_date(Article& article, const Page& page) const {
    for (const std::string& author : page.authors) {
        const bool known = std::find(article.authors.begin(), article.authors.end(), author) != article.authors.end();
        if (!author.empty() && !known && author.find("http") == std::string::npos) article.authors.push_back(author);
    }
    if (page.published) {
        if (const auto date = find_date(std::string_view(*page.published).substr(0, 100))) article.published = date->iso;
    }
    bool under_title = false;
    for (const std::string_view line : head_lines(article.text)) {
        const Byline byline = read_byline(line, [&](std::string_view words) { return kind_of_byline(words); });
        if (article.authors.empty()) article.authors = byline.authors;
        if (article.authors.empty() && under_title) article.authors = names_alone(line);
        if (!line.empty()) under_title = article.title && line == *article.title;
        if (!article.published && byline.published) article.published = byline.published;
    }
}

void Metadata::describe(Article& article, const Page& page) const {
    title(article, page);
    authors_and_date(article, page);
    if (page.language) article.language = primary_tag(*page.language);
    if (!article.language) article.language = languages_.guess(article.text);
    article.url = page.url;
    if (page.doi) article.doi = doi_in(*page.doi);
    source_types_.decide(article, page);
}

}  // namespace evigrade::read
