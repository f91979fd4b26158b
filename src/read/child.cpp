#include "read/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    void set(int number) {
        close();
        number_ = number;
    }
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

struct Pipe {
    Descriptor read;
    Descriptor write;
    [[nodiscard]] bool open() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
        read.set(ends[0]);
        write.set(ends[1]);
        return true;
    }
};

bool fill(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return false;
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::lseek(file, 0, SEEK_SET) == 0;
}

void limit(int resource, std::size_t most) {
    const struct rlimit both { most, most };
    ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

/// What the child does before it becomes the program; only calls that are safe between fork and exec.
[[noreturn]] void become(const char* program, char* const* arguments, int in, int out, int err, const ChildLimits& limits) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    ::execv(program, arguments);
    ::_exit(127);
}

/// Reads what has come; false at the end of the stream.
bool drain(int file, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer{};
    const ssize_t count = ::read(file, buffer.data(), buffer.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    if (count == 0) return false;
    if (into.size() <= most) into.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

/// Collects both streams until they end, or until a limit is passed.
ChildRun::End collect(Pipe& out, Pipe& err, ChildRun& run, const ChildLimits& limits) {
    using Clock = std::chrono::steady_clock;
    constexpr std::size_t most_words = 8192;
    const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
    std::array<struct pollfd, 2> watched{{{out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return ChildRun::End::out_of_time;
        if (::poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            return ChildRun::End::crashed;
        if (watched[0].revents != 0 && !drain(watched[0].fd, run.out, limits.output)) watched[0].fd = -1;
        if (watched[1].revents != 0 && !drain(watched[1].fd, run.err, most_words)) watched[1].fd = -1;
        if (run.out.size() > limits.output) return ChildRun::End::too_much_output;
    }
    return ChildRun::End::exited;
}

}  // namespace

std::optional<std::string> program_path(std::string_view name) {
    const char* path = std::getenv("PATH");  // NOLINT: nobody in this program changes the environment
    for (const auto folder : split(path == nullptr ? "" : path, ':')) {
        std::string candidate = std::string(folder) + '/' + std::string(name);
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    }
    return std::nullopt;
}

ChildRun run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                   const ChildLimits& limits) {
    ChildRun run;
    const Descriptor in(::memfd_create("input", MFD_CLOEXEC));
    Pipe out;
    Pipe err;
    if (in.get() < 0 || !fill(in.get(), input) || !out.open() || !err.open()) return run;
    std::vector<char*> argv{const_cast<char*>(program.c_str())};  // NOLINT: execv takes them so and changes nothing
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));  // NOLINT: likewise
    argv.push_back(nullptr);
    const pid_t child = ::fork();
    if (child < 0) return run;
    if (child == 0) become(program.c_str(), argv.data(), in.get(), out.write.get(), err.write.get(), limits);
    out.write.close();
    err.write.close();
    run.end = collect(out, err, run, limits);
    if (run.end != ChildRun::End::exited) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (run.end != ChildRun::End::exited) return run;
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (WIFSIGNALED(status)) run.end = WTERMSIG(status) == SIGXCPU ? ChildRun::End::out_of_time : ChildRun::End::crashed;
    return run;
}

}  // namespace evigrade::read
