#include "cli/interrupt.hpp"

#include <atomic>
#include <csignal>

namespace evigrade::cli {
namespace {

/// A signal handler can reach nothing but a lock-free global.
std::atomic<bool> asked_to_stop{false};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void stop_soon(int) {
    asked_to_stop = true;
    std::signal(SIGINT, SIG_DFL);  // a second Ctrl-C ends at once
}

}  // namespace

void note_interrupts() {
    std::signal(SIGINT, stop_soon);
}

bool interrupted() {
    return asked_to_stop;
}

}  // namespace evigrade::cli
