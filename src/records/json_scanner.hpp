// Where the records of a JSON file begin and end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/sink.hpp"

namespace evigrade::records {

/// Finds the objects that are records in text that comes in pieces, without parsing it: strings and brackets are enough.
class JsonScanner {
public:
    /// Told of each record, whole, and of what is none.
    class Listener {
    public:
        virtual ~Listener() = default;
        /// False: enough.
        virtual bool object(std::string_view bytes, Spot spot) = 0;
        virtual bool broken(const std::string& why, Spot spot) = 0;
    };

    explicit JsonScanner(Listener& listener) : listener_(listener) {}

    /// False when the listener has had enough.
    bool scan(std::string_view piece);
    bool finish();

private:
    enum class Role { value, list, envelope, record };  ///< what the elements of an open bracket are to us
    struct Level {
        char close;
        Role role;
    };

    [[nodiscard]] Role parent() const { return levels_.empty() ? Role::list : levels_.back().role; }
    void plain(std::string_view piece, std::size_t& i);
    void in_string(std::string_view piece, std::size_t& i);
    void seek(std::string_view piece, std::size_t& i);
    void open(char bracket, std::size_t at);
    void close(char bracket, std::size_t at);
    void begin_record(std::size_t at);
    void newline(std::size_t at);
    void scalar(char c, std::size_t at);
    void fail(const std::string& why, std::size_t at);
    void keep_until(std::string_view piece, std::size_t end);
    bool is_key(const std::initializer_list<std::string_view>& names) const;
    [[nodiscard]] Spot spot(std::size_t at) const { return {base_ + at, lines_ + 1}; }

    Listener& listener_;
    std::vector<Level> levels_;
    std::string record_;                       ///< the record so far
    std::optional<std::size_t> record_level_;  ///< index of the record's own level while it is kept
    Spot record_spot_;
    std::size_t record_column_ = 0;
    std::size_t kept_ = 0;  ///< of the piece: up to here it is in record_ or not needed
    std::string key_;       ///< the last string directly inside a record or an envelope
    bool string_ = false;
    bool escape_ = false;
    bool collects_key_ = false;
    bool seeking_ = false;
    bool line_begins_ = false;  ///< while seeking: only blanks and commas so far on this line
    bool scalar_ = false;       ///< a scalar of this list was reported
    bool enough_ = false;
    std::size_t base_ = 0;  ///< of the piece in the text
    std::size_t lines_ = 0;
    std::size_t line_start_ = 0;  ///< offset in the text
};

}  // namespace evigrade::records
