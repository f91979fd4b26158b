#include "support/support.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace evigrade::test {
namespace fs = std::filesystem;

std::string source_dir() {
    return EVIGRADE_SOURCE_DIR;
}

std::optional<std::string> shared_dir() {
    const fs::path path = fs::path(source_dir()) / ".." / "shared";
    if (fs::is_directory(path / "eval")) return path.string();
    return std::nullopt;
}

void say_skipped(const std::string& test) {
    std::printf("SKIPPED: %s: ../shared is not here\n", test.c_str());
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

void write_file(const std::string& path, std::string_view bytes) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Scratch::Scratch() {
    std::string pattern = (fs::temp_directory_path() / "evigrade-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path_ = pattern;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

namespace {

/// In a child: the clean environment, then the program. Never returns.
[[noreturn]] void become_evigrade(const std::vector<std::string>& arguments, const std::string& folder, Colour colour) {
    if (chdir((folder.empty() ? source_dir() : folder).c_str()) != 0) _exit(126);
    unsetenv("EVIGRADE_DB");
    unsetenv("NO_COLOR");
    if (colour == Colour::unwanted) setenv("NO_COLOR", "1", 1);
    setenv("COLUMNS", "80", 1);
    std::vector<char*> argv{const_cast<char*>(EVIGRADE_PROGRAM)};
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(EVIGRADE_PROGRAM, argv.data());
    _exit(127);
}

int code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Run evigrade(const std::vector<std::string>& arguments, std::string_view input, const std::string& folder) {
    const Scratch scratch;
    write_file(scratch / "in", input);
    write_file(scratch / "out", "");
    write_file(scratch / "err", "");
    const pid_t child = fork();
    if (child == 0) {
        dup2(open((scratch / "in").c_str(), O_RDONLY), 0);
        dup2(open((scratch / "out").c_str(), O_WRONLY), 1);
        dup2(open((scratch / "err").c_str(), O_WRONLY), 2);
        become_evigrade(arguments, folder, Colour::unwanted);
    }
    int status = 0;
    waitpid(child, &status, 0);
    Run run;
    run.code = code_of(status);
    run.out = read_file(scratch / "out");
    run.err = read_file(scratch / "err");
    return run;
}

namespace {

/// Runs at a terminal; Ctrl-C is typed once it shows `sign`, unless that is empty.
Run watch_terminal(const std::vector<std::string>& arguments, Colour colour, std::string_view sign) {
    int terminal = -1;
    winsize size{24, 80, 0, 0};
    const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
    if (child == 0) become_evigrade(arguments, "", colour);
    Run run;
    char block[4096];
    // At the end of the other side reading fails, which is how a terminal says so.
    for (ssize_t got = 0; (got = read(terminal, block, sizeof block)) > 0;) {
        run.out.append(block, static_cast<std::size_t>(got));
        if (sign.empty() || run.out.find(sign) == std::string::npos) continue;
        sign = "";
        if (write(terminal, "\x03", 1) != 1) break;
    }
    close(terminal);
    int status = 0;
    waitpid(child, &status, 0);
    run.code = code_of(status);
    return run;
}

}  // namespace

Run on_terminal(const std::vector<std::string>& arguments, Colour colour) {
    return watch_terminal(arguments, colour, "");
}

Run interrupted_on_terminal(const std::vector<std::string>& arguments, std::string_view sign) {
    return watch_terminal(arguments, Colour::unwanted, sign);
}

}  // namespace evigrade::test
