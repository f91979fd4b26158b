#include "link/citation_author_year.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/citation_authors.hpp"

namespace evigrade::link {
namespace {

/// Reads one block from left to right; each year looks back for its authors.
class AuthorYearFinder {
public:
    AuthorYearFinder(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                     std::vector<AuthorYearFound>& out)
        : text_(text), pieces_(pieces), index_(index), authors_(text, pieces, index), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            depth_ += pieces_[i].is('(') || pieces_[i].is('[') ? 1 : 0;
            if (pieces_[i].is(')') || pieces_[i].is(']')) depth_ = std::max(0, depth_ - 1);
            if (depth_ == 0 && !pieces_[i].is(')') && !pieces_[i].is(']')) carried_.reset();
            std::size_t end = i;
            if (const auto year = year_at(i, end)) take(i, end, *year);
        }
    }

private:
    struct When {
        std::optional<int> year;
        char suffix = 0;
    };

    /// A year, with its letter; or "in press". `end` becomes the piece behind it.
    std::optional<When> year_at(std::size_t i, std::size_t& end) const {
        const Piece& piece = pieces_[i];
        end = i + 1;
        if (is_word(text_, piece, "in") && end < pieces_.size() && is_word(text_, pieces_[end], "press")) {
            ++end;
            return When{};
        }
        if (piece.kind != PieceKind::number || piece.end - piece.begin != 4) return std::nullopt;
        const int year = *number_of(piece.in(text_));
        if (year < 1700 || year > 2099) return std::nullopt;
        if (i > 0 && !piece.after_space && (pieces_[i - 1].is('.') || pieces_[i - 1].is('-') || pieces_[i - 1].is('/')))
            return std::nullopt;
        When when{year, 0};
        if (end < pieces_.size() && !pieces_[end].after_space) {
            if (is_letter_suffix(end)) {
                when.suffix = text_[pieces_[end].begin];
                ++end;
            } else if (pieces_[end].kind != PieceKind::mark || pieces_[end].is('%')) {
                return std::nullopt;
            }
        }
        return when;
    }

    [[nodiscard]] bool is_letter_suffix(std::size_t i) const {
        return pieces_[i].kind == PieceKind::word && pieces_[i].end - pieces_[i].begin == 1 &&
               is_ascii_lower(text_[pieces_[i].begin]);
    }

    void take(std::size_t first, std::size_t end, const When& when) {
        AuthorYear cited;
        std::size_t names = first;
        bool bracketed = false;
        if (names > 0 && (pieces_[names - 1].is('(') || pieces_[names - 1].is('['))) {
            bracketed = true;
            --names;
            if (names > 0 && pieces_[names - 1].is(',')) --names;
        } else if (names > 0 && (pieces_[names - 1].is(',') || pieces_[names - 1].is(';'))) {
            --names;
        }
        const std::size_t found = authors_.before(names, cited);
        cited.year = when.year;
        cited.suffix = when.suffix;
        if (found < names && !bracketed && depth_ == 0 && is_shouted(cited)) {
            add_if_sure(found, end, std::move(cited), when);
        } else if (found < names && (bracketed || depth_ > 0 || cited.et_al || cited.families.size() > 1)) {
            const bool closed = bracketed && end < pieces_.size() && (pieces_[end].is(')') || pieces_[end].is(']'));
            add(found, closed ? end + 1 : end, cited, bracketed);
            carried_ = cited;
            more_letters(end, cited);
        } else if (carried_ && !bracketed && names < first && carries_on(names)) {
            carried_->year = when.year;
            carried_->suffix = when.suffix;
            add(first, end, *carried_, false);
            more_letters(end, *carried_);
        } else if (bracketed && depth_ == 1) {
            take_owned(names, end, when);
        } else if (!bracketed && depth_ == 0) {
            take_told(first, end, when);
            take_foretold(first, end, when);
        }
    }

