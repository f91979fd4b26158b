#include "read/footnotes.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "read/take_line.hpp"

namespace evigrade::read {
namespace {

constexpr std::size_t longest_label = 100;

bool is_fence(std::string_view line) {
    line = trim(line);
    return line.starts_with("```") || line.starts_with("~~~");
}

bool is_indented(std::string_view line) {
    return line.starts_with("    ") || line.starts_with('\t');
}

std::string attribute_text(std::string_view label) {
    std::string out;
    for (const char c : label) {
        if (c == '"') out += "&quot;";
        if (c == '&') out += "&amp;";
        if (c != '"' && c != '&' && c != '<' && c != '>') out += c;
    }
    return out;
}

/// Follows the lines and knows whether a footnote is open.
class Wrapper {
public:
    void line(std::string_view line) {
        if (const auto start = in_code_ ? std::nullopt : footnote_start(line)) {
            close();
            out_ += "\n\n<x-footnote data-label=\"" + attribute_text(start->label) + "\">\n\n";
            out_ += line.substr(start->text);
            out_ += '\n';
            open_ = true;
            after_blank_ = false;
            return;
        }
        if (open_ && goes_on(line)) {
            after_blank_ = trim(line).empty();
            out_ += is_indented(line) ? trim(line) : line;
            out_ += '\n';
            return;
        }
        close();
        if (is_fence(line)) in_code_ = !in_code_;
        out_ += line;
        out_ += '\n';
    }

    void close() {
        if (open_) out_ += "\n\n</x-footnote>\n\n";
        open_ = false;
    }

    std::string out_;

private:
    /// A footnote takes indented lines, and the lines of its paragraph.
    [[nodiscard]] bool goes_on(std::string_view line) const {
        if (trim(line).empty()) return true;
        return is_indented(line) || (!after_blank_ && !line.starts_with('#') && !is_fence(line));
    }

    bool open_ = false;
    bool in_code_ = false;
    bool after_blank_ = false;
};

}  // namespace

std::optional<FootnoteStart> footnote_start(std::string_view line) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (indent > 3 || !line.substr(indent).starts_with("[^")) return std::nullopt;
    const std::size_t end = line.substr(0, indent + longest_label).find("]:", indent);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view label = line.substr(indent + 2, end - indent - 2);
    if (label.empty() || label.find_first_of(" \t[]") != std::string_view::npos) return std::nullopt;
    return FootnoteStart{label, end + 2};
}

std::string with_footnote_blocks(std::string_view markdown) {
    if (markdown.find("[^") == std::string_view::npos) return std::string(markdown);
    Wrapper wrapper;
    while (!markdown.empty()) wrapper.line(take_line(markdown));
    wrapper.close();
    return std::move(wrapper.out_);
}

}  // namespace evigrade::read
