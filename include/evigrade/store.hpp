// store: one SQLite file that keeps articles, what they came to, and the studies they lead to. The only room that
// knows sqlite3.h; rooms above speak to it through this header and store/database.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/result.hpp"
#include "evigrade/model/ingested.hpp"
#include "evigrade/model/rows.hpp"

namespace evigrade::store {

class Database;

enum class Access : std::uint8_t {
    read,     ///< the file must exist; nothing is ever written, not even a migration
    write,    ///< the file is created or migrated as needed
    suppose,  ///< a transaction may be made and must be taken back: nothing ever reaches the file
};

/// What became of one article.
enum class Outcome : std::uint8_t { added, unchanged, replaced };

struct Receipt {
    std::string article;  ///< id
    Outcome outcome = Outcome::added;
    std::vector<std::string> superseded;  ///< ids of articles that the same path or address held before
};

/// One line of `doctor`.
struct Check {
    std::string name;
    bool ok = false;
    std::string says;
};

/// One open store. Not to be shared between threads.
class Store {
public:
    /// Errors: no such file, not a store (another program's database, no database), written by a newer program,
    /// migrations that were edited afterwards, damaged, locked, no permission.
    static Result<Store> open(const std::string& path, Access access);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] Database& database() const;

    /// Integrity, foreign keys, versions, whether the tables in force are those that the grades were made with.
    [[nodiscard]] std::vector<Check> examine() const;

private:
    struct Connection;
    explicit Store(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

/// By what names are found: folded, plural endings dropped, British and American spelling alike.
std::string name_key(std::string_view name);

/// Of all embedded tables below a folder of data/.
std::string tables_fingerprint(const Data& data, std::string_view folder);

}  // namespace evigrade::store
