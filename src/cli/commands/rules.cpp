// `evigrade rules`: the grading tables in force, so that published and running rules cannot drift apart.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/filter.hpp"
#include "cli/options.hpp"
#include "evigrade/grade.hpp"

namespace evigrade::cli {
namespace {

class RulesCommand : public Command {
public:
    std::string_view name() const override { return "rules"; }
    std::string_view summary() const override { return "the grading rules in force, with their sources"; }
    void declare(CLI::App& app) override {
        app.add_option("table", wanted_);
        print_.declare(app, false);
    }

    int run(Context& context) override {
        const grade::Policy policy(context.data_source());
        auto tables = grade::rules(policy);
        std::erase_if(tables, [&](const grade::RuleTable& table) { return !wanted_.empty() && table.name != wanted_; });
        if (tables.empty()) {
            return fail(context, {Failure::usage, fmt::format("there is no table `{}`", wanted_), "",
                                  "`evigrade rules` prints all of them"});
        }
        context.console.print(print_.print() == Print::text ? text(tables, policy.fingerprint(), page_of(context))
                                                            : json(tables, policy.fingerprint()));
        return exit_done;
    }

private:
    static std::string text(const std::vector<grade::RuleTable>& tables, const std::string& fingerprint,
                            const render::Page& page) {
        std::string out = fmt::format("rules {}\n", fingerprint);
        for (const auto& table : tables) {
            std::vector<render::Column> columns;
            for (const auto& column : table.columns) columns.push_back({column});
            out += "\n" + render::toned(table.name, render::Tone::strong, page) + " " +
                   render::toned(table.fingerprint, render::Tone::dim, page) + "\n";
            for (const auto& line : table.about) out += render::wrapped(line, page);
            out += render::table(columns, table.rows, page);
        }
        return out;
    }

    static std::string json(const std::vector<grade::RuleTable>& tables, const std::string& fingerprint) {
        Json out{{"schema", "evigrade.rules/1"},
                 {"fingerprint", fingerprint},
                 {"tables", Json::object()},
                 {"about", Json::object()}};
        for (const auto& table : tables) {
            Json rows = Json::array();
            for (const auto& cells : table.rows) {
                Json row = Json::object();
                for (std::size_t i = 0; i < cells.size(); ++i) row[table.columns[i]] = cells[i];
                rows.push_back(std::move(row));
            }
            out["tables"][table.name] = std::move(rows);
            out["about"][table.name] = {{"fingerprint", table.fingerprint}, {"says", table.about}};
        }
        return dump_line(out);
    }

    std::string wanted_;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_rules() {
    return std::make_unique<RulesCommand>();
}

}  // namespace evigrade::cli
