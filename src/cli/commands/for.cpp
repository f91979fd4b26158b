// `evigrade for C`: treatments ranked for a condition.
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class For : public Command {
public:
    std::string_view name() const override { return "for"; }
    std::string_view summary() const override { return "treatments ranked for a condition"; }
    void declare(CLI::App& app) override {
        app.add_option("condition", condition_)->required();
        app.add_option("--limit", limit_);
        print_.declare(app, true);
    }

    int run(Context& context) override {
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto reply = query::treatments_for(store, condition_, limit_);
            if (!reply) return reply.error();
            if (print_.print() == Print::json_lines) {
                for (const auto& row : reply->treatments) context.console.print(render::row_json(row) + "\n");
            } else {
                context.console.print(print_.print() == Print::text ? render::for_text(*reply, page_of(context))
                                                                    : render::for_json(*reply) + "\n");
            }
            return reply->treatments.empty() ? exit_nothing_found : exit_done;
        });
    }

private:
    std::string condition_;
    std::size_t limit_ = 0;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_for() {
    return std::make_unique<For>();
}

}  // namespace evigrade::cli
