// `evigrade ask "Does T work for C?"`: plain sentences, then the table.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Ask : public Command {
public:
    std::string_view name() const override { return "ask"; }
    std::string_view summary() const override { return "the same, for a question in plain words"; }
    void declare(CLI::App& app) override {
        app.add_option("question", words_)->required();
        print_.declare(app, false);
    }

    int run(Context& context) override {
        std::string question;
        for (const std::string& word : words_) question += (question.empty() ? "" : " ") + word;
        const grade::Policy policy(context.data_source());
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto understood = query::understand(store, context.data_source(), question);
            if (!understood) return understood.error();
            if (!understood->treatment && understood->condition) return treatments(context, store, *understood->condition);
            if (!understood->treatment) {
                return Error{Failure::usage, "the question names neither a treatment nor a condition", question,
                             "ask as in: Does minoxidil work for hair loss?"};
            }
            return answer(context, store, policy, *understood);
        });
    }

private:
    Result<int> answer(Context& context, const store::Store& store, const grade::Policy& policy,
                       const query::PlainQuestion& question) const {
        const auto reply = query::evidence(store, policy, *question.treatment, question.condition);
        if (!reply) return reply.error();
        if (print_.print() == Print::text) {
            const render::Page page = page_of(context);
            context.console.print(render::plain_answer(*reply, page));
            if (!reply->answers.empty()) context.console.print("\n" + render::evidence_text(*reply, page));
        } else {
            context.console.print(render::evidence_json(*reply) + "\n");
        }
        return reply->answers.empty() || reply->answers.front().counts.claims == 0 ? exit_nothing_found : exit_done;
    }

    /// "What helps against C?"
    Result<int> treatments(Context& context, const store::Store& store, const std::string& condition) const {
        const auto reply = query::treatments_for(store, condition);
        if (!reply) return reply.error();
        context.console.print(print_.print() == Print::text ? render::for_text(*reply, page_of(context))
                                                            : render::for_json(*reply) + "\n");
        return reply->treatments.empty() ? exit_nothing_found : exit_done;
    }

    std::vector<std::string> words_;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_ask() {
    return std::make_unique<Ask>();
}

}  // namespace evigrade::cli
