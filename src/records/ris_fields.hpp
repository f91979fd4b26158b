// In which tags each kind of RIS record keeps what a reference needs: data/formats/ris_fields.tsv.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace evigrade::records {

/// The tags to look at, in this order; none where the kind of record has no such field.
struct RisTags {
    std::vector<std::string_view> authors;
    std::vector<std::string_view> container;
    std::vector<std::string_view> volume;
    std::vector<std::string_view> issue;
    std::vector<std::string_view> pages;
};

class RisFields {
public:
    RisFields();
    /// What this kind ("JOUR") says of itself, else what holds for all.
    [[nodiscard]] const RisTags& of(std::string_view kind) const;

private:
    std::unordered_map<std::string, RisTags> kinds_;  ///< by lower-case kind
    RisTags usual_;
};

}  // namespace evigrade::records
