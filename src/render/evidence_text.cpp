// The graded answer for people.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

using Labels = std::map<std::string, std::string, std::less<>>;

Labels labels_of(const EvidenceAnswer& answer) {
    Labels labels;
    const auto add = [&](const GradedBody& body) {
        for (const Unit& unit : body.grade.units) labels.emplace(unit.item.study, unit.item.label);
    };
    add(answer.benefit);
    for (const HarmAnswer& harm : answer.harms) add(harm.body);
    return labels;
}

std::string label_of(const Labels& labels, const std::string& id) {
    const auto found = labels.find(id);
    return found == labels.end() ? id : found->second;
}

Tone tone_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported:
            return Tone::good;
        case Verdict::opposed:
            return Tone::bad;
        case Verdict::contested:
            return Tone::warning;
        case Verdict::none:
            break;
    }
    return Tone::dim;
}

std::string level_of(const Unit& unit) {
    if (!unit.level) return "none";
    if (unit.effective_level == *unit.level) return std::to_string(*unit.level);
    return fmt::format("{} → {}", *unit.level, unit.effective_level);
}

std::string cited_by(const Echo* echo) {
    if (echo == nullptr || echo->articles.empty()) return "no article here";
    return fmt::format("{}, {}", counted(echo->articles.size(), "article", "articles"),
                       counted(echo->claims.size(), "claim", "claims"));
}

std::string state_note(const Unit& unit) {
    const EditorialState state = unit.item.state;
    if (state == EditorialState::clear || state == EditorialState::unknown) return unit.item.label;
    return fmt::format("{} [{}]", unit.item.label, to_text(state));
}

/// What a unit adds to its side, or why it adds nothing by itself.
std::string share_of(const Unit& unit, const Labels& labels) {
    if (unit.covered_by) return "in " + label_of(labels, *unit.covered_by);
    if (unit.zero != ZeroReason::none) return in_words(unit.zero);
    return number(points(unit.share));
}

/// The steps of all units, each said once with the studies that it befell.
std::string steps_text(const GradedBody& body, const Page& page) {
    std::vector<std::pair<std::string, std::string>> steps;
    for (const Unit& unit : body.grade.units) {
        if (unit.zero == ZeroReason::uncited) continue;
        for (const LedgerStep& step : unit.item.steps) {
            std::string text = fmt::format("one step down, {} ({})", in_words(step.code), step.why);
            const auto same =
                std::find_if(steps.begin(), steps.end(), [&](const auto& entry) { return entry.first == text; });
            if (same == steps.end()) {
                steps.emplace_back(std::move(text), unit.item.label);
            } else {
                same->second += ", " + unit.item.label;
            }
        }
    }
    std::string out;
    for (const auto& [text, studies] : steps) out += wrapped(text + ": " + studies, page, 2);
    return out;
}

std::string uncited_text(const GradedBody& body, const Page& page) {
    std::string labels;
    for (const Unit& unit : body.grade.units) {
        if (unit.zero == ZeroReason::uncited) labels += (labels.empty() ? "" : ", ") + unit.item.label;
    }
    return labels.empty() ? labels : wrapped("in the catalogue, cited by no article here: " + labels, page, 2);
}

std::string studies_table(const GradedBody& body, const Labels& labels, const Page& page) {
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < body.grade.units.size(); ++i) {
        const Unit& unit = body.grade.units[i];
        if (unit.zero == ZeroReason::uncited) continue;
        const Echo* echo = i < body.echoes.size() ? &body.echoes[i] : nullptr;
        rows.push_back({state_note(unit), in_words(unit.item.design), level_of(unit), share_of(unit, labels),
                        std::string(to_text(unit.item.direction)),
                        unit.item.participants ? std::to_string(*unit.item.participants) : "?", cited_by(echo)});
    }
    std::string out;
    if (!rows.empty()) {
        out = table(
            {{"study"}, {"design"}, {"level"}, {"points", Align::right}, {"says"}, {"people", Align::right}, {"cited by"}},
            rows, page);
    }
    return out + steps_text(body, page) + uncited_text(body, page);
}

std::string echo_line(const Echo& echo, const std::string& label, const Labels& labels) {
    std::string out = fmt::format("{}, {} → {}", counted(echo.articles.size(), "article", "articles"),
                                  counted(echo.claims.size(), "sentence", "sentences"), label);
    for (std::size_t i = 0; i < echo.via.size(); ++i)
        out += (i == 0 ? ", by way of " : ", ") + label_of(labels, echo.via[i]);
    return out + ": counted once";
}

