// The fields of an item that are one text each, so that whoever keeps, joins or compares all of them leaves none out.
#pragma once

#include <array>

#include "evigrade/model/bibliography.hpp"

namespace evigrade {

/// Pointers to them, in the order in which the store keeps them. `Item` is BibItem, const or not.
template <class Item>
auto text_fields(Item& item) {
    return std::array{&item.title,     &item.container_title,
                      &item.publisher, &item.publisher_place,
                      &item.edition,   &item.volume,
                      &item.issue,     &item.page,
                      &item.doi,       &item.pmid,
                      &item.pmcid,     &item.isbn,
                      &item.issn,      &item.url};
}

}  // namespace evigrade
