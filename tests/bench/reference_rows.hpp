// Rows of reference strings with their fields, turned into labelled tokens for training.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "link/reference_features.hpp"

namespace evigrade::bench {

struct ReferenceRow {
    std::string id, source, doc, licence, text;
    nlohmann::json gold;
    std::vector<std::string> skip;
    bool journal = false;

    [[nodiscard]] bool skips(const std::string& field) const;
};

/// All rows of a JSON Lines file.
std::vector<ReferenceRow> read_rows(const std::string& path);

/// Whether weights trained on the row may ship (see the header of data/models/references.rows.txt).
bool may_ship(const ReferenceRow& row);

struct Labelled {
    std::string text;
    link::ReferenceTokens found;
    std::vector<link::Part> labels;
};

/// The row's tokens with the parts that its gold fields stand for; nothing where a field cannot be found in the text.
std::optional<Labelled> label_row(const std::string& text, const nlohmann::json& gold);

}  // namespace evigrade::bench
