#include "store/records.hpp"

#include <zlib.h>

#include <algorithm>

#include "evigrade/base/hash.hpp"
#include "evigrade/model/bib_fields.hpp"
#include "store/pack.hpp"

namespace evigrade::store {
namespace {

void pack_names(Packer& out, const std::vector<Name>& names) {
    out.number(names.size());
    for (const Name& name : names) {
        for (const auto* part : {&name.family, &name.given, &name.particle, &name.suffix, &name.literal}) out.maybe(*part);
    }
}

std::vector<Name> unpack_names(Unpacker& in) {
    std::vector<Name> out(in.count());
    for (Name& name : out) {
        for (auto* part : {&name.family, &name.given, &name.particle, &name.suffix, &name.literal}) *part = in.maybe();
    }
    return out;
}

/// A number that may be absent: 0 for absent, else one more; years before Christ are none that records have.
void pack_part(Packer& out, std::optional<int> part) {
    out.number(part && *part >= 0 ? static_cast<std::uint64_t>(*part) + 1 : 0);
}

std::optional<int> unpack_part(Unpacker& in) {
    const auto value = in.number();
    return value == 0 || value > 100000 ? std::nullopt : std::optional<int>(static_cast<int>(value - 1));
}

void pack_item(Packer& out, const BibItem& item) {
    out.number(static_cast<std::uint64_t>(item.type));
    out.number(item.et_al ? 1 : 0);
    pack_part(out, item.issued ? std::optional<int>(item.issued->year) : std::nullopt);
    pack_part(out, item.issued ? item.issued->month : std::nullopt);
    pack_part(out, item.issued ? item.issued->day : std::nullopt);
    for (const auto* field : text_fields(item)) out.maybe(*field);
    pack_names(out, item.authors);
    pack_names(out, item.editors);
}

template <class E>
E word(std::uint64_t value) {
    return value < Names<E>::values.size() ? static_cast<E>(value) : E{};
}

BibItem unpack_item(Unpacker& in) {
    BibItem item;
    item.type = word<ItemType>(in.number());
    item.et_al = in.number() == 1;
    const auto year = unpack_part(in);
    const auto month = unpack_part(in);
    const auto day = unpack_part(in);
    if (year) item.issued = Date{*year, month, day};
    for (auto* field : text_fields(item)) *field = in.maybe();
    item.authors = unpack_names(in);
    item.editors = unpack_names(in);
    return item;
}

void pack_list(Packer& out, const std::vector<std::string>& list) {
    out.number(list.size());
    for (const auto& text : list) out.text(text);
}

std::vector<std::string> unpack_list(Unpacker& in) {
    std::vector<std::string> out(in.count());
    for (auto& text : out) text = in.text();
    return out;
}

std::string pack_head(const BibRecord& record) {
    Packer out;
    pack_item(out, record.item);
    pack_list(out, record.publication_types);
    pack_list(out, record.trials);
    out.number(record.relations.size());
    for (const Relation& relation : record.relations) {
        out.number(static_cast<std::uint64_t>(relation.kind));
        for (const auto* part : {&relation.doi, &relation.pmid, &relation.date, &relation.words}) out.maybe(*part);
    }
    out.number(record.state ? static_cast<std::uint64_t>(*record.state) + 1 : 0);
    out.maybe(record.state_date);
    out.maybe(record.key);
    return out.take();
}

void unpack_head(std::string_view bytes, BibRecord& record) {
    Unpacker in(bytes);
    record.item = unpack_item(in);
    record.publication_types = unpack_list(in);
    record.trials = unpack_list(in);
    record.relations.resize(in.count());
    for (Relation& relation : record.relations) {
        relation.kind = word<RelationKind>(in.number());
        for (auto* part : {&relation.doi, &relation.pmid, &relation.date, &relation.words}) *part = in.maybe();
    }
    const auto state = in.number();
    if (state != 0) record.state = word<EditorialState>(state - 1);
    record.state_date = in.maybe();
    record.key = in.maybe();
}

std::string pack_rest(const BibRecord& record) {
    Packer out;
    out.maybe(record.abstract);
    out.maybe(record.language);
    pack_list(out, record.mesh);
    pack_list(out, record.keywords);
    out.number(record.references.size());
    for (const auto& reference : record.references) pack_item(out, reference);
    return out.take();
}

void unpack_rest(std::string_view bytes, BibRecord& record) {
    Unpacker in(bytes);
    record.abstract = in.maybe();
    record.language = in.maybe();
    record.mesh = unpack_list(in);
    record.keywords = unpack_list(in);
    record.references.resize(in.count());
    for (auto& reference : record.references) reference = unpack_item(in);
}

/// A word that nobody looks for keeps one name from running on into the next.
std::string words_of(const BibRecord& record) {
    constexpr std::string_view apart = "\nqq ";
    std::string out = record.item.title.value_or("");
    for (const auto* list : {&record.mesh, &record.keywords}) {
        for (const auto& words : *list) out.append(apart).append(words);
    }
    return out;
}

/// The length, then deflated bytes.
std::string deflated(const std::string& plain) {
    Packer length;
    length.number(plain.size());
    std::string out = length.take();
    uLongf room = compressBound(static_cast<uLong>(plain.size()));
    std::string bytes(room, '\0');
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &room, reinterpret_cast<const Bytef*>(plain.data()),
              static_cast<uLong>(plain.size()), 2);
    return out.append(bytes, 0, room);
}

/// Nothing of bytes that are no record's: a length beyond what deflate can reach is not believed.
std::string inflated(std::string_view bytes) {
    Unpacker in(bytes);
    const std::uint64_t size = in.number();
    std::size_t head = 1;
    for (std::uint64_t left = size; left >= 0x80; left >>= 7) ++head;
    if (head > bytes.size() || size > bytes.size() * 1100) return {};
    std::string out(static_cast<std::size_t>(size), '\0');
    auto room = static_cast<uLongf>(size);
    const auto* from = reinterpret_cast<const Bytef*>(bytes.data()) + head;
    if (uncompress(reinterpret_cast<Bytef*>(out.data()), &room, from, static_cast<uLong>(bytes.size() - head)) != Z_OK)
        return {};
    return out;
}

}  // namespace

