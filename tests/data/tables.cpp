#include "data/tables.hpp"

#include <stdexcept>

#include "evigrade/base/text.hpp"

namespace evigrade::test {

Table table(const std::string& name) {
    const auto bytes = Data().find(name);
    if (!bytes) throw std::runtime_error("no table " + name);
    return Table(*bytes);
}

std::vector<std::string> list_cell(std::string_view cell) {
    std::vector<std::string> out;
    for (const auto part : split(cell, '|')) out.emplace_back(part);
    return out;
}

const std::vector<std::string>& lexicon_tables() {
    static const std::vector<std::string> tables{"treatments", "ingredients", "conditions",
                                                 "outcomes",   "devices",     "designs"};
    return tables;
}

std::map<std::string, Row> lexicon_rows() {
    std::map<std::string, Row> rows;
    for (const auto& name : lexicon_tables()) {
        const Table cells = table("lexicon/" + name + ".tsv");
        for (std::size_t i = 0; i < cells.rows(); ++i) {
            const std::string id(cells.at(i, "id"));
            rows[id] = {name,
                        id,
                        std::string(cells.at(i, "name")),
                        list_cell(cells.at(i, "aliases")),
                        list_cell(cells.at(i, "parents")),
                        list_cell(cells.at(i, "ingredients")),
                        std::string(cells.at(i, "mesh"))};
        }
    }
    return rows;
}

}  // namespace evigrade::test
