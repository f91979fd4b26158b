#include "bench/reference_style.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::bench {

using link::Part;

Sheet& Sheet::put(Part part, std::string_view text) {
    text_ += text;
    parts_.insert(parts_.end(), text.size(), part);
    return *this;
}

Labelled Sheet::labelled() const {
    Labelled out;
    out.text = text_;
    out.found = link::tokenise_reference(text_);
    for (const auto& token : out.found.tokens)
        out.labels.push_back(token.kind == link::TokenKind::identifier ? Part::identifier : parts_[token.begin]);
    return out;
}

namespace {

std::string with_stops(const std::string& initials, std::string_view between) {
    std::string out;
    for (std::size_t at = 0; at < initials.size();) {
        const auto length = decode(initials, at).length;
        if (!out.empty()) out += between;
        out += initials.substr(at, length) + ".";
        at += length;
    }
    return out;
}

std::string given_of(const Person& person, NameStyle::Given style) {
    switch (style) {
        case NameStyle::Given::packed:
            return person.initials;
        case NameStyle::Given::stops:
            return with_stops(person.initials, "");
        case NameStyle::Given::spaced_stops:
            return with_stops(person.initials, " ");
        case NameStyle::Given::written_out:
            return person.given;
        case NameStyle::Given::mixed: {
            const auto first = person.initials.empty() ? 0U : decode(person.initials, 0).length;
            return person.initials.size() > first ? person.given + " " + person.initials.substr(first) : person.given;
        }
    }
    return {};
}

std::string loud(std::string text) {
    for (char& c : text) c = is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

}  // namespace

void put_title(Sheet& sheet, const std::string& title, unsigned quoted_percent, std::string_view after) {
    struct Quotes {
        std::string_view open, close;
    };
    static const std::vector<Quotes> kinds{{"\"", "\""},         {"\u201C", "\u201D"}, {"\u2018", "\u2019"},
                                           {"'", "'"},           {"\u201E", "\u201C"}, {"\u00AB ", " \u00BB"},
                                           {"\u201C", "\u201D"}, {"\u2018", "\u2019"}};
    if (!sheet.chance(quoted_percent)) {
        sheet.put(Part::title, title + std::string(after));
        return;
    }
    const Quotes& quotes = sheet.any(kinds);
    const bool inside = sheet.chance(40);
    const std::string_view blank = after.ends_with(' ') ? " " : "";
    const std::string mark(after.substr(0, after.size() - blank.size()));
    sheet.put(Part::title, std::string(quotes.open) + title + (inside ? mark : "") + std::string(quotes.close) +
                               (inside ? "" : mark) + std::string(blank));
}

void put_people(Sheet& sheet, const std::vector<Person>& people, const NameStyle& style, bool editors) {
    const Part family = editors ? Part::editor_family : Part::family;
    const Part rest = editors ? Part::editor : Part::given;
    const std::size_t n = std::min(people.size(), style.most);
    for (std::size_t i = 0; i < n; ++i) {
        if (i > 0) sheet.put(rest, i + 1 == people.size() ? style.last : style.between);
        const std::string given = given_of(people[i], style.given);
        const bool inverted =
            style.order == NameStyle::Order::family_first || (style.order == NameStyle::Order::first_inverted && i == 0);
        const std::string name = style.loud ? loud(people[i].family) : people[i].family;
        if (inverted) {
            sheet.put(family, name);
            if (!given.empty()) sheet.put(rest, style.between_family_and_given + given);
        } else {
            if (!given.empty()) sheet.put(rest, given + " ");
            sheet.put(family, name);
        }
    }
    if (n < people.size()) sheet.put(rest, style.et_al);
}

}  // namespace evigrade::bench
