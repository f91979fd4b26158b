#include "records/latex.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 15> raised{{{U'0', U'⁰'},
                                                                {U'1', U'¹'},
                                                                {U'2', U'²'},
                                                                {U'3', U'³'},
                                                                {U'4', U'⁴'},
                                                                {U'5', U'⁵'},
                                                                {U'6', U'⁶'},
                                                                {U'7', U'⁷'},
                                                                {U'8', U'⁸'},
                                                                {U'9', U'⁹'},
                                                                {U'+', U'⁺'},
                                                                {U'-', U'⁻'},
                                                                {U'n', U'ⁿ'},
                                                                {U'i', U'ⁱ'},
                                                                {U'\u2212', U'⁻'}}};
constexpr std::array<std::pair<char32_t, char32_t>, 13> lowered{{{U'0', U'₀'},
                                                                 {U'1', U'₁'},
                                                                 {U'2', U'₂'},
                                                                 {U'3', U'₃'},
                                                                 {U'4', U'₄'},
                                                                 {U'5', U'₅'},
                                                                 {U'6', U'₆'},
                                                                 {U'7', U'₇'},
                                                                 {U'8', U'₈'},
                                                                 {U'9', U'₉'},
                                                                 {U'+', U'₊'},
                                                                 {U'-', U'₋'},
                                                                 {U'\u2212', U'₋'}}};

/// The text in raised or lowered characters where Unicode has all of them, else as it is.
template <class Pairs>
std::string shifted(const std::string& text, const Pairs& pairs) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode(text, at);
        at += point.length;
        bool found = false;
        for (const auto& [from, to] : pairs) {
            if (from != point.value) continue;
            append_utf8(out, to);
            found = true;
            break;
        }
        if (!found) return text;
    }
    return out;
}

/// Past the group or single character that begins here; its inside in `inside`.
std::size_t past_argument(std::string_view text, std::size_t at, std::string_view& inside) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    if (at >= text.size()) return at;
    if (text[at] != '{') {
        const std::size_t length = text[at] == '\\' ? 0 : decode(text, at).length;
        inside = text.substr(at, length);
        return at + length;
    }
    std::size_t depth = 0;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == '{') {
            ++depth;
        } else if (text[i] == '}' && --depth == 0) {
            inside = text.substr(at + 1, i - at - 1);
            return i + 1;
        }
    }
    inside = text.substr(at + 1);
    return text.size();
}

}  // namespace

/// One pass over one field.
class LatexReader {
public:
    LatexReader(const Latex& latex, std::string_view text, Wording wording, int depth)
        : latex_(latex), text_(text), wording_(wording), depth_(depth) {}

    std::string read() {
        while (at_ < text_.size()) step();
        flush();
        return std::move(out_);
    }

private:
    void step() {
        const char c = text_[at_];
        if (c == '\\' && at_ + 1 < text_.size()) return command();
        if (c == '{') {
            ++at_;
        } else if (c == '}') {
            flush();
            ++at_;
        } else if (c == '$') {
            dollar();
        } else if (in_math_ && (c == '^' || c == '_')) {
            ++at_;
            script(c == '^' ? Latex::Kind::superscript : Latex::Kind::subscript);
        } else if (wording_ == Wording::typeset && (c == '~' || c == '-' || c == '`' || c == '\'')) {
            typeset(c);
        } else if (!mark_.empty() && is_ascii_space(c)) {
            ++at_;
        } else {
            put_point();
        }
    }

    /// One code point, with the accent that waits for it.
    void put_point() {
        const std::size_t length = decode(text_, at_).length;
        out_ += text_.substr(at_, length);
        at_ += length;
        out_ += std::exchange(mark_, {});
        bare_.clear();
    }

    void put(std::string_view text) {
        // An accent goes on the dotted letter, though the source takes its dot away first.
        if (!mark_.empty() && text == "ı") text = "i";
        if (!mark_.empty() && text == "ȷ") text = "j";
        out_ += text;
        out_ += std::exchange(mark_, {});
        bare_.clear();
    }

