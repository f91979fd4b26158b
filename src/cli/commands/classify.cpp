// `evigrade classify WHAT`: the classifiers as filters.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/filter.hpp"
#include "evigrade/learn.hpp"

namespace evigrade::cli {
namespace {

using learn::Classifiers;

std::vector<std::string> publication_types(const Json& record) {
    std::vector<std::string> types;
    const auto found = record.find("publication_types");
    if (found == record.end() || !found->is_array()) return types;
    for (const Json& type : *found) {
        if (type.is_string()) types.push_back(type.get<std::string>());
    }
    return types;
}

Json design(const Classifiers& classifiers, const Json& record) {
    const auto reading =
        classifiers.design(required_text(record, "title"), optional_text(record, "abstract"), publication_types(record));
    return {{"design", to_text(reading.design)},
            {"confidence", std::round(reading.confidence * 100) / 100},
            {"cues", reading.cues}};
}

Json direction(const Classifiers& classifiers, const Json& record) {
    const auto reading = classifiers.direction(required_text(record, "text"), optional_text(record, "intervention"),
                                               optional_text(record, "comparator"), optional_text(record, "outcome"));
    return {{"direction", to_text(reading.direction)}, {"cues", reading.cues}};
}

Json stance(const Classifiers& classifiers, const Json& record) {
    auto reading = classifiers.stance(required_text(record, "claim"), required_text(record, "evidence"));
    Json answer{{"stance", to_text(reading.stance)}};
    if (!reading.cues.empty()) answer["cues"] = std::move(reading.cues);
    return answer;
}

Json strength(const Classifiers& classifiers, const Json& record) {
    return {{"strength", to_text(classifiers.strength(required_text(record, "text")))}};
}

Json negation(const Classifiers& classifiers, const Json& record) {
    return {{"negated", classifiers.negated(required_text(record, "text"), required_text(record, "phrase"))}};
}

Json harm(const Classifiers& classifiers, const Json& record) {
    return {{"harm", classifiers.harm(required_text(record, "text"))}};
}

class Classify : public Command {
public:
    std::string_view name() const override { return "classify"; }
    std::string_view summary() const override { return "a filter: the design of a study, the sense of a sentence"; }
    void declare(CLI::App& app) override {
        app.add_option("what", what_, "design, direction, stance, strength, negation or harm")->required();
        app.add_option("file", file_, "JSON Lines to read; - is standard input");
    }

    int run(Context& context) override {
        using Filter = Json (*)(const Classifiers&, const Json&);
        constexpr std::pair<std::string_view, Filter> filters[] = {{"design", design},     {"direction", direction},
                                                                   {"stance", stance},     {"strength", strength},
                                                                   {"negation", negation}, {"harm", harm}};
        for (const auto& entry : filters) {
            if (entry.first != what_) continue;
            const Classifiers classifiers(context.data_source());
            return filter_json_lines(context, file_, [&](const Json& record) { return entry.second(classifiers, record); });
        }
        return fail(context, {Failure::usage, fmt::format("`classify {}` is not known", what_), "",
                              "`evigrade help classify` lists what can be classified"});
    }

private:
    std::string what_;
    std::string file_ = "-";
};

}  // namespace

std::unique_ptr<Command> make_classify() {
    return std::make_unique<Classify>();
}

}  // namespace evigrade::cli
