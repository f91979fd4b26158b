// `evigrade import FILE…`: bibliographic records and retractions into the store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/model/enum_text.hpp"

namespace evigrade::cli {
namespace {

/// Rate and time left, from where a file was gone on with.
class Pace {
public:
    std::string line(const ingest::ImportProgress& progress) {
        const auto now = Clock::now();
        if (progress.file != file_) {
            file_ = progress.file;
            start_ = now;
            first_ = progress.records;
            first_fraction_ = progress.fraction.value_or(0);
        }
        const double seconds = std::chrono::duration<double>(now - start_).count();
        std::string out = fmt::format("{}: {} records", progress.file, progress.records);
        if (seconds < 0.5) return out;
        out += fmt::format(", {:.0f} a second", static_cast<double>(progress.records - first_) / seconds);
        if (progress.fraction && *progress.fraction > first_fraction_) {
            const double left = seconds * (1 - *progress.fraction) / (*progress.fraction - first_fraction_);
            out += fmt::format(", {:.0f} %, {:.0f}:{:02.0f} left", *progress.fraction * 100, std::floor(left / 60),
                               std::floor(std::fmod(left, 60)));
        }
        return out;
    }

private:
    using Clock = std::chrono::steady_clock;
    std::string file_;
    Clock::time_point start_;
    std::size_t first_ = 0;
    double first_fraction_ = 0;
};

class Import : public Command {
public:
    std::string_view name() const override { return "import"; }
    std::string_view summary() const override { return "bibliographic records and retractions into the store"; }
    void declare(CLI::App& app) override {
        app.add_option("file", files_)->required();
        const auto& words = Names<records::Format>::values;
        app.add_option("--format", format_, "of all files; otherwise each tells its own")
            ->check(CLI::IsMember(std::vector<std::string>(words.begin(), words.end())));
    }

    int run(Context& context) override {
        note_interrupts();
        auto store = ingest::open(context.db, context.data_source());
        if (!store) return fail(context, store.error());
        ingest::ImportOptions options;
        options.format = from_text<records::Format>(format_);
        options.interrupted = interrupted;
        options.bad = [&](const records::BadRecord& bad) { context.console.complain(complaint(bad)); };
        Pace pace;
        options.progress = [&](const ingest::ImportProgress& progress) { context.console.progress(pace.line(progress)); };
        const auto summary = ingest::import(*store, files_, grade::Policy(context.data_source()), options);
        context.console.progress("");
        if (!summary) return fail(context, summary.error());
        return report(context, *summary);
    }

private:
    static Error complaint(const records::BadRecord& bad) {
        const auto& place = bad.place;
        const std::string where = place.line ? fmt::format("{}:{}", place.file, *place.line)
                                             : fmt::format("{}, record {}", place.file, place.ordinal);
        return {Failure::partial, "a record was passed over: " + bad.why, where, ""};
    }

    static int report(Context& context, const ingest::ImportSummary& summary) {
        for (const Error& error : summary.failed) context.console.complain(error);
        context.console.print(fmt::format("{} added, {} updated, {} unchanged, {} deleted, {} bad\n", summary.added,
                                          summary.updated, summary.unchanged, summary.deleted, summary.bad));
        if (summary.interrupted) {
            context.console.complain({Failure::interrupted, "interrupted; what is counted above is stored", "",
                                      "run the same import again to go on where it stopped"});
            return static_cast<int>(Failure::interrupted);
        }
        if (summary.failed.empty() && summary.bad == 0) return exit_done;
        const bool some = summary.added + summary.updated + summary.unchanged + summary.deleted + summary.bad > 0;
        return static_cast<int>(some ? Failure::partial : Failure::unreadable_input);
    }

    std::vector<std::string> files_;
    std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_import() {
    return std::make_unique<Import>();
}

}  // namespace evigrade::cli
