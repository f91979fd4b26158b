// `evigrade override ID FIELD=VALUE…`: a person's decision, with a reason and a name; the log listed, exported and merged.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/decision_log.hpp"
#include "cli/options.hpp"
#include "evigrade/ingest.hpp"

namespace evigrade::cli {
namespace {

class Override : public Command {
public:
    std::string_view name() const override { return "override"; }
    std::string_view summary() const override { return "a person's decision over what was read, logged and reversible"; }
    void declare(CLI::App& app) override {
        app.add_option("id", of_, "a claim, study or article; ARTICLE#ENTRY; or a treatment, with --for");
        app.add_option("decision", fields_, "FIELD=VALUE, for example stance=refutes or design=cohort");
        app.add_option("--for", condition_, "the condition, where the certainty of a verdict is judged");
        app.add_flag("--harm", harm_, "with --for: the condition is a harm");
        app.add_option("--reason", reason_, "why");
        app.add_option("--by", by_, "who decides");
        app.add_option("--at", at_, "when it was decided, in UTC; now if left out");
        app.add_flag("--list", list_, "what was decided, and what has become of it");
        app.add_flag("--export", export_, "the whole log as JSON Lines");
        app.add_option("--import", import_, "add another log's entries; - is standard input");
        print_.declare(app, true);
    }

    int run(Context& context) override {
        if (import_) return merge(context);
        if (list_ || export_) return with_store(context, [&](const store::Store& store) { return list(context, store); });
        if (of_.empty() || fields_.empty()) {
            return fail(context, {Failure::usage, "nothing is decided", "",
                                  "evigrade override ID FIELD=VALUE --reason WHY --by NAME, or --list, --export, --import"});
        }
        return decide(context);
    }

private:
    Result<int> list(Context& context, const store::Store& store) const {
        auto rows = query::decisions(store);
        if (!rows) return rows.error();
        if (export_) {
            for (const auto& row : *rows) context.console.print(render::decision_json(row.decision) + "\n");
            return rows->empty() ? exit_nothing_found : exit_done;
        }
        auto shown = std::move(rows).value();
        std::erase_if(shown, [&](const DecisionRow& row) {
            return !of_.empty() && !row.decision.of.starts_with(of_) && row.found != of_ &&
                   !row.decision.id.starts_with(of_);
        });
        return print_rows(context, shown, "decisions", print_.print());
    }

    int merge(Context& context) const {
        const auto entries = read_log(*import_);
        if (!entries) return fail(context, entries.error());
        const Data data = context.data_source();
        auto store = ingest::open(context.db, data);
        if (!store) return fail(context, store.error());
        const auto added = ingest::merge_decisions(*store, *entries, grade::Policy(data));
        if (!added) return fail(context, added.error());
        context.console.print(fmt::format("{} of {} entries were new\n", *added, entries->size()));
        return exit_done;
    }

    Result<std::vector<ingest::Wish>> wishes() const {
        std::vector<ingest::Wish> out;
        for (const auto& field : fields_) {
            const auto equals = field.find('=');
            if (equals == std::string::npos)
                return Error{Failure::usage, "a decision is FIELD=VALUE", field,
                             "`evigrade help override` lists the fields"};
            out.push_back({of_, condition_, harm_ ? Purpose::harm : Purpose::benefit, field.substr(0, equals),
                           field.substr(equals + 1)});
        }
        return out;
    }

    int decide(Context& context) const {
        const auto asked = wishes();
        if (!asked) return fail(context, asked.error());
        const Data data = context.data_source();
        auto store = ingest::open(context.db, data);
        if (!store) return fail(context, store.error());
        const auto made = ingest::decide(*store, *asked, {by_, reason_, at_}, grade::Policy(data));
        if (!made) return fail(context, made.error());
        for (const auto& decision : *made) {
            context.console.print(fmt::format("{}  {} {}: {} {}\n", decision.id, to_text(decision.subject), decision.of,
                                              decision.field, decision.value));
        }
        return exit_done;
    }

    std::string of_;
    std::vector<std::string> fields_;
    std::optional<std::string> condition_;
    bool harm_ = false;
    std::string reason_;
    std::string by_;
    std::optional<std::string> at_;
    bool list_ = false;
    bool export_ = false;
    std::optional<std::string> import_;
    PrintOptions print_;
};

class Undo : public Command {
public:
    std::string_view name() const override { return "undo"; }
    std::string_view summary() const override { return "takes a person's decision back"; }
    void declare(CLI::App& app) override {
        app.add_option("decision", decision_, "its id, as `override --list` prints it")->required();
        app.add_option("--reason", reason_, "why")->required();
        app.add_option("--by", by_, "who takes it back")->required();
        app.add_option("--at", at_, "when, in UTC; now if left out");
    }

    int run(Context& context) override {
        const Data data = context.data_source();
        auto store = ingest::open(context.db, data);
        if (!store) return fail(context, store.error());
        const auto undone = ingest::undo(*store, decision_, {by_, reason_, at_}, grade::Policy(data));
        if (!undone) return fail(context, undone.error());
        context.console.print(fmt::format("{}  undid {}\n", undone->id, undone->of));
        return exit_done;
    }

private:
    std::string decision_;
    std::string reason_;
    std::string by_;
    std::optional<std::string> at_;
};

}  // namespace

std::unique_ptr<Command> make_override() {
    return std::make_unique<Override>();
}

std::unique_ptr<Command> make_undo() {
    return std::make_unique<Undo>();
}

}  // namespace evigrade::cli
