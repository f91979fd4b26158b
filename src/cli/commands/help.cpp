// `evigrade help COMMAND`: the command's page of docs/commands, as it ships inside the program.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace evigrade::cli {
namespace {

class Help : public Command {
public:
    std::string_view name() const override { return "help"; }
    std::string_view summary() const override { return "the page of one command"; }
    void declare(CLI::App& app) override { app.add_option("command", topic_)->required(); }
    int run(Context& context) override {
        const auto page = Data().find(fmt::format("docs/commands/{}.md", topic_));
        if (!page) {
            return fail(context, {Failure::usage, fmt::format("there is no command `{}`", topic_), "",
                                  "`evigrade help` lists the commands"});
        }
        context.console.print(*page);
        return exit_done;
    }

private:
    std::string topic_;
};

}  // namespace

std::unique_ptr<Command> make_help() {
    return std::make_unique<Help>();
}

}  // namespace evigrade::cli
