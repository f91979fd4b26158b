// `why` for people: from a claim or study, step by step, to sentences and records.
#include <fmt/format.h>

#include <algorithm>

#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

std::string trail_text(const Trail& trail, const Page& page) {
    std::string out = wrapped(
        fmt::format("cites “{}” ({}, line {})", trail.citation.text, in_words(trail.citation.form), trail.citation_line),
        page, 2);
    if (trail.reference)
        out += wrapped(fmt::format("which is entry {} of the list: {}", trail.reference->n, trail.reference->text), page, 4);
    if (!trail.label.empty())
        out += wrapped(fmt::format("which is {} (identity {}: {})", trail.label, to_text(trail.identity), trail.match), page,
                       4);
    if (trail.relays) out += wrapped(fmt::format("which relays {}", *trail.relays), page, 4);
    for (const EchoPath& path : trail.retells)
        out +=
            wrapped("which is an article stored here, and leads on: " + path_words(path, [](const auto& id) { return id; }),
                    page, 4);
    for (const LedgerStep& step : trail.steps)
        out += wrapped(fmt::format("+1 {}: {}", in_words(step.code), step.why), page, 4);
    if (trail.scores_nothing) out += wrapped("scores nothing: " + *trail.scores_nothing, page, 4);
    return out;
}

std::string cues_text(const WhyClaim& why, const Page& page) {
    std::string out;
    const Claim& claim = why.row.claim;
    for (const Cue& cue : claim.cues) {
        std::string words = "?";
        if (claim.span.contains(cue.span)) {
            words = claim.text.substr(cue.span.begin - claim.span.begin,
                                      std::min<std::size_t>(cue.span.size(), claim.text.size()));
        }
        out += wrapped(fmt::format("{}: “{}” ({})", cue.decides, words, cue.code), page, 2);
    }
    return out;
}

std::string claim_text(const WhyClaim& why, const Page& page) {
    std::string out = claim_block(why.row, page);
    if (!why.row.claim.cues.empty()) out += heading("How the sentence was read", page) + cues_text(why, page);
    if (!why.decided.empty()) out += heading("What people decided", page);
    for (const DecisionRow& row : why.decided) out += decision_block(row, page, 2);
    out += heading("What it points at", page);
    if (why.trails.empty()) out += wrapped("nothing: a claim that cites nothing scores exactly 0", page, 2);
    for (const Trail& trail : why.trails) out += trail_text(trail, page);
    if (!why.body.grade.units.empty()) out += heading("What that weighs", page);
    for (const Unit& unit : why.body.grade.units) {
        out += "  " + toned(fmt::format("{}, {}", unit.item.label, to_text(unit.item.direction)), Tone::strong, page) + "\n";
        out += ledger_block(unit, page, 4);
    }
    return out + "\n" + wrapped("sum: " + both_sides(why.body.grade.support, why.body.grade.oppose), page, 2);
}

std::string study_text(const WhyStudy& why, const Page& page) {
    std::string out = list_text(std::vector<StudyRow>{why.row}, page) + heading("What its design is worth", page);
    for (const LevelWhy& level : why.levels) {
        const std::string number = level.level ? "level " + std::to_string(*level.level) : "no level";
        out += wrapped(fmt::format("for {}: {} as {} ({})", to_text(level.purpose), number, in_words(why.row.study.design()),
                                   level.source),
                       page, 2);
    }
    if (!why.shaken.empty()) out += heading("Grades that stood on it", page) + list_text(why.shaken, page);
    if (!why.decided.empty()) out += heading("What people decided", page);
    for (const DecisionRow& row : why.decided) out += decision_block(row, page, 2);
    return out + heading("Claims that lead to it", page) + list_text(why.claims, page);
}

}  // namespace

std::string why_text(const WhyReply& reply, const Page& page) {
    if (reply.claim) return claim_text(*reply.claim, page);
    if (reply.study) return study_text(*reply.study, page);
    if (reply.article) return list_text(std::vector<ArticleRow>{*reply.article}, page);
    std::string out = "no claim, study or article has this id";
    for (std::size_t i = 0; i < reply.suggestions.size(); ++i)
        out += (i == 0 ? "; did you mean " : ", ") + reply.suggestions[i];
    return wrapped(out, page);
}

}  // namespace evigrade::render
