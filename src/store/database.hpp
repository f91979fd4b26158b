// A connection to SQLite and its statements. The first failure sticks: from then on every statement does nothing and
// yields no rows, and `error()` says what happened, so that a caller writes straight code and asks once, at the end.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "evigrade/base/result.hpp"
#include "evigrade/model/enum_text.hpp"
#include "store/statement.hpp"

struct sqlite3;

namespace evigrade::store {

class Database {
public:
    Database(sqlite3* connection, std::string path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepares (or takes from the cache) and binds ?1, ?2, … in order.
    template <class... Values>
    Rows query(std::string_view sql, const Values&... values) {
        Rows rows(*this, take(sql));
        [[maybe_unused]] int place = 0;
        if (rows.statement_ != nullptr) (bind(rows.statement_, ++place, values), ...);
        return rows;
    }
    /// Runs a statement to its end.
    template <class... Values>
    void run(std::string_view sql, const Values&... values) {
        auto rows = query(sql, values...);
        while (rows.next()) {
        }
    }
    /// Runs several statements in one text.
    void script(std::string_view sql);
    [[nodiscard]] std::int64_t last_key() const;
    [[nodiscard]] std::int64_t changes() const;

    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    void fail(std::string what, std::string hint = "");
    /// `done()`, or the failure.
    [[nodiscard]] Status status() const { return error_ ? Status(*error_) : done(); }
    void forget_failure() { error_.reset(); }
    /// Ends a transaction, whatever has happened in it.
    void end(const char* how);
    [[nodiscard]] const std::string& path() const { return path_; }
    /// The statements run so far, as they were written, in order: what a test asks SQLite to explain.
    [[nodiscard]] std::vector<std::string> statements() const;

private:
    friend class Rows;
    sqlite3_stmt* take(std::string_view sql);
    void give_back(sqlite3_stmt* statement);
    void fail_with_code(int code);
    void bind(sqlite3_stmt* statement, int place, std::string_view value);
    void bind(sqlite3_stmt* statement, int place, const std::string& value) {
        bind(statement, place, std::string_view(value));
    }
    void bind(sqlite3_stmt* statement, int place, const char* value) { bind(statement, place, std::string_view(value)); }
    void bind(sqlite3_stmt* statement, int place, double value);
    void bind(sqlite3_stmt* statement, int place, std::nullopt_t);
    void bind_integer(sqlite3_stmt* statement, int place, std::int64_t value);
    template <class Value, class = std::enable_if_t<std::is_integral_v<Value> || std::is_enum_v<Value>>>
    void bind(sqlite3_stmt* statement, int place, Value value) {
        if constexpr (std::is_enum_v<Value>)
            bind(statement, place, to_text(value));
        else
            bind_integer(statement, place, static_cast<std::int64_t>(value));
    }
    template <class Value>
    void bind(sqlite3_stmt* statement, int place, const std::optional<Value>& value) {
        value ? bind(statement, place, *value) : bind(statement, place, std::nullopt);
    }

    sqlite3* connection_;
    std::string path_;
    std::optional<Error> error_;
    std::unordered_map<std::string, std::vector<sqlite3_stmt*>> idle_;
};

/// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Status commit();

private:
    Database& database_;
    bool open_ = true;
};

/// One state of the store for several statements, which then share one lock.
class Snapshot {
public:
    explicit Snapshot(Database& database) : database_(database) { database_.run("BEGIN"); }
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Database& database_;
};

}  // namespace evigrade::store
