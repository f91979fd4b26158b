// What short stretches of text look like.
#pragma once

#include <cstdint>
#include <string_view>

namespace evigrade::segment {

constexpr bool is_stop(char c) {
    return c == '.' || c == '!' || c == '?';
}

/// How a line of text stands in a page.
struct LineShape {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;  ///< words that begin with a capital or a digit
    std::uint32_t shouts = 0;    ///< words of two letters and more without a small letter
    std::uint32_t letters = 0;   ///< bytes of letters, other scripts included
    char last = 0;               ///< last sign, closing quotes and brackets aside
    bool starts_small = false;
    bool trails_off = false;  ///< ends with "…" or "..."

    /// Most words capitalised, as English titles are.
    [[nodiscard]] bool title_case() const { return words > 0 && capitals * 10 >= words * 6; }
    [[nodiscard]] bool upper_case() const { return words > 0 && shouts * 10 >= words * 7; }
    /// Ends as a sentence ends.
    [[nodiscard]] bool finished() const { return is_stop(last); }
};

/// Looks at no more than the first kilobyte.
LineShape shape_of(std::string_view line);

/// The last sign, closing quotes and brackets aside; 0 where there is none. Cheap.
char last_sign(std::string_view line);

/// Whether at least two letters stand in the line. Cheap where they stand in front.
bool has_words(std::string_view line);

/// "Dry mouth 4.1 (7.8) 6.6 (14.6)": a table's row that lost its table.
bool reads_as_table_row(std::string_view line);

/// How many traits of a bibliographic entry a text shows: a year, authors with initials, volume and pages, an address or
/// identifier, "et al.", a journal's or publisher's words. Two are a likely entry, one a possible one.
int entry_traits(std::string_view text);

/// Begins with a surname and initials ("Smith A,", "de la Cruz, M.", "Smith, J. A. &").
bool begins_with_author(std::string_view text);

/// Whether a year (1700 to 2099) stands in the text as a word of its own.
bool has_year(std::string_view text);

}  // namespace evigrade::segment
