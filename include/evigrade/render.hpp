// render: answers and records as text. JSON exactly as DESIGN 4 fixes it; tables and sentences for people.
// JSON functions give one line without a line end; bytes that are no UTF-8 are replaced. Text for people never
// carries a control character of an article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/answer.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/bibliography.hpp"
#include "evigrade/model/change.hpp"
#include "evigrade/model/check_rows.hpp"
#include "evigrade/model/claim.hpp"
#include "evigrade/model/decision.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/ingested.hpp"
#include "evigrade/model/open_mention.hpp"
#include "evigrade/model/trail.hpp"

namespace evigrade::render {

/// The article record of DESIGN 4.1 (schema evigrade.article/1).
std::string article_record(const Article& article, const Mentions& mentions, const Linked& linked);

/// One CSL-JSON item, with this `id` where one is given.
std::string csl_item(const BibItem& item, std::string_view id = {});

/// {"mentions": [{"span", "type", "entity", "text"}]} of `parse mentions`; spans are bytes of `text`.
std::string open_mentions(std::string_view text, const std::vector<OpenMention>& mentions);

/// `evidence T --for C`: evigrade.evidence/1; without C evigrade.evidence-list/1; for an unknown name
/// evigrade.unknown/1 with suggestions.
std::string evidence_json(const EvidenceReply& reply);
std::string for_json(const ForReply& reply);
std::string why_json(const WhyReply& reply);

/// Single rows, as `--jsonl` lists them.
std::string row_json(const ClaimRow& row);
std::string row_json(const StudyRow& row);
std::string row_json(const ArticleRow& row);
std::string row_json(const EntityRow& row);
std::string row_json(const Conflict& row);
std::string row_json(const RankedTreatment& row);
std::string row_json(const DecisionRow& row);
std::string row_json(const GradeChange& row);
/// An entry of the log as it is exported and merged (schema evigrade.decision/1).
std::string decision_json(const Decision& decision);
std::string row_json(const PlacedFinding& row);
std::string row_json(const ShakenGrade& row);

/// {"schema": "evigrade.NAME/1", "NAME": [rows]}: a whole list as one record.
std::string list_json(std::string_view name, const std::vector<std::string>& rows);

/// How text for people may look.
enum class Style : std::uint8_t { plain, coloured };
struct Page {
    std::size_t width = 80;
    Style style = Style::plain;
};

/// The graded answer: sentence, points, studies, harms, absences, strongest claims, and what it all rests on.
std::string evidence_text(const EvidenceReply& reply, const Page& page);
std::string plain_answer(const EvidenceReply& reply, const Page& page);
std::string for_text(const ForReply& reply, const Page& page);
std::string why_text(const WhyReply& reply, const Page& page);
/// The derivation of a verdict: units with ledger, record and sentences, the sum of each side, the certainty.
std::string verdict_text(const VerdictReply& why, const Page& page);
std::string verdict_json(const VerdictReply& reply);
std::string unknown_text(const Asked& asked, const Page& page);

std::string list_text(const std::vector<ClaimRow>& rows, const Page& page);
std::string list_text(const std::vector<StudyRow>& rows, const Page& page);
std::string list_text(const std::vector<ArticleRow>& rows, const Page& page);
std::string list_text(const std::vector<EntityRow>& rows, const Page& page);
std::string list_text(const std::vector<Conflict>& rows, const Page& page);
std::string list_text(const std::vector<DecisionRow>& rows, const Page& page);
std::string list_text(const std::vector<GradeChange>& rows, const Page& page);
std::string list_text(const std::vector<ShakenGrade>& rows, const Page& page);

/// Findings as a compiler prints them: file:line:column: severity: message [code], the line with a caret, a hint.
std::string findings_text(const std::vector<PlacedFinding>& rows, const Page& page);
/// As workflow commands, which GitHub shows beside the lines of a change.
std::string findings_github(const std::vector<PlacedFinding>& rows);
/// What a SARIF log tells beside its findings.
struct SarifRun {
    std::string_view version;  ///< of the program
    std::vector<FindingCode> codes;
    std::vector<PlacedFinding> suppressed;
};
/// As a SARIF 2.1.0 log.
std::string findings_sarif(const std::vector<PlacedFinding>& rows, const SarifRun& run);
/// The codes as a table.
std::string codes_text(const std::vector<FindingCode>& codes, const Page& page);

/// Claims as CSV (RFC 4180): the head line, and one row. Cells that a spreadsheet would run as a formula are quoted
/// with an apostrophe in front (OWASP CSV injection).
std::string claims_csv_head();
std::string claims_csv_row(const ClaimRow& row);
std::string evidence_markdown(const EvidenceReply& reply);

enum class Tone : std::uint8_t { normal, strong, dim, good, bad, warning };
/// The text in a tone, control characters made visible; plain pages leave it unstyled.
std::string toned(std::string_view text, Tone tone, const Page& page);

/// The text broken at blanks to fit the page, every line indented.
std::string wrapped(std::string_view text, const Page& page, std::size_t indent = 0);

enum class Align : std::uint8_t { left, right };
struct Column {
    std::string title;
    Align align = Align::left;
};
/// An aligned table that fits the page: the widest left-aligned columns wrap inside their cells.
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, const Page& page);

}  // namespace evigrade::render
