// What a verb of the program is. A new one is a file in commands/, a row in commands.cpp, a page in
// docs/commands and a folder in tests/golden; a test fails until all four stand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "evigrade/base/data.hpp"

namespace CLI {
class App;
}

namespace evigrade::cli {

/// The codes of DESIGN 4 that are no failure.
inline constexpr int exit_done = 0;
inline constexpr int exit_nothing_found = 1;

/// What every verb is given: the options that all verbs share, and the console.
struct Context {
    Console console;
    std::string db;    ///< --db, $EVIGRADE_DB, or the XDG data folder's evigrade.db
    std::string data;  ///< --data: a folder that replaces embedded tables; empty: none

    [[nodiscard]] Data data_source() const { return data.empty() ? Data() : Data(data); }
};

class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    /// One line for the overview.
    [[nodiscard]] virtual std::string_view summary() const = 0;
    /// Declares positionals and options; the shared ones are there already.
    virtual void declare(CLI::App& app) = 0;
    /// Does the work and returns the exit code. Errors that end it are complained about here.
    virtual int run(Context& context) = 0;
};

/// All verbs, in the order of the overview.
std::vector<std::unique_ptr<Command>> all_commands();

/// Complains and returns the exit code of the failure.
int fail(Context& context, const Error& error);

}  // namespace evigrade::cli
