#include "cli/decision_log.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "evigrade/read.hpp"

namespace evigrade::cli {

Result<std::vector<Decision>> read_log(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path, std::ios::binary);
        if (!file) return Error{Failure::unreadable_input, "the log cannot be read", path, "check that the file is there"};
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::vector<Decision> out;
    std::size_t n = 0;
    for (std::string line; std::getline(in, line);) {
        ++n;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        auto decision = read::decision(line);
        if (!decision) {
            Error error = decision.error();
            error.in = fmt::format("{}, line {}", path, n);
            return error;
        }
        out.push_back(std::move(decision).value());
    }
    return out;
}

}  // namespace evigrade::cli
