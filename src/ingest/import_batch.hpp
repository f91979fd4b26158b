// Records into the library, a batch in one transaction; what they concern is brought up to date at its end.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "evigrade/ingest.hpp"
#include "evigrade/model/record.hpp"
#include "ingest/work.hpp"
#include "store/records.hpp"

namespace evigrade::ingest {

class ImportBatch {
public:
    ImportBatch(store::Database& database, const grade::Policy& policy, const catalog::TitleDesigns& designs);

    /// What became of the record.
    store::Outcome take(const BibRecord& record, std::string_view source);
    /// Marks the records of a number as withdrawn by their source; gives how many there were.
    std::size_t withdraw(const std::string& pmid, std::string_view source);
    /// Writes the keys and brings up to date whatever the batch concerns. The transaction is the caller's.
    void settle();
    [[nodiscard]] std::size_t size() const { return touched_; }

private:
    /// What shares a key with records of this batch.
    struct Shared {
        std::set<std::int64_t> records;
        bool link = false;  ///< by an identifier, a relation or a registration
    };
    void touch(std::int64_t record, const BibRecord& now, const BibRecord* before);
    void find_references();
    void find_prose();
    void concern_item(std::int64_t item, const Shared& shared);
    void concern_report(std::int64_t item, const Shared& shared);
    void concern_pointer(std::int64_t citation, const Shared& shared);
    [[nodiscard]] bool crosses(std::int64_t key, std::size_t added, std::size_t hot);
    const BibItem& item_of(std::int64_t record);

    store::Database& database_;
    Work work_;
    std::size_t touched_ = 0;
    std::vector<store::RecordKey> added_;
    std::vector<store::RecordKey> removed_;
    std::vector<store::RecordKey> searched_;  ///< by which references and studies look for these records
    std::vector<store::RecordKey> links_;     ///< by which studies hang on these records
    std::unordered_map<std::int64_t, BibItem> items_;
    std::set<std::string> catalogued_;  ///< studies of the catalogue whose state may have changed
};

}  // namespace evigrade::ingest
