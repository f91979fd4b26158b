// Books and chapters in the styles that reference lists use.
#include "bench/reference_style.hpp"

namespace evigrade::bench {
namespace {

using link::Part;
using Order = NameStyle::Order;
using Given = NameStyle::Given;

NameStyle people_style(Sheet& s, std::size_t n) {
    const Given given =
        s.any(std::vector<Given>{Given::written_out, Given::mixed, Given::spaced_stops, Given::stops, Given::packed});
    const bool packed = given == Given::packed;
    const bool initials = packed || given == Given::stops || given == Given::spaced_stops;
    NameStyle style{s.chance(75)   ? Order::family_first
                    : s.chance(60) ? Order::first_inverted
                                   : Order::given_first,
                    given, packed && s.chance(70) ? " " : ", ", s.any(std::vector<std::string>{", ", "; ", ", ", "/"}), ""};
    style.last =
        s.any(std::vector<std::string>{" and ", ", & ", " & ", initials && n > 2 ? ", and " : " and ", style.between});
    if (s.chance(12)) style.loud = true, style.between_family_and_given = s.chance(60) ? " " : ", ";
    return style;
}

void year(Sheet& s, const Work& w) {
    const int form = static_cast<int>(s.any(std::vector<int>{0, 1, 2, 3, 4}));
    static const char* const before[] = {" (", ", ", " ", ". ", " ("};
    static const char* const after[] = {"). ", ". ", ": ", ". ", "): "};
    const std::string_view lead = before[form];
    const bool bracket = lead.ends_with('(');
    s.put(Part::given, lead.substr(0, lead.size() - (bracket ? 1U : 0U)));
    s.put(Part::date, (bracket ? "(" : "") + w.year + after[form]);
}

void imprint(Sheet& s, const Work& w, bool with_year) {
    const bool bracket = with_year && s.chance(30);
    const Part first = !w.place.empty() ? Part::place : Part::publisher;
    if (bracket) s.put(first, "(");
    if (s.chance(65) || w.place.empty()) {
        if (!w.place.empty()) s.put(Part::place, w.place + (w.publisher.empty() ? "" : s.chance(70) ? ": " : ", "));
        s.put(w.publisher.empty() ? Part::place : Part::publisher, w.publisher);
    } else {
        s.put(Part::publisher, w.publisher + (w.publisher.empty() ? "" : ", ")).put(Part::place, w.place);
    }
    const Part last = w.publisher.empty() ? Part::place : Part::publisher;
    if (with_year) s.put(last, s.chance(75) ? ", " : " ").put(Part::date, w.year);
    s.put(with_year ? Part::date : last, bracket ? ")." : s.chance(85) ? "." : "");
}

void edition(Sheet& s) {
    static const std::vector<std::string> editions{" (2nd ed.)",     ", 4th Edition", ", 2nd edn",
                                                   " (3rd edition)", ". 2. Aufl.",    ". 5th ed"};
    if (s.chance(35)) s.put(Part::other, s.any(editions));
}

}  // namespace

void write_book(Sheet& s, const Work& w) {
    const bool edited = w.authors.empty();
    const auto& people = edited ? w.editors : w.authors;
    const Part rest = edited ? Part::editor : Part::given;
    put_people(s, people, people_style(s, people.size()), edited);
    if (edited)
        s.put(rest, people.size() > 1 ? s.any(std::vector<std::string>{" (Eds.)", " (eds.)", ", eds", " (eds)", " (Hrsg.)"})
                                      : s.any(std::vector<std::string>{" (Ed.)", " (ed.)", ", ed"}));
    const bool late = s.chance(35);
    if (late)
        s.put(rest, s.chance(60) ? ". " : s.chance(50) ? ", " : ": ");
    else if (!edited)
        year(s, w);
    else
        s.put(rest, " ").put(Part::date, "(" + w.year + "). ");
    s.put(Part::title, w.title);
    edition(s);
    s.put(Part::title, s.chance(60) ? ". " : ", ");
    imprint(s, w, late);
    if (s.chance(18)) s.put(Part::pages, s.any(std::vector<std::string>{" pp 411", ", pp. 12-34.", " p. 88", ", pp 3-17"}));
}

void write_chapter(Sheet& s, const Work& w) {
    put_people(s, w.authors, people_style(s, w.authors.size()), false);
    const bool late = s.chance(25);
    if (late)
        s.put(Part::given, s.chance(60) ? ". " : ", ");
    else
        year(s, w);
    put_title(s, w.title, 35, s.chance(65) ? ". " : ", ");
    const bool pages_last = s.chance(45);
    const std::string in = s.any(std::vector<std::string>{"In: ", "In ", "in: ", "In "});
    if (!w.editors.empty()) {
        if (s.chance(12)) {  // the editors may follow their book
            s.put(Part::container, in + w.container)
                .put(Part::editor, s.any(std::vector<std::string>{", ed. ", ", edited by ", ". Ed. ", ", eds. "}));
            put_people(s, w.editors, people_style(s, w.editors.size()), true);
            if (!w.pages.empty() && !pages_last)
                s.put(Part::editor, ", ").put(Part::pages, w.pages + ". ");
            else
                s.put(Part::editor, ". ");
            imprint(s, w, late);
            return;
        }
        s.put(Part::container, in);
        put_people(s, w.editors, people_style(s, w.editors.size()), true);
        s.put(Part::editor,
              s.any(std::vector<std::string>{" (Eds.), ", " (eds.): ", " (ed.): ", " (eds) ", " (ed.) ", " (eds.) ",
                                             " (Eds.). ", ", ed., ", ", editors. ", " (Hrsg.): ", " (Ed.), ", ", eds. "}));
        s.put(Part::container, w.container);
    } else {
        s.put(Part::container, in + w.container);
    }
    if (!w.pages.empty() && !pages_last)
        s.put(Part::container, " ").put(Part::pages, (s.chance(70) ? "(pp. " : "(") + w.pages + "). ");
    else
        s.put(Part::container, s.chance(75) ? ". " : ", ");
    imprint(s, w, late);
    if (!w.pages.empty() && pages_last)
        s.put(late ? Part::date : Part::publisher, " ")
            .put(Part::pages, (s.chance(60)   ? "pp. "
                               : s.chance(30) ? "S. "
                                              : "") +
                                  w.pages + ".");
}

}  // namespace evigrade::bench
