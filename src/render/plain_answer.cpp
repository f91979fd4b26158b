// `ask`: two or three plain sentences, each of which the table below it bears out.
#include <fmt/format.h>

#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

std::string verdict_sentence(const EvidenceAnswer& answer) {
    const Grade& grade = answer.benefit.grade;
    const std::string pair = fmt::format("{} for {}", answer.treatment.name, answer.condition.name);
    const std::string sides = both_sides(grade.support, grade.oppose);
    switch (grade.verdict) {
        case Verdict::supported:
            return fmt::format("There is some evidence that {} works for {} ({} of 100 points).", answer.treatment.name,
                               answer.condition.name, sides);
        case Verdict::opposed:
            return fmt::format("The cited evidence speaks against {} ({} of 100 points).", pair, sides);
        case Verdict::contested:
            return fmt::format("The cited evidence on {} is contested ({} of 100 points).", pair, sides);
        case Verdict::none:
            break;
    }
    return fmt::format("None of the stored articles cites a study that bears on {} ({} of 100 points).", pair, sides);
}

std::string second_sentence(const EvidenceAnswer& answer) {
    const GradedBody& body = answer.benefit;
    if (body.grade.verdict == Verdict::none) {
        return fmt::format("They make {} about it, {} of them with a phantom appeal to studies.",
                           counted(answer.counts.claims, "claim", "claims"), answer.counts.phantom);
    }
    if (body.sentence.empty()) return fmt::format("Certainty: {}.", body.certainty.text);
    return fmt::format("In short, {}. Certainty: {}.", body.sentence, body.certainty.text);
}

std::string harm_sentence(const EvidenceAnswer& answer) {
    std::size_t overlooked = 0;
    for (const AbsenceRow& row : answer.absence) overlooked += row.contradicted_by.empty() ? 0U : 1U;
    std::string out;
    if (!answer.harms.empty() && answer.harms.front().body.grade.support > 0) {
        const HarmAnswer& worst = answer.harms.front();
        out = fmt::format("The best documented harm is {} ({} points).", worst.harm.name,
                          number(points(worst.body.grade.support)));
    }
    if (overlooked > 0) {
        out += fmt::format("{}{} that evidence is missing, which the store contradicts.", out.empty() ? "" : " ",
                           overlooked == 1 ? "One sentence says" : fmt::format("{} sentences say", overlooked));
    }
    return out;
}

}  // namespace

std::string plain_answer(const EvidenceReply& reply, const Page& page) {
    if (!reply.treatment.stored) return unknown_text(reply.treatment, page);
    if (reply.condition && reply.answers.empty()) return unknown_text(*reply.condition, page);
    if (reply.answers.empty()) return wrapped(fmt::format("No claim is stored on {}.", reply.treatment.text), page);
    const EvidenceAnswer& answer = reply.answers.front();
    std::string out = verdict_sentence(answer) + " " + second_sentence(answer);
    if (const std::string harm = harm_sentence(answer); !harm.empty()) out += " " + harm;
    return wrapped(out, page);
}

}  // namespace evigrade::render
