#include "ingest/import_batch.hpp"

#include "ingest/library.hpp"

namespace evigrade::ingest {
namespace {

void add(std::vector<store::RecordKey>& to, const std::vector<std::int64_t>& keys, std::int64_t record) {
    for (const auto key : keys) to.push_back({key, record});
}

}  // namespace

ImportBatch::ImportBatch(store::Database& database, const grade::Policy& policy, const catalog::TitleDesigns& designs)
    : database_(database), work_(database, policy, designs) {}

void ImportBatch::touch(std::int64_t record, const BibRecord& now, const BibRecord* before) {
    ++touched_;
    auto keys = catalog::keys(now);
    add(searched_, catalog::search_keys(now.item), record);
    add(links_, catalog::link_keys(now), record);
    if (before == nullptr) return add(added_, keys, record);
    const auto old = catalog::keys(*before);
    for (const auto key : keys) {
        if (!std::binary_search(old.begin(), old.end(), key)) added_.push_back({key, record});
    }
    for (const auto key : old) {
        if (!std::binary_search(keys.begin(), keys.end(), key)) removed_.push_back({key, record});
    }
    add(searched_, catalog::search_keys(before->item), record);
    add(links_, catalog::link_keys(*before), record);
}

store::Outcome ImportBatch::take(const BibRecord& record, std::string_view source) {
    const auto identity = catalog::identity(record, source);
    const auto packed = store::pack(record);
    const auto known = store::find_record(database_, identity);
    if (!known) {
        touch(store::put_record(database_, identity, source, packed), record, nullptr);
        return store::Outcome::added;
    }
    if (known->content == packed.content) return store::Outcome::unchanged;
    const auto before = store::get_record(database_, known->key, store::Extent::head);
    store::replace_record(database_, known->key, packed);
    touch(known->key, record, before ? &before->record : nullptr);
    return store::Outcome::replaced;
}

std::size_t ImportBatch::withdraw(const std::string& pmid, std::string_view source) {
    BibRecord asked;
    asked.item.pmid = pmid;
    const auto identity = catalog::identity(asked, source);
    const auto known = store::find_record(database_, identity);
    if (!known) store::expect_withdrawn(database_, identity);
    if (!known || known->standing == store::Standing::withdrawn) return 0;
    const auto stored = store::get_record(database_, known->key, store::Extent::head);
    if (!stored) return 0;
    store::withdraw_record(database_, known->key);
    touch(known->key, stored->record, &stored->record);
    return 1;
}

void ImportBatch::settle() {
    store::remove_record_keys(database_, removed_);
    store::put_record_keys(database_, added_);
    find_references();
    find_prose();
    for (const auto& study : catalogued_) settle_state(work_, study);
    bring_up_to_date(work_);
    touched_ = 0;
    for (auto* keys : {&added_, &removed_, &searched_, &links_}) keys->clear();
    items_.clear();
    catalogued_.clear();
    work_.forget();
}

}  // namespace evigrade::ingest
