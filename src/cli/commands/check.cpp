// `evigrade check FILE…`: a linter for health articles.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/ingest.hpp"
#include "evigrade/read.hpp"

namespace evigrade::cli {
namespace {

/// Line and column (in code points) of a byte, both from 1.
std::pair<std::uint32_t, std::uint32_t> place_of(std::string_view text, std::uint32_t at) {
    const std::string_view before = text.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    std::uint32_t column = 1;
    for (std::size_t i = start; i < at; i += decode(text, i).length) ++column;
    return {static_cast<std::uint32_t>(lines) + 1, column};
}

std::vector<FindingRow> findings_of(const Ingested& ingested) {
    const Article& article = ingested.article;
    std::vector<Finding> all = article.findings;
    all.insert(all.end(), ingested.linked.findings.begin(), ingested.linked.findings.end());
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.span < b.span; });
    std::vector<FindingRow> rows;
    for (Finding& finding : all) {
        FindingRow row;
        row.article = {article.id, article.title.value_or(article.file), article.file, article.source_type};
        std::tie(row.line, row.column) = place_of(article.text, finding.span.begin);
        row.finding = std::move(finding);
        rows.push_back(std::move(row));
    }
    return rows;
}

class Check : public Command {
public:
    std::string_view name() const override { return "check"; }
    std::string_view summary() const override { return "a linter for health articles"; }
    void declare(CLI::App& app) override {
        app.add_option("file", paths_);
        app.add_option("--format", format_)->check(CLI::IsMember({"text", "json", "sarif"}));
        app.add_option("--fail-on", fail_on_)->check(CLI::IsMember({"note", "warning", "error"}));
        app.add_option("--explain", explain_, "print the page of a code");
    }

    int run(Context& context) override {
        if (!explain_.empty()) return explain(context);
        if (paths_.empty())
            return fail(context, {Failure::usage, "no file is named", "evigrade check",
                                  "`evigrade help check` shows how it is called"});
        const ingest::Pipeline pipeline(context.data_source());
        std::vector<FindingRow> rows;
        std::size_t failed = 0;
        for (const std::string& path : paths_) {
            auto found = check_path(pipeline, path, rows);
            for (const Error& error : found) context.console.complain(error);
            failed += found.size();
        }
        print(context, rows);
        if (failed > 0) return static_cast<int>(failed == paths_.size() ? Failure::unreadable_input : Failure::partial);
        const Severity level = from_text<Severity>(fail_on_).value_or(Severity::warning);
        const bool bad =
            std::any_of(rows.begin(), rows.end(), [&](const FindingRow& row) { return row.finding.severity >= level; });
        return bad ? exit_nothing_found : exit_done;
    }

private:
    static std::vector<Error> check_path(const ingest::Pipeline& pipeline, const std::string& path,
                                         std::vector<FindingRow>& rows) {
        std::vector<std::string> files{path};
        if (path != "-") {
            auto below = read::article_files(path);
            if (!below) return {below.error()};
            files = std::move(*below);
        }
        std::vector<Error> failed;
        for (const std::string& file : files) {
            const auto ingested = pipeline.process(file);
            if (!ingested) {
                failed.push_back(ingested.error());
                continue;
            }
            const auto found = findings_of(*ingested);
            rows.insert(rows.end(), found.begin(), found.end());
        }
        return failed;
    }

    void print(Context& context, const std::vector<FindingRow>& rows) const {
        if (format_ == "sarif") {
            context.console.print(render::findings_sarif(rows, EVIGRADE_VERSION) + "\n");
        } else if (format_ == "json") {
            for (const FindingRow& row : rows) context.console.print(render::row_json(row) + "\n");
        } else {
            context.console.print(render::findings_text(rows, page_of(context)));
        }
    }

    int explain(Context& context) const {
        const auto page = Data().find(fmt::format("docs/checks/{}.md", explain_));
        if (!page)
            return fail(context,
                        {Failure::usage, fmt::format("there is no code `{}`", explain_), "", "docs/checks lists the codes"});
        context.console.print(*page);
        return exit_done;
    }

    std::vector<std::string> paths_;
    std::string format_ = "text";
    std::string fail_on_ = "warning";
    std::string explain_;
};

}  // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace evigrade::cli
