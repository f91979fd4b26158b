// Articles, with everything that was found in them, as rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/ingested.hpp"
#include "evigrade/model/names.hpp"
#include "store/database.hpp"

namespace evigrade::store {

/// The line of each position of a text, from 1, and its column in bytes, from 1.
class Lines {
public:
    explicit Lines(std::string_view text);
    [[nodiscard]] std::uint32_t line(std::uint32_t position) const;
    [[nodiscard]] std::uint32_t column(std::uint32_t position) const;

private:
    std::vector<std::uint32_t> starts_;
};

/// Keys of the rows that one article was given, in the order of its lists.
struct ArticleKeys {
    std::int64_t article = 0;
    std::vector<std::int64_t> references;
    std::vector<std::int64_t> citations;
    std::vector<std::int64_t> claims;
};

/// Puts an article that is not stored yet.
ArticleKeys put_article(Database& database, const Ingested& ingested);
/// Removes an article's rows and all that hang on them.
void remove_article(Database& database, std::int64_t key);
/// The article as it was ingested; layout, marks and segmentation are not kept.
std::optional<Ingested> get_article(Database& database, std::int64_t key);

std::vector<Claim> get_claims(Database& database, std::int64_t article);
Citation get_citation(Database& database, std::int64_t key);

}  // namespace evigrade::store
