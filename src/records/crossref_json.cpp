// Crossref's JSON: https://api.crossref.org, works as a message, a list, or a line each.
#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "records/csl_json.hpp"
#include "records/formats.hpp"
#include "records/json_values.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

struct Update {
    std::string_view type;
    RelationKind notice;   ///< of the record that carries the update to the one it is about
    RelationKind updated;  ///< the other way
};
/// Crossref, "Update types", https://www.crossref.org/documentation/crossmark/version-control-corrections-and-retractions/.
/// A partial retraction withdraws some results: it is a correction. New versions and editions are left out.
constexpr std::array<Update, 9> updates{{
    {"retraction", RelationKind::retracts, RelationKind::retracted_by},
    {"withdrawal", RelationKind::retracts, RelationKind::retracted_by},
    {"removal", RelationKind::retracts, RelationKind::retracted_by},
    {"partial_retraction", RelationKind::corrects, RelationKind::corrected_by},
    {"expression_of_concern", RelationKind::raises_concern, RelationKind::concern_by},
    {"correction", RelationKind::corrects, RelationKind::corrected_by},
    {"corrigendum", RelationKind::corrects, RelationKind::corrected_by},
    {"erratum", RelationKind::corrects, RelationKind::corrected_by},
    {"addendum", RelationKind::corrects, RelationKind::corrected_by},
}};

const Update* update_of(const Json& entry) {
    const std::string type = lower(said_in(member(entry, "type")).value_or(""));
    const auto* const found = std::find_if(updates.begin(), updates.end(), [&](const Update& u) { return u.type == type; });
    return found == updates.end() ? nullptr : found;
}

void take_updates(const Json& object, BibRecord& record) {
    for (const bool notice : {true, false}) {
        for (const Json& entry : list_in(member(object, notice ? "update-to" : "updated-by"))) {
            const Update* update = update_of(entry);
            const auto doi = doi_of(said_in(member(entry, "DOI")).value_or(""));
            if (update == nullptr || doi == record.item.doi) continue;
            const auto date = date_in(member(entry, "updated"));
            record.relations.push_back({notice ? update->notice : update->updated, doi, std::nullopt,
                                        date ? std::optional(iso_date(*date)) : std::nullopt,
                                        said_in(member(entry, "label"))});
        }
    }
}

void take_relations(const Json& object, BibRecord& record) {
    constexpr std::array<std::pair<std::string_view, RelationKind>, 2> kinds{
        {{"is-preprint-of", RelationKind::preprint_of}, {"has-preprint", RelationKind::published_from}}};
    for (const auto& [key, kind] : kinds) {
        for (const Json& entry : list_in(member(object, {"relation", key}))) {
            const auto doi = doi_of(said_in(member(entry, "id")).value_or(""));
            if (doi) record.relations.push_back({kind, doi, {}, {}, {}});
        }
    }
}

BibItem reference_in(const Json& entry) {
    const auto some = [&](std::string_view key) { return plain(said_in(member(entry, key)).value_or("")); };
    BibItem item;
    item.type = ItemType::article_journal;
    item.title = title_of(some("article-title").value_or(""));
    item.container_title = some("journal-title");
    const auto volume_title = some("volume-title");
    if (!item.container_title && volume_title) {
        item.type = item.title ? ItemType::chapter : ItemType::book;
        (item.title ? item.container_title : item.title) = volume_title;
    }
    if (const auto author = some("author")) item.authors.push_back(person_of(*author));
    if (const auto year = some("year")) item.issued = date_of(*year);
    item.volume = some("volume");
    item.issue = some("issue");
    item.page = pages_of(some("first-page").value_or(""));
    item.doi = doi_of(some("DOI").value_or(""));
    return item;
}

BibRecord record_of(const Json& object) {
    BibRecord record = record_of_csl(object);
    record.key = record.item.doi;
    if (!record.item.issue) record.item.issue = said_in(member(object, {"journal-issue", "issue"}));
    if (!record.item.container_title && record.item.type == ItemType::article) {
        record.item.container_title = said_in(member(object, "group-title"));
        for (const Json& where : list_in(member(object, "institution"))) {
            if (auto name = said_in(member(where, "name"))) record.item.container_title = std::move(name);
        }
    }
    for (const Json& trial : list_in(member(object, "clinical-trial-number"))) {
        if (auto number = said_in(member(trial, "clinical-trial-number"))) record.trials.push_back(std::move(*number));
    }
    for (const Json& entry : list_in(member(object, "reference"))) record.references.push_back(reference_in(entry));
    take_updates(object, record);
    take_relations(object, record);
    record.state = state_of(record.relations);
    return record;
}

}  // namespace

Status read_crossref_json(Source& in, Sink& sink) {
    return read_json(in, sink, [&](const Json& object, Spot spot) { return put(object, record_of(object), sink, spot); });
}

}  // namespace evigrade::records
