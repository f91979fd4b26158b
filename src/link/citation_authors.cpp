#include "link/citation_authors.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

template <std::size_t N>
bool is_any(std::string_view text, const Piece& piece, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(text, piece, word); });
}

constexpr std::array<std::string_view, 18> particles{"van", "von", "der", "den", "de",  "del", "della", "di", "da",
                                                     "dos", "du",  "la",  "le",  "ten", "ter", "el",    "al", "bin"};
constexpr std::array<std::string_view, 6> conjunctions{"and", "und", "et", "y", "e", "en"};
constexpr std::array<std::string_view, 11> others{"colleagues", "coworkers",     "co-workers",     "others",
                                                  "kollegen",   "mitarbeiter",   "collaborateurs", "coll",
                                                  "cols",       "colaboradores", "collaboratori"};
/// Capitalised words that stand before a year and name nobody.
constexpr std::array<std::string_view, 34> nobody{
    "january", "february", "march",    "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan",   "feb", "mar",  "apr",  "jun",    "jul",
    "aug",     "sep",      "sept",     "oct",   "nov", "dec",  "in",   "since",  "the",
    "figure",  "table",    "version",  "until", "by",  "from", "and"};

}  // namespace

/// Where the names end: before "et al.", before "and colleagues".
std::size_t CitedAuthors::before_et_al(std::size_t end, AuthorYear& cited) const {
    std::size_t at = end;
    if (at > 1 && pieces_[at - 1].is('.') &&
        (is_word(text_, pieces_[at - 2], "al") || is_any(text_, pieces_[at - 2], others)))
        --at;
    if (at < 2) return at;
    const bool et_al = is_word(text_, pieces_[at - 1], "al") && is_word(text_, pieces_[at - 2], "et");
    const bool joined = pieces_[at - 2].is('&') || is_any(text_, pieces_[at - 2], conjunctions);
    if (!et_al && !(joined && is_any(text_, pieces_[at - 1], others))) return at;
    cited.et_al = true;
    at -= 2;
    return at > 0 && pieces_[at - 1].is(',') ? at - 1 : at;
}

std::size_t CitedAuthors::before(std::size_t end, AuthorYear& cited) const {
    const std::size_t at = before_et_al(end, cited);
    std::size_t start = name_before(at, cited.families);
    if (start == at) return end;
    if (start > 1) {
        std::size_t joint = start - 1;
        const bool conjunction =
            pieces_[joint].is('&') || pieces_[joint].is('/') || is_any(text_, pieces_[joint], conjunctions);
        if (conjunction && !cited.et_al) {
            if (pieces_[joint - 1].is(',')) --joint;
            const std::size_t first = name_before(joint, cited.families);
            if (first < joint) start = comma_list(first, cited.families);
        } else if (cited.et_al || pieces_[joint].is(',')) {
            const std::size_t listed = comma_list(start, cited.families);
            // "Konda, Thappa (2009)": the last is no first author, and so no other work's.
            const bool one_work = listed < start && (opens(listed) || !index_.knows(cited.families.front()));
            if (cited.et_al || one_work)
                start = listed;
            else
                cited.families.resize(1);
        }
    }
    std::reverse(cited.families.begin(), cited.families.end());
    return start;
}

bool CitedAuthors::opens(std::size_t at) const {
    return at > 0 && (pieces_[at - 1].is('(') || pieces_[at - 1].is('[') || pieces_[at - 1].is(';'));
}

/// Further names before `start`, each followed by a comma.
std::size_t CitedAuthors::comma_list(std::size_t start, std::vector<std::string>& families) const {
    constexpr int most = 12;
    for (int i = 0; i < most && start > 1 && pieces_[start - 1].is(','); ++i) {
        std::vector<std::string> further;
        const std::size_t first = name_before(start - 1, further);
        if (first == start - 1 || (!opens(first) && !index_.knows(further.back()))) break;
        families.push_back(further.back());
        start = first;
    }
    return start;
}

bool CitedAuthors::is_initial(std::size_t i) const {
    return pieces_[i].kind == PieceKind::word && pieces_[i].capital && pieces_[i].end - pieces_[i].begin <= 2 &&
           std::all_of(text_.begin() + pieces_[i].begin, text_.begin() + pieces_[i].end, is_ascii_upper);
}

/// Where a name that ends with pieces `at` to `last` begins: a double name, or an organisation of several words, where the
/// list knows it; with its particles.
std::size_t CitedAuthors::start_of_double_name(std::size_t at, std::size_t last) const {
    std::size_t start = at;
    for (std::size_t i = at; i > 0 && at - i < 5; --i) {
        if (pieces_[i - 1].kind != PieceKind::word || !pieces_[i].after_space) break;
        if (!pieces_[i - 1].capital && !is_any(text_, pieces_[i - 1], particles) && !is_word(text_, pieces_[i - 1], "of") &&
            !is_word(text_, pieces_[i - 1], "for"))
            break;
        const std::string_view longer = text_.substr(pieces_[i - 1].begin, pieces_[last - 1].end - pieces_[i - 1].begin);
        if (index_.knows(longer)) start = i - 1;
    }
    while (start > 0 && is_any(text_, pieces_[start - 1], particles) &&
           !(is_word(text_, pieces_[start - 1], "al") && start > 1 && is_word(text_, pieces_[start - 2], "et")))
        --start;
    return start;
}

/// One family name that ends right before piece `end`.
std::size_t CitedAuthors::name_before(std::size_t end, std::vector<std::string>& families) const {
    std::size_t at = end;
    while (at > 1 && (pieces_[at - 1].is('.')
                          ? is_initial(at - 2)
                          : is_initial(at - 1) && pieces_[at - 2].kind == PieceKind::word && pieces_[at - 2].capital))
        --at;
    if (at < end && at > 1 && pieces_[at - 1].is(',')) --at;  // "Pedregosa, F. et al."
    if (at == 0) return end;
    const std::size_t last = at;
    --at;
    const std::uint32_t size = pieces_[at].end - pieces_[at].begin;
    if (pieces_[at].kind != PieceKind::word || size < 2 || is_any(text_, pieces_[at], nobody)) return end;
    if (!pieces_[at].capital && (size < 4 || !index_.knows(pieces_[at].in(text_)))) return end;  // "d'Errico"
    const std::size_t start = start_of_double_name(at, last);
    std::string family(text_.substr(pieces_[start].begin, pieces_[last - 1].end - pieces_[start].begin));
    for (const std::string_view possessive : {"'s", "\u2019s"}) {
        if (family.ends_with(possessive)) family.resize(family.size() - possessive.size());
    }
    families.push_back(std::move(family));
    return start;
}

}  // namespace evigrade::link
