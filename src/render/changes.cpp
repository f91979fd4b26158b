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

}  // namespace

std::string row_json(const GradeChange& row) {
    Json causes = Json::array();
    for (const Cause& cause : row.causes)
        causes.push_back({{"kind", word(cause.kind)}, {"id", cause.id}, {"says", cause.says}});
    return one_line({{"treatment", json_of(row.treatment)},
                     {"condition", json_of(row.condition)},
                     {"purpose", word(row.purpose)},
                     {"before", state_json(row.before)},
                     {"after", state_json(row.after)},
                     {"causes", causes}});
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
    }
    return out;
}

}  // namespace evigrade::render
