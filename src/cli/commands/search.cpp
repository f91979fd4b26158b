// `evigrade search WORD…`: full text over claims.
#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Search : public Command {
public:
    std::string_view name() const override { return "search"; }
    std::string_view summary() const override { return "full-text search over the claims"; }
    void declare(CLI::App& app) override {
        app.add_option("word", words_)->required();
        app.add_option("--limit", limit_);
        print_.declare(app, true);
    }

    int run(Context& context) override {
        std::string text;
        for (const std::string& word : words_) text += (text.empty() ? "" : " ") + word;
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            const auto rows = query::search(store, text, limit_);
            if (!rows) return rows.error();
            return print_rows(context, *rows, "search", print_.print());
        });
    }

private:
    std::vector<std::string> words_;
    std::size_t limit_ = 20;
    PrintOptions print_;
};

}  // namespace

std::unique_ptr<Command> make_search() {
    return std::make_unique<Search>();
}

}  // namespace evigrade::cli
