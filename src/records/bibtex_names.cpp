#include "records/bibtex_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/fields.hpp"
#include "records/names.hpp"

namespace evigrade::records {
namespace {

using Words = std::vector<std::string_view>;

/// The parts of a text outside of braces, cut at every character for which `cuts` says so.
template <class Cuts>
Words outside_braces(std::string_view text, const Cuts& cuts) {
    Words out;
    std::size_t depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || (depth == 0 && cuts(text[i]))) {
            out.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        } else if (text[i] == '\\') {
            if (i + 1 < text.size() && (text[i + 1] == '{' || text[i + 1] == '}')) ++i;
        } else if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}' && depth > 0) {
            --depth;
        }
    }
    return out;
}

Words words_of(std::string_view text) {
    Words out = outside_braces(text, [](char c) { return is_ascii_space(c) || c == '~'; });
    std::erase_if(out, [](std::string_view word) { return word.empty(); });
    return out;
}

/// The names of a list: its words between "and" and "and".
std::vector<std::string> names_of(std::string_view list) {
    std::vector<std::string> out(1);
    for (const std::string_view word : outside_braces(list, is_ascii_space)) {
        if (word.empty()) continue;
        if (equals_ignoring_case(word, "and")) {
            out.emplace_back();
        } else {
            out.back() += (out.back().empty() ? "" : " ") + std::string(word);
        }
    }
    std::erase_if(out, [](const std::string& name) { return name.empty(); });
    return out;
}

/// Whether one pair of braces holds the whole name.
bool is_braced(std::string_view name) {
    if (!name.starts_with('{') || !name.ends_with('}')) return false;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '{') ++depth;
        if (name[i] == '}' && --depth == 0) return i + 1 == name.size();
    }
    return false;
}

/// BibTeX's rule: a word belongs to "von" where its first letter outside of braces is a small one.
bool is_small(std::string_view word, const Latex& latex) {
    if (word.starts_with('{') && !word.starts_with("{\\")) return false;
    const std::string text = latex.text_of(word);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        if (is_letter(point.value)) return !is_upper(point.value) && point.value < 0x250;
        at += point.length;
    }
    return false;
}

class NameParts {
public:
    explicit NameParts(const Latex& latex) : latex_(latex) {}

    /// "Corporation for Digital Scholarship": joined by a word that is nobody's particle, a body whose braces were
    /// forgotten.
    [[nodiscard]] std::optional<Name> body(const Words& words) const {
        static constexpr std::array<std::string_view, 3> joints{"for", "of", "the"};
        if (words.size() < 3 || is_small(words.front(), latex_) || is_small(words.back(), latex_)) return std::nullopt;
        const bool joined = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return std::find(joints.begin(), joints.end(), word) != joints.end();
        });
        if (!joined) return std::nullopt;
        Name name;
        name.literal = text(words, 0, words.size());
        return name;
    }

    /// "First von Last".
    [[nodiscard]] Name in_order(const Words& words) const {
        const std::size_t last = words.size() - 1;
        std::size_t von = last;
        for (std::size_t i = last; i > 0; --i) {
            if (is_small(words[i - 1], latex_)) von = i - 1;
        }
        std::size_t family = last;
        while (family > von && !is_small(words[family - 1], latex_)) --family;
        if (von == last) family = last;
        return made(text(words, von, family), text(words, family, words.size()), text(words, 0, von), {});
    }

    /// "von Last", with the parts that stand apart.
    [[nodiscard]] Name with_family(std::string_view family, std::string_view given, std::string_view suffix) const {
        const Words words = words_of(family);
        std::size_t last = 0;
        for (std::size_t i = 0; i + 1 < words.size() && is_small(words[i], latex_); ++i) last = i + 1;
        return made(text(words, 0, last), text(words, last, words.size()), latex_.text_of(given), latex_.text_of(suffix));
    }

    /// "given=Hans, family=Harman, prefix=von, suffix=Jr" of BibLaTeX.
    [[nodiscard]] std::optional<Name> labelled(const Words& parts) const {
        Name name;
        bool any = false;
        for (const std::string_view part : parts) {
            const std::size_t equals = part.find('=');
            if (equals == std::string_view::npos) return std::nullopt;
            const std::string label = lower(trim(part.substr(0, equals)));
            std::string_view value = trim(part.substr(equals + 1));
            auto* into = label == "given"    ? &name.given
                         : label == "family" ? &name.family
                         : label == "prefix" ? &name.particle
                         : label == "suffix" ? &name.suffix
                                             : nullptr;
            any = any || into != nullptr;
            if (into != nullptr) *into = said(latex_.text_of(value));
        }
        return any ? std::optional(name) : std::nullopt;
    }

private:
    [[nodiscard]] std::string text(const Words& words, std::size_t from, std::size_t to) const {
        std::string out;
        for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + latex_.text_of(words[i]);
        return out;
    }
    static Name made(std::string_view particle, std::string_view family, std::string_view given, std::string_view suffix) {
        Name name;
        name.particle = said(particle);
        name.family = said(family);
        name.given = said(given);
        name.suffix = said(suffix);
        if (!name.family && name.given) name.family = std::exchange(name.given, std::nullopt);
        return name;
    }

    const Latex& latex_;
};

Name name_of(std::string_view text, const Latex& latex) {
    if (is_braced(text)) return organisation(latex.text_of(text));
    const NameParts parts(latex);
    const Words pieces = outside_braces(text, [](char c) { return c == ','; });
    if (const auto labelled = text.find('=') == std::string_view::npos ? std::nullopt : parts.labelled(pieces))
        return *labelled;
    if (pieces.size() == 1) {
        const Words words = words_of(text);
        if (const auto body = parts.body(words)) return *body;
        return words.empty() ? Name{} : parts.in_order(words);
    }
    if (pieces.size() == 2) return parts.with_family(pieces[0], pieces[1], {});
    return parts.with_family(pieces[0], pieces[2], pieces[1]);
}

}  // namespace

void add_bibtex_names(std::string_view list, const Latex& latex, BibItem& item, std::vector<Name>& into) {
    for (const std::string& name : names_of(list)) {
        if (means_others(latex.text_of(name)) && !is_braced(name)) {
            item.et_al = true;
        } else {
            add_name(item, into, name_of(name, latex));
        }
    }
}

}  // namespace evigrade::records
