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

void Renderer::hear(const ReferenceRow& row, const Labelled& labelled) {
    if (const std::string title = text_of(row, "title"); title.size() > 12 && title.size() < 110) titles_.push_back(title);
    if (Imprint imprint{text_of(row, "publisher"), text_of(row, "place")}; !imprint.publisher.empty() && !imprint.place.empty())
        imprints_.push_back(std::move(imprint));
    for (const auto& name :
         link::names_of(labelled.text, labelled.found.tokens, labelled.labels, Part::family, Part::given).names) {
        if (!name.given) continue;
        const std::string first = name.given->substr(0, name.given->find(' '));
        if (first.size() >= 3 && is_ascii_upper(first[0]) && is_ascii_lower(first[1]) && is_ascii_lower(first[2]) &&
            first.find('.') == std::string::npos)
            given_names_[first[0]].push_back(first);
    }
}

std::vector<Person> Renderer::people_of(const Labelled& labelled, Part family, Part rest, Sheet& sheet) {
    std::vector<Person> out;
    for (const auto& name : link::names_of(labelled.text, labelled.found.tokens, labelled.labels, family, rest).names) {
        Person person;
        person.family = name.literal ? *name.literal : (name.particle ? *name.particle + " " : "") + name.family.value_or("");
        if (name.given) person.initials = initials_of(*name.given);
        if (person.initials.size() > 6) person.initials.resize(1);
        if (!person.initials.empty()) {
            const auto known = given_names_.find(person.initials[0]);
            person.given = known == given_names_.end() ? "Jan" : sheet.any(known->second);
        }
        out.push_back(std::move(person));
    }
    return out;
}

/// "Title", "Title: Subtitle", "Title. Subtitle"; most books have few words.
std::string Renderer::book_title(Sheet& sheet) const {
    std::string title = sheet.any(titles_);
    if (title.ends_with('.')) title.pop_back();
    if (title.size() > 45 && sheet.chance(50)) {
        if (const auto cut = title.find_first_of(":,", 12); cut != std::string::npos) title.resize(cut);
    }
    if (title.size() < 50 && sheet.chance(30)) title += (sheet.chance(75) ? ": " : ". ") + sheet.any(titles_);
    if (title.ends_with('.')) title.pop_back();
    return sheet.chance(65) ? title_case(title) : title;
}

std::optional<Labelled> Renderer::invent(const ReferenceRow& row, const Labelled& labelled) {
    static const std::vector<Imprint> known{
        {"VS Verlag für Sozialwissenschaften", "Wiesbaden"}, {"Campus", "Frankfurt am Main"}, {"Leske + Budrich", "Opladen"},
        {"Suhrkamp", "Frankfurt a.M."}, {"Nomos", "Baden-Baden"}, {"Oxford University Press", "Oxford"},
        {"Cambridge University Press", "Cambridge"}, {"Sage", "London"}, {"Routledge", "London and New York"},
        {"Beltz", "Weinheim/Basel"}, {"Springer VS", "Wiesbaden"}, {"Academic Press", "San Diego, CA"},
        {"Harvard University Press", "Cambridge, Mass."}, {"Presses Universitaires", "Paris"}, {"Westdeutscher Verlag", "Opladen"},
        {"Palgrave Macmillan", "Basingstoke"}, {"Edward Elgar", "Cheltenham"}, {"Penguin", "Harmondsworth, Middlesex"}};
    Sheet sheet(random_);
    Work work;
    work.authors = people_of(labelled, Part::family, Part::given, sheet);
    work.title = text_of(row, "title");
    work.year = text_of(row, "year");
    if (work.authors.empty() || work.title.empty() || work.year.empty() || people_.empty()) return std::nullopt;
    if (work.authors.size() > 3) work.authors.resize(1 + random_() % 3);
    if (work.title.ends_with('.')) work.title.pop_back();
    const Imprint& imprint = imprints_.empty() || sheet.chance(50) ? sheet.any(known) : sheet.any(imprints_);
    work.publisher = sheet.chance(85) ? imprint.publisher : "";
    work.place = sheet.chance(85) || work.publisher.empty() ? imprint.place : "";
    if (sheet.chance(55)) {
        work.container = book_title(sheet);
        if (sheet.chance(80)) work.pages = std::to_string(1 + random_() % 290) + (sheet.chance(60) ? "-" : "\u2013");
        if (!work.pages.empty()) work.pages += std::to_string(300 + random_() % 99);
        if (sheet.chance(80)) {
            for (std::size_t n = 1 + random_() % 4; n > 0; --n) work.editors.push_back(sheet.any(people_));
        }
        write_chapter(sheet, work);
    } else if (sheet.chance(25)) {
        write_thesis(sheet, work);
    } else {
        work.title = sheet.chance(50) ? book_title(sheet) : work.title;
        if (sheet.chance(20)) std::swap(work.authors, work.editors);
        write_book(sheet, work);
    }
    Labelled out = sheet.labelled();
    if (out.found.tokens.empty()) return std::nullopt;
    return out;
}

std::optional<Labelled> Renderer::render(const ReferenceRow& row, const Labelled& labelled) {
    Sheet sheet(random_);
    Work work;
    work.authors = people_of(labelled, Part::family, Part::given, sheet);
    work.editors = people_of(labelled, Part::editor_family, Part::editor, sheet);
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
