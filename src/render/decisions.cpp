// People's decisions, for people and for programs.
#include <fmt/format.h>

#include "evigrade/render.hpp"
#include "render/json.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

Json entry_of(const Decision& decision) {
    Json anchor = Json::object();
    const auto& [text, title, file, key] = decision.anchor;
    if (text) anchor["text"] = *text;
    if (title) anchor["title"] = *title;
    if (file) anchor["file"] = *file;
    if (key) anchor["key"] = *key;
    return {{"schema", "evigrade.decision/1"},
            {"id", decision.id},
            {"action", word(decision.action)},
            {"subject", word(decision.subject)},
            {"of", decision.of},
            {"field", decision.field},
            {"value", decision.value},
            {"reason", decision.reason},
            {"by", decision.by},
            {"at", decision.at},
            {"anchor", anchor}};
}

Tone tone_of(const DecisionRow& row) {
    if (row.standing != DecisionStanding::in_force) return Tone::dim;
    return row.found && row.conflicts_with.empty() ? Tone::strong : Tone::warning;
}

/// What a decision says, in a line: "stance: harm → supports".
std::string says(const DecisionRow& row) {
    const Decision& decision = row.decision;
    if (decision.action == DecisionAction::undo) return "undo of " + decision.of;
    const std::string value = spaced(decision.value);
    if (row.was) return fmt::format("{}: {} → {}", spaced(decision.field), spaced(*row.was), value);
    return fmt::format("{}: {}", spaced(decision.field), value);
}

}  // namespace

Json json_of(const DecisionRow& row) {
    Json out = entry_of(row.decision);
    out["standing"] = word(row.standing);
    out["found"] = json_of(row.found);
    out["was"] = json_of(row.was);
    out["conflicts_with"] = row.conflicts_with;
    return out;
}

std::string decision_json(const Decision& decision) {
    return one_line(entry_of(decision));
}

std::string row_json(const DecisionRow& row) {
    return one_line(json_of(row));
}

std::string decision_block(const DecisionRow& row, const Page& page, std::size_t indent) {
    const Decision& decision = row.decision;
    std::string head = says(row);
    if (row.standing == DecisionStanding::overruled) head += " (overruled by a later decision)";
    if (row.standing == DecisionStanding::undone) head += " (undone)";
    std::string out = std::string(indent, ' ') + toned(head, tone_of(row), page) + "\n";
    out += wrapped(fmt::format("{}, {}: {}", decision.by, decision.at.substr(0, 10), decision.reason), page, indent + 2);
    if (decision.anchor.text) out += wrapped("“" + *decision.anchor.text + "”", page, indent + 2);
    const bool lost = !row.found && decision.action == DecisionAction::decide;
    if (lost) {
        const bool sentence = decision.subject == DecisionSubject::claim;
        out += wrapped(sentence ? "lost its sentence: no article of the store says this now"
                                : "not in force: the store does not hold it",
                       page, indent + 2);
    }
    for (const auto& other : row.conflicts_with) out += wrapped("in conflict with " + other, page, indent + 2);
    const std::string of = fmt::format("{} {} · {}", to_text(decision.subject), decision.of, decision.id);
    return out + std::string(indent + 2, ' ') + toned(of, Tone::dim, page) + "\n";
}

std::string list_text(const std::vector<DecisionRow>& rows, const Page& page) {
    std::string out;
    for (const DecisionRow& row : rows) out += (out.empty() ? "" : "\n") + decision_block(row, page, 0);
    return out;
}

}  // namespace evigrade::render
