#include "read/pdf_flow.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "evigrade/base/text.hpp"
#include "read/document.hpp"
#include "read/pdf_order.hpp"
#include "read/pdf_paragraph.hpp"

namespace evigrade::read {
namespace {

/// How often the document writes each word, hyphens included: tells whether a hyphen at a line's end belongs there.
class Vocabulary {
public:
    explicit Vocabulary(const std::vector<PdfPage>& pages) {
        for (const PdfPage& page : pages) {
            for (const PdfLine& line : page.lines) {
                for (std::size_t i = 0; i + 1 < line.words.size(); ++i) ++counts_[fold_word(line.words[i].text)];
            }
        }
    }

    [[nodiscard]] bool keeps_hyphen(std::string_view left, std::string_view right) const {
        const std::string head = fold_word(left);
        const std::string tail = fold_word(right);
        return count(head + '-' + tail) > count(head + tail);
    }

private:
    static std::string fold_word(std::string_view word) {
        while (!word.empty() && !is_ascii_alnum(word.back())) word.remove_suffix(1);
        while (!word.empty() && !is_ascii_alnum(word.front())) word.remove_prefix(1);
        return lower(word);
    }
    [[nodiscard]] int count(const std::string& word) const {
        const auto found = counts_.find(word);
        return found == counts_.end() ? 0 : found->second;
    }

    std::unordered_map<std::string, int> counts_;
};

/// Writes lines as paragraphs.
class Flow {
public:
    Flow(const std::vector<PdfPage>& pages, double body_size) : vocabulary_(pages), body_size_(body_size) {}

    void page(PdfPage page) {
        const double height = page.height;
        for (PdfColumn& column : reading_order(std::move(page))) {
            std::vector<PdfLine> notes = take_notes(column, height);
            const ColumnShape shape = shape_of(column);
            bool first = true;
            for (PdfLine& line : column.lines) {
                add(std::move(line), shape, first);
                first = false;
            }
            if (!notes.empty()) notes_.push_back({column.left, column.right, std::move(notes)});
        }
    }

    std::size_t finish(Article& article) {
        end_paragraph();
        builder_.finish(article);
        article.layout.clear();  // where paragraphs break is a guess; what they are is for others to find
        return builder_.controls();
    }

private:
    /// Small print at the foot of a column: footnotes and notices, which would cut the sentence that goes on after them.
    std::vector<PdfLine> take_notes(PdfColumn& column, double page_height) const {
        constexpr std::size_t most = 12;
        for (const PdfLine& line : column.lines) {
            if (heads_references(text_of(line))) return {};
        }
        std::size_t small = 0;
        for (auto line = column.lines.rbegin(); line != column.lines.rend(); ++line) {
            if (shape_of(*line).size > 0.93 * body_size_ || line->box.y0 < 0.6 * page_height) break;
            ++small;
        }
        if (small == 0 || small > most || style_ == Style::references) return {};
        const auto begin = column.lines.end() - static_cast<std::ptrdiff_t>(small);
        std::vector<PdfLine> notes(begin, column.lines.end());
        column.lines.erase(begin, column.lines.end());
        return notes;
    }

    void add(PdfLine line, const ColumnShape& column, bool first_of_column) {
        LineShape shape = shape_of(line);
        if (pending_) {
            const bool fresh = first_of_column ? begins_paragraph_in_next_column(pending_shape_, column_, shape)
                                               : begins_paragraph(pending_shape_, shape, column, style_);
            if (fresh) {
                end_paragraph();
            } else {
                write(*pending_, &line);
            }
        }
        if (heads_references(shape.text)) style_ = Style::references;
        pending_ = std::move(line);
        pending_shape_ = std::move(shape);
        column_ = column;
    }

    void end_paragraph() {
        if (pending_) write(*pending_, nullptr);
        pending_.reset();
        builder_.open({});
        auto waiting = std::move(notes_);
        notes_.clear();
        for (PdfColumn& note : waiting) {
            for (std::size_t i = 0; i < note.lines.size(); ++i) {
                const bool last = i + 1 == note.lines.size();
                write(note.lines[i], last ? nullptr : &note.lines[i + 1]);
            }
            builder_.open({});
        }
    }

