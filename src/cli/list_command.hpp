// The verbs that list rows under the shared filters differ in a name, a summary and a question.
#pragma once

#include <string>
#include <utility>

#include <fmt/format.h>

#include "cli/options.hpp"

namespace evigrade::cli {

template <class Row>
class ListCommand : public Command {
public:
    using Question = Result<query::List<Row>> (*)(const store::Store&, const query::Filter&);

    ListCommand(std::string name, std::string summary, Question question,
                FilterOptions::Claims claims = FilterOptions::Claims::no)
        : name_(std::move(name)), summary_(std::move(summary)), question_(question), claims_(claims) {}

    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string_view summary() const override { return summary_; }
    void declare(CLI::App& app) override {
        filter_.declare(app, claims_);
        print_.declare(app, true);
    }

    int run(Context& context) override {
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto list = question_(store, filter_.filter());
            if (!list) return list.error();
            if (list->rows.empty() && print_.print() == Print::text) {
                explain_unknown(context, list->treatments, print_.print());
                explain_unknown(context, list->conditions, print_.print());
                return exit_nothing_found;
            }
            const int code = print_rows(context, list->rows, name_, print_.print());
            if (list->beyond > 0 && print_.print() == Print::text)
                context.console.print(
                    fmt::format("\n… and {} more of the library, cited by no article here; --limit shows more of them.\n",
                                list->beyond));
            return code;
        });
    }

private:
    std::string name_;
    std::string summary_;
    Question question_;
    FilterOptions::Claims claims_;
    FilterOptions filter_;
    PrintOptions print_;
};

}  // namespace evigrade::cli
