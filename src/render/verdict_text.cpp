// `why T --for C` for people: from a verdict down to the sentences and records that its ledger rests on.
#include <fmt/format.h>

#include <algorithm>

#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

/// A study that hundreds of sentences lead to is shown with the first few; `why STUDY` lists all.
constexpr std::size_t most_sentences = 6;

std::string record_text(const StudyRow& row, const Page& page) {
    std::string out;
    for (const DesignAssertion& assertion : row.study.designs) {
        out += wrapped(
            fmt::format("{} says the {} source: {}", in_words(assertion.design), in_words(assertion.source), assertion.by),
            page, 4);
    }
    if (!row.study.reports.empty() && row.study.reports.front().title)
        out += wrapped("record: " + *row.study.reports.front().title, page, 4);
    out += wrapped("facts from: " + row.study.source, page, 4);
    return out;
}

std::string sentences_text(const Echo& echo, const VerdictReply& reply, const Page& page) {
    std::string out;
    for (std::size_t i = 0; i < echo.claims.size() && i < most_sentences; ++i) {
        const auto row = reply.claims.find(echo.claims[i]);
        if (row == reply.claims.end()) continue;
        out += wrapped("“" + row->second.claim.text + "”", page, 4);
        out += "      " + toned(fmt::format("{} · {}", place_of(row->second), row->first), Tone::dim, page) + "\n";
    }
    if (echo.claims.size() > most_sentences)
        out +=
            wrapped(fmt::format("… and {} more: evigrade why {}", echo.claims.size() - most_sentences, echo.study), page, 4);
    return out;
}

std::string unit_text(const Unit& unit, const Echo* echo, const VerdictReply& reply, const Page& page) {
    std::string out =
        "  " + toned(fmt::format("{}, {}", unit.item.label, to_text(unit.item.direction)), Tone::strong, page) + "\n";
    out += ledger_block(unit, page, 4);
    if (unit.set_aside_by)
        out += wrapped(fmt::format("the verdict leaves it out: {} has taken it into account", *unit.set_aside_by), page, 4);
    const auto row = reply.studies.find(unit.item.study);
    if (row != reply.studies.end()) out += record_text(row->second, page);
    return out + (echo != nullptr ? sentences_text(*echo, reply, page) : "");
}

std::string body_text(const GradedBody& body, const VerdictReply& reply, const Page& page) {
    std::string out;
    for (std::size_t i = 0; i < body.grade.units.size(); ++i)
        out += unit_text(body.grade.units[i], i < body.echoes.size() ? &body.echoes[i] : nullptr, reply, page);
    out += wrapped("sum: " + both_sides(body.grade.support, body.grade.oppose), page, 2);
    const Grade& grade = body.grade;
    if (grade.weighed_support != grade.support || grade.weighed_oppose != grade.oppose) {
        out += wrapped("the verdict weighs " + both_sides(grade.weighed_support, grade.weighed_oppose) +
                           ": studies that a review of the other side covers are left out",
                       page, 2);
    }
    out += wrapped("certainty: " + body.certainty.text, page, 2);
    for (const std::string& reason : body.certainty.reasons) out += wrapped("- " + reason, page, 4);
    return out;
}

}  // namespace

std::string verdict_text(const VerdictReply& why, const Page& page) {
    const EvidenceReply& reply = why.reply;
    if (!reply.treatment.stored) return unknown_text(reply.treatment, page);
    if (reply.condition && reply.answers.empty()) return unknown_text(*reply.condition, page);
    std::string out;
    for (const EvidenceAnswer& answer : reply.answers) {
        out += toned(fmt::format("{} for {}: {}", answer.treatment.name, answer.condition.name,
                                 to_text(answer.benefit.grade.verdict)),
                     Tone::strong, page) +
               "\n" + body_text(answer.benefit, why, page);
        for (const HarmAnswer& harm : answer.harms) {
            if (harm.body.grade.units.empty()) continue;
            out += "\n" + toned(fmt::format("harm: {}", harm.harm.name), Tone::strong, page) + "\n" +
                   body_text(harm.body, why, page);
        }
    }
    if (!why.decided.empty()) out += heading("What people decided", page);
    for (const DecisionRow& row : why.decided) out += decision_block(row, page, 2);
    if (out.empty()) return wrapped(fmt::format("no claim is stored on {}", reply.treatment.text), page);
    return out + "\n" + wrapped("rules in force: " + why.rules + " (`evigrade rules`)", page, 2);
}

}  // namespace evigrade::render
