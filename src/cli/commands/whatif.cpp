// `evigrade whatif`: which grades would change; nothing is written.
#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/ingest.hpp"

namespace evigrade::cli {
namespace {

class WhatIf : public Command {
public:
    std::string_view name() const override { return "whatif"; }
    std::string_view summary() const override { return "which grades would change, if"; }
    void declare(CLI::App& app) override {
        app.add_option("treatment", treatment_, "only grades of this treatment");
        app.add_option("--for", condition_, "only grades for this condition or harm");
        app.add_option("--retract", supposition_.retracted, "a study were retracted")->allow_extra_args(false);
        app.add_option("--drop-article", supposition_.dropped, "an article were not stored")->allow_extra_args(false);
        app.add_option("--assume-design", designs_, "STUDY=DESIGN: a study were of this design")->allow_extra_args(false);
        print_.declare(app, true);
    }

    int run(Context& context) override {
        for (const auto& entry : designs_) {
            const auto equals = entry.rfind('=');
            if (equals == std::string::npos)
                return fail(context, {Failure::usage, "a design is assumed as STUDY=DESIGN", entry, ""});
            supposition_.designs.emplace_back(entry.substr(0, equals), entry.substr(equals + 1));
        }
        if (supposition_.retracted.empty() && supposition_.dropped.empty() && supposition_.designs.empty())
            return fail(context,
                        {Failure::usage, "nothing is supposed", "", "--retract, --drop-article or --assume-design"});
        auto store = store::Store::open(context.db, store::Access::suppose);
        if (!store) return fail(context, store.error());
        auto changes = ingest::whatif(*store, supposition_, grade::Policy(context.data_source()));
        if (!changes) return fail(context, changes.error());
        std::vector<GradeChange> shown;
        for (GradeChange& change : *changes) pick(std::move(change), shown);
        return print_rows(context, shown, "changes", print_.print());
    }

private:
    /// The change, or of those above it the ones that are asked for.
    void pick(GradeChange change, std::vector<GradeChange>& shown) const {
        if (is_meant(treatment_, change.treatment) && is_meant(condition_, change.condition)) {
            shown.push_back(std::move(change));
            return;
        }
        for (GradeChange& wider : change.above) pick(std::move(wider), shown);
    }
    static bool is_meant(const std::optional<std::string>& asked, const EntityName& name) {
        return !asked || *asked == name.id || store::name_key(*asked) == store::name_key(name.name);
    }

    std::optional<std::string> treatment_;
    std::optional<std::string> condition_;
    Supposition supposition_;
    std::vector<std::string> designs_;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_whatif() {
    return std::make_unique<WhatIf>();
}

}  // namespace evigrade::cli
