// What the reader of references and the program that trains it share.
#pragma once

#include <cstddef>

#include "evigrade/base/data.hpp"
#include "link/reference_features.hpp"

namespace evigrade::link {

/// Bytes read of one reference: what is longer is no reference, and its tail says nothing of its head.
inline constexpr std::size_t longest_reference = 8192;

JournalNames read_journal_names(const Data& data);

}  // namespace evigrade::link
