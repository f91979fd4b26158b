#include "link/reference_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

/// Tokens [begin, end).
struct NameStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

template <std::size_t N>
bool is_any(std::string_view text, const ReferenceToken& token, const std::array<std::string_view, N>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return is_word(text, token, word); });
}

class NameReader {
public:
    NameReader(std::string_view text, const std::vector<ReferenceToken>& tokens, const std::vector<Part>& labels,
               Part family, Part rest)
        : text_(text), tokens_(tokens), labels_(labels), family_(family), rest_(rest) {}

    NamesFound read() {
        find_families();
        if (families_.empty()) return std::move(found_);
        given_.resize(families_.size());
        given_at_.resize(families_.size());
        suffixes_.resize(families_.size());
        std::size_t from = families_.front().begin;
        while (from > 0 && ours(from - 1)) --from;
        share({from, families_.front().begin}, std::nullopt, 0);
        for (std::size_t i = 0; i + 1 < families_.size(); ++i) share({families_[i].end, families_[i + 1].begin}, i, i + 1);
        std::size_t to = families_.back().end;
        while (to < tokens_.size() && ours(to)) ++to;
        share({families_.back().end, to}, families_.size() - 1, std::nullopt);
        for (std::size_t i = 0; i < families_.size(); ++i) found_.names.push_back(name(i));
        return std::move(found_);
    }

private:
    [[nodiscard]] bool ours(std::size_t t) const { return labels_[t] == rest_ || labels_[t] == family_; }

    [[nodiscard]] bool separates(std::size_t t) const {
        const ReferenceToken& token = tokens_[t];
        if (token.kind == TokenKind::mark)
            return token.mark == ',' || token.mark == ';' || token.mark == '&' || token.mark == '/' || token.mark == ':' ||
                   token.mark == '(' || token.mark == ')' || token.mark == '[' || token.mark == ']';
        static constexpr std::array<std::string_view, 6> conjunctions{"and", "und", "et", "y", "with", "e"};
        return is_any(text_, token, conjunctions) && token.size() + (token.capital ? 9U : 0U) < 9U;
    }