PackedRecord pack(const BibRecord& record) {
    PackedRecord out;
    out.head = pack_head(record);
    const std::string rest = pack_rest(record);
    out.content = static_cast<std::int64_t>(hash64(out.head + rest));
    out.rest = deflated(rest);
    out.words = words_of(record);
    return out;
}

std::optional<StoredRecord> get_record(Database& database, std::int64_t key, Extent extent) {
    StoredRecord out;
    {
        auto rows = database.query("SELECT identity, source, withdrawn, head FROM record WHERE key = ?1", key);
        if (!rows.next()) return std::nullopt;
        out.key = key;
        out.identity = rows.integer(0);
        out.source = rows.text(1);
        out.standing = rows.integer(2) == 0 ? Standing::in_force : Standing::withdrawn;
        unpack_head(rows.view(3), out.record);
    }
    if (extent == Extent::head) return out;
    auto rows = database.query("SELECT body FROM record_rest WHERE record = ?1", key);
    if (rows.next()) unpack_rest(inflated(rows.view(0)), out.record);
    return out;
}

std::optional<KnownRecord> find_record(Database& database, std::int64_t identity) {
    auto rows = database.query("SELECT key, content, withdrawn FROM record WHERE identity = ?1", identity);
    if (!rows.next()) return std::nullopt;
    return KnownRecord{rows.integer(0), rows.integer(1), rows.integer(2) == 0 ? Standing::in_force : Standing::withdrawn};
}

std::int64_t put_record(Database& database, std::int64_t identity, std::string_view source, const PackedRecord& packed) {
    database.run("DELETE FROM withdrawn_record WHERE identity = ?1", identity);
    const bool withdrawn = database.changes() != 0;
    database.run("INSERT INTO record (identity, content, source, withdrawn, head) VALUES (?1, ?2, ?3, ?4, CAST(?5 AS BLOB))",
                 identity, packed.content, source, withdrawn, packed.head);
    const auto key = database.last_key();
    database.run("INSERT INTO record_rest VALUES (?1, CAST(?2 AS BLOB))", key, packed.rest);
    database.run("INSERT INTO record_search (rowid, text) VALUES (?1, ?2)", key, packed.words);
    return key;
}

void replace_record(Database& database, std::int64_t key, const PackedRecord& packed) {
    if (const auto before = get_record(database, key, Extent::whole))
        database.run("INSERT INTO record_search (record_search, rowid, text) VALUES ('delete', ?1, ?2)", key,
                     words_of(before->record));
    database.run("UPDATE record SET content = ?2, head = CAST(?3 AS BLOB) WHERE key = ?1", key, packed.content, packed.head);
    database.run("UPDATE record_rest SET body = CAST(?2 AS BLOB) WHERE record = ?1", key, packed.rest);
    database.run("INSERT INTO record_search (rowid, text) VALUES (?1, ?2)", key, packed.words);
}

void withdraw_record(Database& database, std::int64_t key) {
    database.run("UPDATE record SET withdrawn = 1 WHERE key = ?1", key);
}

void expect_withdrawn(Database& database, std::int64_t identity) {
    database.run("INSERT OR IGNORE INTO withdrawn_record VALUES (?1)", identity);
}

void index_record_words(Database& database) {
    database.run("INSERT INTO record_search (record_search) VALUES ('delete-all')");
    std::vector<std::int64_t> keys;
    for (auto rows = database.query("SELECT key FROM record ORDER BY key"); rows.next();) keys.push_back(rows.integer(0));
    for (const auto key : keys) {
        if (const auto stored = get_record(database, key, Extent::whole))
            database.run("INSERT INTO record_search (rowid, text) VALUES (?1, ?2)", key, words_of(stored->record));
    }
}

void put_record_keys(Database& database, std::vector<RecordKey> keys) {
    std::sort(keys.begin(), keys.end());
    for (const auto& [key, record] : keys) database.run("INSERT OR IGNORE INTO record_key VALUES (?1, ?2)", key, record);
}

void remove_record_keys(Database& database, const std::vector<RecordKey>& keys) {
    for (const auto& [key, record] : keys) {
        database.run("DELETE FROM record_key WHERE key = ?1 AND record = ?2", key, record);
    }
}

}  // namespace evigrade::store
