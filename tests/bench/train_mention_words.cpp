// Makes data/models/mentions.words.bin: what words and phrases are known to be, for the tagger of open mentions.
//
//   train_mention_words WORDNET_DIR TEXTS_DIR OUT_DIR
//
// WORDNET_DIR holds data.noun and its siblings (Debian: wordnet-base). TEXTS_DIR is the evaluation folder: the texts whose
// licence allows it are read for the company that words keep, the dev and held-out parts of mentions.jsonl are not.
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>

#include "bench/mention_sources.hpp"

using namespace evigrade;
using bench::WordFactsByKey;
using recognise::WordFact;

namespace {

std::string packed(const WordFactsByKey& facts) {
    using Table = recognise::WordFacts;
    std::uint32_t places = 1024;
    while (places < facts.size() * 3 / 2) places *= 2;
    std::string out(Table::header + std::size_t{places} * Table::place, '\0');
    std::memcpy(out.data(), Table::magic.data(), Table::magic.size());
    std::memcpy(out.data() + Table::magic.size(), &places, sizeof places);
    const std::map<std::uint64_t, WordFact> sorted(facts.begin(), facts.end());
    for (const auto& [key, fact] : sorted) {
        for (std::uint32_t at = static_cast<std::uint32_t>(key) & (places - 1);; at = (at + 1) & (places - 1)) {
            char* place = out.data() + Table::header + std::size_t{at} * Table::place;
            std::uint32_t found = 0;
            std::memcpy(&found, place, sizeof found);
            const std::uint32_t stored = Table::stored(key);
            if (found == stored) break;  // the same to every reader
            if (found != 0) continue;
            std::memcpy(place, &stored, sizeof stored);
            std::memcpy(place + sizeof stored, &fact, sizeof fact);
            break;
        }
    }
    return out;
}

}  // namespace

int main(int count, char** values) {
    if (count < 4) return 2;
    WordFactsByKey facts;
    bench::add_wordnet(values[1], facts);
    bench::add_company(values[2], facts);
    std::erase_if(facts, [](const auto& entry) {
        const WordFact& fact = entry.second;
        return fact.company == 0 && fact.flags == 0 && fact.meaning == 0;
    });
    const std::string bytes = packed(facts);
    std::ofstream(std::string(values[3]) + "/models/mentions.words.bin", std::ios::binary) << bytes;
    std::cout << facts.size() << " words and phrases, " << bytes.size() << " bytes\n";
    return 0;
}
