// Where the table of words comes from: WordNet, and the company that words keep in texts.
#pragma once

#include <string>
#include <unordered_map>

#include "recognise/mention_facts.hpp"

namespace evigrade::bench {

using WordFactsByKey = std::unordered_map<std::uint64_t, recognise::WordFact>;

/// First senses, names of chemicals, diseases, procedures and parts of the body. `folder` holds data.noun and its siblings.
void add_wordnet(const std::string& folder, WordFactsByKey& facts);

/// Groups of words with like neighbours in the texts of the evaluation folder whose licence allows it.
void add_company(const std::string& folder, WordFactsByKey& facts);

}  // namespace evigrade::bench
