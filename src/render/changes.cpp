// Grades before and after.
#include <fmt/format.h>

#include "evigrade/render.hpp"
#include "render/json.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

std::string state_text(const std::optional<GradeState>& state) {
    if (!state) return "nothing";
    return fmt::format("{} {}", both_sides(state->support, state->oppose), to_text(state->verdict));
}

Json state_json(const std::optional<GradeState>& state) {
    if (!state) return nullptr;
    return {{"points", points_of(state->support, state->oppose)}, {"verdict", word(state->verdict)}};
}

/// "and above it: Hair loss 6.25 | 0 supported → nothing; … and 12 wider questions more".
std::string above_text(const GradeChange& row, const Page& page) {
    constexpr std::size_t most_above = 3;
    std::string out;
    for (std::size_t i = 0; i < row.above.size() && i < most_above; ++i) {
        const GradeChange& wider = row.above[i];
        const bool same_treatment = wider.treatment.id == row.treatment.id;
        const bool same_condition = wider.condition.id == row.condition.id;
        const std::string name = same_treatment   ? wider.condition.name
                                 : same_condition ? wider.treatment.name
                                                  : wider.treatment.name + " for " + wider.condition.name;
        out +=
            (out.empty() ? "" : "; ") + fmt::format("{} {} → {}", name, state_text(wider.before), state_text(wider.after));
    }
    if (row.above.size() > most_above)
        out += fmt::format("; and {} more, which --json lists",
                           counted(row.above.size() - most_above, "wider question", "wider questions"));
    return out.empty() ? out : wrapped("and above it: " + out, page, 4);
}

}  // namespace

std::string row_json(const GradeChange& row) {
    Json causes = Json::array();
    for (const Cause& cause : row.causes)
        causes.push_back({{"kind", word(cause.kind)}, {"id", cause.id}, {"says", cause.says}});
    Json above = Json::array();
    for (const GradeChange& wider : row.above) {
        above.push_back({{"treatment", json_of(wider.treatment)},
                         {"condition", json_of(wider.condition)},
                         {"before", state_json(wider.before)},
                         {"after", state_json(wider.after)}});
    }
    return one_line({{"treatment", json_of(row.treatment)},
                     {"condition", json_of(row.condition)},
                     {"purpose", word(row.purpose)},
                     {"before", state_json(row.before)},
                     {"after", state_json(row.after)},
                     {"causes", causes},
                     {"above", above}});
}

std::string list_text(const std::vector<GradeChange>& rows, const Page& page) {
    std::string out;
    for (const GradeChange& row : rows) {
        const bool harm = row.purpose == Purpose::harm;
        out += toned(fmt::format("{} {} {}", row.treatment.name, harm ? "and the harm" : "for", row.condition.name),
                     Tone::strong, page) +
               "\n";
        out += wrapped(fmt::format("{} → {}", state_text(row.before), state_text(row.after)), page, 2);
        for (const Cause& cause : row.causes) out += wrapped("- " + cause.says, page, 4);
        out += above_text(row, page);
    }
    return out;
}

}  // namespace evigrade::render
