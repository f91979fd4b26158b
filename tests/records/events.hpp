// What reading a text gives, for tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/records.hpp"

namespace evigrade::test {

struct Read {
    std::vector<BibRecord> records;
    std::vector<records::BadRecord> bad;
    std::vector<records::Deleted> deleted;
    std::vector<std::string> order;  ///< one line an event: ordinal, kind, what it says; the same for the same events
    std::optional<Error> error;
    records::Reading reading;
};

/// All events of a text that comes in pieces of this size, the first `skip` passed over.
Read read_pieces(std::string_view text, records::Format format, std::size_t piece, std::size_t skip = 0);
/// The same in one piece, in this format or the one that is detected.
Read read_all(std::string_view text, std::optional<records::Format> format = std::nullopt);

}  // namespace evigrade::test
