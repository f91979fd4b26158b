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

struct Rules {
    std::string name;
    Table table;
};

class RulesCommand : public Command {
public:
    std::string_view name() const override { return "rules"; }
    std::string_view summary() const override { return "the grading rules in force, with their sources"; }
    void declare(CLI::App& app) override {
        app.add_option("table", wanted_);
        print_.declare(app, false);
    }

    int run(Context& context) override {
        const Data data = context.data_source();
        std::vector<Rules> tables;
        for (const std::string_view file : data.list("policy/")) {
            const std::string name(file.substr(7, file.size() - 11));
            if (wanted_.empty() || wanted_ == name) tables.push_back({name, Table(data.find(file).value_or(""))});
        }
        if (tables.empty()) {
            return fail(context, {Failure::usage, fmt::format("there is no table `{}`", wanted_), "",
                                  "`evigrade rules` prints all of them"});
        }
        const std::string fingerprint = grade::Policy(data).fingerprint();
        context.console.print(print_.print() == Print::text ? text(tables, fingerprint, page_of(context))
                                                            : json(tables, fingerprint));
        return exit_done;
    }

private:
    static std::string text(const std::vector<Rules>& tables, const std::string& fingerprint, const render::Page& page) {
        std::string out = fmt::format("rules {}\n", fingerprint);
        for (const Rules& rules : tables) {
            std::vector<render::Column> columns;
            for (const std::string_view column : rules.table.columns()) columns.push_back({std::string(column)});
            std::vector<std::vector<std::string>> rows;
            for (std::size_t i = 0; i < rules.table.rows(); ++i) {
                rows.emplace_back();
                for (std::size_t j = 0; j < columns.size(); ++j) rows.back().emplace_back(rules.table.cell(i, j));
            }
            out += "\n" + render::toned(rules.name, render::Tone::strong, page) + "\n" + render::table(columns, rows, page);
        }
        return out;
    }

    static std::string json(const std::vector<Rules>& tables, const std::string& fingerprint) {
        Json out{{"schema", "evigrade.rules/1"}, {"fingerprint", fingerprint}, {"tables", Json::object()}};
        for (const Rules& rules : tables) {
            Json rows = Json::array();
            for (std::size_t i = 0; i < rules.table.rows(); ++i) {
                Json row = Json::object();
                for (const std::string_view column : rules.table.columns())
                    row[std::string(column)] = std::string(rules.table.at(i, column));
                rows.push_back(std::move(row));
            }
            out["tables"][rules.name] = std::move(rows);
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
