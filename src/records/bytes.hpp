// Bytes in pieces, from a file, standard input, memory, or out of a gzip stream. The door to zlib.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "evigrade/base/result.hpp"

namespace evigrade::records {

/// Bytes in order.
class Bytes {
public:
    Bytes() = default;
    virtual ~Bytes() = default;
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;

    /// The next bytes, empty at the end; the view is good until the next call.
    virtual std::string_view next() = 0;
    /// Why the end came early, after `next` came back empty.
    [[nodiscard]] virtual std::optional<Error> trouble() const { return std::nullopt; }
};

/// A file, or standard input for "-".
Result<std::unique_ptr<Bytes>> open_bytes(const std::string& path);

/// A text that lives longer than the object, in pieces of at most this size.
std::unique_ptr<Bytes> bytes_of(std::string_view text, std::size_t piece);

/// What the gzip stream in `packed` holds: all its members, one after another. `name` is for errors.
std::unique_ptr<Bytes> gunzip(std::unique_ptr<Bytes> packed, std::string name);

}  // namespace evigrade::records
