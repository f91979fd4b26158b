// The tables and models that ship inside the program, or a folder that replaces them (--data DIR).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/result.hpp"

namespace evigrade {

/// Where data files come from. Names are paths below `data/`, such as "lexicon/treatments.tsv".
/// A file of the folder wins; a file the folder lacks comes from the program itself.
class Data {
public:
    /// The data embedded at build time.
    Data() = default;
    /// The same, with files of `folder` in front.
    explicit Data(std::string folder);

    /// The bytes of one file; embedded bytes live as long as the program and are memory-mapped with it,
    /// bytes of a folder as long as this object's copies. Nothing where no such file is known.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

    /// Names of all embedded files that start with `prefix`, sorted.
    [[nodiscard]] std::vector<std::string_view> list(std::string_view prefix) const;

private:
    struct Files;
    std::string folder_;
    std::shared_ptr<Files> files_;  ///< nothing where no folder replaces anything
};

/// One tab-separated table: `#` lines are comments, the first other line names the columns.
/// Cells are views into the bytes given; "\t" cannot occur in a cell, lists inside a cell use "|".
class Table {
public:
    explicit Table(std::string_view bytes);

    [[nodiscard]] std::size_t rows() const { return cells_.size() / (columns_.empty() ? 1 : columns_.size()); }
    /// The cell, or "" where the row is short. Precondition: row < rows().
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    /// The column's place, or nothing where the header lacks it.
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// The cell under a named column, "" where the column is missing.
    [[nodiscard]] std::string_view at(std::size_t row, std::string_view column_name) const;
    [[nodiscard]] const std::vector<std::string_view>& columns() const { return columns_; }

private:
    std::vector<std::string_view> columns_;
    std::vector<std::string_view> cells_;
};

}  // namespace evigrade
