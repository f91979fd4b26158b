// `evigrade evidence`: the graded answer.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Evidence : public Command {
public:
    std::string_view name() const override { return "evidence"; }
    std::string_view summary() const override { return "does this treatment have evidence?"; }
    void declare(CLI::App& app) override {
        app.add_option("treatment", treatment_)->required();
        app.add_option("--for", condition_, "the condition or outcome");
        app.add_option("--scheme", scheme_)->check(CLI::IsMember({"grade", "sort", "cebm"}));
        app.add_flag("--fragile", fragile_, "what is left if one study goes");
        print_.declare(app, false);
    }

    int run(Context& context) override {
        const grade::Policy policy(context.data_source());
        query::EvidenceOptions options;
        options.scheme = from_text<Scheme>(scheme_).value_or(Scheme::grade);
        if (fragile_) options.fragile = query::Fragile::asked;
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto reply = query::evidence(store, policy, treatment_, condition_, options);
            if (!reply) return reply.error();
            context.console.print(print_.print() == Print::text ? render::evidence_text(*reply, page_of(context))
                                                                : render::evidence_json(*reply) + "\n");
            return has_claims(*reply) ? exit_done : exit_nothing_found;
        });
    }

private:
    static bool has_claims(const EvidenceReply& reply) {
        return std::any_of(reply.answers.begin(), reply.answers.end(),
                           [](const EvidenceAnswer& answer) { return answer.counts.claims > 0; });
    }

    std::string treatment_;
    std::optional<std::string> condition_;
    std::string scheme_ = "grade";
    bool fragile_ = false;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_evidence() {
    return std::make_unique<Evidence>();
}

}  // namespace evigrade::cli
