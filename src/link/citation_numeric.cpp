#include "link/citation_numeric.hpp"

#include <algorithm>
#include <set>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

constexpr int widest_range = 60;

/// Numbers with commas, semicolons, dashes from piece `at`; `at` becomes the piece behind them.
std::vector<int> number_run(std::string_view text, const std::vector<Piece>& pieces, std::size_t& at, int greatest) {
    std::vector<int> out;
    bool range = false;
    std::size_t i = at;
    while (i < pieces.size() && pieces[i].kind == PieceKind::number) {
        const auto value = number_of(pieces[i].in(text));
        if (!value || *value < 1 || *value > greatest || text[pieces[i].begin] == '0') break;
        if (range && (*value <= out.back() || *value - out.back() > widest_range)) break;
        for (int n = range ? out.back() + 1 : *value; n <= *value; ++n) out.push_back(n);
        at = ++i;
        range = false;
        if (i >= pieces.size() || pieces[i].kind != PieceKind::mark) break;
        if (pieces[i].is('-'))
            range = true;
        else if (!pieces[i].is(',') && !pieces[i].is(';'))
            break;
        ++i;
    }
    return out;
}

class NumericFinder {
public:
    NumericFinder(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                  const CitationWords& words, std::vector<NumericCandidate>& out)
        : text_(text), pieces_(pieces), words_(words), greatest_(index.greatest()), widest_(beyond(index)), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < pieces_.size();) {
            const std::size_t before = i;
            if (pieces_[i].is('[') || pieces_[i].is('('))
                bracketed(i);
            else if (plays(i, Role::entry))
                told(i);
            else if (pieces_[i].kind == PieceKind::number && i > 0)
                loose(i);
            if (i == before) ++i;
        }
    }

