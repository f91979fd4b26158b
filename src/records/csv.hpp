// Comma-separated rows (RFC 4180), one at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

struct CsvRow {
    std::vector<std::string> cells;
    Spot spot;
    std::optional<std::string> fault;  ///< why the row could not be read
};

/// Cells in quotes may hold commas, doubled quotes and line ends. A quoted cell that does not end within `longest`
/// bytes is a fault of its first line; reading goes on behind that line.
class CsvReader {
public:
    static constexpr std::size_t longest = std::size_t{1} << 20;

    explicit CsvReader(Source& source) : lines_(source) {}
    std::optional<CsvRow> next();

private:
    struct Held {
        std::string text;
        Spot spot;
    };
    std::optional<Held> line();

    Lines lines_;
    std::vector<Held> held_;  ///< lines to be read again, last first
};

}  // namespace evigrade::records
