// Citations that name the key of an entry, as Pandoc and LaTeX write them.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/citation_marked.hpp"

namespace evigrade::link {
namespace {

constexpr std::size_t longest_group = 400;

bool is_key_sign(char c) {
    return is_ascii_alnum(c) || c == '_' || c == ':' || c == '.' || c == '-' || c == '+' || c == '/';
}

/// The key at the start of the text, without the punctuation behind it.
std::string_view key_at(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_key_sign);
    std::string_view key = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    while (!key.empty() && !is_ascii_alnum(key.back())) key.remove_suffix(1);
    return key;
}

/// "smith2019", "Knu97": no word, and no number.
bool looks_like_key(std::string_view key) {
    return key.size() >= 3 && is_ascii_alpha(key.front()) && std::any_of(key.begin(), key.end(), is_ascii_digit);
}

class KeyFinder {
public:
    KeyFinder(std::string_view text, Span block, const CitationIndex& index, std::vector<Citation>& out)
        : text_(text.substr(0, block.end)), block_(block), index_(index), out_(out) {}

    void run() {
        for (std::size_t at = block_.begin; at < text_.size();) {
            const char sign = text_[at];
            if (sign != '[' && sign != '@' && sign != '\\') {
                ++at;
                continue;
            }
            const std::size_t end = sign == '[' ? bracket(at) : sign == '@' ? narrative(at) : command(at);
            at = std::max(end, at + 1);
        }
    }

private:
    /// Where the group that opens at `at` closes, or nowhere.
    [[nodiscard]] std::size_t closing(std::size_t at, char close) const {
        const std::size_t end = text_.substr(0, std::min(at + longest_group, text_.size())).find(close, at);
        return end == std::string_view::npos ? 0 : end;
    }

    void add(std::size_t begin, std::size_t end, std::vector<int> references) {
        Citation citation;
        citation.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        citation.references = std::move(references);
        out_.push_back(std::move(citation));
    }

    void take(std::string_view key, std::vector<int>& references) const {
        const auto n = index_.by_label(key);
        if (n && std::find(references.begin(), references.end(), *n) == references.end()) references.push_back(*n);
    }

    /// "[@smith2019, p. 3; see @jones2020]", whose signs say that they are keys, and "[smith2019, jones2020]" of known ones.
    std::size_t bracket(std::size_t at) {
        const std::size_t close = closing(at, ']');
        if (close == 0) return 0;
        const std::string_view inside = text_.substr(at + 1, close - at - 1);
        const bool signed_ =
            inside.starts_with('@') || inside.starts_with("-@") || inside.find(" @") != std::string_view::npos;
        std::vector<int> references;
        for (std::size_t begin = 0; begin < inside.size();) {
            const std::string_view rest = inside.substr(begin);
            const bool keyed = !signed_ || rest.front() == '@';
            const std::string_view key = keyed ? key_at(rest.substr(signed_ ? 1 : 0)) : std::string_view();
            if (signed_ || looks_like_key(key)) take(key, references);
            if (!signed_ && references.empty()) return 0;
            begin = next_part(inside, begin + 1, signed_);
        }
        if (signed_ || !references.empty()) add(at, close + 1, std::move(references));
        return close + 1;
    }

    /// Behind the next comma or semicolon; with signs, at the next one.
    static std::size_t next_part(std::string_view inside, std::size_t from, bool with_signs) {
        std::size_t at = inside.find_first_of(with_signs ? "@" : ",;", from);
        if (at == std::string_view::npos) return inside.size();
        while (!with_signs && at < inside.size() && !is_ascii_alnum(inside[at])) ++at;
        return at;
    }

    /// "as @smith2019 says": only a key of the list, since people are addressed so as well.
    std::size_t narrative(std::size_t at) {
        if (at > block_.begin && is_ascii_alnum(text_[at - 1])) return 0;
        const std::string_view key = key_at(text_.substr(at + 1));
        std::vector<int> references;
        if (!key.empty()) take(key, references);
        if (references.empty()) return 0;
        add(at, at + 1 + key.size(), std::move(references));
        return at + 1 + key.size();
    }

    /// "\citep[see][p. 3]{smith2019,jones2020}".
    std::size_t command(std::size_t at) {
        constexpr std::string_view name = "\\cite";
        if (!text_.substr(at).starts_with(name)) return 0;
        std::size_t open = at + name.size();
        while (open < text_.size() && (is_ascii_alpha(text_[open]) || text_[open] == '*')) ++open;
        while (open < text_.size() && text_[open] == '[') {
            const std::size_t close = closing(open, ']');
            if (close == 0) return 0;
            open = close + 1;
        }
        if (open >= text_.size() || text_[open] != '{') return 0;
        const std::size_t close = closing(open, '}');
        if (close == 0) return 0;
        std::vector<int> references;
        for (const std::string_view key : split(text_.substr(open + 1, close - open - 1), ',')) take(trim(key), references);
        add(at, close + 1, std::move(references));
        return close + 1;
    }

    std::string_view text_;  ///< never beyond the block: the rest of the article has its turn
    Span block_;
    const CitationIndex& index_;
    std::vector<Citation>& out_;
};

}  // namespace

void find_keys(std::string_view text, Span block, const CitationIndex& index, std::vector<Citation>& out) {
    KeyFinder(text, block, index, out).run();
}

}  // namespace evigrade::link