std::string echoes_text(const GradedBody& body, const Labels& labels, const Page& page) {
    std::string out;
    for (std::size_t i = 0; i < body.echoes.size() && i < body.grade.units.size(); ++i) {
        if (body.echoes[i].articles.size() < 2) continue;
        out += wrapped("echo: " + echo_line(body.echoes[i], body.grade.units[i].item.label, labels), page, 2);
    }
    return out;
}

/// "path: Hair myths → A review → Mysore 2010 → Duque-Estrada 2009".
std::string paths_text(const GradedBody& body, const Labels& labels, const Page& page) {
    constexpr std::size_t most_paths = 6;
    std::string out;
    for (std::size_t i = 0; i < body.echoes.size() && i < body.grade.units.size(); ++i) {
        const auto& paths = body.echoes[i].paths;
        for (std::size_t j = 0; j < paths.size() && j < most_paths; ++j)
            out += wrapped("path: " + path_words(paths[j], [&](const std::string& id) { return label_of(labels, id); }),
                           page, 2);
        if (paths.size() > most_paths)
            out +=
                wrapped(fmt::format("… and {} more paths to {}", paths.size() - most_paths, body.grade.units[i].item.label),
                        page, 2);
    }
    return out;
}

std::string decided_text(const GradedBody& body, const Page& page) {
    std::string out;
    for (const Unit& unit : body.grade.units) {
        for (const auto& note : unit.item.decided) out += wrapped("by a person: " + unit.item.label + ", " + note, page, 2);
    }
    return out;
}

/// "falls to 0 without Moftah 2013".
std::string fragile_text(const GradedBody& body, const Labels& labels, const Page& page) {
    std::string out;
    for (const Fragility& row : body.fragile) {
        const bool falls = row.support + row.oppose < body.grade.support + body.grade.oppose;
        out += wrapped(fmt::format("{} {} ({}) without {}", falls ? "falls to" : "becomes",
                                   both_sides(row.support, row.oppose), to_text(row.verdict), label_of(labels, row.study)),
                       page, 2);
    }
    return out;
}

std::string harms_text(const EvidenceAnswer& answer, const Labels& labels, const Page& page) {
    if (answer.harms.empty()) return {};
    std::string out = heading("Harms", page);
    for (const HarmAnswer& harm : answer.harms) {
        const Grade& grade = harm.body.grade;
        if (grade.support == 0 && grade.units.empty()) continue;
        out += "  " + toned(fmt::format("{}: {} points", harm.harm.name, number(points(grade.support))), Tone::bad, page) +
               "\n";
        if (!harm.body.sentence.empty()) out += wrapped(harm.body.sentence, page, 4);
        out += echoes_text(harm.body, labels, page) + paths_text(harm.body, labels, page) + decided_text(harm.body, page) +
               fragile_text(harm.body, labels, page);
        if (!harm.body.shaken.empty()) out += list_text(harm.body.shaken, page);
    }
    std::vector<std::string> bare;
    for (const HarmAnswer& harm : answer.harms) {
        if (harm.body.grade.support == 0 && harm.body.grade.units.empty()) bare.push_back(harm.harm.name);
    }
    if (!bare.empty()) {
        std::string names = bare.front();
        for (std::size_t i = 1; i < bare.size(); ++i) names += ", " + bare[i];
        out += wrapped("named without a study: " + names, page, 2);
    }
    return out;
}

std::string absences_text(const EvidenceAnswer& answer, const Labels& labels, const Page& page) {
    if (answer.absence.empty()) return {};
    std::string out = heading("Evidence said to be missing (never counts against)", page);
    for (const AbsenceRow& row : answer.absence) {
        out += wrapped("“" + row.claim.claim.text + "”", page, 2);
        std::string note = place_of(row.claim) + " · " + in_words(row.absence.kind);
        if (row.absence.as_of) note += fmt::format(", as of {}", *row.absence.as_of);
        out += "    " + toned(note, Tone::dim, page) + "\n";
        if (row.contradicted_by.empty()) continue;
        std::string studies;
        for (const auto& id : row.contradicted_by) studies += (studies.empty() ? "" : ", ") + label_of(labels, id);
        out += wrapped("contradicted by the store: " + studies, page, 4);
    }
    return out;
}

