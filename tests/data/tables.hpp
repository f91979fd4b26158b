// What the checks of the tables share: a table with its file's name, and the lexicon as one map.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "evigrade/base/data.hpp"

namespace evigrade::test {

/// A table of data/, loaded from the embedded bytes; throws where there is none.
Table table(const std::string& name);

/// The parts of a list cell.
std::vector<std::string> list_cell(std::string_view cell);

/// The six entity tables of the lexicon.
const std::vector<std::string>& lexicon_tables();

struct Row {
    std::string table;
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    std::vector<std::string> parents;
    std::vector<std::string> ingredients;
    std::string mesh;
};

/// Every row of the lexicon, by id.
std::map<std::string, Row> lexicon_rows();

}  // namespace evigrade::test