    /// Writes a line; `next` goes on with its paragraph.
    void write(const PdfLine& line, const PdfLine* next) {
        const LineShape shape = shape_of(line);
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const PdfWord& word = line.words[i];
            if (i > 0 && apart(line.words[i - 1], word)) builder_.text(" ");
            const bool raised = word.box.height() < 0.85 * shape.size && word.box.y1 < shape.base - 0.12 * shape.size;
            if (raised) builder_.begin_mark(MarkKind::superscript);
            const bool last = i + 1 == line.words.size() && next != nullptr;
            last ? end_line(word.text, next->words.front().text) : builder_.text(word.text);
            if (raised) builder_.end_mark();
        }
        if (next == nullptr) builder_.text(" ");
    }

    void end_line(std::string_view word, std::string_view next) {
        const bool hyphen = word.ends_with('-') || word.ends_with("\u2010");
        const std::string_view stem = word.substr(0, word.size() - (word.ends_with('-') ? 1 : 3));
        if (!hyphen || word.size() < 2 || !is_letter_at_end(stem)) {
            builder_.text(word);
            builder_.text(" ");
            return;
        }
        const CodePoint first = decode(next, 0);
        const bool divided = is_letter(first.value) && !is_upper(first.value);
        const bool drop = divided && !vocabulary_.keeps_hyphen(stem.substr(stem.rfind('-') + 1), next);
        builder_.text(drop ? stem : word);
    }

    static bool is_letter_at_end(std::string_view text) {
        std::size_t at = text.size();
        while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80) {
        }
        return !text.empty() && is_letter(decode(text, at).value);
    }

    Vocabulary vocabulary_;
    double body_size_;
    DocumentBuilder builder_;
    Style style_ = Style::prose;
    std::optional<PdfLine> pending_;  ///< the line that was added last and is not written yet
    LineShape pending_shape_;
    ColumnShape column_;
    std::vector<PdfColumn> notes_;  ///< small print that waits for the end of the paragraph
};

/// The height of letters that most of the text has.
double body_size(const std::vector<PdfPage>& pages) {
    std::map<int, std::size_t> letters;
    for (const PdfPage& page : pages) {
        for (const PdfLine& line : page.lines) {
            for (const PdfWord& word : line.words) letters[static_cast<int>(word.box.height() * 4)] += word.text.size();
        }
    }
    const auto most =
        std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first / 4.0;
}

bool in_margin(const PdfLine& line, const PdfPage& page) {
    return line.box.y1 < 0.1 * page.height || line.box.y0 > 0.9 * page.height;
}

/// A line without its numbers, so that "Page 3" and "Page 4" are one.
std::string without_numbers(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (!is_ascii_digit(c) && !is_ascii_space(c)) out += ascii_lower(c);
    }
    return out;
}

}  // namespace

void drop_running_heads(std::vector<PdfPage>& pages) {
    std::unordered_map<std::string, std::size_t> seen;
    for (const PdfPage& page : pages) {
        std::unordered_set<std::string> here;
        for (const PdfLine& line : page.lines) {
            if (in_margin(line, page)) here.insert(without_numbers(text_of(line)));
        }
        for (const auto& text : here) ++seen[text];
    }
    for (PdfPage& page : pages) {
        std::erase_if(page.lines, [&](const PdfLine& line) {
            if (!in_margin(line, page)) return false;
            const std::string text = without_numbers(text_of(line));
            return seen[text] > 1 || text.find_first_not_of("-–—|[]()./") == std::string::npos;
        });
    }
}

std::size_t write_pdf_text(std::vector<PdfPage> pages, Article& article) {
    drop_running_heads(pages);
    Flow flow(pages, body_size(pages));
    for (PdfPage& page : pages) flow.page(std::move(page));
    return flow.finish(article);
}

}  // namespace evigrade::read
