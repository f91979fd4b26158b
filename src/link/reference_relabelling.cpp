// What the sequence model labelled, set right by what a string says of itself: quotation marks, the mark of editors.
#include <algorithm>
#include <array>
#include <optional>

#include "evigrade/base/text.hpp"
#include "link/reference_mending.hpp"

namespace evigrade::link {
namespace {

std::size_t behind_marks(const std::vector<ReferenceToken>& tokens, std::size_t t) {
    while (t < tokens.size() && tokens[t].kind == TokenKind::mark && !tokens[t].is_mark('(')) ++t;
    return t;
}

/// Where the mark of editors "(eds.)" begins and ends, and the nearest "In" before it that a mark parts from the title.
struct EditorsMark {
    std::size_t in = 0, begin = 0, end = 0;
};

std::optional<EditorsMark> editors_mark(std::string_view text, const std::vector<ReferenceToken>& tokens) {
    static constexpr std::array<std::string_view, 6> words{"ed", "eds", "hg", "hrsg", "editor", "editors"};
    std::optional<std::size_t> in;
    for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
        if (is_word(text, tokens[t], "in") && tokens[t - 1].kind == TokenKind::mark) in = t;
        const bool apart = tokens[t - 1].is_mark('(') || (tokens[t - 1].is_mark(',') && tokens[t + 1].is_mark('.'));
        const bool mark = apart && std::any_of(words.begin(), words.end(),
                                               [&](std::string_view word) { return is_word(text, tokens[t], word); });
        if (!in || !mark) continue;
        std::size_t end = behind_marks(tokens, t + 1);
        if (end + 2 < tokens.size() && tokens[end].is_mark('(') && tokens[end + 1].kind == TokenKind::number)
            end = behind_marks(tokens, end + 2);  // "(eds.) (2003):"
        if (t - *in > 40 || end >= tokens.size()) return std::nullopt;
        return EditorsMark{*in, t - 1, end};
    }
    return std::nullopt;
}

/// Whether the label begins another part than prose.
bool parts_off(Part label) {
    switch (label) {
        case Part::place:
        case Part::publisher:
        case Part::pages:
        case Part::date:
        case Part::volume:
        case Part::issue:
        case Part::identifier:
            return true;
        default:
            return false;
    }
}

/// Who stands in front of the title wrote the chapter: the mark of editors belongs to those behind "In".
void give_back_authors(std::size_t in, std::vector<Part>& labels) {
    if (std::find(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(in), Part::title) == labels.end()) return;
    for (std::size_t t = 0; t < in; ++t) {
        if (labels[t] == Part::editor_family) labels[t] = Part::family;
        if (labels[t] == Part::editor) labels[t] = Part::given;
    }
}

/// "In: Burns T, Cox N, eds." are editors, "In" and the mark behind it nobody.
void label_editors(const std::vector<ReferenceToken>& tokens, const EditorsMark& mark, std::vector<Part>& labels) {
    std::size_t names = mark.in + 1;
    while (names < mark.begin && tokens[names].is_mark(':')) ++names;
    for (std::size_t t = mark.in; t < mark.end; ++t) {
        Part& label = labels[t];
        if (t < names) label = Part::other;
        if (label == Part::family) label = Part::editor_family;
        if (label == Part::container || label == Part::title || label == Part::given) label = Part::editor;
    }
}

/// A word that says of a book which edition it is, or what is written behind its number.
bool tells_edition(std::string_view text, const ReferenceToken& token) {
    static constexpr std::array<std::string_view, 9> words{"ed", "edn", "edition", "aufl", "auflage",
                                                           "st", "nd",  "rd",      "th"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(text, token, word); });
}

/// Where the title of a book ends that says its edition at the end: "Textbook. 9th ed.", "Handbook (2nd edn".
std::size_t before_edition(std::string_view text, const std::vector<ReferenceToken>& tokens, std::size_t begin,
                           std::size_t end) {
    std::size_t t = end;
    const auto skip_marks = [&] {
        while (t > begin && tokens[t - 1].kind == TokenKind::mark) --t;
    };
    skip_marks();
    const std::size_t words = t;
    while (t > begin && tells_edition(text, tokens[t - 1])) --t, skip_marks();
    if (t == words || t == begin || tokens[t - 1].kind != TokenKind::number) return end;
    return t - 1 > begin ? t - 1 : end;
}

/// Whether right before `begin` stand the initials of a name, its family name in front of them, and a full stop: "Green K."
bool follows_initials(const std::vector<ReferenceToken>& tokens, const std::vector<Part>& labels, std::size_t begin) {
    constexpr std::uint32_t longest = 3;
    if (begin < 2 || !tokens[begin - 1].is_mark('.')) return false;
    std::size_t t = begin;
    while (t > 0 && labels[t - 1] == Part::given) {
        const ReferenceToken& token = tokens[t - 1];
        const bool initial = token.kind == TokenKind::word && token.capital && token.size() <= longest;
        if (!initial && !token.is_mark('.') && !token.is_mark('-')) break;
        --t;
    }
    if (t > 0 && tokens[t - 1].is_mark(',')) --t;
    return t > 0 && t < begin && labels[t - 1] == Part::family && tokens[t - 1].kind == TokenKind::word;
}

