// `evigrade check FILE…`: a linter for health articles; `check --store`: what has become of the studies in the store.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/check_files.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"

namespace evigrade::cli {
namespace {

class Check : public Command {
public:
    std::string_view name() const override { return "check"; }
    std::string_view summary() const override { return "a linter for health articles"; }
    void declare(CLI::App& app) override {
        app.add_option("file", paths_);
        app.add_option("--format", format_)->check(CLI::IsMember({"text", "json", "sarif", "github"}));
        app.add_option("--fail-on", fail_on_)->check(CLI::IsMember({"note", "warning", "error"}));
        app.add_option("--enable", selection_.enabled, "a code that is off by default")->allow_extra_args(false);
        app.add_option("--disable", selection_.disabled, "a code that is not to be reported")->allow_extra_args(false);
        app.add_flag("--records", records_, "hold citations against the records of the store, not the catalogue alone");
        app.add_flag("--store", store_, "what the store knows of the studies that its articles cite");
        app.add_flag("--codes", codes_, "list the codes");
        app.add_option("--explain", explain_, "print the page of a code");
    }

    int run(Context& context) override {
        const check::Codes codes(context.data_source());
        if (!explain_.empty()) return explain(context);
        if (codes_) {
            context.console.print(render::codes_text(codes.all(), page_of(context)));
            return exit_done;
        }
        if (const auto unknown = unknown_code(codes)) return no_such_code(context, *unknown);
        if (store_) return check_store(context, codes);
        if (paths_.empty())
            return fail(context, {Failure::usage, "no file is named", "evigrade check",
                                  "`evigrade help check` shows how it is called"});
        return check_files(context);
    }

private:
    int check_files(Context& context) {
        FileChecker checker(context.data_source(), records_ ? context.db : ":memory:", selection_);
        std::vector<Error> failed;
        std::size_t unread = 0;
        for (const std::string& path : paths_) {
            const std::size_t before = failed.size();
            checker.examine(path, failed);
            if (failed.size() > before) ++unread;
        }
        for (const Error& error : failed) context.console.complain(error);
        print(context, checker.report(), checker.codes());
        if (!failed.empty()) {
            const bool all = unread == paths_.size() && checker.report().rows.empty();
            const bool store =
                std::any_of(failed.begin(), failed.end(), [](const Error& e) { return e.failure == Failure::store; });
            return static_cast<int>(store ? Failure::store : all ? Failure::unreadable_input : Failure::partial);
        }
        return verdict(checker.report().rows);
    }

    int check_store(Context& context, const check::Codes& codes) const {
        return with_store(context, [&](const store::Store& store) -> Result<int> {
            auto found = query::findings(store, {});
            if (!found) return found.error();
            const auto shaken = query::shaken_grades(store, grade::Policy(context.data_source()));
            if (!shaken) return shaken.error();
            check::Report report;
            for (FindingRow& row : found->rows) {
                const bool about_studies =
                    row.finding.code.ends_with("_cited") && row.finding.code != "reference_never_cited";
                const bool disabled =
                    std::count(selection_.disabled.begin(), selection_.disabled.end(), row.finding.code) > 0;
                if (!about_studies || disabled) continue;
                PlacedFinding placed;
                static_cast<FindingRow&>(placed) = std::move(row);
                if (const auto* code = codes.find(placed.finding.code)) placed.hint = code->hint;
                report.rows.push_back(std::move(placed));
            }
            print(context, report, codes);
            if (format_ == "text") context.console.print(render::list_text(*shaken, page_of(context)));
            if (format_ == "json") {
                for (const ShakenGrade& grade : *shaken) context.console.print(render::row_json(grade) + "\n");
            }
            return verdict(report.rows);
        });
    }

    [[nodiscard]] int verdict(const std::vector<PlacedFinding>& rows) const {
        const Severity level = from_text<Severity>(fail_on_).value_or(Severity::warning);
        const bool bad =
            std::any_of(rows.begin(), rows.end(), [&](const PlacedFinding& row) { return row.finding.severity >= level; });
        return bad ? exit_nothing_found : exit_done;
    }

    void print(Context& context, const check::Report& report, const check::Codes& codes) const {
        if (format_ == "sarif") {
            context.console.print(render::findings_sarif(report.rows, {EVIGRADE_VERSION, codes.all(), report.suppressed}) +
                                  "\n");
        } else if (format_ == "json") {
            for (const PlacedFinding& row : report.rows) context.console.print(render::row_json(row) + "\n");
        } else if (format_ == "github") {
            context.console.print(render::findings_github(report.rows));
        } else {
            context.console.print(render::findings_text(report.rows, page_of(context)));
        }
    }

    [[nodiscard]] std::optional<std::string> unknown_code(const check::Codes& codes) const {
        for (const auto* list : {&selection_.enabled, &selection_.disabled}) {
            for (const std::string& code : *list) {
                if (codes.find(code) == nullptr) return code;
            }
        }
        return std::nullopt;
    }

    static int no_such_code(Context& context, const std::string& code) {
        return fail(context, {Failure::usage, fmt::format("there is no code `{}`", code), "",
                              "`evigrade check --codes` lists the codes"});
    }

    int explain(Context& context) const {
        const auto page = Data().find(fmt::format("docs/checks/{}.md", explain_));
        if (!page) return no_such_code(context, explain_);
        context.console.print(*page);
        return exit_done;
    }

    std::vector<std::string> paths_;
    std::string format_ = "text";
    std::string fail_on_ = "warning";
    check::Selection selection_;
    bool records_ = false;
    bool store_ = false;
    bool codes_ = false;
    std::string explain_;
};

}  // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

}  // namespace evigrade::cli
