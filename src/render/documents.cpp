// Exports for other programs' hands: CSV for spreadsheets, Markdown for pages.
#include <fmt/format.h>

#include "evigrade/base/text.hpp"
#include "evigrade/render.hpp"
#include "render/words.hpp"

namespace evigrade::render {
namespace {

std::string cell(std::string_view text) {
    std::string value = safe_for_terminal(text);
    if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos)
        value.insert(0, 1, '\'');
    if (value.find_first_of("\",\n\r") == std::string::npos) return value;
    std::string out = "\"";
    for (const char c : value) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

/// Text of an article inside Markdown: what would be markup is markdown_escaped.
std::string markdown_escaped(std::string_view text) {
    std::string out;
    for (const char c : safe_for_terminal(text)) {
        if (std::string_view("\\`*_{}[]<>#|&").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

std::string studies_markdown(const GradedBody& body) {
    if (body.grade.units.empty()) return {};
    std::string out = "| study | design | level | points | says |\n| --- | --- | ---: | ---: | --- |\n";
    for (const Unit& unit : body.grade.units) {
        out += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_escaped(unit.item.label), in_words(unit.item.design),
                           unit.effective_level == 0 ? std::string("none") : std::to_string(unit.effective_level),
                           number(points(unit.share)), to_text(unit.item.direction));
    }
    return out + "\n";
}

std::string answer_markdown(const EvidenceAnswer& answer) {
    const Grade& grade = answer.benefit.grade;
    std::string out = fmt::format("### For {}\n\n**{}**, {}", markdown_escaped(answer.condition.name),
                                  both_sides(grade.support, grade.oppose), to_text(grade.verdict));
    if (!answer.benefit.sentence.empty()) out += ": " + markdown_escaped(answer.benefit.sentence);
    out += ". Certainty: " + markdown_escaped(answer.benefit.certainty.text) + ".\n\n" + studies_markdown(answer.benefit);
    for (const AbsenceRow& row : answer.absence) {
        out += fmt::format("- Said to be missing ({}): “{}” ({})\n", in_words(row.absence.kind),
                           markdown_escaped(row.claim.claim.text), markdown_escaped(row.claim.article.title));
    }
    for (const ClaimRow& row : answer.claims) {
        out += fmt::format("- {} {}, {}: “{}” ({}, line {})\n", both_sides(row.support, row.oppose), to_text(row.claim.kind),
                           to_text(row.claim.stance), markdown_escaped(row.claim.text), markdown_escaped(row.article.title),
                           row.line);
    }
    return out + "\n";
}

}  // namespace

std::string claims_csv_head() {
    return "id,article,title,file,line,treatments,targets,kind,stance,strength,voice,hedged,appeal,support,oppose,gap,"
           "studies,text\n";
}

std::string claims_csv_row(const ClaimRow& row) {
    const Claim& claim = row.claim;
    return fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", claim.id, row.article.id,
                       cell(row.article.title), cell(row.article.file), row.line, cell(joined(claim.treatments)),
                       cell(joined(claim.targets)), to_text(claim.kind), to_text(claim.stance), to_text(claim.strength),
                       to_text(claim.voice), to_text(claim.hedge), to_text(claim.appeal), number(points(row.support)),
                       number(points(row.oppose)), to_text(row.gap), cell(joined(row.studies)), cell(claim.text));
}

std::string evidence_markdown(const EvidenceReply& reply) {
    if (reply.answers.empty()) return {};
    std::string out = fmt::format("## {}\n\n", markdown_escaped(reply.answers.front().treatment.name));
    for (const EvidenceAnswer& answer : reply.answers) out += answer_markdown(answer);
    return out;
}

}  // namespace evigrade::render
