// What of a record links it to others.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/records.hpp"

namespace evigrade::catalog {

/// Whether a relation of this kind makes two records report of one study.
bool binds(RelationKind kind);
/// The one registration number that a record gives; a record with several pools trials, and hangs by none of them.
std::optional<std::string> only_trial(const BibRecord& record);
/// Whether a relation names this item.
bool names(const Relation& relation, const BibItem& item);
/// Whether both have an identifier of one kind and it is the same (share), or it differs (conflict).
bool share_identifier(const BibItem& a, const BibItem& b);
bool conflict_in_identifier(const BibItem& a, const BibItem& b);

/// In which form a record publishes its study.
enum class Form : std::uint8_t { article, conference_abstract, preprint };

class Forms {
public:
    explicit Forms(const Data& data);
    [[nodiscard]] Form of(const BibRecord& record) const;

private:
    std::vector<std::string> dois_;        ///< beginnings
    std::vector<std::string> containers_;  ///< folded
};

}  // namespace evigrade::catalog
