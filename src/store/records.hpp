// Imported records as rows: packed, so that a million of them stay a file people can carry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/record.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// A record as two rows of bytes. `place` is no part of it.
struct PackedRecord {
    std::string head;          ///< item, publication types, registrations, relations, state, citation key
    std::string rest;          ///< deflated: abstract, MeSH, key words, language, references
    std::int64_t content = 0;  ///< hash of both
    std::string words;         ///< title, MeSH, key words: what the record is about
};
PackedRecord pack(const BibRecord& record);

/// Which record its source has deleted stays for those who cite it, and says so.
enum class Standing : std::uint8_t { in_force, withdrawn };

struct StoredRecord {
    std::int64_t key = 0;
    std::int64_t identity = 0;
    std::string source;
    Standing standing = Standing::in_force;
    BibRecord record;
};

/// How much of a record is read: without the rest it is several times faster.
enum class Extent : std::uint8_t { head, whole };
std::optional<StoredRecord> get_record(Database& database, std::int64_t key, Extent extent);

struct KnownRecord {
    std::int64_t key = 0;
    std::int64_t content = 0;
    Standing standing = Standing::in_force;
};
std::optional<KnownRecord> find_record(Database& database, std::int64_t identity);

/// Adds a record; gives its key. Its search keys are put apart. It comes withdrawn where its deletion came before it.
std::int64_t put_record(Database& database, std::int64_t identity, std::string_view source, const PackedRecord& packed);
/// Replaces what a known record says. What its source has deleted stays deleted.
void replace_record(Database& database, std::int64_t key, const PackedRecord& packed);
void withdraw_record(Database& database, std::int64_t key);
/// Keeps the deletion of a record that has not come yet.
void expect_withdrawn(Database& database, std::int64_t identity);

/// Makes the index of words anew out of the records.
void index_record_words(Database& database);

struct RecordKey {
    std::int64_t key = 0;
    std::int64_t record = 0;
    friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};
/// Writes search keys in their order, so that each page of the index is touched once.
void put_record_keys(Database& database, std::vector<RecordKey> keys);
void remove_record_keys(Database& database, const std::vector<RecordKey>& keys);

}  // namespace evigrade::store