    /// "Fellowship BIPD/ICI-FC-BST 2016": capitals alone are no names of people, unless the list has them.
    static bool is_shouted(const AuthorYear& cited) {
        return std::all_of(cited.families.begin(), cited.families.end(), [](const std::string& family) {
            return std::none_of(family.begin(), family.end(), [](char c) { return is_ascii_lower(c); });
        });
    }

    [[nodiscard]] bool owns(std::size_t i) const {
        const std::string_view word = pieces_[i].in(text_);
        return word.ends_with("'s") || word.ends_with("\u2019s");
    }

    /// "Baran and Maibach's large textbook (2010)": a few words between the owners and the year in brackets.
    void take_owned(std::size_t first, std::size_t end, const When& when) {
        constexpr std::size_t farthest = 4;
        for (std::size_t at = first; at > 0 && first - at < farthest; --at) {
            if (pieces_[at - 1].kind != PieceKind::word) return;
            if (!owns(at - 1)) continue;
            AuthorYear cited;
            const std::size_t begin = authors_.before(at, cited);
            if (begin == at) return;
            const bool closed = end < pieces_.size() && (pieces_[end].is(')') || pieces_[end].is(']'));
            add_if_sure(begin, closed ? end + 1 : end, std::move(cited), when);
            return;
        }
    }

    /// Names and a year that stand apart are a citation where the list has them together once.
    void add_if_sure(std::size_t begin, std::size_t end, AuthorYear cited, const When& when) {
        cited.year = when.year;
        cited.suffix = when.suffix;
        const Resolved resolved = index_.find(cited);
        if (resolved.references.size() == 1 && resolved.flags.empty()) add(begin, end, cited, true);
    }

    /// Where names may begin behind a year that stands before them: behind "in 2010," or "a 2010 review,", "a 2010 paper
    /// by".
    [[nodiscard]] std::size_t names_behind(std::size_t first, std::size_t end) const {
        constexpr std::size_t farthest = 4;
        if (first == 0 || end >= pieces_.size()) return pieces_.size();
        if (is_word(text_, pieces_[first - 1], "in") || is_word(text_, pieces_[first - 1], "jahr")) {
            const bool verb = pieces_[end].kind == PieceKind::word && !pieces_[end].capital;  // "Im Jahr 2012 zeigten"
            return pieces_[end].is(',') || verb ? end + 1 : end;
        }
        if (!is_word(text_, pieces_[first - 1], "a") && !is_word(text_, pieces_[first - 1], "the")) return pieces_.size();
        for (std::size_t i = end; i < std::min(end + farthest, pieces_.size()); ++i) {
            if (pieces_[i].is(',') || is_word(text_, pieces_[i], "by")) return i + 1;
            if (pieces_[i].kind != PieceKind::word) break;
        }
        return pieces_.size();
    }

    /// "In 2010, Baran and Maibach wrote": the year, then names of the list. Only where that is one entry beyond doubt.
    void take_foretold(std::size_t first, std::size_t end, const When& when) {
        constexpr std::size_t longest = 10;
        const std::size_t names = names_behind(first, end);
        if (!when.year) return;
        AuthorYear named;
        std::size_t close = names;
        for (std::size_t at = names + 1; at <= std::min(names + longest, pieces_.size()); ++at) {
            AuthorYear cited;
            if (authors_.before(at, cited) != names) continue;
            named = cited;
            close = at;
        }
        const bool dated = close < pieces_.size() && (pieces_[close].is('(') || pieces_[close].is('['));
        if (close == names || dated || !index_.knows(named.families.front())) return;
        add_if_sure(first, close, std::move(named), when);
    }

