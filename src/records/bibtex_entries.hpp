// BibTeX as entries of raw fields: delimiters, concatenation and string macros are dealt with here, LaTeX is not.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

struct BibtexEntry {
    std::string type;                           ///< lower case
    std::string key;                            ///< may be empty
    std::map<std::string, std::string> fields;  ///< lower-case name, value still LaTeX; the first of two wins
    Spot spot;
};
/// An entry that could not be read.
struct BibtexFault {
    std::string why;
    Spot spot;
};

/// Cuts a file where an entry begins a line ("@word{" in the first column), so that braces that do not balance spoil
/// one entry and not the rest of the file.
class BibtexPieces {
public:
    struct Piece {
        std::string text;
        Spot spot;
        bool too_long = false;
    };
    explicit BibtexPieces(Source& source) : lines_(source) {}
    std::optional<Piece> next();

private:
    bool cuts(std::string_view line, bool open);

    Lines lines_;
    std::optional<Piece> begun_;
    std::ptrdiff_t depth_ = 0;  ///< of braces in the piece
    std::string last_;          ///< the last line that is not blank, where it is one character
};

/// Parses pieces; string macros last from one to the next.
class BibtexParser {
public:
    BibtexParser();
    struct Parsed {
        std::vector<BibtexEntry> entries;
        std::vector<BibtexFault> faults;
    };
    Parsed parse(const BibtexPieces::Piece& piece);

private:
    std::string parse_entry(std::string_view text, std::size_t at, std::size_t& end, BibtexEntry& entry);

    std::map<std::string, std::string> strings_;  ///< by lower-case name
};

}  // namespace evigrade::records
