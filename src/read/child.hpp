// Another program as a child process: no shell, limited in memory, time and output.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::read {

struct ChildLimits {
    std::size_t seconds = 60;                     ///< of processor time, and of waiting
    std::size_t memory = std::size_t{1} << 30;    ///< bytes of address space
    std::size_t output = std::size_t{512} << 20;  ///< bytes; a child that prints more is ended
};

struct ChildRun {
    enum class End : std::uint8_t { exited, out_of_time, too_much_output, crashed, not_started };
    End end = End::not_started;
    int code = 0;  ///< exit code, of a child that exited
    std::string out;
    std::string err;  ///< the first few kilobytes
};

/// Where a program of this name is on the PATH, or nothing.
std::optional<std::string> program_path(std::string_view name);

/// Runs the program with `input` as its standard input, which it may seek in.
ChildRun run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                   const ChildLimits& limits);

}  // namespace evigrade::read