private:
    using Role = CitationWords::Role;

    /// "[4-7]", "(see 12, 13)", and chains "[5]-[8]".
    void bracketed(std::size_t& i) {
        const char32_t close = pieces_[i].is('[') ? ']' : ')';
        std::size_t at = i + 1;
        for (int words = 0; words < 3 && at < pieces_.size() && (introduces(at) || (words > 0 && pieces_[at].is('.')));
             ++words)
            ++at;
        const std::size_t first = at;
        auto numbers = number_run(text_, pieces_, at, close == ']' ? widest_ : greatest_);
        if (numbers.empty() || at >= pieces_.size()) return;
        if (close == ']') skip_pages(at);
        const bool whole = pieces_[at].is(close);
        const bool listed = numbers.size() > 1 && (pieces_[at - 1].is(',') || pieces_[at].is(',') || pieces_[at].is(';'));
        if (!whole && !listed) return;
        if (close == ')' && is_no_citation(i, whole ? at : at - 1, numbers.size())) return;
        std::size_t end = whole ? at + 1 : at;
        const std::size_t begin = whole ? i : first;
        if (whole && close == ']') chain(end, numbers);
        out_.push_back({close == ']' ? NumberStyle::bracket : NumberStyle::parenthesis,
                        {pieces_[begin].begin, pieces_[end - 1].end},
                        std::move(numbers)});
        i = end;
    }

    /// "ref. 3", "references 1, 2 and 5".
    void told(std::size_t& i) {
        std::size_t at = i + 1;
        if (at < pieces_.size() && pieces_[at].is('.')) ++at;
        const std::size_t first = at;
        if (at >= pieces_.size() || !pieces_[at].after_space) return;
        auto numbers = number_run(text_, pieces_, at, greatest_);
        if (numbers.empty() || !ends_well(at)) return;
        const bool measured =
            at < pieces_.size() && words_.plays(pieces_[at].in(text_), Role::unit) && !plays(at, Role::lead);
        if (measured) return;
        if (at + 1 < pieces_.size() && is_word(text_, pieces_[at], "and")) {
            std::size_t last = at + 1;
            const auto more = number_run(text_, pieces_, last, greatest_);
            if (!more.empty() && ends_well(last)) {
                numbers.insert(numbers.end(), more.begin(), more.end());
                at = last;
            }
        }
        out_.push_back({NumberStyle::told, {pieces_[first].begin, pieces_[at - 1].end}, std::move(numbers)});
        i = at;
    }

    /// "[13: 70-71]": pages of the work cited.
    void skip_pages(std::size_t& at) const {
        if (!pieces_[at].is(':')) return;
        std::size_t i = at + 1;
        while (i < pieces_.size() && i < at + 8 &&
               (pieces_[i].kind == PieceKind::number || pieces_[i].is('-') || pieces_[i].is(',')))
            ++i;
        if (i < pieces_.size() && pieces_[i].is(']')) at = i;
    }

    /// "[5]-[8]" is one range.
    void chain(std::size_t& end, std::vector<int>& numbers) const {
        while (end + 3 < pieces_.size() && pieces_[end].is('-') && pieces_[end + 1].is('[')) {
            std::size_t at = end + 2;
            const auto next = number_run(text_, pieces_, at, widest_);
            if (next.empty() || at >= pieces_.size() || !pieces_[at].is(']') || next.front() <= numbers.back() ||
                next.front() - numbers.back() > widest_range)
                return;
            for (int n = numbers.back() + 1; n < next.front(); ++n) numbers.push_back(n);
            numbers.insert(numbers.end(), next.begin(), next.end());
            end = at + 1;
        }
    }

    [[nodiscard]] bool introduces(std::size_t i) const { return plays(i, Role::opener); }

    [[nodiscard]] bool plays(std::size_t i, Role role) const { return CitationWords::plays(pieces_[i], role); }

    /// List numbers, equation and step numbers, function arguments.
    [[nodiscard]] bool is_no_citation(std::size_t open, std::size_t close, std::size_t count) const {
        if (open == 0) return close + 1 < pieces_.size();
        const Piece& before = pieces_[open - 1];
        const bool called =
            before.kind == PieceKind::number || (before.kind == PieceKind::word && before.end - before.begin < 3);
        if (!pieces_[open].after_space && called) return true;
        const std::size_t name = before.is('.') && open > 1 ? open - 2 : open - 1;
        if (plays(name, Role::label)) return true;
        const bool item = before.is(':') || before.is(';') || before.is(',') || plays(open - 1, Role::joint);
        const bool goes_on = close + 1 < pieces_.size() && pieces_[close + 1].kind == PieceKind::word;
        return count == 1 && item && goes_on;
    }

    /// A number that stands where a raised one stood.
    void loose(std::size_t& i) {
        std::size_t at = i;
        auto numbers = number_run(text_, pieces_, at, greatest_);
        if (numbers.empty()) return;
        const Piece& first = pieces_[i];
        const Piece& before = pieces_[i - 1];
        if (before.is('.') && !first.after_space && i > 1 && pieces_[i - 2].kind == PieceKind::number) {
            after_number(i, at, std::move(numbers));
            i = at;
            return;
        }
        if (!ends_well(at)) {
            i = at;
            return;
        }
        const bool glued =
            !first.after_space && (before.kind == PieceKind::word ? is_plain_word(before) : ends_words(i - 1));
        const bool begins =
            before.is('.') && i > 1 && is_plain_word(pieces_[i - 2]) && at < pieces_.size() && pieces_[at].capital;
        const bool follows = (is_plain_word(before) || before.is(')')) && !counts(i - 1, at);
        const bool spaced = first.after_space && (follows || begins);
        if (glued || spaced)
            out_.push_back(
                {glued ? NumberStyle::glued : NumberStyle::spaced, {first.begin, pieces_[at - 1].end}, std::move(numbers)});
        i = at;
    }

    /// "by the age of 24.2": no decimal, since a block or a sentence ends right behind it.
    void after_number(std::size_t i, std::size_t at, std::vector<int> numbers) {
        const bool ends = at >= pieces_.size() || (pieces_[at].capital && pieces_[at].after_space);
        if (ends && i > 2 && pieces_[i - 2].after_space)
            out_.push_back({NumberStyle::glued, {pieces_[i].begin, pieces_[at - 1].end}, std::move(numbers)});
    }

    /// Behind the run: the end, a blank, or punctuation that no number takes.
    [[nodiscard]] bool ends_well(std::size_t at) const {
        if (at >= pieces_.size()) return true;
        const Piece& next = pieces_[at];
        if (next.kind == PieceKind::word) return next.after_space && !next.in(text_).empty();
        if (next.kind == PieceKind::number) return next.after_space;
        if (next.is('.') || next.is(':'))
            return at + 1 >= pieces_.size() || pieces_[at + 1].after_space || pieces_[at + 1].kind == PieceKind::mark;
        return next.is(',') || next.is(';') || next.is(')') || next.is('(') || next.is('?') || next.is('"') ||
               next.is(']') || (next.is('-') && next.after_space);
    }

    /// A word that would not itself end in a number: lower case, of three letters or more ("Med13", "CO2" are names).
    [[nodiscard]] bool is_plain_word(const Piece& piece) const {
        if (piece.kind != PieceKind::word || piece.end - piece.begin < 3) return false;
        const std::string_view word = piece.in(text_);
        if (word == "log" || word == "loge") return false;
        const auto uppers = std::count_if(word.begin() + 1, word.end(), is_ascii_upper);
        return is_ascii_lower(word.back()) && (uppers == 0 || (uppers == 1 && word.size() > 3));
    }

    /// A mark that ends words: "effective.12", "symptoms).3", "age of 24.2".
    [[nodiscard]] bool ends_words(std::size_t i) const {
        const Piece& mark = pieces_[i];
        if (mark.after_space || i == 0) return false;
        if (mark.is(')') || mark.is('"') || mark.is(']')) return true;
        if (!mark.is('.') && !mark.is(',') && !mark.is(';') && !mark.is(':')) return false;
        const Piece& before = pieces_[i - 1];
        if (before.kind == PieceKind::word) return before.end - before.begin > 1;
        return before.is(')') || before.is('"') || before.is(']') || before.is('%');
    }

    /// "in 24 patients", "group 3": a count or a name, not a citation. A raised number stands before a mark or a word that
    /// goes on with the sentence.
    [[nodiscard]] bool counts(std::size_t word, std::size_t at) const {
        if (plays(word, Role::lead)) return true;
        const bool named = at < pieces_.size() && pieces_[at].kind == PieceKind::word;
        return named &&
               words_.plays(pieces_[at].in(text_), Role::unit);  // as written: "mL" and "M" differ from "ml" and "m"
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const CitationWords& words_;
    int greatest_;
    int widest_;
    std::vector<NumericCandidate>& out_;
};

