#include "store/database.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::store {
namespace {

/// What a person can do about a result code.
const char* hint_for(int code) {
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "another program is writing to this store; try again when it is done";
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return "check that the file and its folder may be read and written, or name another with --db";
        case SQLITE_FULL:
            return "free some disk space";
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return "the file is damaged or no store; ingest the articles into a new one";
        default:
            return "`evigrade doctor` examines a store";
    }
}

}  // namespace

Rows::Rows(Rows&& other) noexcept : database_(other.database_), statement_(other.statement_) {
    other.statement_ = nullptr;
}

Rows::~Rows() {
    if (statement_ != nullptr) database_->give_back(statement_);
}

bool Rows::next() {
    if (statement_ == nullptr || database_->error_) return false;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_->fail_with_code(code);
    return false;
}

bool Rows::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

double Rows::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::string_view Rows::view(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const int size = sqlite3_column_bytes(statement_, column);
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(size));
}

std::string Rows::text(int column) const {
    return std::string(view(column));
}

std::optional<std::string> Rows::maybe_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

void Rows::unknown_word(int column) const {
    database_->fail("the store holds a word that this program does not know: " + text(column),
                    "it was written by a newer evigrade, or edited by hand");
}

Database::Database(sqlite3* connection, std::string path) : connection_(connection), path_(std::move(path)) {}

Database::~Database() {
    for (auto& [sql, statements] : idle_) {
        for (auto* statement : statements) sqlite3_finalize(statement);
    }
    sqlite3_close_v2(connection_);
}

sqlite3_stmt* Database::take(std::string_view sql) {
    if (error_) return nullptr;
    std::string text(sql);
    const auto kept = idle_.find(text);
    if (kept != idle_.end() && !kept->second.empty()) {
        auto* statement = kept->second.back();
        kept->second.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) fail_with_code(code);
    return statement;
}

void Database::give_back(sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    idle_[sqlite3_sql(statement)].push_back(statement);
}

std::vector<std::string> Database::statements() const {
    std::vector<std::string> out;
    for (const auto& [sql, idle] : idle_) out.push_back(sql);
    std::sort(out.begin(), out.end());
    return out;
}

void Database::script(std::string_view sql) {
    if (error_) return;
    const int code = sqlite3_exec(connection_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail_with_code(code);
}

std::int64_t Database::last_key() const {
    return sqlite3_last_insert_rowid(connection_);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(connection_);
}

void Database::fail(std::string what, std::string hint) {
    if (!error_) error_ = Error{Failure::store, std::move(what), path_, std::move(hint)};
}

void Database::fail_with_code(int code) {
    // The message may quote names out of a damaged file.
    fail("the store could not be used: " + safe_for_terminal(sqlite3_errmsg(connection_)), hint_for(code));
}

void Database::end(const char* how) {
    // It must run although the database has failed, and its own failure says nothing new.
    sqlite3_exec(connection_, how, nullptr, nullptr, nullptr);
}

void Database::bind(sqlite3_stmt* statement, int place, std::string_view value) {
    // An empty text is a text, not NULL; sqlite3 tells them apart by the pointer.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    const int code = sqlite3_bind_text64(statement, place, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) fail_with_code(code);
}

void Database::bind(sqlite3_stmt* statement, int place, double value) {
    if (sqlite3_bind_double(statement, place, value) != SQLITE_OK) fail_with_code(SQLITE_RANGE);
}

void Database::bind(sqlite3_stmt* statement, int place, std::nullopt_t) {
    if (sqlite3_bind_null(statement, place) != SQLITE_OK) fail_with_code(SQLITE_RANGE);
}

void Database::bind_integer(sqlite3_stmt* statement, int place, std::int64_t value) {
    if (sqlite3_bind_int64(statement, place, value) != SQLITE_OK) fail_with_code(SQLITE_RANGE);
}

Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (open_) database_.end("ROLLBACK");
}

Snapshot::~Snapshot() {
    database_.end("ROLLBACK");
}

Status Transaction::commit() {
    database_.run("COMMIT");
    if (!database_.error()) open_ = false;
    return database_.status();
}

}  // namespace evigrade::store
