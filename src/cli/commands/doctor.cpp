// `evigrade doctor`: is the store whole, and is it up to date?
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/filter.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Doctor : public Command {
public:
    std::string_view name() const override { return "doctor"; }
    std::string_view summary() const override { return "is the store whole and up to date?"; }
    void declare(CLI::App& app) override { print_.declare(app, false); }

    int run(Context& context) override {
        const Data data = context.data_source();
        const grade::Policy policy(data);
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto checks = query::doctor(store, policy, data);
            if (!checks) return checks.error();
            context.console.print(print_.print() == Print::text ? text(*checks, page_of(context)) : json(*checks));
            const bool healthy =
                std::all_of(checks->begin(), checks->end(), [](const store::Check& check) { return check.ok; });
            return healthy ? exit_done : exit_nothing_found;
        });
    }

private:
    static std::string text(const std::vector<store::Check>& checks, const render::Page& page) {
        std::vector<std::vector<std::string>> rows;
        for (const store::Check& check : checks) rows.push_back({check.ok ? "ok" : "LOOK", check.name, check.says});
        return render::table({{""}, {"check"}, {"says"}}, rows, page);
    }

    static std::string json(const std::vector<store::Check>& checks) {
        Json rows = Json::array();
        for (const store::Check& check : checks)
            rows.push_back({{"name", check.name}, {"ok", check.ok}, {"says", check.says}});
        return dump_line({{"schema", "evigrade.doctor/1"}, {"checks", rows}});
    }

    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_doctor() {
    return std::make_unique<Doctor>();
}

}  // namespace evigrade::cli