    void find_families() {
        bool open = false;
        for (std::size_t t = 0; t < tokens_.size(); ++t) {
            const bool family = labels_[t] == family_ && !separates(t) && !tokens_[t].is_mark('.');
            const bool abbreviated = labels_[t] == family_ && tokens_[t].is_mark('.') && open && t + 1 < tokens_.size() &&
                                     labels_[t + 1] == family_;  // "St. George"
            if (!family && !abbreviated) {
                open = false;
                continue;
            }
            if (!open) families_.push_back({t, t});
            families_.back().end = t + 1;
            open = true;
        }
        std::erase_if(families_, [&](const NameStretch& s) {
            return std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(s.begin),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(s.end),
                                [](const ReferenceToken& token) { return token.kind == TokenKind::word; });
        });
    }

    /// Gives the pieces between two family names to the one before or the one behind.
    void share(NameStretch between, std::optional<std::size_t> before, std::optional<std::size_t> behind) {
        std::vector<NameStretch> pieces;
        NameStretch piece{between.begin, between.begin};
        for (std::size_t t = between.begin; t < between.end; ++t) {
            if (is_word(text_, tokens_[t], "et") && t + 1 < between.end && is_word(text_, tokens_[t + 1], "al")) {
                found_.et_al = true;
                between.end = t;
                break;
            }
            if (!separates(t)) {
                piece.end = t + 1;
                continue;
            }
            if (!piece.empty()) pieces.push_back(piece);
            piece = {t + 1, t + 1};
        }
        if (!piece.empty()) pieces.push_back(piece);
        for (const NameStretch& p : pieces) {
            if (!has_word(p)) continue;
            const bool last = p.end == pieces.back().end;
            const bool touches_behind = behind && last && p.end == families_[*behind].begin;
            const bool touches_before = before && p.begin == families_[*before].end;
            if (behind && touches_behind && (!touches_before || !before || given_first_)) {
                if (!before) given_first_ = true;
                give(*behind, p);
            } else if (before && (given_[*before].empty() || is_suffix(p))) {
                give(*before, p);
            } else if (behind && last) {
                give(*behind, p);
            }
        }
    }

    [[nodiscard]] bool has_word(const NameStretch& s) const {
        for (std::size_t t = s.begin; t < s.end; ++t) {
            if (tokens_[t].kind == TokenKind::word) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_suffix(const NameStretch& s) const {
        static constexpr std::array<std::string_view, 6> suffixes{"jr", "sr", "ii", "iii", "iv", "esq"};
        return tokens_[s.begin].kind == TokenKind::word && is_any(text_, tokens_[s.begin], suffixes);
    }

    void give(std::size_t person, NameStretch piece) {
        for (std::size_t t = piece.begin; t < piece.end; ++t) {
            if (!is_suffix({t, t + 1}) || tokens_[t].size() < 2) continue;
            suffixes_[person] = std::string(tokens_[t].in(text_));
            piece.end = t;
        }
        while (!piece.empty() && tokens_[piece.begin].kind == TokenKind::mark) ++piece.begin;
        if (piece.empty() || !given_[person].empty()) return;
        given_[person] = written(piece);
        given_at_[person] = piece.begin;
    }

    [[nodiscard]] std::string written(const NameStretch& s) const {
        return squeeze(text_.substr(tokens_[s.begin].begin, tokens_[s.end - 1].end - tokens_[s.begin].begin));
    }

    /// "LAZARUS Sylvain": the family name is the one in capitals. Four letters at least, since initials are fewer.
    [[nodiscard]] static bool is_shouted(std::string_view name) {
        std::size_t letters = 0;
        for (std::size_t at = 0; at < name.size();) {
            const CodePoint c = decode(name, at);
            if (!is_upper(c.value) && c.value != '-') return false;
            ++letters;
            at += c.length;
        }
        return letters >= 4;
    }

    /// Words in lower case before the family name are its particle; a name of many words is an organisation.
    [[nodiscard]] Name name(std::size_t person) const {
        NameStretch family = families_[person];
        while (!family.empty() && tokens_[family.end - 1].kind == TokenKind::mark) --family.end;
        while (!family.empty() && tokens_[family.begin].kind == TokenKind::mark) ++family.begin;
        Name out;
        std::size_t words = 0;
        for (std::size_t t = family.begin; t < family.end; ++t)
            words += tokens_[t].kind == TokenKind::word && tokens_[t].after_space ? 1U : 0U;
        if (given_[person].empty() && words >= 3 && tokens_[family.begin].capital) {
            out.literal = written(family);
            return out;
        }
        std::size_t start = family.begin;
        while (start + 1 < family.end && tokens_[start].kind == TokenKind::word && !tokens_[start].capital &&
               tokens_[start + 1].after_space)
            ++start;
        if (start > family.begin) out.particle = written({family.begin, start});
        out.family = written({start, family.end});
        if (!given_[person].empty()) out.given = given_[person];
        const bool given_first = given_at_[person] < family.begin;
        if (out.given && given_first && is_shouted(*out.given) && !is_shouted(*out.family))
            std::swap(*out.given, *out.family);
        if (!suffixes_[person].empty()) out.suffix = suffixes_[person];
        return out;
    }

    std::string_view text_;
    const std::vector<ReferenceToken>& tokens_;
    const std::vector<Part>& labels_;
    Part family_;
    Part rest_;
    bool given_first_ = false;
    std::vector<NameStretch> families_;
    std::vector<std::string> given_;
    std::vector<std::size_t> given_at_;  ///< the first token of each
    std::vector<std::string> suffixes_;
    NamesFound found_;
};

}  // namespace

NamesFound names_of(std::string_view text, const std::vector<ReferenceToken>& tokens, const std::vector<Part>& labels,
                    Part family, Part rest) {
    return NameReader(text, tokens, labels, family, rest).read();
}

}  // namespace evigrade::link
