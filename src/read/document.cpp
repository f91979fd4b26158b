#include "read/document.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::read {

void DocumentBuilder::open(BlockStyle style) {
    // A cell without text does not take the beginning of its row with it.
    const bool empty_cell = !in_block_ && style_.role == LayoutRole::table_cell;
    if (empty_cell && style.role == LayoutRole::table_cell && style.glue == BlockStyle::Glue::cell) style.glue = style_.glue;
    end_block();
    style_ = std::move(style);
}

void DocumentBuilder::begin_block() {
    if (!layout_.empty()) {
        const bool list_goes_on = style_.role == LayoutRole::list_item && layout_.back().role == LayoutRole::list_item;
        if (style_.glue == BlockStyle::Glue::cell) {
            text_ += '\t';
        } else if (style_.glue == BlockStyle::Glue::line || list_goes_on) {
            text_ += '\n';
        } else {
            text_ += "\n\n";
        }
    }
    layout_.push_back({{here(), here()}, style_.role, style_.level, style_.ordinal, style_.label});
    in_block_ = true;
    blank_pending_ = false;
}

void DocumentBuilder::end_block() {
    if (!in_block_) return;
    for (OpenMark& mark : open_marks_) close_mark(mark);
    started_marks_ = 0;
    while (!text_.empty() && is_ascii_space(text_.back())) text_.pop_back();
    layout_.back().span.end = here();
    in_block_ = false;
    blank_pending_ = false;
    // What follows in the same style goes on: a second paragraph of a numbered item has no number of its own.
    style_.ordinal.reset();
    style_.label.reset();
    style_.glue = BlockStyle::Glue::blank_line;
}

void DocumentBuilder::text(std::string_view utf8) {
    std::string cleaned;
    utf8 = cleaner_.clean(utf8, cleaned);
    while (!utf8.empty()) {
        const auto space = std::find_if(utf8.begin(), utf8.end(), is_ascii_space);
        const auto length = static_cast<std::size_t>(space - utf8.begin());
        if (length > 0) {
            write(utf8.substr(0, length));
            utf8.remove_prefix(length);
        } else {
            blank_pending_ = true;
            utf8.remove_prefix(1);
        }
    }
}

void DocumentBuilder::write(std::string_view run) {
    if (!in_block_) {
        begin_block();
    } else if (blank_pending_ && text_.back() != '\n') {
        text_ += ' ';
    }
    blank_pending_ = false;
    start_marks();
    text_ += run;
}

void DocumentBuilder::verbatim(std::string_view utf8) {
    std::string cleaned;
    utf8 = cleaner_.clean(utf8, cleaned);
    while (!in_block_ && !utf8.empty() && utf8.front() == '\n') utf8.remove_prefix(1);
    if (utf8.empty() || (!in_block_ && trim(utf8).empty())) return;
    if (!in_block_) begin_block();
    start_marks();
    text_ += utf8;
    blank_pending_ = false;
}

void DocumentBuilder::line_break() {
    if (!in_block_) return;
    if (text_.back() == '\n') {
        open({style_.role, style_.level, std::nullopt, std::nullopt, BlockStyle::Glue::blank_line});
    } else {
        text_ += '\n';
        blank_pending_ = false;
    }
}

void DocumentBuilder::begin_mark(MarkKind kind, std::string target) {
    open_marks_.push_back({std::nullopt, kind, std::move(target)});
}

void DocumentBuilder::end_mark() {
    if (open_marks_.empty()) return;
    close_mark(open_marks_.back());
    open_marks_.pop_back();
    started_marks_ = std::min(started_marks_, open_marks_.size());
}

void DocumentBuilder::start_marks() {
    for (; started_marks_ < open_marks_.size(); ++started_marks_) {
        if (!open_marks_[started_marks_].begin) open_marks_[started_marks_].begin = here();
    }
}

void DocumentBuilder::close_mark(OpenMark& mark) {
    if (!mark.begin) return;
    std::uint32_t end = here();
    while (end > *mark.begin && is_ascii_space(text_[end - 1])) --end;
    if (end > *mark.begin) marks_.push_back({{*mark.begin, end}, mark.kind, mark.target});
    mark.begin.reset();
}

std::string_view DocumentBuilder::since(std::size_t first) const {
    if (first >= layout_.size()) return {};
    return std::string_view(text_).substr(layout_[first].span.begin);
}

void DocumentBuilder::finish(Article& article) {
    end_block();
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
        return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    article.text = std::move(text_);
    article.layout = std::move(layout_);
    article.marks = std::move(marks_);
}

}  // namespace evigrade::read
