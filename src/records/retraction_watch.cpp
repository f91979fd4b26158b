// The Retraction Watch database: one notice a row. The record is the paper that the notice is about.
#include <unordered_map>
#include <utility>

#include "evigrade/base/text.hpp"
#include "records/csv.hpp"
#include "records/fields.hpp"
#include "records/formats.hpp"
#include "records/names.hpp"
#include "records/notices.hpp"

namespace evigrade::records {
namespace {

/// "Original Paper DOI", "OriginalPaperDOI" and "originalpaperdoi" are one.
std::string column_key(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (is_ascii_alnum(c)) out += ascii_lower(c);
    }
    return out;
}

class RetractionWatch {
public:
    explicit RetractionWatch(const CsvRow& head) {
        for (std::size_t i = 0; i < head.cells.size(); ++i) columns_.emplace(column_key(head.cells[i]), i);
    }

    [[nodiscard]] bool is_readable() const {
        return columns_.contains("retractionnature") &&
               (columns_.contains("originalpaperdoi") || columns_.contains("title"));
    }

    /// Nothing where the row names a nature that is not known.
    [[nodiscard]] std::optional<RelationKind> nature(const CsvRow& row) const {
        const std::string word = fold(cell(row, {"retractionnature"}));
        if (word == "retraction") return RelationKind::retracted_by;
        if (word == "expression of concern") return RelationKind::concern_by;
        if (word == "correction") return RelationKind::corrected_by;
        if (word == "reinstatement") return RelationKind::reinstated_by;
        return std::nullopt;
    }

    [[nodiscard]] BibRecord record_of(const CsvRow& row, RelationKind kind) const {
        BibRecord out;
        BibItem& item = out.item;
        item.type = ItemType::article_journal;
        for (const std::string_view author : split(cell(row, {"author", "authors"}), ';'))
            add_name(item, item.authors, name_with_commas(author, organisations_));
        item.title = title_of(cell(row, {"title"}));
        item.container_title = said(cell(row, {"journal", "container"}));
        item.publisher = said(cell(row, {"publisher"}));
        item.issued = date_of(cell(row, {"originalpaperdate"}));
        item.doi = doi_in(cell(row, {"originalpaperdoi"}));
        item.pmid = pmid_of(cell(row, {"originalpaperpubmedid"}));
        out.key = said(cell(row, {"recordid"}));
        Relation notice;
        notice.kind = kind;
        notice.doi = doi_in(cell(row, {"retractiondoi"}));
        notice.pmid = pmid_of(cell(row, {"retractionpubmedid"}));
        if (const auto date = date_of(cell(row, {"retractiondate"}))) notice.date = iso_date(*date);
        notice.words = said(cell(row, {"reason"}));
        out.relations.push_back(std::move(notice));
        take_state_of_notices(out);
        return out;
    }

private:
    [[nodiscard]] std::string_view cell(const CsvRow& row, std::initializer_list<const char*> names) const {
        for (const char* name : names) {
            const auto found = columns_.find(name);
            if (found == columns_.end() || found->second >= row.cells.size()) continue;
            const std::string_view text = trim(row.cells[found->second]);
            if (text != "None" && !equals_ignoring_case(text, "unavailable") && text != "nan") return text;
        }
        return {};
    }

    std::unordered_map<std::string, std::size_t> columns_;
    Organisations organisations_;
};

}  // namespace

Status read_retraction_watch(Source& in, Sink& sink) {
    CsvReader rows(in);
    const auto head = rows.next();
    if (!head) return done();
    const RetractionWatch watch(*head);
    if (!watch.is_readable())
        return Error{Failure::unreadable_input, "the first line does not name Retraction Watch's columns", "",
                     "RetractionNature and OriginalPaperDOI must be among them"};
    while (const auto row = rows.next()) {
        const auto kind = row->fault ? std::nullopt : watch.nature(*row);
        BibRecord record = kind ? watch.record_of(*row, *kind) : BibRecord{};
        if (row->fault) {
            sink.bad(*row->fault, row->spot);
        } else if (!kind) {
            sink.bad("neither a retraction nor a concern, correction or reinstatement", row->spot);
        } else if (!identifies(record.item)) {
            sink.bad("the row names no paper", row->spot);
        } else {
            sink.record(std::move(record), row->spot);
        }
        if (sink.stopped()) break;
    }
    return done();
}

}  // namespace evigrade::records