    /// An accent that found no letter prints itself.
    void flush() {
        if (!mark_.empty()) out_ += bare_;
        mark_.clear();
        bare_.clear();
    }

    void dollar() {
        const bool closes = in_math_;
        const bool paired = closes || text_.find('$', at_ + 1) != std::string_view::npos;
        if (wording_ == Wording::address || !paired) return put_point();
        in_math_ = !closes;
        ++at_;
    }

    void typeset(char c) {
        const std::string_view rest = text_.substr(at_);
        if (c == '~') return take(1, " ");
        if (rest.starts_with("---")) return take(3, "—");
        if (rest.starts_with("--")) return take(2, "–");
        if (rest.starts_with("``")) return take(2, "“");
        if (rest.starts_with("''")) return take(2, "”");
        if (c == '`') return take(1, "‘");
        put_point();
    }
    void take(std::size_t length, std::string_view text) {
        at_ += length;
        put(text);
    }

    void script(Latex::Kind kind) {
        std::string_view inside;
        at_ = past_argument(text_, at_, inside);
        if (inside.empty()) return;
        const std::string text = depth_ > 8 ? std::string(inside) : LatexReader(latex_, inside, wording_, depth_ + 1).read();
        put(kind == Latex::Kind::superscript ? shifted(text, raised) : shifted(text, lowered));
    }

    std::string command_name() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && is_ascii_alpha(text_[end])) ++end;
        if (end == at_ + 1) {
            std::string name(text_.substr(at_ + 1, decode(text_, at_ + 1).length));
            at_ += 1 + name.size();
            return is_ascii_space(name.front()) ? "space" : name == "#" ? "hash" : name;
        }
        std::string name(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end;
        while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
        if (text_.substr(at_).starts_with("{}")) at_ += 2;
        return name;
    }

    void command() {
        const std::string name = command_name();
        const auto found = latex_.commands_.find(name);
        if (found == latex_.commands_.end()) return;
        const Latex::Command& command = found->second;
        switch (command.kind) {
            case Latex::Kind::symbol:
                put(command.text);
                break;
            case Latex::Kind::accent:
                flush();
                mark_ = command.text;
                bare_ = is_ascii_alpha(name.front()) ? "" : name;
                break;
            case Latex::Kind::blank:
                out_ += ' ';
                break;
            case Latex::Kind::drop: {
                std::string_view ignored;
                at_ = past_argument(text_, at_, ignored);
                break;
            }
            case Latex::Kind::superscript:
            case Latex::Kind::subscript:
                script(command.kind);
                break;
        }
    }

    const Latex& latex_;
    std::string_view text_;
    Wording wording_;
    int depth_;
    std::size_t at_ = 0;
    bool in_math_ = false;
    std::string mark_;  ///< the combining mark that waits for its letter
    std::string bare_;  ///< what it prints without one
    std::string out_;
};

Latex::Latex() {
    static constexpr std::array<std::string_view, 6> kinds{"symbol", "accent", "blank", "drop", "superscript", "subscript"};
    const Table table(Data().find("formats/latex.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Command command;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (table.at(row, "kind") == kinds[i]) command.kind = static_cast<Kind>(i);
        }
        const std::string_view text = table.at(row, "text");
        command.text = text == "space" ? " " : std::string(text);
        if (command.kind == Kind::accent) {
            unsigned point = 0;
            std::from_chars(text.data(), text.data() + text.size(), point, 16);
            command.text.clear();
            append_utf8(command.text, point);
        }
        commands_[std::string(table.at(row, "command"))] = command;
    }
}

std::string Latex::text_of(std::string_view source, Wording wording) const {
    return squeeze(nfc(LatexReader(*this, source, wording, 0).read()));
}

}  // namespace evigrade::records
