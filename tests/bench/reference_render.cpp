#include "bench/reference_render.hpp"

#include "bench/reference_style.hpp"
#include "evigrade/base/text.hpp"
#include "link/reference_names.hpp"

namespace evigrade::bench {
namespace {

using link::Part;

std::string text_of(const ReferenceRow& row, const char* field) {
    if (!row.gold.contains(field)) return "";
    const auto& value = row.gold[field];
    return value.is_string() ? value.get<std::string>() : "";
}

/// "Several words of a title" becomes "Several Words Of A Title".
std::string title_case(const std::string& text) {
    std::string out = text;
    for (std::size_t at = 0; at < out.size(); ++at) {
        if ((at == 0 || out[at - 1] == ' ') && is_ascii_lower(out[at])) out[at] = static_cast<char>(out[at] - 'a' + 'A');
    }
    return out;
}

std::string initials_of(std::string_view given) {
    std::string out;
    for (std::size_t at = 0; at < given.size();) {
        const CodePoint c = decode(given, at);
        if (is_upper(c.value)) append_utf8(out, c.value);
        at += c.length;
    }
    return out;
}

}  // namespace

void Renderer::hear(const Labelled& labelled) {
    for (const auto& name :
         link::names_of(labelled.text, labelled.found.tokens, labelled.labels, Part::family, Part::given).names) {
        if (!name.given) continue;
        const std::string first = name.given->substr(0, name.given->find(' '));
        if (first.size() >= 3 && is_ascii_upper(first[0]) && is_ascii_lower(first[1]) && is_ascii_lower(first[2]) &&
            first.find('.') == std::string::npos)
            given_names_[first[0]].push_back(first);
    }
}

std::optional<Labelled> Renderer::render(const ReferenceRow& row, const Labelled& labelled) {
    Sheet sheet(random_);
    const auto people = [&](Part family, Part rest) {
        std::vector<Person> out;
        for (const auto& name : link::names_of(labelled.text, labelled.found.tokens, labelled.labels, family, rest).names) {
            Person person;
            person.family =
                name.literal ? *name.literal : (name.particle ? *name.particle + " " : "") + name.family.value_or("");
            if (name.given) person.initials = initials_of(*name.given);
            if (person.initials.size() > 6) person.initials.resize(1);
            if (!person.initials.empty()) {
                const auto known = given_names_.find(person.initials[0]);
                person.given = known == given_names_.end() ? "Jan" : sheet.any(known->second);
            }
            out.push_back(std::move(person));
        }
        return out;
    };
    Work work;
    work.authors = people(Part::family, Part::given);
    work.editors = people(Part::editor_family, Part::editor);
    people_.insert(people_.end(), work.authors.begin(), work.authors.end());
    if (!row.journal && work.editors.empty() && sheet.chance(55)) {
        for (std::size_t n = 1 + random_() % 3; n > 0 && !people_.empty(); --n) work.editors.push_back(sheet.any(people_));
    }
    work.title = text_of(row, "title");
    work.container = text_of(row, "container");
    work.year = text_of(row, "year");
    work.volume = text_of(row, "volume");
    work.issue = text_of(row, "issue");
    work.pages = text_of(row, "pages");
    work.publisher = text_of(row, "publisher");
    work.place = text_of(row, "place");
    work.doi = text_of(row, "doi");
    if (work.year.empty() || (work.authors.empty() && work.editors.empty())) return std::nullopt;
    if (work.title.ends_with('.')) work.title.pop_back();
    if (sheet.chance(25)) work.title = title_case(work.title);
    if (sheet.chance(10))
        work.issue.clear();
    else if (work.issue.empty() && !work.volume.empty() && sheet.chance(30))
        work.issue = std::to_string(1 + random_() % 12);
    if (sheet.chance(10) && !work.pages.empty()) work.pages = "e" + std::to_string(1000 + random_() % 900000);
    if (sheet.chance(4)) work.pages.clear();
    if (sheet.chance(12)) sheet.put(Part::label, sheet.any(std::vector<std::string>{"[12] ", "3. ", "(7) ", "24 ", "1) "}));
    if (work.container.empty()) {
        if (work.title.empty() || (work.publisher.empty() && work.place.empty())) return std::nullopt;
        write_book(sheet, work);
    } else if (row.journal && work.publisher.empty()) {
        if (work.authors.empty() || work.volume.empty()) return std::nullopt;
        if (!work.title.empty() && sheet.chance(6)) {
            work.place = sheet.any(std::vector<std::string>{"Bonn", "Leeds", "", "", "London", "Cambridge, MA"});
            work.publisher =
                work.place.empty() ? "" : sheet.any(std::vector<std::string>{"IZA", "ISER", "LSE", "CESifo", ""});
            write_working_paper(sheet, work);
        } else {
            write_article(sheet, work);
        }
    } else {
        if (work.authors.empty() || work.title.empty()) return std::nullopt;
        write_chapter(sheet, work);
    }
    Labelled out = sheet.labelled();
    if (out.found.tokens.empty()) return std::nullopt;
    return out;
}

}  // namespace evigrade::bench
