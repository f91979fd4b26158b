// `evigrade parse`: reference strings in, CSL-JSON items out; texts in, what they name out.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/filter.hpp"
#include "evigrade/lexicon.hpp"
#include "evigrade/link.hpp"
#include "evigrade/recognise.hpp"
#include "evigrade/render.hpp"

namespace evigrade::cli {
namespace {

int parse_references(Context& context, const std::string& file, bool json_lines) {
    const link::ReferenceParser parser(context.data_source());
    if (json_lines) {
        return filter_json_rendered(context, file, [&](const Json& record) {
            return render::csl_item(parser.parse(required_text(record, "text")));
        });
    }
    return filter_plain_lines(context, file, [&](std::string_view line) { return render::csl_item(parser.parse(line)); });
}

int parse_mentions(Context& context, const std::string& file) {
    const Data data = context.data_source();
    const Lexicon lexicon(data);
    const recognise::MentionTagger tagger(lexicon, data);
    return filter_json_rendered(context, file, [&](const Json& record) {
        const std::string text = required_text(record, "text");
        return render::open_mentions(text, tagger.find(text));
    });
}

class Parse : public Command {
public:
    std::string_view name() const override { return "parse"; }
    std::string_view summary() const override { return "a filter: references or mentions out of lines of text"; }
    void declare(CLI::App& app) override {
        app.add_option("what", what_, "references or mentions")->required();
        app.add_option("file", file_, "lines to read; - is standard input");
        app.add_flag("--jsonl", json_lines_, "references: read {\"id\", \"text\"} objects instead of plain lines");
    }
    int run(Context& context) override {
        if (what_ == "references") return parse_references(context, file_, json_lines_);
        if (what_ == "mentions") return parse_mentions(context, file_);
        return fail(context, {Failure::usage, fmt::format("`parse {}` is not known", what_), "",
                              "`evigrade help parse` lists what can be parsed"});
    }

private:
    std::string what_;
    std::string file_ = "-";
    bool json_lines_ = false;
};

}  // namespace

std::unique_ptr<Command> make_parse() {
    return std::make_unique<Parse>();
}

}  // namespace evigrade::cli
