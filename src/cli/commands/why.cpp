// `evigrade why ID`: the derivation, down to sentences and records.
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Why : public Command {
public:
    std::string_view name() const override { return "why"; }
    std::string_view summary() const override { return "how a score came about, to the sentence"; }
    void declare(CLI::App& app) override {
        app.add_option("id", id_, "a claim, study or article; or a treatment, with --for")->required();
        app.add_option("--for", condition_, "the condition, where a verdict is asked about");
        print_.declare(app, false);
    }

    int run(Context& context) override {
        const grade::Policy policy(context.data_source());
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            return condition_ ? verdict(context, store, policy) : derivation(context, store, policy);
        });
    }

private:
    Result<int> derivation(Context& context, const store::Store& store, const grade::Policy& policy) const {
        const auto reply = query::why(store, policy, id_);
        if (!reply) return reply.error();
        context.console.print(print_.print() == Print::text ? render::why_text(*reply, page_of(context))
                                                            : render::why_json(*reply) + "\n");
        return reply->claim || reply->study || reply->article ? exit_done : exit_nothing_found;
    }

    Result<int> verdict(Context& context, const store::Store& store, const grade::Policy& policy) const {
        const auto reply = query::why_verdict(store, policy, id_, *condition_);
        if (!reply) return reply.error();
        context.console.print(print_.print() == Print::text ? render::verdict_text(*reply, page_of(context))
                                                            : render::verdict_json(*reply) + "\n");
        return reply->reply.answers.empty() ? exit_nothing_found : exit_done;
    }

    std::string id_;
    std::optional<std::string> condition_;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_why() {
    return std::make_unique<Why>();
}

}  // namespace evigrade::cli