    /// "Konda and Thappa reviewed the subject in 2009", "Sivagnanam's 2010 paper": names of the list, and later in the
    /// sentence their year. Only where that is one entry beyond doubt.
    void take_told(std::size_t first, std::size_t end, const When& when) {
        constexpr std::size_t farthest = 14;
        if (first == 0 || !when.year) return;
        const bool dated = is_word(text_, pieces_[first - 1], "in") || is_word(text_, pieces_[first - 1], "of");
        if (!dated && !owns(first - 1)) return;
        for (std::size_t at = first; at > 0 && first - at < (dated ? farthest : 1); --at) {
            if (at < first && ends_thought(at)) return;
            AuthorYear cited;
            const std::size_t begin = authors_.before(at, cited);
            const auto known = [&](const std::string& family) { return index_.knows(family); };
            if (begin == at || !std::all_of(cited.families.begin(), cited.families.end(), known)) continue;
            add_if_sure(begin, end, std::move(cited), when);
            return;
        }
    }

    /// A mark that ends a sentence or opens a bracket, or another number: what is before it is told of something else.
    [[nodiscard]] bool ends_thought(std::size_t i) const {
        const Piece& piece = pieces_[i];
        const bool abbreviates = piece.is('.') && i > 0 && is_word(text_, pieces_[i - 1], "al");
        return piece.kind == PieceKind::number || piece.is(';') || piece.is('(') || piece.is(')') || piece.is('?') ||
               (piece.is('.') && !abbreviates);
    }

    /// "2015, 2014": the mark before the comma ends a year of the same authors.
    [[nodiscard]] bool carries_on(std::size_t comma) const {
        return comma > 0 && (pieces_[comma - 1].kind == PieceKind::number || is_letter_suffix(comma - 1));
    }

    /// "2019a, b": the further letters.
    void more_letters(std::size_t at, AuthorYear cited) {
        while (cited.suffix != 0 && at + 1 < pieces_.size() &&
               (pieces_[at].is(',') || pieces_[at].is('-') || is_word(text_, pieces_[at], "and")) &&
               is_letter_suffix(at + 1)) {
            const char letter = text_[pieces_[at + 1].begin];
            if (letter <= cited.suffix || letter > 'j') return;
            for (char c = pieces_[at].is('-') ? static_cast<char>(cited.suffix + 1) : letter; c <= letter; ++c) {
                cited.suffix = c;
                add(at + 1, at + 2, cited, false);
            }
            at += 2;
        }
    }

    /// "as cited in Jongen et al.": what another work says, told a few words before in the same sentence.
    [[nodiscard]] bool is_second_hand(std::size_t begin) const {
        constexpr std::size_t farthest = 4;
        for (std::size_t i = begin; i-- > 0 && begin - i <= farthest;) {
            if (pieces_[i].is('.') || pieces_[i].is('?') || pieces_[i].is('!')) return false;
            if (is_word(text_, pieces_[i], "cited") || is_word(text_, pieces_[i], "quoted")) return true;
        }
        return false;
    }

    void add(std::size_t begin, std::size_t end, const AuthorYear& cited, bool narrative) {
        const Resolved resolved = index_.find(cited);
        const bool sure = cited.et_al || cited.families.size() > 1;
        if (resolved.references.empty() && !sure &&
            (narrative || index_.references().empty() || cited.families.front().size() < 3))
            return;
        AuthorYearFound found;
        found.cited = cited;
        found.listed_year = resolved.listed_year;
        found.citation.span = {pieces_[begin].begin, pieces_[end - 1].end};
        found.citation.text = std::string(found.citation.span.in(text_));
        found.citation.form = CitationForm::author_year;
        found.citation.references = resolved.references;
        found.citation.flags = resolved.flags;
        if (is_second_hand(begin)) found.citation.flags.push_back(CitationFlag::secondary);
        out_.push_back(std::move(found));
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const CitationIndex& index_;
    CitedAuthors authors_;
    std::vector<AuthorYearFound>& out_;
    int depth_ = 0;
    std::optional<AuthorYear> carried_;
};

}  // namespace

void find_author_year(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                      std::vector<AuthorYearFound>& out) {
    AuthorYearFinder(text, pieces, index, out).run();
}

}  // namespace evigrade::link
