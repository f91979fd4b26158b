// The library of imported records: which of them a reference means, and which study a record reports of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/records.hpp"
#include "store/database.hpp"
#include "store/records.hpp"

namespace evigrade::ingest {

class Work;

/// More rows than this under one key say nothing: the key is passed over. Whoever changes which keys are passed over has
/// the references that bear them matched again.
inline constexpr std::size_t hot_key = 100;
/// Prose often gives a journal and a year alone, which many records share; so many are looked through.
inline constexpr std::size_t hot_pointer_key = 3000;

/// The rows of a key, or nothing where it is hot.
std::vector<std::int64_t> records_under(store::Database& database, std::int64_t key, std::size_t hot = hot_key);

struct FoundRecord {
    std::int64_t record = 0;
    std::int64_t identity = 0;
    catalog::Match match;
    std::vector<std::int64_t> rivals;  ///< other publications that fit about as well: none is meant, unless of one study
};
/// The record that describes the same publication as an item, or none: identifiers first, then records that share keys
/// with it, the best score, ties by content.
std::optional<FoundRecord> find_record(store::Database& database, const BibItem& item);

/// Records that a phrase of prose may mean.
std::vector<std::int64_t> records_for(store::Database& database, const StudyPointer& pointer);

/// The study that a record reports of, made where it is not stored yet: the catalogue's where that describes the same
/// publication, else one of all the records that hang together with it.
std::string study_of_record(Work& work, std::int64_t record);

/// The study of a found record, or none where its rivals are of others.
std::optional<std::string> study_of(Work& work, const FoundRecord& found);

/// The records that hang together with the one that describes this report, itself included; none where there is none.
std::vector<catalog::Member> records_about(Work& work, const BibItem& report);

/// Sets a catalogue study's editorial state by its own word and the records'.
void settle_state(Work& work, const std::string& id);

/// Takes an imported study apart: whatever cites it is to be matched again.
void release_study(Work& work, const std::string& study);
/// Takes out imported studies that nothing cites any more.
void sweep_studies(Work& work);

}  // namespace evigrade::ingest
