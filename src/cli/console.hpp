// Where the program speaks: results to stdout, words about the work to stderr.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "evigrade/base/result.hpp"

namespace evigrade::cli {

enum class Chatter : std::uint8_t { normal, quiet };

/// When a line of progress is due: not in the first second, which most work does not outlast, then ten times a second.
class Pace {
public:
    using Clock = std::chrono::steady_clock;
    explicit Pace(Clock::time_point start) : next_(start + std::chrono::seconds(1)) {}
    bool due(Clock::time_point now) {
        if (now < next_) return false;
        next_ = now + std::chrono::milliseconds(100);
        return true;
    }

private:
    Clock::time_point next_;
};

class Console {
public:
    Console();

    /// Results. Buffered; a closed pipe ends the program quietly with the code it would have had.
    void print(std::string_view text);
    /// Words about the work, only where a person watches: stderr is a terminal and --quiet is not given.
    void note(std::string_view text);
    /// One line that replaces itself, for progress, where it is due. The same condition as note().
    void progress(std::string_view line);
    void end_progress();
    /// The three lines of an error, on stderr, control characters made visible.
    void complain(const Error& error);
    void flush();

    void hush() { chatter_ = Chatter::quiet; }
    /// Columns of the terminal, $COLUMNS, or 80.
    [[nodiscard]] std::size_t width() const { return width_; }
    /// Whether stdout may be styled: a terminal, and no NO_COLOR.
    [[nodiscard]] bool styled() const { return styled_; }
    [[nodiscard]] bool watched() const { return watched_ && chatter_ == Chatter::normal; }

private:
    std::size_t width_ = 80;
    bool styled_ = false;
    bool watched_ = false;
    Chatter chatter_ = Chatter::normal;
    Pace pace_{Pace::Clock::now()};
    bool progress_shown_ = false;
};

}  // namespace evigrade::cli
