#include "records/source.hpp"

#include <utility>

#include "records/sink.hpp"

namespace evigrade::records {
namespace {

constexpr std::size_t head_size = std::size_t{1} << 16;

/// A piece that begins with what was read to look at it.
class Joined final : public Bytes {
public:
    Joined(std::string first, std::unique_ptr<Bytes> rest) : first_(std::move(first)), rest_(std::move(rest)) {}
    std::string_view next() override { return std::exchange(begun_, true) || first_.empty() ? rest_->next() : first_; }
    [[nodiscard]] std::optional<Error> trouble() const override { return rest_->trouble(); }

private:
    std::string first_;
    std::unique_ptr<Bytes> rest_;
    bool begun_ = false;
};

std::string beginning(Bytes& bytes, std::size_t size) {
    std::string out;
    while (out.size() < size) {
        const std::string_view piece = bytes.next();
        if (piece.empty()) break;
        out += piece;
    }
    return out;
}

}  // namespace

Source::Source(std::unique_ptr<Bytes> bytes, const std::string& name) : bytes_(std::move(bytes)) {
    std::string first = beginning(*bytes_, 2);
    const bool packed = first.starts_with("\x1F\x8B");
    bytes_ = std::make_unique<Joined>(std::move(first), std::move(bytes_));
    if (packed) bytes_ = gunzip(std::move(bytes_), name);
    const std::string raw = beginning(*bytes_, head_size);
    transcoder_.emplace(charset_of(std::string_view(raw).substr(0, head_size)));
    head_ = transcoder_->feed(raw);
}

std::string_view Source::next() {
    if (std::exchange(state_, state_ == State::head ? State::body : state_) == State::head && !head_.empty()) return head_;
    while (state_ == State::body) {
        const std::string_view raw = bytes_->next();
        if (raw.empty()) {
            state_ = State::end;
            return transcoder_->finish();
        }
        if (const std::string_view text = transcoder_->feed(raw); !text.empty()) return text;
    }
    return {};
}

bool Lines::more() {
    if (ended_) return false;
    buffer_.erase(0, std::exchange(at_, 0));
    const std::string_view piece = source_.next();
    ended_ = piece.empty();
    buffer_ += piece;
    return !ended_;
}

/// The place of the next line end, reading on until there is one. Nothing at the end of the text.
std::optional<std::size_t> Lines::find_end(std::size_t from) {
    for (;;) {
        const std::size_t end = buffer_.find_first_of("\r\n", at_ + from);
        // Whether LF follows a CR must be known before the line is given.
        if (end != std::string::npos && (buffer_[end] == '\n' || end + 1 < buffer_.size() || ended_)) return end;
        from = (end == std::string::npos ? buffer_.size() : end) - at_;
        if (from > largest_record || (!more() && end == std::string::npos)) return std::nullopt;
    }
}

std::optional<Lines::Line> Lines::next() {
    std::optional<std::size_t> end = find_end(0);
    if (!end && at_ == buffer_.size()) return std::nullopt;
    Line line;
    line.cut = !end && !ended_;
    if (!end) end = buffer_.size();
    line.text = std::string_view(buffer_).substr(at_, *end - at_);
    line.offset = offset_;
    line.number = ++number_;
    std::size_t next = *end;
    if (next < buffer_.size()) next += buffer_.compare(next, 2, "\r\n") == 0 ? std::size_t{2} : std::size_t{1};
    offset_ += next - at_;
    at_ = next;
    return line;
}

}  // namespace evigrade::records