std::string claims_text(const std::vector<ClaimRow>& rows, std::string_view title, std::size_t most, const Page& page) {
    if (rows.empty()) return {};
    std::string out = heading(title, page);
    for (std::size_t i = 0; i < rows.size() && i < most; ++i) out += claim_block(rows[i], page);
    if (rows.size() > most) out += wrapped(fmt::format("… and {} more: evigrade claims", rows.size() - most), page, 2);
    return out;
}

std::string closing(const Counts& counts, const Page& page) {
    return "\n" +
           wrapped(fmt::format("Not medical advice. This rests on {}, {} ({} cited, {} phantom) and {}.",
                               counted(counts.articles, "article", "articles"), counted(counts.claims, "claim", "claims"),
                               counts.cited, counts.phantom, counted(counts.studies, "study", "studies")),
                   page);
}

std::string answer_text(const EvidenceAnswer& answer, const Page& page) {
    const Grade& grade = answer.benefit.grade;
    const Labels labels = labels_of(answer);
    std::string out =
        toned(fmt::format("{} for {}", answer.treatment.name, answer.condition.name), Tone::strong, page) + "\n";
    out += "  " + toned(both_sides(grade.support, grade.oppose), tone_of(grade.verdict), page) + "  " +
           toned(to_text(grade.verdict), tone_of(grade.verdict), page) + "\n";
    if (!answer.benefit.sentence.empty()) out += wrapped(answer.benefit.sentence, page, 2);
    out += wrapped("certainty: " + answer.benefit.certainty.text, page, 2);
    if (!grade.units.empty()) {
        out += heading("Studies", page) + studies_table(answer.benefit, labels, page) +
               echoes_text(answer.benefit, labels, page) + paths_text(answer.benefit, labels, page) +
               decided_text(answer.benefit, page);
    }
    if (!answer.benefit.shaken.empty())
        out +=
            heading("Retracted or doubted, and the grades that stood on it", page) + list_text(answer.benefit.shaken, page);
    if (!answer.benefit.fragile.empty())
        out += heading("If one study went", page) + fragile_text(answer.benefit, labels, page);
    out += harms_text(answer, labels, page) + absences_text(answer, labels, page);
    out += claims_text(answer.claims, "Claims, strongest first", 5, page);
    out += claims_text(answer.comparisons, "Compared with other treatments (not scored)", 3, page);
    return out + closing(answer.counts, page);
}

}  // namespace

std::string unknown_text(const Asked& asked, const Page& page) {
    std::string out = asked.entity ? fmt::format("no stored article names {}", asked.entity->name)
                                   : fmt::format("nothing is stored under `{}`", asked.text);
    for (std::size_t i = 0; i < asked.suggestions.size(); ++i)
        out += (i == 0 ? "; did you mean " : ", ") + asked.suggestions[i].name;
    return wrapped(out + (asked.suggestions.empty() ? "" : "?"), page);
}

std::string evidence_text(const EvidenceReply& reply, const Page& page) {
    if (!reply.treatment.stored) return unknown_text(reply.treatment, page);
    if (reply.condition && reply.answers.empty()) return unknown_text(*reply.condition, page);
    std::string out;
    if (reply.answers.empty()) return wrapped(fmt::format("no claim is stored on {}", reply.treatment.text), page);
    for (const EvidenceAnswer& answer : reply.answers) out += (out.empty() ? "" : "\n") + answer_text(answer, page);
    return out;
}

std::string for_text(const ForReply& reply, const Page& page) {
    if (!reply.condition.stored) return unknown_text(reply.condition, page);
    std::vector<std::vector<std::string>> rows;
    for (const RankedTreatment& row : reply.treatments) {
        rows.push_back({row.treatment.name, both_sides(row.support, row.oppose), std::string(to_text(row.verdict)),
                        std::to_string(row.units), number(points(row.harm)), std::to_string(row.claims),
                        std::to_string(row.articles)});
    }
    return table({{"treatment"},
                  {"points", Align::right},
                  {"verdict"},
                  {"studies", Align::right},
                  {"harm", Align::right},
                  {"claims", Align::right},
                  {"articles", Align::right}},
                 rows, page);
}

}  // namespace evigrade::render
