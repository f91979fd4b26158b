// `evigrade extract`: one article record a line, no store, order kept.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/in_order.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/read.hpp"
#include "evigrade/render.hpp"

namespace evigrade::cli {
namespace {

class Extract : public Command {
public:
    std::string_view name() const override { return "extract"; }
    std::string_view summary() const override { return "one article record a line, without a store"; }
    void declare(CLI::App& app) override {
        app.add_option("file", paths_)->required();
        app.add_option("-j,--jobs", jobs_, "files at a time")->check(CLI::Range(1, 256));
    }

    int run(Context& context) override {
        std::size_t failed = 0;
        const std::vector<std::string> files = expanded(context, failed);
        const ingest::Pipeline pipeline(context.data_source());
        std::size_t done = 0;
        in_order<Result<std::string>>(
            files.size(), jobs_, [&](std::size_t i) { return record_of(pipeline, files[i]); },
            [&](const Result<std::string>& record) {
                if (record) {
                    context.console.print(*record + "\n");
                    ++done;
                } else {
                    context.console.complain(record.error());
                    ++failed;
                }
            });
        if (failed == 0) return exit_done;
        return static_cast<int>(done == 0 ? Failure::unreadable_input : Failure::partial);
    }

private:
    /// Folders become their files; a path that is neither is named and counted.
    std::vector<std::string> expanded(Context& context, std::size_t& failed) const {
        std::vector<std::string> files;
        for (const std::string& path : paths_) {
            if (path == "-") {
                files.push_back(path);
                continue;
            }
            const auto below = read::article_files(path);
            if (below) {
                files.insert(files.end(), below->begin(), below->end());
            } else {
                context.console.complain(below.error());
                ++failed;
            }
        }
        return files;
    }

    static Result<std::string> record_of(const ingest::Pipeline& pipeline, const std::string& file) {
        const auto ingested = pipeline.process(file);
        if (!ingested) return ingested.error();
        return render::article_record(ingested->article, ingested->mentions, ingested->linked);
    }

    std::vector<std::string> paths_;
    std::size_t jobs_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_extract() {
    return std::make_unique<Extract>();
}

}  // namespace evigrade::cli
