#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

#include "evigrade/base/text.hpp"

namespace evigrade::cli {
namespace {

std::size_t terminal_width() {
    if (const char* columns = std::getenv("COLUMNS")) {
        std::size_t width = 0;
        const std::string_view text(columns);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
        if (error == std::errc() && width >= 20) return std::min<std::size_t>(width, 400);
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
    return 80;
}

void write_error_line(std::string_view label, std::string_view text) {
    if (!text.empty()) fmt::print(stderr, "{}{}\n", label, safe_for_terminal(text));
}

}  // namespace

Console::Console()
    : width_(terminal_width()),
      styled_(isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr),
      watched_(isatty(STDERR_FILENO) == 1) {}

void Console::print(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void Console::note(std::string_view text) {
    if (!watched()) return;
    end_progress();
    fmt::print(stderr, "{}\n", safe_for_terminal(text));
}

void Console::progress(std::string_view line) {
    if (!watched() || !pace_.due(Pace::Clock::now())) return;
    fmt::print(stderr, "\r\x1b[K{}", safe_for_terminal(line));
    std::fflush(stderr);
    progress_shown_ = true;
}

void Console::end_progress() {
    if (progress_shown_) std::fputs("\r\x1b[K", stderr);
    progress_shown_ = false;
}

void Console::complain(const Error& error) {
    flush();
    end_progress();
    write_error_line("evigrade: ", error.what);
    write_error_line("in: ", error.in);
    write_error_line("hint: ", error.hint);
}

void Console::flush() {
    std::fflush(stdout);
}

}  // namespace evigrade::cli
