#include "link/citation_prose.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

using Role = CitationWords::Role;

class ProseFinder {
public:
    ProseFinder(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                const CitationWords& words, std::vector<Citation>& out)
        : text_(text), pieces_(pieces), index_(index), words_(words), out_(out) {}

    void run() {
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
            if (ends_sentence(i)) sentence_ = i + 1;
            if (!is(i, "in") && !is(i, "by")) continue;
            std::size_t first = i + 1;
            const bool article = is(first, "the");
            if (article) ++first;
            const bool said = article && is(first, "journal") && !pieces_[first].capital;  // "in the journal Pain"
            if (said) ++first;
            const std::size_t end = said ? capitals_end(first) : journal_end(first, article);
            if (end == first || (index_year_behind(end) && !announced(i)) || !(said || announced(i))) continue;
            point(i, first, end);
            i = end - 1;
        }
    }

private:
    [[nodiscard]] std::string low(std::size_t i) const { return lower(pieces_[i].in(text_)); }
    [[nodiscard]] bool plays(std::size_t i, Role role) const { return CitationWords::plays(pieces_[i], role); }
    [[nodiscard]] bool is(std::size_t i, std::string_view word) const {
        return i < pieces_.size() && is_word(text_, pieces_[i], word);
    }

    [[nodiscard]] bool ends_sentence(std::size_t i) const {
        return (pieces_[i].is('.') || pieces_[i].is('?') || pieces_[i].is('!')) && pieces_[i + 1].after_space &&
               (pieces_[i + 1].capital || pieces_[i + 1].kind != PieceKind::word) &&
               !(i > 0 && pieces_[i - 1].kind == PieceKind::word && pieces_[i - 1].end - pieces_[i - 1].begin <= 2);
    }

    /// The end of a journal's name that begins at `first`, or `first`. A name is capitalised words joined by "of", "the",
    /// "and", "&", one of which says that it is a journal; or a whole known name behind "published in".
    [[nodiscard]] std::size_t journal_end(std::size_t first, bool article) const {
        std::size_t end = first;
        bool journal = false;
        for (std::size_t i = first; i < pieces_.size() && i < first + 14; ++i) {
            const Piece& piece = pieces_[i];
            if (i > first && !piece.after_space && !piece.is(',') && !piece.is(':') && !piece.is('-')) break;
            const bool joint = is(i, "of") || is(i, "the") || is(i, "and") || is(i, "for") || is(i, "in") || piece.is('&');
            if (i > first && joint) continue;
            if (piece.is(',') && journal && i + 1 < pieces_.size() && lists_on(i + 1)) continue;
            if (piece.kind != PieceKind::word || !piece.capital) break;
            journal = journal || plays(i, Role::journal);
            end = i + 1;
        }
        if (end == first) return first;
        if (journal && end - first >= (article ? 1U : 2U)) return end;
        if (end - first == 1 && plays(first, Role::journal) && !is(first, "journal")) return end;
        const bool whole = end - first == 1 && plays(first, Role::whole_journal);
        const std::size_t before = article ? 3 : 2;  // "published in Spine", "a 2019 study in the Lancet"
        if (!whole || first < before) return first;
        return is(first - before, "published") || plays(first - before, Role::work) ? end : first;
    }

    /// The end of a name that the text itself calls a journal's.
    [[nodiscard]] std::size_t capitals_end(std::size_t first) const {
        std::size_t end = first;
        for (std::size_t i = first; i < pieces_.size() && i < first + 8; ++i) {
            if (i > first && (is(i, "of") || is(i, "and") || pieces_[i].is('&'))) continue;
            if (pieces_[i].kind != PieceKind::word || !pieces_[i].capital) break;
            end = i + 1;
        }
        return end;
    }

    /// "Dermatology, Venereology and Leprology": a comma inside a name.
    [[nodiscard]] bool lists_on(std::size_t i) const {
        return pieces_[i].capital && i + 2 < pieces_.size() &&
               (is(i + 1, "and") || pieces_[i + 1].is('&') || pieces_[i + 1].is(',')) && pieces_[i + 2].capital;
    }

    [[nodiscard]] bool index_year_behind(std::size_t end) const { return end < pieces_.size() && pieces_[end].is('('); }

    /// "published" or a kind of work among the twelve pieces before.
    [[nodiscard]] bool announced(std::size_t at) const {
        for (std::size_t i = at; i-- > sentence_ && at - i <= 14;) {
            if (is(i, "published") || plays(i, Role::work)) return true;
        }
        return false;
    }

    /// Reads the sentence around the journal's name for the year, the kind of work, and who was studied.
    void point(std::size_t at, std::size_t first, std::size_t end) {
        StudyPointer pointer;
        pointer.container = squeeze(text_.substr(pieces_[first].begin, pieces_[end - 1].end - pieces_[first].begin));
        std::size_t begin = at;
        std::size_t close = end;
        for (std::size_t i = at; i-- > sentence_ && at - i <= 16;) {
            if (pieces_[i].is(';') || pieces_[i].is(')')) break;
            if (is(i, "published") || is(i, "article")) begin = i;
            if (plays(i, Role::work)) {
                begin = i;
                if (!pointer.design) pointer.design = words_.design_of(low(i));
                if (i > 0) {
                    const std::string pair = low(i - 1) + " " + low(i);
                    if (const auto design = words_.design_of(pair)) pointer.design = design;
                }
            }
            if (const auto year = year_at(i); year && !pointer.year) {
                pointer.year = year;
                begin = std::min(begin, i);
            }
            people(i, pointer);
        }
        for (std::size_t i = end; i < pieces_.size() && i < end + 4 && !pointer.year; ++i) {
            if (const auto year = year_at(i);
                year && (is(i - 1, "in") || pieces_[i - 1].is('(') || pieces_[i - 1].is(','))) {
                pointer.year = year;
                close = i + 1;
            }
        }
        add(begin, close, std::move(pointer));
    }

    [[nodiscard]] std::optional<int> year_at(std::size_t i) const {
        if (pieces_[i].kind != PieceKind::number || pieces_[i].end - pieces_[i].begin != 4) return std::nullopt;
        const auto year = number_of(pieces_[i].in(text_));
        return year && *year >= 1800 && *year < 2100 ? year : std::nullopt;
    }

    void people(std::size_t i, StudyPointer& pointer) const {
        if (pieces_[i].kind != PieceKind::number || pointer.participants || i + 1 >= pieces_.size()) return;
        std::size_t word = i + 1;
        if (pieces_[word].is('-') && word + 1 < pieces_.size()) ++word;
        if (plays(word, Role::people)) pointer.participants = number_of(pieces_[i].in(text_));
    }

    void add(std::size_t begin, std::size_t end, StudyPointer pointer) {
        Citation citation;
        citation.span = {pieces_[begin].begin, pieces_[end - 1].end};
        citation.form = CitationForm::prose;
        citation.flags.push_back(CitationFlag::implicit);
        const std::string wanted = fold(*pointer.container);
        std::size_t looked = 0;
        for (const auto& reference : index_.references()) {
            if (++looked > 2000) break;
            if (!reference.item.container_title || fold(*reference.item.container_title) != wanted) continue;
            if (pointer.year && (!reference.item.issued || reference.item.issued->year != *pointer.year)) continue;
            citation.references.push_back(reference.n);
        }
        if (citation.references.size() > 1) citation.references.clear();
        citation.pointer = std::move(pointer);
        out_.push_back(std::move(citation));
    }

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const CitationIndex& index_;
    const CitationWords& words_;
    std::vector<Citation>& out_;
    std::size_t sentence_ = 0;
};

}  // namespace

void find_prose(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index,
                const CitationWords& words, std::vector<Citation>& out) {
    ProseFinder(text, pieces, index, words, out).run();
}

}  // namespace evigrade::link
