#include "records/json_scanner.hpp"

#include <algorithm>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::records {

/// Takes over what of the piece belongs to the record.
void JsonScanner::keep_until(std::string_view piece, std::size_t end) {
    if (record_level_ && end > kept_) record_ += piece.substr(kept_, end - kept_);
    kept_ = end;
}

bool JsonScanner::scan(std::string_view piece) {
    kept_ = 0;
    for (std::size_t i = 0; i < piece.size() && !enough_;) {
        if (seeking_) {
            seek(piece, i);
        } else if (string_) {
            in_string(piece, i);
        } else {
            plain(piece, i);
        }
        if (record_level_ && record_.size() + i - kept_ > largest_record) {
            enough_ |= !listener_.broken("the record is larger than 64 MB", record_spot_);
            levels_[*record_level_].role = Role::value;
            record_level_.reset();
            record_ = {};
        }
    }
    keep_until(piece, piece.size());
    base_ += piece.size();
    return !enough_;
}

void JsonScanner::in_string(std::string_view piece, std::size_t& i) {
    const std::size_t begin = i;
    for (; i < piece.size(); ++i) {
        const char c = piece[i];
        if (std::exchange(escape_, false)) continue;
        if (c == '\\') {
            escape_ = true;
        } else if (c == '"') {
            string_ = false;
            break;
        } else if (c == '\n') {
            return fail("a string does not end on its line", i);
        }
    }
    if (collects_key_ && key_.size() < 40) key_ += piece.substr(begin, i - begin);
    if (i < piece.size()) ++i;
}

void JsonScanner::plain(std::string_view piece, std::size_t& i) {
    const char c = piece[i];
    switch (c) {
        case '"':
            string_ = true;
            collects_key_ = parent() == Role::record || parent() == Role::envelope;
            if (collects_key_) key_.clear();
            if (parent() == Role::list) scalar(c, i);
            break;
        case '{':
        case '[':
            keep_until(piece, i);
            open(c, i);
            break;
        case '}':
        case ']':
            keep_until(piece, i + 1);
            close(c, i);
            break;
        case '\n':
            newline(i);
            scalar_ = false;
            break;
        case ',':
            scalar_ = false;
            break;
        default:
            if (parent() == Role::list) scalar(c, i);
    }
    if (!seeking_) ++i;
}

void JsonScanner::newline(std::size_t at) {
    ++lines_;
    line_start_ = base_ + at + 1;
}

/// Something in a list that is no object.
void JsonScanner::scalar(char c, std::size_t at) {
    if (is_ascii_space(c) || static_cast<unsigned char>(c) < ' ' || std::exchange(scalar_, true)) return;
    enough_ |= !listener_.broken("this is no object", spot(at));
}

bool JsonScanner::is_key(const std::initializer_list<std::string_view>& names) const {
    return std::find(names.begin(), names.end(), key_) != names.end();
}

void JsonScanner::begin_record(std::size_t at) {
    record_.clear();
    record_level_ = levels_.size();
    record_spot_ = spot(at);
    record_column_ = record_spot_.offset - line_start_;
    kept_ = at;
    levels_.push_back({'}', Role::record});
}

void JsonScanner::open(char bracket, std::size_t at) {
    const char end = bracket == '{' ? '}' : ']';
    const Role role = parent();
    if (role == Role::list) {
        scalar_ = false;
        return bracket == '{' ? begin_record(at) : levels_.push_back({end, Role::list});
    }
    const bool list = bracket == '[' && is_key({"items", "results", "result"});
    const bool envelope = bracket == '{' && is_key({"message", "resultList"});
    if ((role == Role::record || role == Role::envelope) && (list || envelope)) {
        levels_.back().role = Role::envelope;
        record_level_.reset();
        if (list) return levels_.push_back({end, Role::list});
        return begin_record(at);
    }
    levels_.push_back({end, Role::value});
}

void JsonScanner::close(char bracket, std::size_t at) {
    if (levels_.empty()) return scalar(bracket, at);
    if (levels_.back().close != bracket) return fail("its brackets do not match", at);
    levels_.pop_back();
    scalar_ = false;
    if (!record_level_ || levels_.size() != *record_level_) return;
    record_level_.reset();
    enough_ |= !listener_.object(record_, record_spot_);
}

/// The record is lost; what follows is looked through for the beginning of the next.
void JsonScanner::fail(const std::string& why, std::size_t at) {
    enough_ |= !listener_.broken(why, record_level_ ? record_spot_ : spot(at));
    if (record_level_) levels_.resize(*record_level_);
    while (!levels_.empty() && levels_.back().role != Role::list) levels_.pop_back();
    record_level_.reset();
    string_ = escape_ = false;
    seeking_ = true;
    line_begins_ = false;
}

/// To a line that begins with an object, no further in than the lost record began.
void JsonScanner::seek(std::string_view piece, std::size_t& i) {
    for (; i < piece.size(); ++i) {
        const char c = piece[i];
        if (c == '\n') {
            newline(i);
            line_begins_ = true;
        } else if (c == '{' && line_begins_ && base_ + i - line_start_ <= record_column_) {
            seeking_ = false;
            kept_ = i;
            return;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != ',') {
            line_begins_ = false;
        }
    }
}

bool JsonScanner::finish() {
    if (enough_ || seeking_) return !enough_;
    if (record_level_)
        enough_ |= !listener_.broken("the file ends inside the record", record_spot_);
    else if (!levels_.empty() || string_)
        enough_ |= !listener_.broken("the file ends before its end", spot(0));
    return !enough_;
}

}  // namespace evigrade::records