/// Of which two marks of quotation the second closes what the first opens, as they are written.
bool closes(char32_t opening, char32_t mark) {
    switch (opening) {
        case U'\u2018':
            return mark == U'\u2019';
        case U'\u201C':
        case U'\u201E':
            return mark == U'\u201C' || mark == U'\u201D';
        case U'\u00AB':
            return mark == U'\u00BB';
        case U'"':
            return mark == U'"';
        default:
            return false;
    }
}

struct Quoted {
    std::size_t open = 0, close = 0;
};

/// The first words in quotation marks that a comma or full stop parts from what follows; an apostrophe closes nothing.
std::optional<Quoted> quoted(std::string_view text, const std::vector<ReferenceToken>& tokens) {
    const auto written = [&](std::size_t t) { return decode(text, tokens[t].begin).value; };
    const auto stops = [&](std::size_t t) { return tokens[t].is_mark(',') || tokens[t].is_mark('.'); };
    for (std::size_t open = 0; open < tokens.size(); ++open) {
        if (tokens[open].kind != TokenKind::mark || !tokens[open].after_space) continue;
        for (std::size_t t = open + 2; t < tokens.size(); ++t) {
            if (tokens[t].kind != TokenKind::mark || tokens[t].after_space || !closes(written(open), written(t))) continue;
            const bool words_follow = t + 1 < tokens.size() && tokens[t + 1].kind != TokenKind::mark;
            if (t + 1 == tokens.size() || stops(t + 1) || (stops(t - 1) && words_follow)) return Quoted{open, t};
        }
    }
    return std::nullopt;
}

bool is_place_in_print(Part label) {
    return label == Part::container || label == Part::volume || label == Part::issue || label == Part::pages;
}

}  // namespace

void mend_quoted_title(std::string_view text, const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels) {
    const auto quote = quoted(text, tokens);
    if (!quote) return;
    if (quote->close - quote->open < 4 || (quote->open > 0 && labels[quote->open - 1] == Part::title)) return;
    const auto begin = labels.begin() + static_cast<std::ptrdiff_t>(quote->open);
    const auto end = labels.begin() + static_cast<std::ptrdiff_t>(quote->close) + 1;
    if (std::count(begin, end, Part::title) * 2 < end - begin) return;
    std::fill(begin, end, Part::title);
    // What runs on as a title behind the quotation marks is where the work stands.
    const std::size_t behind = behind_marks(tokens, quote->close + 1);
    std::size_t next = behind;
    while (next < labels.size() && labels[next] == Part::title) ++next;
    constexpr std::size_t longest_name = 8;  // tokens; what is longer is the rest of the title
    if (next == labels.size() || next - behind > longest_name || !is_place_in_print(labels[next])) return;
    for (std::size_t t = behind; t < next; ++t) labels[t] = Part::container;
}

void mend_title_read_as_name(const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels) {
    constexpr std::size_t longest = 3;
    if (labels.empty() || labels.front() != Part::family) return;
    std::size_t end = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), Part::title) - labels.begin());
    const bool subtitled = end > 0 && end < labels.size() && tokens[end - 1].is_mark(':');  // "Acne: what helps"
    if (end < labels.size() && !subtitled) return;
    while (end > 0 && (subtitled ? tokens[end - 1].kind == TokenKind::mark : labels[end - 1] != Part::family)) --end;
    std::size_t begin = end;
    while (begin > 0 && labels[begin - 1] == Part::family) --begin;
    if (begin == end || end - begin > longest + 1 || !follows_initials(tokens, labels, begin)) return;
    const std::size_t next = behind_marks(tokens, end);
    if (next < labels.size() && (labels[next] == Part::given || labels[next] == Part::editor)) return;
    for (std::size_t t = begin; t < (subtitled ? next : end); ++t) labels[t] = Part::title;
}

void mend_book_of_chapter(std::string_view text, const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels) {
    const auto mark = editors_mark(text, tokens);
    if (!mark) return;
    give_back_authors(mark->in, labels);
    std::size_t end = mark->end;
    while (end < labels.size() && !parts_off(labels[end])) ++end;
    bool read = false;
    for (std::size_t t = mark->end; t < end; ++t) read = read || labels[t] == Part::container || labels[t] == Part::title;
    if (!read) return;
    label_editors(tokens, *mark, labels);
    const std::size_t edition = before_edition(text, tokens, mark->end, end);
    for (std::size_t t = mark->end; t < end; ++t) labels[t] = t < edition ? Part::container : Part::other;
}

}  // namespace evigrade::link
