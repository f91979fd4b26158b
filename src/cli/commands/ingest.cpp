// `evigrade ingest PATH…`: articles into the store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/query.hpp"

namespace evigrade::cli {
namespace {

class Ingest : public Command {
public:
    std::string_view name() const override { return "ingest"; }
    std::string_view summary() const override { return "articles into the store"; }
    void declare(CLI::App& app) override {
        app.add_option("path", paths_)->required();
        app.add_option("-j,--jobs", jobs_, "articles read at a time")->check(CLI::Range(1, 256));
    }

    int run(Context& context) override {
        note_interrupts();
        auto store = ingest::open(context.db, context.data_source());
        if (!store) return fail(context, store.error());
        const ingest::Pipeline pipeline(context.data_source());
        ingest::Options options;
        options.jobs = jobs_;
        options.interrupted = interrupted;
        options.progress = [&](const ingest::Progress& progress) {
            context.console.progress(fmt::format("{} of {}  {}", progress.done, progress.total, progress.current));
        };
        const auto summary = ingest::ingest(*store, paths_, pipeline, options);
        context.console.end_progress();
        if (!summary) return fail(context, summary.error());
        const int code = report(context, *summary);
        tell_lost(context, *store);
        return code;
    }

private:
    /// People's decisions whose sentence no article says any more.
    static void tell_lost(Context& context, const store::Store& store) {
        const auto rows = query::decisions(store);
        if (!rows) return;
        const auto lost = std::count_if(rows->begin(), rows->end(), [](const DecisionRow& row) {
            return row.standing == DecisionStanding::in_force && !row.found;
        });
        if (lost == 0) return;
        context.console.print(
            fmt::format("{} of people's decisions found no sentence, entry or study to hold for: "
                        "`evigrade override --list`\n",
                        lost));
    }

    static int report(Context& context, const ingest::Summary& summary) {
        for (const Error& error : summary.failed) context.console.complain(error);
        context.console.print(fmt::format("{} added, {} unchanged, {} replaced, {} failed\n", summary.added,
                                          summary.unchanged, summary.replaced, summary.failed.size()));
        if (summary.added + summary.unchanged + summary.replaced + summary.failed.size() == 0 && !summary.interrupted) {
            context.console.complain({Failure::unreadable_input, "there is no article here", "",
                                      "text, Markdown, HTML, JATS XML and PDF files are read"});
            return exit_nothing_found;
        }
        if (summary.interrupted) return static_cast<int>(Failure::interrupted);
        if (summary.failed.empty()) return exit_done;
        const bool some = summary.added + summary.unchanged + summary.replaced > 0;
        return static_cast<int>(some ? Failure::partial : Failure::unreadable_input);
    }

    std::vector<std::string> paths_;
    std::size_t jobs_ = std::max(1U, std::thread::hardware_concurrency());
};

}  // namespace

std::unique_ptr<Command> make_ingest() {
    return std::make_unique<Ingest>();
}

}  // namespace evigrade::cli
