// Citation styles as they are met in health and social science: Vancouver, APA, Harvard, Nature, BibTeX's plain, IEEE,
// Chicago, ACS, German social science, physics, and lists that people type by hand.
#include "bench/reference_style.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::bench {
namespace {

using link::Part;
using Order = NameStyle::Order;
using Given = NameStyle::Given;

void volume_pages(Sheet& s, const Work& w, std::string_view before_issue, std::string_view after_issue,
                  std::string_view before_pages) {
    if (!w.volume.empty()) s.put(Part::volume, w.volume);
    if (!w.issue.empty()) s.put(Part::issue, std::string(before_issue) + w.issue + std::string(after_issue));
    if (w.pages.empty()) return;
    const Part last = w.issue.empty() ? Part::volume : Part::issue;
    const std::size_t cue = before_pages.find_first_of("pS");
    s.put(last, before_pages.substr(0, cue));
    if (cue != std::string_view::npos) s.put(Part::pages, before_pages.substr(cue));
    s.put(Part::pages, w.pages);
}

void doi(Sheet& s, const Work& w) {
    if (w.doi.empty() || s.chance(40)) return;
    s.put(Part::identifier, s.any(std::vector<std::string>{" doi:", " doi: ", " https://doi.org/", " ", " DOI "}) + w.doi);
}

void vancouver(Sheet& s, const Work& w) {
    NameStyle names;
    if (s.chance(40)) names.most = s.chance(50) ? 3 : 6;
    put_people(s, w.authors, names, false);
    const bool year_first = s.chance(30);
    if (year_first) {
        const bool brackets = s.chance(60);
        s.put(Part::given, brackets ? " " : ". ").put(Part::date, (brackets ? "(" : "") + w.year + (brackets ? ") " : ". "));
    } else {
        s.put(Part::given, s.chance(85) ? ". " : s.chance(50) ? ": " : ", ");
    }
    s.put(Part::title, w.title + ". ").put(Part::container, w.container);
    if (!year_first) {
        s.put(Part::container, s.chance(70) ? ". " : s.chance(50) ? " " : ", ");
        if (s.chance(15)) {
            s.put(Part::date, w.year + s.any(std::vector<std::string>{" Jun", " Jan 12", " Nov-Dec", " Sep"}));
        } else {
            s.put(Part::date, w.year);
        }
        s.put(Part::date, s.chance(70) ? ";" : s.chance(50) ? "; " : " ;");
    } else {
        s.put(Part::container, " ");
    }
    volume_pages(s, w, "(", ")", s.any(std::vector<std::string>{":", ": ", ";", ":", ":", " "}));
    s.put(Part::pages, ".");
    doi(s, w);
}

void apa(Sheet& s, const Work& w) {
    NameStyle names{Order::family_first, s.chance(70) ? Given::spaced_stops : Given::stops, ", ", ", ",
                    s.chance(70) ? ", & " : " & "};
    if (s.chance(15)) names.last = ", and ";
    put_people(s, w.authors, names, false);
    s.put(Part::given, " ").put(Part::date, "(" + w.year + (s.chance(80) ? "). " : "), "));
    s.put(Part::title, w.title + ". ").put(Part::container, w.container + (s.chance(85) ? ", " : " "));
    volume_pages(s, w, s.chance(80) ? "(" : " (", ")", s.any(std::vector<std::string>{", ", ", ", ":", ", pp. ", ": "}));
    s.put(Part::pages, ".");
    doi(s, w);
}

void harvard(Sheet& s, const Work& w) {
    const NameStyle names{Order::family_first, s.chance(60) ? Given::stops : Given::packed, s.chance(70) ? ", " : " ", ", ",
                          s.chance(70) ? " and " : ", "};
    put_people(s, w.authors, names, false);
    const bool plain = s.chance(50);
    s.put(Part::given, plain ? ", " : " ").put(Part::date, plain ? w.year + ". " : "(" + w.year + ") ");
    put_title(s, w.title, 30, s.chance(60) ? ". " : ", ");
    s.put(Part::container, w.container + (s.chance(50) ? ", " : " "));
    if (s.chance(20)) s.put(Part::volume, "vol. ");
    volume_pages(s, w, s.chance(70) ? "(" : ", no. (", ")", s.any(std::vector<std::string>{", pp.", ", pp. ", ": ", ", "}));
    s.put(Part::pages, ".");
    doi(s, w);
}

void nature(Sheet& s, const Work& w) {
    NameStyle names{Order::family_first, Given::spaced_stops, ", ", ", ", " & "};
    if (s.chance(30)) names.most = 1, names.et_al = " et al.";
    put_people(s, w.authors, names, false);
    s.put(Part::given, " ").put(Part::title, w.title + ". ").put(Part::container, w.container + " ");
    s.put(Part::volume, w.volume);
    if (!w.pages.empty()) s.put(Part::volume, ", ").put(Part::pages, w.pages + " ");
    s.put(Part::date, "(" + w.year + ").");
    doi(s, w);
}

void plain_tex(Sheet& s, const Work& w) {
    NameStyle names{Order::given_first,
                    s.any(std::vector<Given>{Given::written_out, Given::mixed, Given::stops, Given::mixed}), "", ", ",
                    w.authors.size() > 2 ? ", and " : " and "};
    if (s.chance(10)) names.most = 5;
    put_people(s, w.authors, names, false);
    s.put(Part::given, s.chance(85) ? ". " : ", ")
        .put(Part::title, w.title + ". ")
        .put(Part::container, w.container + (s.chance(80) ? ", " : " "));
    volume_pages(s, w, "(", ")", s.chance(70) ? ":" : ", ");
    if (w.pages.empty() && w.volume.empty()) s.put(Part::container, "");
    s.put(Part::pages, ", ").put(Part::date, (s.chance(30) ? "May " : "") + w.year + ".");
    doi(s, w);
}

void ieee(Sheet& s, const Work& w) {
    put_people(s, w.authors,
               {Order::given_first, s.chance(60) ? Given::spaced_stops : Given::stops, "", ", ",
                w.authors.size() > 2 ? ", and " : " and "},
               false);
    const bool quoted = s.chance(60);
    s.put(Part::given, ", ")
        .put(Part::title, quoted ? "\u201C" + w.title + ",\u201D " : w.title + ", ")
        .put(Part::container, w.container + ", ");
    if (!w.volume.empty()) s.put(Part::volume, (s.chance(70) ? "vol. " : "") + w.volume + ", ");
    if (!w.issue.empty()) s.put(Part::issue, "no. " + w.issue + ", ");
    if (!w.pages.empty()) s.put(Part::pages, (s.chance(70) ? "pp. " : "") + w.pages + ", ");
    s.put(Part::date, w.year + ".");
    doi(s, w);
}

void chicago(Sheet& s, const Work& w) {
    put_people(s, w.authors,
               {s.chance(70) ? Order::first_inverted : Order::given_first, s.chance(70) ? Given::written_out : Given::mixed,
                ", ", ", ",
                w.authors.size() > 2 ? ", and "
                : s.chance(50)       ? ", and "
                                     : " and "},
               false);
    const bool year_first = s.chance(35);
    s.put(Part::given, s.chance(85) ? ". " : ", ");
    if (year_first) s.put(Part::date, w.year + ". ");
    const bool quoted = s.chance(70);
    s.put(Part::title, quoted ? "\u201C" + w.title + ".\u201D " : w.title + ". ")
        .put(Part::container, w.container + " ")
        .put(Part::volume, w.volume);
    if (!w.issue.empty()) s.put(Part::volume, ", ").put(Part::issue, "no. " + w.issue);
    if (!year_first) s.put(w.issue.empty() ? Part::volume : Part::issue, " ").put(Part::date, "(" + w.year + ")");
    if (!w.pages.empty()) s.put(year_first ? Part::volume : Part::date, ": ").put(Part::pages, w.pages);
    s.put(Part::pages, ".");
    doi(s, w);
}

void typed_by_hand(Sheet& s, const Work& w) {
    const bool dotted = s.chance(70);
    put_people(s, w.authors,
               {s.chance(75) ? Order::family_first : Order::given_first,
                dotted         ? Given::stops
                : s.chance(50) ? Given::packed
                               : Given::written_out,
                s.chance(70) ? ", " : " ", s.chance(80) ? ", " : ",", s.chance(60) ? " and " : ", "},
               false);
    const bool year_early = s.chance(30);
    if (year_early)
        s.put(Part::given, " ").put(Part::date, "(" + w.year + "), ");
    else
        s.put(Part::given, s.chance(80) ? ", " : ": ");
    s.put(Part::title, w.title + (s.chance(80) ? ", " : ". ")).put(Part::container, w.container + ", ");
    if (!year_early || s.chance(40)) s.put(Part::date, w.year + s.any(std::vector<std::string>{"; ", ", ", ";", " "}));
    volume_pages(s, w, s.chance(80) ? "(" : ",", s.chance(80) ? ")" : "",
                 s.any(std::vector<std::string>{"", ":", "; ", ": ", ";", ", p. ", ", "}));
    if (s.chance(50)) s.put(Part::pages, ".");
}

void chemical(Sheet& s, const Work& w) {
    put_people(s, w.authors, {Order::family_first, Given::spaced_stops, ", ", "; ", "; "}, false);
    s.put(Part::given, " ");
    if (s.chance(70)) s.put(Part::title, w.title + ". ");
    s.put(Part::container, w.container + " ").put(Part::date, w.year + ", ");
    volume_pages(s, w, s.chance(50) ? " (" : ", (", ")", ", ");
    s.put(Part::pages, ".");
    doi(s, w);
}

void social(Sheet& s, const Work& w) {
    const std::string between = s.any(std::vector<std::string>{"; ", "/", " / ", ", "});
    NameStyle names{
        s.chance(80) ? Order::family_first : Order::first_inverted,
        s.any(std::vector<Given>{Given::written_out, Given::written_out, Given::mixed, Given::spaced_stops, Given::stops}),
        ", ", between,
        s.chance(50)   ? between
        : s.chance(70) ? " and "
                       : " & "};
    if (s.chance(20)) names.loud = true, names.between_family_and_given = s.chance(70) ? " " : ", ";
    put_people(s, w.authors, names, false);
    const bool brackets = s.chance(55);
    s.put(Part::given, s.chance(80) || brackets ? " " : ", ")
        .put(Part::date, (brackets ? "(" : "") + w.year + (brackets ? ")" : "") +
                             s.any(std::vector<std::string>{": ", ". ", ", ", ": ", " "}));
    put_title(s, w.title, 35, s.chance(60) ? ". " : ", ");
    const bool in = s.chance(45);
    s.put(Part::container, (in ? (s.chance(70) ? "In: " : "in: ") : "") + w.container + (s.chance(40) ? ", " : " "));
    if (s.chance(20)) s.put(Part::volume, s.chance(50) ? "Vol. " : "Jg. ");
    const bool comma = s.chance(50);
    volume_pages(s, w,
                 comma          ? (s.chance(50) ? ", " : ",")
                 : s.chance(50) ? " ("
                                : "(",
                 comma ? "" : ")", s.any(std::vector<std::string>{": ", ", pp. ", ", S. ", ":", ", "}));
    if (s.chance(85)) s.put(Part::pages, ".");
}

void physics(Sheet& s, const Work& w) {
    put_people(s, w.authors,
               {Order::given_first, s.chance(60) ? Given::spaced_stops : Given::stops, "", ", ",
                w.authors.size() > 2 && s.chance(50) ? ", and " : " and "},
               false);
    s.put(Part::given, ", ").put(Part::container, w.container + (s.chance(80) ? " " : ", ")).put(Part::volume, w.volume);
    if (!w.pages.empty()) s.put(Part::volume, ", ").put(Part::pages, w.pages);
    s.put(w.pages.empty() ? Part::volume : Part::pages, " ").put(Part::date, "(" + w.year + ").");
}

}  // namespace

