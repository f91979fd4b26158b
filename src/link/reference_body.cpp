// Who wrote a page that no person signed.
#include <algorithm>
#include <string>

#include "evigrade/base/text.hpp"
#include "link/reference_mending.hpp"

namespace evigrade::link {
namespace {

constexpr std::size_t longest_lead = 90;

/// How much of the text is the short name of a state in front of a body's: "U.S. Food and Drug Administration".
std::size_t state_of(std::string_view text) {
    return text.starts_with("U.S. ") || text.starts_with("U.K. ") ? 5 : 0;
}

/// What stands in front of the first full stop or bracket. Empty where a comma or colon comes first, or nothing parts it.
std::string_view lead_of(std::string_view text) {
    for (std::size_t at = state_of(text) + 1; at + 1 < std::min(text.size(), longest_lead); ++at) {
        if (text[at] == ',' || text[at] == ':' || text[at] == ';') return {};
        if (text[at] == '(') return trim(text.substr(0, at));
        if (text[at] == '.' && is_ascii_space(text[at + 1])) return text.substr(0, at);
    }
    return {};
}

/// "www.my.mayoclinic.org" as "my", "mayoclinic".
std::vector<std::string> labels_of_host(std::string_view url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    const std::string host = lower(url.substr(begin + 3, url.find_first_of("/?#", begin + 3) - begin - 3));
    std::vector<std::string> out;
    for (const std::string_view label : split(host, '.')) {
        if (label != "www") out.emplace_back(label);
    }
    if (!out.empty()) out.pop_back();  // "org"
    return out;
}

/// Whether a page's host is called like the name: whole, by its initials, or by the long words of it.
bool hosts(const std::vector<std::string>& labels, std::string_view name) {
    constexpr std::size_t telling = 6;
    std::string whole;
    std::string initials;
    const std::string folded = fold(name);
    for (const std::string_view word : split(folded, ' ')) {
        whole += word;
        if (word != "of" && word != "the" && word != "and" && word != "for") initials += word.front();
    }
    return std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
        if (label.size() < 3) return false;
        return label == whole || label == initials || (label.size() >= telling && whole.find(label) != std::string::npos) ||
               (whole.size() >= telling && label.find(whole) != std::string::npos);
    });
}

/// "NHS", "WHO": letters that are no one's family name.
bool is_acronym(std::string_view name) {
    return name.size() >= 3 && name.size() <= 5 && std::all_of(name.begin(), name.end(), is_ascii_upper);
}

/// "Harris J", "Levy L": the last word is initials.
bool ends_with_initials(std::string_view name) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos) return false;
    const std::string_view last = name.substr(space + 1);
    return last.size() <= 3 && std::all_of(last.begin(), last.end(), is_ascii_upper);
}

/// Behind the lead, "(2020, June 4)." and marks.
std::string_view behind_lead(std::string_view text, std::size_t lead) {
    std::string_view rest = text.substr(lead);
    const auto skip = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(" .:"), rest.size())); };
    skip();
    if (rest.starts_with('(')) {
        rest.remove_prefix(std::min(rest.find(')'), rest.size() - 1) + 1);
        skip();
    }
    return rest;
}

/// The sentence at the start of the text, without its full stop.
std::string_view first_sentence(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (!is_ascii_space(text[at + 1])) continue;
        if (text[at] == '?' || text[at] == '!') return text.substr(0, at + 1);
        if (text[at] == '.') return text.substr(0, at);
    }
    return {};
}

}  // namespace

/// "Clinical guideline CG153" is a series of a body, and no journal.
void ReferenceMender::drop_series(BibItem& item) const {
    const std::string container = lower(item.container_title.value_or(""));
    const bool series =
        std::any_of(series_.begin(), series_.end(), [&](std::string_view words) { return container.starts_with(words); });
    if (!series) return;
    item.container_title.reset();
    item.volume.reset();
    item.issue.reset();
}

void ReferenceMender::prepare(std::string_view text, BibItem& item) const {
    lead_with_body(text, item);
    drop_series(item);
}

void ReferenceMender::lead_with_body(std::string_view text, BibItem& item) const {
    const std::string_view lead = lead_of(text);
    if (lead.empty() || ends_with_initials(lead) || !is_upper(decode(lead, 0).value)) return;
    const bool named = is_acronym(lead) || names_a_body(lead.substr(state_of(lead)));
    if (!named && !hosts(labels_of_host(item.url.value_or("")), lead)) return;
    const bool signed_by_people = std::any_of(item.authors.begin(), item.authors.end(), [&](const Name& name) {
        return name.given && name.family && lead.find(*name.family) == std::string_view::npos;
    });
    if (signed_by_people) return;
    Name body;
    body.literal = squeeze(lead);
    auto& signs = item.authors.empty() && !item.editors.empty() ? item.editors : item.authors;
    signs.assign(1, body);
    item.et_al = false;
    const bool told_twice = text.substr(lead.size()).find(lead) != std::string_view::npos;
    if (item.publisher && !told_twice && lead.find(*item.publisher) != std::string_view::npos) item.publisher.reset();
    if (item.container_title && !told_twice && lead.find(*item.container_title) != std::string_view::npos)
        item.container_title.reset();
    if (item.title && item.title->starts_with(lead) && item.title->size() > lead.size() + 2)
        item.title->erase(0, lead.size() + 2);
    if (item.title && lead.find(*item.title) == std::string_view::npos) return;
    const std::string_view title = first_sentence(behind_lead(text, lead.size()));
    item.title = title.empty() ? std::nullopt : std::optional(squeeze(title));
    if (item.title && item.publisher_place && item.publisher_place->starts_with(*item.title)) item.publisher_place.reset();
}

bool ReferenceMender::is_site(const BibItem& item) {
    const bool alone = item.url && item.container_title && !item.volume && !item.issue && !item.page;
    return alone && hosts(labels_of_host(*item.url), *item.container_title);
}

}  // namespace evigrade::link
