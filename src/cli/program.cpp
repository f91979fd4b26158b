#include "cli/program.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>

#include "cli/command.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::cli {
namespace {

constexpr std::string_view version = "evigrade " EVIGRADE_VERSION "\n";

std::string default_db() {
    if (const char* named = std::getenv("EVIGRADE_DB"); named != nullptr && *named != '\0') return named;
    if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg != '\0')
        return std::string(xdg) + "/evigrade/evigrade.db";
    const char* home = std::getenv("HOME");
    return std::string(home != nullptr ? home : ".") + "/.local/share/evigrade/evigrade.db";
}

std::string overview(const std::vector<std::unique_ptr<Command>>& commands) {
    std::string text =
        "evigrade: does a treatment have evidence, which studies are cited, and why do you say so?\n\n"
        "usage: evigrade COMMAND [--db FILE] [OPTION...] [ARGUMENT...]\n\n";
    for (const auto& command : commands) text += fmt::format("  {:<12} {}\n", command->name(), command->summary());
    return text + "\n`evigrade help COMMAND` tells one whole. `evigrade --version` says which program this is.\n";
}

int unknown_command(Context& context, const std::vector<std::unique_ptr<Command>>& commands, std::string_view word) {
    std::string hint = "`evigrade help` lists the commands";
    for (const auto& command : commands) {
        if (edit_distance(command->name(), word, 2) <= 2) hint = fmt::format("did you mean `{}`?", command->name());
    }
    return fail(context, {Failure::usage, fmt::format("there is no command `{}`", word), "", hint});
}

/// Parses and runs one verb. CLI11's own exit codes never leave this function.
int run_command(Context& context, Command& command, std::vector<std::string> arguments) {
    CLI::App app{std::string(command.summary()), std::string(command.name())};
    bool quiet = false;
    app.set_help_flag();
    app.allow_windows_style_options(false);
    app.add_option("--db", context.db, "the store");
    app.add_option("--data", context.data, "a folder that replaces embedded tables");
    app.add_flag("-q,--quiet", quiet, "no words about the work");
    command.declare(app);
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return fail(context, {Failure::usage, error.what(), fmt::format("evigrade {}", command.name()),
                              fmt::format("`evigrade help {}` shows how it is called", command.name())});
    }
    if (quiet) context.console.hush();
    return command.run(context);
}

int dispatch(Context& context, std::vector<std::string> arguments) {
    auto commands = all_commands();
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
        context.console.print(overview(commands));
        return arguments.empty() ? static_cast<int>(Failure::usage) : exit_done;
    }
    if (arguments[0] == "--version") {
        context.console.print(version);
        return exit_done;
    }
    std::string word = arguments[0];
    arguments.erase(arguments.begin());
    const bool asks_help =
        std::any_of(arguments.begin(), arguments.end(), [](const std::string& a) { return a == "--help" || a == "-h"; });
    if (asks_help && word != "help") {
        arguments = {word};
        word = "help";
    } else if (word == "help" && arguments.empty()) {
        context.console.print(overview(commands));
        return exit_done;
    }
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const auto& command) { return command->name() == word; });
    if (found == commands.end()) return unknown_command(context, commands, word);
    return run_command(context, **found, std::move(arguments));
}

}  // namespace

int fail(Context& context, const Error& error) {
    context.console.complain(error);
    return static_cast<int>(error.failure);
}

int run(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when writing, not as a death
    Context context;
    try {
        context.db = default_db();
        const int code = dispatch(context, std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
        context.console.flush();
        return code;
    } catch (const std::bad_alloc&) {
        return fail(context, {Failure::unreadable_input, "there is not enough memory for this input", "",
                              "try fewer or smaller files"});
    } catch (const std::exception& error) {
        return fail(context, {Failure::partial, fmt::format("something went wrong inside: {}", error.what()), "",
                              "please report this"});
    }
}

}  // namespace evigrade::cli
