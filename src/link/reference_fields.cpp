#include "link/reference_fields.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "evigrade/base/text.hpp"
#include "link/reference_details.hpp"
#include "link/reference_names.hpp"

namespace evigrade::link {
namespace {

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin >= end; }
};

class Fields {
public:
    Fields(std::string_view text, const ReferenceTokens& found, const std::vector<Part>& labels)
        : text_(text), tokens_(found.tokens), found_(found), labels_(labels) {}

    BibItem read() {
        auto authors = names_of(text_, tokens_, labels_, Part::family, Part::given);
        item_.authors = std::move(authors.names);
        item_.et_al = authors.et_al;
        item_.editors = names_of(text_, tokens_, labels_, Part::editor_family, Part::editor).names;
        if (edited()) {
            item_.editors.insert(item_.editors.begin(), item_.authors.begin(), item_.authors.end());
            item_.authors.clear();
        }
        item_.title = prose(title());
        item_.container_title = container(longest(Part::container));
        if (!item_.title && item_.container_title) split_container();
        item_.publisher = prose(longest(Part::publisher));
        item_.publisher_place = prose(longest(Part::place));
        item_.volume = numeral(first(Part::volume));
        item_.issue = numeral(first(Part::issue));
        item_.page = pages(page_run());
        item_.edition = edition_of(text_, tokens_);
        if (item_.edition && !item_.publisher && !item_.container_title) item_.publisher = prose(behind_edition());
        item_.issued = date_of(text_, tokens_, labels_);
        set_identifiers(found_.identifiers, item_);
        return std::move(item_);
    }

private:
    template <class Better>
    [[nodiscard]] Stretch pick(Part part, Better better) const {
        Stretch best;
        for (std::size_t t = 0; t < tokens_.size();) {
            if (labels_[t] != part) {
                ++t;
                continue;
            }
            Stretch run{t, t};
            while (run.end < tokens_.size() && labels_[run.end] == part) ++run.end;
            t = run.end;
            if (best.empty() || better(run, best)) best = run;
        }
        return best;
    }
    [[nodiscard]] std::size_t words(const Stretch& run) const {
        std::size_t n = 0;
        for (std::size_t t = run.begin; t < run.end; ++t) n += tokens_[t].kind == TokenKind::word ? 1U : 0U;
        return n;
    }
    [[nodiscard]] Stretch longest(Part part) const {
        return pick(part, [&](const Stretch& a, const Stretch& b) { return words(a) > words(b); });
    }
    /// "Position Paper On Mesotherapy, Dermatology Specials": a title swallowed by its container. Not where the name is
    /// abbreviated, or a journal's own: "Journal of Dermatology, Venereology and Leprology".
    void split_container() {
        const std::string whole = *item_.container_title;
        const std::size_t comma = whole.rfind(", ");
        if (comma == std::string::npos || whole.find('.') != std::string::npos) return;
        const std::string before = whole.substr(0, comma);
        const auto words_of = [](const std::string& part) { return std::count(part.begin(), part.end(), ' ') + 1; };
        if (words_of(before) < 3 || lower(before).find("journal") != std::string::npos) return;
        item_.title = before;
        item_.container_title = whole.substr(comma + 2);
    }
    /// What no part claims behind "4th Edition," is who published it.
    [[nodiscard]] Stretch behind_edition() const {
        Stretch run;
        for (std::size_t t = 1; t < tokens_.size(); ++t) {
            if (!tokens_[t].is_mark(',') || !starts_with_ignoring_case(tokens_[t - 1].in(text_), "ed")) continue;
            run = {t + 1, t + 1};
            while (run.end < tokens_.size() && (labels_[run.end] == Part::other || labels_[run.end] == Part::title))
                ++run.end;
            return run;
        }
        return run;
    }
    /// The first run of some words: what is taken for a second title is a container more often.
    [[nodiscard]] Stretch title() const {
        return pick(Part::title, [&](const Stretch& a, const Stretch& b) { return words(b) < 2 && words(a) > words(b); });
    }
    /// Whether "(eds.)" or a word like it stands right behind the names.
    [[nodiscard]] bool edited() const {
        static constexpr std::array<std::string_view, 8> cues{"ed",      "eds",  "edit", "editor",
                                                              "editors", "hrsg", "hg",   "coord"};
        std::size_t last = tokens_.size();
        for (std::size_t t = 0; t < tokens_.size(); ++t) {
            if (labels_[t] == Part::family) last = t;
        }
        for (std::size_t t = last; t < tokens_.size() && t < last + 16; ++t) {
            const bool people = labels_[t] == Part::family || labels_[t] == Part::given || labels_[t] == Part::editor ||
                                labels_[t] == Part::editor_family || labels_[t] == Part::other;
            if (!people) break;
            if (std::any_of(cues.begin(), cues.end(),
                            [&](std::string_view cue) { return equals_ignoring_case(tokens_[t].in(text_), cue); }))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool counts(const Stretch& run) const {
        for (std::size_t t = run.begin; t < run.end; ++t) {
            if (tokens_[t].kind == TokenKind::number) return true;
        }
        return false;
    }
    [[nodiscard]] Stretch first(Part part) const {
        return pick(part, [&](const Stretch& a, const Stretch& b) { return counts(a) && !counts(b); });
    }

    /// The first run with a number, unless a later one says that it is pages.
    [[nodiscard]] Stretch page_run() const {
        const auto said = [&](const Stretch& run) { return counts(run) && announces(run.begin); };
        return pick(Part::pages,
                    [&](const Stretch& a, const Stretch& b) { return (counts(a) && !counts(b)) || (said(a) && !said(b)); });
    }

    [[nodiscard]] std::string written(const Stretch& run) const {
        return squeeze(text_.substr(tokens_[run.begin].begin, tokens_[run.end - 1].end - tokens_[run.begin].begin));
    }
    [[nodiscard]] bool is_mark_of(std::size_t t, std::u32string_view marks) const {
        return tokens_[t].kind == TokenKind::mark && marks.find(tokens_[t].mark) != std::u32string_view::npos;
    }

    /// A bracket is loose where its partner lies outside the run.
    void trim_marks(Stretch& run) const {
        while (!run.empty() && is_mark_of(run.begin, U".,;:\"'-)]*/|")) ++run.begin;
        while (!run.empty() && is_mark_of(run.end - 1, U".,;:\"'-([*/|")) --run.end;
        if (run.empty()) return;
        const auto count = [&](char32_t mark) {
            return std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                 tokens_.begin() + static_cast<std::ptrdiff_t>(run.end),
                                 [&](const ReferenceToken& token) { return token.is_mark(mark); });
        };
        bool again = false;
        if (is_mark_of(run.end - 1, U")]") && count('(') + count('[') < count(')') + count(']')) again = (--run.end, true);
        if (!run.empty() && is_mark_of(run.begin, U"([") && count('(') + count('[') > count(')') + count(']'))
            again = (++run.begin, true);
        if (again) trim_marks(run);
    }

    [[nodiscard]] std::optional<std::string> prose(Stretch run) const {
        trim_marks(run);
        if (run.empty()) return std::nullopt;
        return written(run);
    }

    /// Without "In:" in front; the last full stop of an abbreviated name stays.
    [[nodiscard]] std::optional<std::string> container(Stretch run) const {
        trim_marks(run);
        if (!run.empty() && tokens_[run.begin].kind == TokenKind::word &&
            equals_ignoring_case(tokens_[run.begin].in(text_), "in") && run.begin + 1 < run.end) {
            ++run.begin;
            trim_marks(run);
        }
        if (run.empty()) return std::nullopt;
        bool abbreviated = false;
        for (std::size_t t = run.begin; t < run.end; ++t) abbreviated = abbreviated || tokens_[t].is_mark('.');
        if (abbreviated && run.end < tokens_.size() && tokens_[run.end].is_mark('.') && labels_[run.end] == Part::container)
            ++run.end;
        return written(run);
    }

    [[nodiscard]] bool announces(std::size_t t) const {
        static constexpr std::array<std::string_view, 24> cues{
            "vol", "volume", "vols", "v",  "band", "bd",  "no",   "nr",    "number", "issue", "num",  "nos",
            "pt",  "part",   "p",    "pp", "pg",   "pgs", "page", "pages", "s",      "n",     "heft", "jg"};
        return std::any_of(cues.begin(), cues.end(),
                           [&](std::string_view cue) { return equals_ignoring_case(tokens_[t].in(text_), cue); });
    }

    /// From the first numeral (with letters that touch it) to the last.
    [[nodiscard]] Stretch numerals(const Stretch& run) const {
        Stretch out{run.end, run.begin};
        for (std::size_t t = run.begin; t < run.end; ++t) {
            const bool touches = t + 1 < run.end && tokens_[t + 1].kind == TokenKind::number && !tokens_[t + 1].after_space;
            const bool loose_cue = tokens_[t].size() > 1 || !tokens_[t].capital;
            const bool number = tokens_[t].kind == TokenKind::number;
            const bool letters = tokens_[t].kind == TokenKind::word && touches && !(loose_cue && announces(t));
            if (!number && !letters) continue;
            out.begin = std::min(out.begin, t);
            out.end = t + 1;
        }
        if (!out.empty()) {
            while (out.end < run.end && tokens_[out.end].kind == TokenKind::word && !tokens_[out.end].after_space) ++out.end;
            return out;
        }
        for (std::size_t t = run.begin; t < run.end; ++t) {  // roman, or a word: "Suppl"
            if (tokens_[t].kind != TokenKind::word || announces(t)) continue;
            out.begin = std::min(out.begin == run.end ? t : out.begin, t);
            out.end = t + 1;
        }
        return out;
    }

    [[nodiscard]] std::optional<std::string> numeral(const Stretch& run) const {
        const Stretch inner = numerals(run);
        if (inner.empty()) return std::nullopt;
        std::string out = written(inner);
        for (std::size_t at = 0; (at = out.find("\u2013", at)) != std::string::npos;) out.replace(at, 3, "-");
        return out;
    }

    /// Without white space, dashes unified.
    [[nodiscard]] std::optional<std::string> pages(const Stretch& run) const {
        const Stretch inner = numerals(run);
        if (inner.empty()) return std::nullopt;
        std::string out;
        for (std::size_t t = inner.begin; t < inner.end; ++t) {
            const ReferenceToken& token = tokens_[t];
            if (token.is_mark('-')) {
                if (!out.ends_with('-')) out += '-';
            } else if (token.kind == TokenKind::word && announces(t) && token.size() > 1) {
                continue;
            } else {
                if (token.after_space && !out.empty() && out.back() != '-' && token.kind != TokenKind::mark &&
                    is_ascii_digit(out.back()))
                    out += ' ';
                out += token.in(text_);
            }
        }
        while (out.ends_with('-')) out.pop_back();
        if (out.empty()) return std::nullopt;
        return out;
    }

    std::string_view text_;
    const std::vector<ReferenceToken>& tokens_;
    const ReferenceTokens& found_;
    const std::vector<Part>& labels_;
    BibItem item_;
};

}  // namespace

BibItem fields_of(std::string_view text, const ReferenceTokens& tokens, const std::vector<Part>& labels) {
    return Fields(text, tokens, labels).read();
}

}  // namespace evigrade::link
