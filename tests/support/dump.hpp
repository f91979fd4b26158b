// A store as text: every table, every row. Row keys that carry no content are replaced by what they stand for.
#pragma once

#include <algorithm>

#include "support/hair.hpp"

namespace evigrade::test {

/// Rows of a statement, one a line, in an order of their own content.
inline std::string rows_of(store::Store& store, const std::string& sql, int columns) {
    std::vector<std::string> lines;
    for (auto rows = store.database().query(sql); rows.next();) {
        std::string line;
        for (int i = 0; i < columns; ++i) line += (rows.is_null(i) ? "NULL" : rows.text(i)) + " | ";
        lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

/// The columns of a table whose values are content: keys that SQLite gave are left out.
inline std::vector<std::string> content_columns(store::Store& store, const std::string& table) {
    std::vector<std::string> out;
    for (auto rows = store.database().query("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table); rows.next();) {
        const std::string name = rows.text(0);
        const bool own_key = name == "key" && (table == "bib_item" || table == "citation" || table == "reference");
        const bool other_key = (name == "item" && (table == "bib_name" || table == "item_key")) ||
                               ((name == "reference" || name == "citation") && table == "bib_item");
        if (!own_key && !other_key) out.push_back(name);
    }
    return out;
}

/// All tables but the log of decisions.
inline std::string content(store::Store& store) {
    std::vector<std::string> tables;
    for (auto rows = store.database().query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'decision' AND "
                                            "name NOT LIKE 'claim_search%' AND name NOT LIKE 'record_search%' ORDER BY "
                                            "name");
         rows.next();)
        tables.push_back(rows.text(0));
    std::string out;
    for (const auto& table : tables) {
        const auto columns = content_columns(store, table);
        std::string list;
        for (const auto& column : columns) list += (list.empty() ? "\"" : ", \"") + column + "\"";
        out += table + "\n" + rows_of(store, "SELECT " + list + " FROM \"" + table + "\"", static_cast<int>(columns.size()));
    }
    REQUIRE_FALSE(store.database().error());
    return out;
}

}  // namespace evigrade::test