/// Papers of a series: the series is the container, its number the volume.
void write_working_paper(Sheet& s, const Work& w) {
    static const std::vector<std::string> makers{"IFO",       "OECD",
                                                 "NBER",      "Bank of Finland",
                                                 "WZB",       "University of Leeds",
                                                 "Brookings", "European Central Bank",
                                                 "MIT",       "World Bank",
                                                 "LSE",       "CEPR"};
    static const std::vector<std::string> kinds{
        "Working Paper",     "Discussion Paper", "Working Paper Series", "Technical Report", "Policy Research Working Paper",
        "Discussion Papers", "Arbeitspapier"};
    NameStyle names{Order::family_first, s.any(std::vector<Given>{Given::written_out, Given::stops, Given::spaced_stops}),
                    ", ", ", ", s.any(std::vector<std::string>{" and ", ", & ", " & "})};
    put_people(s, w.authors, names, false);
    const bool early = s.chance(75);
    if (early)
        s.put(Part::given, " ").put(Part::date, "(" + w.year + ")" + s.any(std::vector<std::string>{", ", ". ", ": "}));
    else
        s.put(Part::given, s.chance(50) ? ". " : ", ");
    put_title(s, w.title, 35, s.chance(60) ? ". " : ", ");
    s.put(Part::container, (s.chance(70) ? s.any(makers) + " " : "") + s.any(kinds))
        .put(Part::volume, s.any(std::vector<std::string>{" No. ", " ", ", No. ", " no. "}) + w.volume);
    if (!w.place.empty())
        s.put(Part::volume, s.chance(50) ? ", " : ". ")
            .put(Part::place, w.place + (w.publisher.empty() ? "" : ": "))
            .put(Part::publisher, w.publisher);
    if (!early) s.put(w.place.empty() ? Part::volume : Part::publisher, ", ").put(Part::date, w.year);
    s.put(early ? Part::volume : Part::date, ".");
}

void write_article(Sheet& s, const Work& w) {
    if (w.title.empty()) return physics(s, w);
    using Style = void (*)(Sheet&, const Work&);
    static const std::vector<Style> styles{vancouver,     vancouver, apa,    harvard, nature,
                                           plain_tex,     plain_tex, ieee,   chicago, typed_by_hand,
                                           typed_by_hand, chemical,  social, social,  social};
    s.any(styles)(s, w);
}

}  // namespace evigrade::bench
