// What works of some kinds keep elsewhere than an article does: patents, laws, preprints, newspapers.
#include <algorithm>
#include <string>

#include "evigrade/base/text.hpp"
#include "link/reference_mending.hpp"

namespace evigrade::link {

/// The number of a patent is no volume, and its office no journal; "Upjohn Co, assignee." owns it and wrote nothing.
void ReferenceMender::read_patent(BibItem& item) const {
    cut_title(patents_, item);
    constexpr std::string_view owner = "assignee. ";
    if (item.title && starts_with_ignoring_case(*item.title, owner)) {
        item.title->erase(0, owner.size());
        if (item.authors.size() > 1) item.authors.pop_back();
    }
    const std::string container = lower(item.container_title.value_or(""));
    if (std::any_of(patents_.begin(), patents_.end(), [&](auto words) { return container.starts_with(words); }))
        item.container_title.reset();
    item.volume.reset();
    item.issue.reset();
    item.page.reset();
}

/// "Minoxidil. medRxiv 2021.03.01": the title ends before the server, whose number tells the year.
void ReferenceMender::part_preprint(std::string_view text, BibItem& item) const {
    if (item.container_title || !item.title) return;
    const std::string low = lower(*item.title);
    for (const std::string_view server : preprints_) {
        const std::size_t at = low.rfind(server);
        if (at == std::string::npos || at < 3 || low[at - 1] != ' ' || low[at - 2] != '.') continue;
        item.container_title = item.title->substr(at, server.size());
        item.title->resize(at - 2);
        const std::size_t behind = lower(text).find(std::string(server) + " 20");
        if (item.issued || behind == std::string::npos) return;
        const std::string_view year = text.substr(behind + server.size() + 1, 4);
        if (year.size() == 4 && std::all_of(year.begin(), year.end(), is_ascii_digit))
            item.issued = Date{std::stoi(std::string(year)), std::nullopt, std::nullopt};
        return;
    }
}

/// "Apotheken Umschau, 12. März 2020": the day of a date is no volume, and its month no place.
void ReferenceMender::drop_day(std::string_view text, BibItem& item) const {
    if (!item.volume || item.issue || item.page || item.volume->size() > 2) return;
    const std::string low = lower(text);
    const bool day = std::any_of(seasons_.begin(), seasons_.end(), [&](std::string_view month) {
        return low.find(" " + *item.volume + ". " + std::string(month) + " ") != std::string::npos;
    });
    if (!day) return;
    item.volume.reset();
    const std::string place = lower(item.publisher_place.value_or(""));
    if (std::find(seasons_.begin(), seasons_.end(), place) != seasons_.end()) item.publisher_place.reset();
}

/// A law is called what stands in front of its first full stop, and stands in no journal.
void read_law(std::string_view text, BibItem& item) {
    std::size_t end = text.size();
    for (std::size_t at = 1; at + 2 < text.size(); ++at) {
        const bool stops = text[at] == '.' && is_ascii_space(text[at + 1]) && is_ascii_alnum(text[at + 2]);
        if (stops && is_ascii_lower(text[at - 1])) {
            end = at;
            break;
        }
    }
    std::string_view title = trim(text.substr(0, end));
    while (title.ends_with('.')) title.remove_suffix(1);
    item.title = squeeze(title);
    item.authors.clear();
    item.container_title.reset();
    item.volume.reset();
    item.issue.reset();
}

}  // namespace evigrade::link
