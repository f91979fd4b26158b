#include "link/citation_researchers.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

using Role = CitationWords::Role;

class ResearcherFinder {
public:
    ResearcherFinder(std::string_view text, const std::vector<Piece>& pieces, const CitationWords& words,
                     std::vector<Citation>& out)
        : text_(text), pieces_(pieces), words_(words), out_(out) {}

    void run() {
        for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
            const bool group = plays(i, Role::group);
            if (!group && !plays(i, Role::inquiry)) continue;
            const std::size_t end = std::max(name_end(place_behind(i)), group ? i : std::max(date_end(i), dated_end(i)));
            if (end <= i || (group && !finds(end) && !studied_by(i))) continue;
            add(start(i), end);
            i = end - 1;
        }
    }

private:
    [[nodiscard]] bool plays(std::size_t i, Role role) const {
        return i < pieces_.size() && CitationWords::plays(pieces_[i], role);
    }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const {
        return i < pieces_.size() && is_word(text_, pieces_[i], word);
    }

    /// Where the name of the place begins: behind "at", "from", "from the", "conducted at", "of researchers at". The end of
    /// the block where no place is told.
    [[nodiscard]] std::size_t place_behind(std::size_t i) const {
        std::size_t at = i + 1;
        if (is(at, "of") && plays(at + 1, Role::group)) at += 2;
        if (plays(at, Role::done)) ++at;
        if (!is(at, "at") && !is(at, "from")) return pieces_.size();
        ++at;
        return is(at, "the") ? at + 1 : at;
    }

    /// The end of the proper name that begins at `first`: capitalised words, joined by "of", "the", "for", "and". 0
    /// where there is none.
    [[nodiscard]] std::size_t name_end(std::size_t first) const {
        constexpr std::size_t longest = 12;
        std::size_t end = 0;
        for (std::size_t i = first; i < pieces_.size() && i < first + longest; ++i) {
            const Piece& piece = pieces_[i];
            const bool joint = is(i, "of") || is(i, "the") || is(i, "for") || is(i, "and") || is(i, "in") || piece.is('&');
            const bool abbreviated = piece.is('.') && i > first && pieces_[i - 1].end - pieces_[i - 1].begin <= 2;  // "St."
            if (i > first && (joint || abbreviated)) continue;
            if (piece.kind != PieceKind::word || !piece.capital) break;
            end = i + 1;
        }
        return end;
    }

    /// Whether a verb of finding follows in the sentence: what is told of people alone points at no study.
    [[nodiscard]] bool finds(std::size_t end) const {
        constexpr std::size_t farthest = 14;
        for (std::size_t i = end; i < std::min(end + farthest, pieces_.size()); ++i) {
            if (pieces_[i].is('.') || pieces_[i].is('?') || pieces_[i].is(';')) return false;
            if (plays(i, Role::finding)) return true;
        }
        return false;
    }

    /// "a study by researchers at", "trial led by a team from".
    [[nodiscard]] bool studied_by(std::size_t i) const {
        constexpr std::size_t farthest = 6;
        for (std::size_t at = i; at-- > 0 && i - at <= farthest;) {
            if (plays(at, Role::inquiry)) return true;
            if (pieces_[at].kind == PieceKind::mark && !pieces_[at].is('-')) return false;
        }
        return false;
    }

    /// "published in October", "published last year": the end of when; 0 where that is not told.
    [[nodiscard]] std::size_t date_end(std::size_t i) const {
        std::size_t at = i + 1;
        if (!is(at, "published") || start(i) == i) return 0;
        ++at;
        if (is(at, "online")) ++at;
        if (is(at, "last") || is(at, "this")) return at + 2 <= pieces_.size() ? at + 2 : 0;
        if (!is(at, "in") || at + 1 >= pieces_.size()) return 0;
        ++at;
        if (year_at(at)) return at + 1;
        if (!plays(at, Role::month)) return 0;
        return at + 1 < pieces_.size() && year_at(at + 1) ? at + 2 : at + 1;
    }

    /// "a 2019 trial", "one 2012 study of 120 patients": one study, and its year; 0 where that is not told.
    [[nodiscard]] std::size_t dated_end(std::size_t i) const {
        const std::size_t first = start(i);
        if (first == i || is(first, "the")) return 0;
        const bool dated = year_at(first + 1).has_value();
        if (!dated) return 0;
        const bool joined = is(i + 1, "of") || is(i + 1, "in") || is(i + 1, "with");
        return joined && i + 2 < pieces_.size() && people_at(i + 2, pieces_.size()) ? i + 4 : i + 1;
    }

    /// "a 2019 study", "the small 40-person trial", "a team": from the article on.
    [[nodiscard]] std::size_t start(std::size_t i) const {
        constexpr std::size_t farthest = 6;
        for (std::size_t at = i; at-- > 0 && i - at <= farthest;) {
            if (is(at, "a") || is(at, "an") || is(at, "the") || is(at, "one") || is(at, "another")) return at;
            if (pieces_[at].kind == PieceKind::mark && !pieces_[at].is('-')) break;
        }
        return i;
    }

    [[nodiscard]] std::optional<int> year_at(std::size_t i) const {
        if (pieces_[i].end - pieces_[i].begin != 4) return std::nullopt;
        const auto year = number_of(pieces_[i].in(text_));
        return year && *year >= 1800 && *year < 2100 ? year : std::nullopt;
    }

    /// "reported in 2013": the year that the sentence tells right behind.
    [[nodiscard]] std::optional<int> year_behind(std::size_t end) const {
        constexpr std::size_t farthest = 5;
        for (std::size_t i = end; i + 1 < std::min(end + farthest, pieces_.size()); ++i) {
            if (pieces_[i].kind != PieceKind::word) return std::nullopt;
            if (is(i, "in") && year_at(i + 1)) return year_at(i + 1);
        }
        return std::nullopt;
    }

    /// "40-person", "126 women".
    [[nodiscard]] std::optional<int> people_at(std::size_t i, std::size_t end) const {
        const std::size_t word = i + 1 < end && pieces_[i + 1].is('-') ? i + 2 : i + 1;
        if (pieces_[i].kind != PieceKind::number || word >= end || !plays(word, Role::people)) return std::nullopt;
        return number_of(pieces_[i].in(text_));
    }

    void add(std::size_t begin, std::size_t end) {
        StudyPointer pointer;
        for (std::size_t i = begin; i < end; ++i) {
            if (const auto year = year_at(i)) pointer.year = year;
            if (const auto people = people_at(i, end)) pointer.participants = people;
            const std::string word = lower(pieces_[i].in(text_));
            if (const auto design = words_.design_of(word); design && !pointer.design) pointer.design = design;
            if (i == begin) continue;
            if (const auto design = words_.design_of(lower(pieces_[i - 1].in(text_)) + " " + word)) pointer.design = design;
        }
        if (!pointer.year) pointer.year = year_behind(end);
        Citation citation;
        citation.span = {pieces_[begin].begin, pieces_[end - 1].end};
        citation.form = CitationForm::prose;
        citation.flags.push_back(CitationFlag::implicit);
        citation.pointer = std::move(pointer);
        out_.push_back(std::move(citation));
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const CitationWords& words_;
    std::vector<Citation>& out_;
};

}  // namespace

void find_researchers(std::string_view text, const std::vector<Piece>& pieces, const CitationWords& words,
                      std::vector<Citation>& out) {
    ResearcherFinder(text, pieces, words, out).run();
}

}  // namespace evigrade::link
