// `evigrade diff A.db B.db`: which grades differ, and why.
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Diff : public Command {
public:
    std::string_view name() const override { return "diff"; }
    std::string_view summary() const override { return "which grades differ between two stores, and why"; }
    void declare(CLI::App& app) override {
        app.add_option("first", first_)->required();
        app.add_option("second", second_)->required();
        print_.declare(app, true);
    }

    int run(Context& context) override {
        const auto before = store::Store::open(first_, store::Access::read);
        if (!before) return fail(context, before.error());
        const auto after = store::Store::open(second_, store::Access::read);
        if (!after) return fail(context, after.error());
        const auto changes = query::diff(*before, *after);
        if (!changes) return fail(context, changes.error());
        return print_rows(context, *changes, "changes", print_.print());
    }

private:
    std::string first_;
    std::string second_;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_diff() {
    return std::make_unique<Diff>();
}

}  // namespace evigrade::cli
