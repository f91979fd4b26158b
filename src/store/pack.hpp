// Values as a row of bytes and back: lengths and numbers in seven bits a byte, absent texts as one byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace evigrade::store {

class Packer {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) out_ += static_cast<char>((value & 0x7f) | 0x80);
        out_ += static_cast<char>(value);
    }
    void text(std::string_view text) {
        number(text.size());
        out_.append(text);
    }
    /// An absent text is told from an empty one.
    void maybe(const std::optional<std::string>& text) {
        number(text ? text->size() + 1 : 0);
        if (text) out_.append(*text);
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    std::string out_;
};

/// Reads what a Packer wrote. Bytes that none wrote give zeros and empty texts, never more than there is.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
            if (byte < 0x80) return value;
        }
        return value;
    }
    std::string text() { return std::string(bytes(number())); }
    std::optional<std::string> maybe() {
        const std::uint64_t size = number();
        if (size == 0) return std::nullopt;
        return std::string(bytes(size - 1));
    }
    /// How many elements follow: no more than there are bytes.
    std::size_t count() {
        const std::uint64_t said = number();
        return said > rest_.size() ? rest_.size() : static_cast<std::size_t>(said);
    }
    [[nodiscard]] bool empty() const { return rest_.empty(); }

private:
    std::string_view bytes(std::uint64_t size) {
        const auto out = rest_.substr(0, size > rest_.size() ? rest_.size() : static_cast<std::size_t>(size));
        rest_.remove_prefix(out.size());
        return out;
    }
    std::string_view rest_;
};

}  // namespace evigrade::store
