// A bibliographic file as UTF-8 text in pieces: unpacked and decoded on the way.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "evigrade/base/charset.hpp"
#include "records/bytes.hpp"

namespace evigrade::records {

class Source {
public:
    /// Gzip is seen by its first bytes. `name` is for errors.
    Source(std::unique_ptr<Bytes> bytes, const std::string& name);

    /// The beginning of the text, 64 KB where there are as many; nothing is consumed. Good until `next`.
    [[nodiscard]] std::string_view head() const { return head_; }
    /// The next piece of the text, empty at the end; good until the next call.
    std::string_view next();
    /// Why the text ended early, after `next` came back empty.
    [[nodiscard]] std::optional<Error> trouble() const { return bytes_->trouble(); }

private:
    enum class State { head, body, end };

    std::unique_ptr<Bytes> bytes_;
    std::optional<Transcoder> transcoder_;
    std::string head_;
    State state_ = State::head;
};

/// The lines of a source, whatever ends them: LF, CR LF or CR.
class Lines {
public:
    explicit Lines(Source& source) : source_(source) {}

    struct Line {
        std::string_view text;   ///< without its end; good until the next call
        std::size_t offset = 0;  ///< bytes of text before it
        std::size_t number = 0;  ///< from 1
        bool cut = false;        ///< longer than a record may be: only its beginning is here
    };
    /// Nothing at the end.
    std::optional<Line> next();

private:
    std::optional<std::size_t> find_end(std::size_t from);
    bool more();

    Source& source_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t offset_ = 0;
    std::size_t number_ = 0;
    bool ended_ = false;
};

}  // namespace evigrade::records
