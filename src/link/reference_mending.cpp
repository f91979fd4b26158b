#include "link/reference_mending.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "evigrade/base/text.hpp"

namespace evigrade::link {

ReferenceMender::ReferenceMender(const Data& data) {
    const Table table(data.find("cues/reference_words.tsv").value_or(std::string_view()));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view role = table.at(row, "role");
        auto& words = role == "organisation" ? bodies_
                      : role == "genre"      ? genres_
                      : role == "season"     ? seasons_
                      : role == "series"     ? series_
                      : role == "preprints"  ? preprints_
                                             : patents_;
        for (const std::string_view word : split(table.at(row, "words"), '|')) words.push_back(word);
    }
}

/// Several words, capitals but for small connectives, one of them a word of bodies.
bool ReferenceMender::names_a_body(std::string_view name) const {
    bool known = false;
    std::size_t count = 0;
    for (const std::string_view word : split(name, ' ')) {
        if (word.size() > 4 && !is_upper(decode(word, 0).value)) return false;
        ++count;
        const std::string_view last = word.substr(word.rfind('-') + 1);  // "Koch-Institut"
        known = known || std::any_of(bodies_.begin(), bodies_.end(), [&](std::string_view body) {
                    return equals_ignoring_case(word, body) || equals_ignoring_case(last, body);
                });
    }
    return known && count >= 2 && name.find_first_of(".,;:/0123456789") == std::string_view::npos;
}

/// The names that were read lie side by side in the text, nothing but words between them.
void ReferenceMender::join_body(std::string_view text, BibItem& item) const {
    if (item.authors.empty() || item.authors.size() > 3 || item.et_al) return;
    std::size_t begin = text.size();
    std::size_t end = 0;
    for (const Name& name : item.authors) {
        for (const auto& part : {name.given, name.family, name.particle}) {
            if (!part) continue;
            const std::size_t at = text.find(*part);
            if (at == std::string_view::npos) return;
            begin = std::min(begin, at);
            end = std::max(end, at + part->size());
        }
    }
    if (begin >= end || !names_a_body(text.substr(begin, end - begin))) return;
    Name body;
    body.literal = squeeze(text.substr(begin, end - begin));
    item.authors.assign(1, body);
}

/// "World Health Organization. Diabetes" where nobody else is named.
void ReferenceMender::take_body_from_title(BibItem& item) const {
    if (!item.authors.empty() || !item.editors.empty() || !item.title) return;
    const std::size_t stop = item.title->find(". ");
    if (stop == std::string::npos || !names_a_body(std::string_view(*item.title).substr(0, stop))) return;
    Name body;
    body.literal = item.title->substr(0, stop);
    item.authors.push_back(body);
    item.title->erase(0, stop + 2);
}

/// Cuts the title before one of the words, where a mark parts it from what is before.
void ReferenceMender::cut_title(const std::vector<std::string_view>& words, BibItem& item) const {
    if (!item.title) return;
    const std::string low = lower(*item.title);
    std::size_t cut = std::string::npos;
    for (const std::string_view word : words) {
        const std::size_t at = low.find(word);
        if (at == std::string::npos || at < 4 || low[at - 1] != ' ') continue;
        if (low[at - 2] == '.' || low[at - 2] == ',' || low[at - 2] == ';') cut = std::min(cut, at - 2);
    }
    if (cut != std::string::npos) item.title->resize(cut);
}

/// "Foreign Affairs, January/February" is Foreign Affairs.
void ReferenceMender::cut_season(BibItem& item) const {
    if (!item.container_title) return;
    const std::size_t comma = item.container_title->rfind(", ");
    if (comma == std::string::npos) return;
    const auto said = split(std::string_view(*item.container_title).substr(comma + 2), '/');
    const bool seasons = !said.empty() && std::all_of(said.begin(), said.end(), [&](std::string_view word) {
        return std::any_of(seasons_.begin(), seasons_.end(),
                           [&](std::string_view season) { return equals_ignoring_case(word, season); });
    });
    if (seasons) item.container_title->resize(comma);
}

namespace {

/// A book that is named by its editors alone, since the list has it elsewhere.
void read_pointer(std::string_view text, BibItem& item) {
    if (!item.container_title || !item.page || item.volume || item.publisher || !item.editors.empty()) return;
    const auto names = split(*item.container_title, '/');
    if (names.size() < 2 || lower(text).find("in: " + lower(*item.container_title)) == std::string::npos) return;
    for (const std::string_view name : names) {
        if (name.empty() || name.find(' ') != std::string_view::npos || !is_upper(decode(name, 0).value)) return;
    }
    for (const std::string_view name : names) {
        Name editor;
        editor.family = std::string(name);
        item.editors.push_back(editor);
    }
    item.container_title.reset();
}

}  // namespace

void ReferenceMender::mend(std::string_view text, BibItem& item) const {
    join_body(text, item);
    take_body_from_title(item);
    cut_title(genres_, item);
    if (item.container_title && equals_ignoring_case(*item.container_title, "in")) item.container_title.reset();
    cut_season(item);
    read_pointer(text, item);
    if (item.type == ItemType::article_journal && is_site(item)) item.type = ItemType::webpage;
    drop_day(text, item);
    if (item.type == ItemType::article) part_preprint(text, item);
    if (item.type == ItemType::legislation) read_law(text, item);
    if (item.type == ItemType::patent) read_patent(item);
}

}  // namespace evigrade::link
