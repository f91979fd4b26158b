// A bibliographic item, in the words of CSL (citationstyles.org, schema 1.0.2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evigrade/model/names.hpp"

namespace evigrade {

/// A person, or an organisation in `literal`.
struct Name {
    std::optional<std::string> family;
    std::optional<std::string> given;
    std::optional<std::string> particle;  ///< non-dropping: van, de la
    std::optional<std::string> suffix;    ///< Jr, III
    std::optional<std::string> literal;   ///< an organisation or collective, whole

    friend bool operator==(const Name&, const Name&) = default;
};

struct Date {
    int year = 0;  ///< always known where there is a Date
    std::optional<int> month;
    std::optional<int> day;

    friend bool operator==(const Date&, const Date&) = default;
};

struct BibItem {
    ItemType type = ItemType::document;
    std::vector<Name> authors;
    std::vector<Name> editors;
    bool et_al = false;  ///< the list was cut short with "et al."
    std::optional<Date> issued;
    std::optional<std::string> title;
    std::optional<std::string> container_title;
    std::optional<std::string> publisher;
    std::optional<std::string> publisher_place;
    std::optional<std::string> edition;
    std::optional<std::string> volume;
    std::optional<std::string> issue;
    std::optional<std::string> page;  ///< "686-693"; e-locators too
    std::optional<std::string> doi;   ///< lower case, without resolver
    std::optional<std::string> pmid;
    std::optional<std::string> pmcid;
    std::optional<std::string> isbn;
    std::optional<std::string> issn;
    std::optional<std::string> url;

    friend bool operator==(const BibItem&, const BibItem&) = default;
};

}  // namespace evigrade
