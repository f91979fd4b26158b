// From any UTF-8 to text that is fit to keep: NFC, LF, no control characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace evigrade::read {

/// Cleans pieces of one article and counts what it had to remove.
class Cleaner {
public:
    /// `utf8` (valid) with CR LF and CR as LF, blanks of every width as blanks, control and bidi characters and
    /// what no reader sees (soft hyphens, zero-width blanks) removed, in NFC. The view is of `utf8` where nothing
    /// had to change, else of `buffer`.
    std::string_view clean(std::string_view utf8, std::string& buffer);

    /// Control and bidi characters removed so far.
    [[nodiscard]] std::size_t controls() const { return controls_; }

private:
    void special(std::string_view utf8, std::size_t& at, std::string& out);

    std::size_t controls_ = 0;
};

}  // namespace evigrade::read
