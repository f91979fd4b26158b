#include <zlib.h>

#include <algorithm>

#include "records/bytes.hpp"

namespace evigrade::records {
namespace {

constexpr std::size_t packed_piece_size = std::size_t{1} << 17;
constexpr int gzip_only = 15 + 16;  // zlib: the largest window, with a gzip header

class Gunzip final : public Bytes {
public:
    Gunzip(std::unique_ptr<Bytes> packed, std::string name)
        : packed_(std::move(packed)), name_(std::move(name)), buffer_(packed_piece_size, '\0') {
        // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer): the stream must be there first
        open_ = inflateInit2(&stream_, gzip_only) == Z_OK;
        if (!open_) fail("no memory to unpack it", "close other programs");
    }
    ~Gunzip() override {
        if (open_) inflateEnd(&stream_);
    }
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    std::string_view next() override;
    [[nodiscard]] std::optional<Error> trouble() const override { return trouble_ ? trouble_ : packed_->trouble(); }

private:
    enum class Where { between_members, inside_member };

    void fail(std::string what, std::string hint) {
        trouble_ = Error{Failure::unreadable_input, std::move(what), name_, std::move(hint)};
    }
    bool refill();
    bool at_a_member();

    std::unique_ptr<Bytes> packed_;
    std::string name_;
    std::string buffer_;
    std::string_view rest_;  ///< packed bytes not yet looked at
    z_stream stream_{};
    bool open_ = false;
    Where where_ = Where::between_members;
    std::optional<Error> trouble_;
};

bool Gunzip::refill() {
    if (rest_.empty()) rest_ = packed_->next();
    return !rest_.empty();
}

/// Between members: whether one more begins. Zeros that fill up a tape or a block are passed over.
bool Gunzip::at_a_member() {
    while (refill() && rest_.front() == '\0') rest_.remove_prefix(1);
    if (rest_.empty()) return false;
    where_ = Where::inside_member;
    return inflateReset(&stream_) == Z_OK;
}

std::string_view Gunzip::next() {
    while (!trouble_) {
        if (where_ == Where::between_members && !at_a_member()) return {};
        if (!refill()) {
            fail("the gzip stream ends before its end", "fetch the file again; the records before the cut were read");
            return {};
        }
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest_.data()));  // NOLINT: zlib's bytes
        stream_.avail_in = static_cast<uInt>(rest_.size());
        stream_.next_out = reinterpret_cast<Bytef*>(buffer_.data());  // NOLINT: likewise
        stream_.avail_out = static_cast<uInt>(buffer_.size());
        const int status = inflate(&stream_, Z_NO_FLUSH);
        rest_.remove_prefix(rest_.size() - stream_.avail_in);
        if (status == Z_STREAM_END) where_ = Where::between_members;
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            fail("the gzip stream is damaged", "fetch the file again; the records before the damage were read");
        const std::size_t count = buffer_.size() - stream_.avail_out;
        if (count > 0) return std::string_view(buffer_).substr(0, count);
    }
    return {};
}

}  // namespace

std::unique_ptr<Bytes> gunzip(std::unique_ptr<Bytes> packed, std::string name) {
    return std::make_unique<Gunzip>(std::move(packed), std::move(name));
}

}  // namespace evigrade::records
