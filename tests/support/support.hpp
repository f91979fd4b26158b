// What tests share: where things are, running the program, reading files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::test {

/// The repository's root folder.
std::string source_dir();
/// The evaluation folder beside the repository, or nothing: the test then says SKIPPED, aloud.
std::optional<std::string> shared_dir();
/// Prints "SKIPPED: <test>: ../shared is not here" to stdout.
void say_skipped(const std::string& test);

std::string read_file(const std::string& path);
void write_file(const std::string& path, std::string_view bytes);

/// A folder of this test's own, empty; removed by the destructor.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

/// What a run of the program left behind.
struct Run {
    int code = -1;
    std::string out;
    std::string err;
};
/// Runs the evigrade program with these arguments in `folder` ("" is the root), `input` on its standard input.
/// The environment is clean: no EVIGRADE_DB, no colour, a width of 80.
Run evigrade(const std::vector<std::string>& arguments, std::string_view input = "", const std::string& folder = "");

enum class Colour : std::uint8_t { wanted, unwanted };
/// The same at a terminal of 80 columns: `out` holds what it was sent by both streams.
Run on_terminal(const std::vector<std::string>& arguments, Colour colour);
/// At a terminal, too; as soon as it shows `sign`, Ctrl-C is typed.
Run interrupted_on_terminal(const std::vector<std::string>& arguments, std::string_view sign);

}  // namespace evigrade::test
