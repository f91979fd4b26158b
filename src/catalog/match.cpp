// Whether two descriptions mean the same publication: each field speaks for or against, the sum decides. The weights were
// set on reference lists with the usual faults (misspelt authors, a wrong year, a section's name for the journal's): a
// title with its first author outweighs any one wrong number, numbers alone need each other.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "catalog/fields.hpp"
#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"

namespace evigrade::catalog {
namespace {

constexpr int threshold = 50;
constexpr int beyond_doubt = 62;
constexpr int same_year_weight = 15;

void say(Match& match, std::string_view field, std::string says, int weight) {
    match.score += weight;
    match.reasons.push_back({std::string(field), std::move(says), weight});
}

std::string against(std::string_view here, std::string_view there) {
    return "differs: " + std::string(here) + " here, " + std::string(there) + " there";
}

void compare_identifier(Match& match, std::string_view field, const std::optional<std::string>& here,
                        const std::optional<std::string>& there) {
    if (!here || !there) return;
    const bool same = equals_ignoring_case(*here, *there);
    say(match, field, same ? "the same" : against(*here, *there), same ? 100 : -40);
}

/// How much of the words two titles share, in per cent (Dice); words that differ by a letter are the same.
int shared_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<bool> taken(b.size());
    std::size_t shared = 0;
    for (const auto& word : a) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (taken[j] || (word != b[j] && (word.size() < 6 || edit_distance(word, b[j], 1) > 1))) continue;
            taken[j] = true;
            ++shared;
            break;
        }
    }
    return a.empty() && b.empty() ? 0 : static_cast<int>(200 * shared / (a.size() + b.size()));
}

