// The rows of one statement.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "evigrade/model/enum_text.hpp"

struct sqlite3_stmt;

namespace evigrade::store {

class Database;

/// The rows of one statement. Returns its statement to the database when it goes.
class Rows {
public:
    ~Rows();
    Rows(Rows&& other) noexcept;
    Rows& operator=(Rows&&) = delete;

    /// Steps to the next row; false at the end and after a failure.
    bool next();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::string_view view(int column) const;  ///< until the next step
    [[nodiscard]] std::optional<std::string> maybe_text(int column) const;
    template <class Integer>
    [[nodiscard]] std::optional<Integer> maybe(int column) const {
        if (is_null(column)) return std::nullopt;
        return static_cast<Integer>(integer(column));
    }
    [[nodiscard]] std::uint32_t count(int column) const { return static_cast<std::uint32_t>(integer(column)); }
    /// The enumerator of a stored word; a word that is none fails the database.
    template <class E>
    [[nodiscard]] E word(int column) const {
        const auto value = from_text<E>(view(column));
        if (!value) unknown_word(column);
        return value.value_or(E{});
    }

private:
    friend class Database;
    Rows(Database& database, sqlite3_stmt* statement) : database_(&database), statement_(statement) {}
    void unknown_word(int column) const;

    Database* database_;
    sqlite3_stmt* statement_;  ///< nullptr where the database has failed
};

}  // namespace evigrade::store