/// Exponents and powers of units ("10^12", "cm^3") are raised as well.
bool is_power(std::string_view text, std::uint32_t at) {
    std::uint32_t begin = at;
    while (begin > 0 && is_ascii_alnum(text[begin - 1])) --begin;
    return at > begin && (at - begin < 3 || is_ascii_digit(text[at - 1]));
}

/// "10 cm2", "kg/m2", "105": a small power of a unit, or any of ten.
bool is_exponent(std::string_view text, Span raised, const CitationWords& words) {
    const std::string_view power = raised.in(text);
    std::uint32_t begin = raised.begin;
    while (begin > 0 && is_ascii_alnum(text[begin - 1])) --begin;
    const std::string_view base = text.substr(begin, raised.begin - begin);
    if (base == "10") return power.find_first_not_of("0123456789") == std::string_view::npos;
    return (power == "2" || power == "3") && base.size() <= 2 && words.plays(base, CitationWords::Role::unit);
}

}  // namespace

int beyond(const CitationIndex& index) {
    constexpr int slack = 5;
    return index.greatest() + slack;
}

void find_numbers(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                  const CitationWords& words, std::vector<NumericCandidate>& out) {
    if (index.greatest() > 0) NumericFinder(text, pieces, index, words, out).run();
}

std::vector<int> numbers_in(std::string_view text, int greatest) {
    while (!text.empty() && (text.front() == '[' || text.front() == '(' || text.front() == '^')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ']' || text.back() == ')')) text.remove_suffix(1);
    text = trim(text);
    const auto pieces = pieces_of(text, {0, static_cast<std::uint32_t>(text.size())});
    std::size_t at = 0;
    auto numbers = number_run(text, pieces, at, greatest);
    if (at != pieces.size()) numbers.clear();
    return numbers;
}

void find_raised_numbers(const Article& article, const CitationIndex& index, const CitationWords& words,
                         std::vector<NumericCandidate>& out) {
    for (const auto& mark : article.marks) {
        if (mark.span.end > article.text.size() || mark.span.empty()) continue;
        const bool leans = mark.span.begin > 0 && !is_ascii_space(article.text[mark.span.begin - 1]);  // italics for raised
        if (mark.kind != MarkKind::superscript && !(mark.kind == MarkKind::emphasis && leans)) continue;
        const int limit = is_power(article.text, mark.span.begin) ? index.greatest() : beyond(index);
        if (is_exponent(article.text, mark.span, words)) continue;
        auto numbers = numbers_in(mark.span.in(article.text), limit);
        if (!numbers.empty()) out.push_back({NumberStyle::raised, mark.span, std::move(numbers)});
    }
}

}  // namespace evigrade::link