bool is_beginning(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
    return part.size() >= 3 && part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

/// The numbers that a title bears, as words: "part 2", "II", "10 year results".
std::vector<std::string> numbers_in(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 10> roman{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
    std::vector<std::string> out;
    for (const auto& word : words) {
        const bool digits = std::all_of(word.begin(), word.end(), is_ascii_digit);
        if (digits || std::find(roman.begin(), roman.end(), word) != roman.end()) out.push_back(word);
    }
    return out;
}

/// Two parts of one paper, two years of one survey: alike but for their numbers.
bool numbered_otherwise(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto left = numbers_in(a);
    const auto right = numbers_in(b);
    if (!left.empty() && !right.empty()) return left != right;
    const auto& longer = a.size() > b.size() ? a : b;
    return left != right && longer.size() <= std::min(a.size(), b.size()) + 2;
}

void compare_titles(Match& match, const std::optional<std::string>& here, const std::optional<std::string>& there) {
    if (!here || !there) return;
    auto a = title_words(*here);
    auto b = title_words(*there);
    // What no title of a publication has, a hostile one may: the comparison stays small.
    if (a.size() > 60) a.resize(60);
    if (b.size() > 60) b.resize(60);
    const int per_cent = shared_words(a, b);
    const std::size_t least = std::min(a.size(), b.size());
    if (squashed(*here) == squashed(*there)) {
        say(match, "title", "the same", least >= 3 ? 60 : least == 2 ? 45 : 25);
    } else if (per_cent >= 70 && numbered_otherwise(a, b)) {
        say(match, "title", "bears another number", -20);
    } else if (per_cent >= 88 && least >= 3) {
        say(match, "title", "nearly the same", 52);
    } else if (is_beginning(a, b) || is_beginning(b, a)) {
        say(match, "title", "one is the other's beginning", 42);
    } else if (per_cent >= 70 && least >= 3) {
        say(match, "title", std::to_string(per_cent) + " % of the words", 30);
    } else {
        say(match, "title", std::to_string(per_cent) + " % of the words", per_cent >= 50 ? -15 : -60);
    }
}

void compare_authors(Match& match, const BibItem& here, const BibItem& there) {
    if (here.authors.empty() || there.authors.empty()) return;
    const auto first_here = family_of(here.authors.front());
    const auto first_there = family_of(there.authors.front());
    const auto named_in = [](const std::string& family, const BibItem& item) {
        return std::any_of(item.authors.begin(), item.authors.end(),
                           [&](const Name& name) { return same_family(family, family_of(name)); });
    };
    if (same_family(first_here, first_there)) {
        say(match, "authors", first_here == first_there ? "the same first author" : "first author spelt otherwise", 22);
    } else if (named_in(first_here, there) || named_in(first_there, here)) {
        say(match, "authors", "in another order", 8);
    } else if (std::min(first_here.size(), first_there.size()) >= 3 && edit_distance(first_here, first_there, 1) <= 1) {
        // Short names that are alike are often two people's: a title must say that it is one.
        say(match, "authors", "first author spelt nearly so", 10);
    } else {
        say(match, "authors", against(first_here, first_there), -40);
        return;
    }
    const std::size_t least = std::min({here.authors.size(), there.authors.size(), std::size_t{12}});
    if (least < 2) return;
    const auto count = [&](const BibItem& from, const BibItem& in) {
        return static_cast<std::size_t>(std::count_if(from.authors.begin(),
                                                      from.authors.begin() + static_cast<std::ptrdiff_t>(least),
                                                      [&](const Name& name) { return named_in(family_of(name), in); }));
    };
    const std::size_t shared = std::min(count(here, there), count(there, here));
    say(match, "authors", std::to_string(shared) + " of " + std::to_string(least) + " names", shared * 2 >= least ? 8 : -10);
}

void compare_years(Match& match, std::optional<int> here, std::optional<int> there) {
    if (!here || !there) return;
    const int apart = std::abs(*here - *there);
    const std::string both = against(std::to_string(*here), std::to_string(*there));
    say(match, "year", apart == 0 ? "the same" : both,
        apart == 0   ? same_year_weight
        : apart == 1 ? 8
        : apart <= 4 ? -5
                     : -15);
}

/// Journal, volume and page; all three alike are as good as a title, and where the title is not quite the same, what
/// differs in them tells two papers of one group apart.
void compare_places(Match& match, const BibItem& here, const BibItem& there) {
    int alike = 0;
    int apart = 0;
    const auto compare = [&](std::string_view field, const auto& a, const auto& b, bool same, int plus, int minus) {
        if (!a || !b) return;
        alike += same ? 1 : 0;
        apart += same ? 0 : 1;
        say(match, field, same ? "the same" : against(*a, *b), same ? plus : minus);
    };
    compare("container", here.container_title, there.container_title,
            here.container_title && there.container_title && same_journal(*here.container_title, *there.container_title), 10,
            -6);
    compare("volume", here.volume, there.volume,
            here.volume && there.volume && volume_of(*here.volume) == volume_of(*there.volume), 8, -8);
    compare("page", here.page, there.page, here.page && there.page && first_page(*here.page) == first_page(*there.page), 12,
            -10);
    if (alike == 3) say(match, "place", "journal, volume and page agree", 10);
    const auto said = [&](std::string_view field, auto test) {
        return std::any_of(match.reasons.begin(), match.reasons.end(),
                           [&](const Reason& reason) { return reason.field == field && test(reason); });
    };
    const bool other_title = said("title", [](const Reason& reason) { return reason.says != "the same"; });
    const bool far_title = said("title", [](const Reason& reason) { return reason.weight <= 30; });
    const bool other_page = said("page", [](const Reason& reason) { return reason.weight < 0; });
    const bool other_year = said("year", [](const Reason& reason) { return reason.weight < 0; });
    if (other_title && (apart + (other_year ? 1 : 0) >= 2 || (far_title && other_page)))
        say(match, "place", "another place under another title", -25);
    // One group's next paper: a title much like it a year later, and nothing that says where it was printed.
    const bool same_year = said("year", [](const Reason& reason) { return reason.weight == same_year_weight; });
    const bool dated = said("year", [](const Reason&) { return true; });
    const bool printed = said("page", [](const Reason& reason) { return reason.weight > 0; }) ||
                         said("volume", [](const Reason& reason) { return reason.weight > 0; });
    if (far_title && dated && !same_year && !printed) say(match, "year", "another year under another title", -30);
    if (apart == 3 && !other_title && here.title && there.title) say(match, "place", "another place altogether", -12);
}

void settle(Match& match, bool sure) {
    match.identity = sure || match.score >= beyond_doubt ? Identity::sure : Identity::weak;
}

bool speaks_for(const Match& match, std::string_view field, int at_least) {
    return std::any_of(match.reasons.begin(), match.reasons.end(),
                       [&](const Reason& reason) { return reason.field == field && reason.weight >= at_least; });
}

}  // namespace

bool Match::holds() const {
    return score >= threshold;
}

std::string Match::in_words() const {
    std::string out;
    for (const auto& reason : reasons) out += (out.empty() ? "" : "; ") + reason.field + " " + reason.says;
    return out;
}

Match match(const BibItem& here, const BibItem& there) {
    Match out;
    compare_identifier(out, "doi", here.doi, there.doi);
    compare_identifier(out, "pmid", here.pmid, there.pmid);
    compare_identifier(out, "pmcid", here.pmcid, there.pmcid);
    compare_titles(out, here.title, there.title);
    compare_authors(out, here, there);
    compare_years(out, year_of(here), year_of(there));
    compare_places(out, here, there);
    const bool identifier = speaks_for(out, "doi", 1) || speaks_for(out, "pmid", 1) || speaks_for(out, "pmcid", 1);
    const bool printed_there =
        speaks_for(out, "volume", 1) && speaks_for(out, "page", 1) && speaks_for(out, "year", same_year_weight);
    settle(out, identifier || (speaks_for(out, "authors", 22) && (speaks_for(out, "title", 42) || printed_there)));
    return out;
}

Match match(const StudyPointer& pointer, const BibItem& record) {
    Match out;
    compare_identifier(out, "doi", pointer.doi, record.doi);
    compare_identifier(out, "pmid", pointer.pmid, record.pmid);
    const bool identifier = out.score > 0;
    compare_titles(out, pointer.title, record.title);
    bool first_named = false;
    bool named = false;
    for (std::size_t i = 0; i < record.authors.size(); ++i) {
        for (const auto& family : pointer.families) {
            const bool same = same_family(fold(family), family_of(record.authors[i]));
            named = named || same;
            first_named = first_named || (same && i == 0);
        }
    }
    if (!pointer.families.empty() && !record.authors.empty()) {
        say(out, "authors", named ? "named" : "others are named", first_named ? 28 : named ? 15 : -50);
    }
    const auto year = year_of(record);
    if (pointer.year && year) {
        const int apart = std::abs(*pointer.year - *year);
        const bool near = apart == 1 && first_named;
        say(out, "year", apart == 0 ? "the same" : against(std::to_string(*pointer.year), std::to_string(*year)),
            apart == 0 ? 22
            : near     ? 8
                       : -30);
    }
    if (pointer.container && record.container_title) {
        const bool same = same_journal(*pointer.container, *record.container_title);
        say(out, "container", same ? "the same" : against(*pointer.container, *record.container_title), same ? 28 : -40);
    }
    // A page that bears the study's own title and author is about it; anything else was inferred.
    const bool titled = speaks_for(out, "title", 42) && (first_named || speaks_for(out, "title", 60));
    out.identity = identifier || titled ? Identity::sure : Identity::implicit;
    return out;
}

std::string fingerprint(const BibItem& item) {
    std::string all;
    for (const auto& name : item.authors) all += family_of(name) + ";";
    for (const auto* field : {&item.title, &item.container_title, &item.publisher, &item.volume, &item.issue, &item.page,
                              &item.doi, &item.pmid, &item.pmcid, &item.isbn, &item.url}) {
        all += "\n" + (*field ? fold(**field) : std::string());
    }
    all += "\n" + (item.issued ? std::to_string(item.issued->year) : std::string());
    return content_id(all);
}

Study study_from(const BibItem& item, const TitleDesigns& designs) {
    Study out;
    std::string who =
        item.authors.empty() ? "" : item.authors.front().literal.value_or(item.authors.front().family.value_or(""));
    if (who.empty() && item.title) who = item.title->substr(0, item.title->find_first_of(".:;,?"));
    if (who.empty()) who = item.doi.value_or(item.pmid ? "PMID " + *item.pmid : item.url.value_or("unnamed work"));
    if (who.size() > 60) who = who.substr(0, who.find_last_of(' ', 60));
    out.year = year_of(item);
    out.label = squeeze(who) + (out.year ? " " + std::to_string(*out.year) : "");
    out.id = slug(out.label).substr(0, 40) + "-" + fingerprint(item).substr(0, 8);
    const Design design = item.title ? designs.of(*item.title) : Design::unknown;
    if (design != Design::unknown) out.designs.push_back({design, DesignSource::inferred, "title of the reference"});
    if (item.title) designs.add_facts(*item.title, out);
    out.source = "the articles that cite it";
    out.reports.push_back(item);
    return out;
}

}  // namespace evigrade::catalog
