// `evigrade remove ARTICLE…`.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "evigrade/ingest.hpp"

namespace evigrade::cli {
namespace {

class Remove : public Command {
public:
    std::string_view name() const override { return "remove"; }
    std::string_view summary() const override { return "take articles out of the store"; }
    void declare(CLI::App& app) override { app.add_option("article", articles_)->required(); }

    int run(Context& context) override {
        auto store = ingest::open(context.db, context.data_source());
        if (!store) return fail(context, store.error());
        const grade::Policy policy(context.data_source());
        int code = exit_done;
        for (const std::string& article : articles_) {
            const auto removed = ingest::remove(*store, article, policy);
            if (removed) {
                context.console.print(fmt::format("removed {}\n", *removed));
            } else {
                context.console.complain(removed.error());
                code = removed.error().failure == Failure::store ? static_cast<int>(Failure::store) : exit_nothing_found;
                if (code != exit_nothing_found) return code;
            }
        }
        return code;
    }

private:
    std::vector<std::string> articles_;
};

}  // namespace

std::unique_ptr<Command> make_remove() {
    return std::make_unique<Remove>();
}

}  // namespace evigrade::cli
