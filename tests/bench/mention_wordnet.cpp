// Senses and names of WordNet's data files (wndb(5)).
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include "bench/mention_sources.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::bench {
namespace {

using recognise::mention_phrase;
using recognise::mention_word;
using recognise::WordFact;

struct Synset {
    std::uint8_t file = 0;
    std::vector<std::string> words;
    std::vector<std::string> above;  ///< offsets of its hypernyms
};

std::unordered_map<std::string, Synset> read_synsets(const std::string& path) {
    std::unordered_map<std::string, Synset> synsets;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("  ")) continue;
        std::istringstream cells(line);
        std::string offset, type, count, word, skip;
        Synset synset;
        unsigned file = 0;
        cells >> offset >> file >> type >> count;
        synset.file = static_cast<std::uint8_t>(file);
        for (unsigned long i = std::stoul(count, nullptr, 16); i > 0; --i) {
            cells >> word >> skip;
            synset.words.push_back(word);
        }
        cells >> count;
        for (unsigned long i = std::stoul(count); i > 0; --i) {
            std::string sort, target, of, ends;
            cells >> sort >> target >> of >> ends;
            if (sort == "@" || sort == "@i") synset.above.push_back(target);
        }
        synsets.emplace(offset, std::move(synset));
    }
    return synsets;
}

std::uint64_t key_of(const std::string& name, WordFactsByKey& facts) {
    std::string word;
    std::vector<std::uint64_t> words;
    for (const char c : name + "_") {
        if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
            continue;
        }
        if (!word.empty()) words.push_back(mention_word(word));
        word.clear();
        if (c != '_') words.push_back(mention_word(std::string(1, c)));
    }
    if (words.empty()) return 0;
    std::uint64_t key = words[0];
    for (std::size_t i = 1; i < words.size(); ++i) {
        facts[key].flags |= WordFact::goes_on;
        key = mention_phrase(key, words[i]);
    }
    return key;
}

/// The synsets at or below any of these words' first noun sense.
std::uint8_t flags_of(const std::string& offset, const std::unordered_map<std::string, Synset>& synsets,
                      const std::unordered_map<std::string, std::uint8_t>& roots, int depth = 0) {
    const auto root = roots.find(offset);
    if (root != roots.end()) return root->second;
    std::uint8_t flags = 0;
    if (depth > 20) return 0;
    for (const auto& above : synsets.at(offset).above) flags |= flags_of(above, synsets, roots, depth + 1);
    return flags;
}

/// Words, in order of their senses: offsets of the index files.
std::map<std::string, std::vector<std::string>> read_index(const std::string& path) {
    std::map<std::string, std::vector<std::string>> index;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("  ")) continue;
        std::istringstream cells(line);
        std::vector<std::string> all;
        for (std::string cell; cells >> cell;) all.push_back(cell);
        const std::size_t senses = std::stoul(all[2]);
        index[all[0]].assign(all.end() - static_cast<std::ptrdiff_t>(senses), all.end());
    }
    return index;
}

}  // namespace

void add_wordnet(const std::string& folder, WordFactsByKey& facts) {
    const auto nouns = read_synsets(folder + "/data.noun");
    const auto index = read_index(folder + "/index.noun");
    std::unordered_map<std::string, std::uint8_t> roots;
    const auto root = [&](const char* word, std::size_t sense, std::uint8_t flag) { roots[index.at(word)[sense]] = flag; };
    for (const char* word : {"chemical_compound", "chemical_element", "drug", "medicine", "vitamin", "hormone", "alkaloid"})
        root(word, word == std::string("medicine") ? 1 : 0, WordFact::chemical);
    for (const char* word :
         {"ill_health", "symptom", "mental_disorder", "injury", "disease", "disorder", "pain", "abnormality"})
        root(word, 0, WordFact::disease);
    for (const char* word : {"medical_procedure", "therapy"}) root(word, 0, WordFact::procedure);
    for (const char* word : {"body_part", "bodily_structure"}) {
        if (index.contains(word)) root(word, 0, WordFact::body_part);
    }
    for (const auto& [word, senses] : index) {
        const std::uint64_t key = key_of(word, facts);
        if (key == 0) continue;
        WordFact& fact = facts[key];
        fact.meaning = static_cast<std::uint8_t>(nouns.at(senses[0]).file + 1);
        for (std::size_t i = 0; i < std::min<std::size_t>(senses.size(), 2); ++i)
            fact.flags |= flags_of(senses[i], nouns, roots);
    }
    for (const auto& [part, meaning] : {std::pair{"verb", 50}, std::pair{"adj", 60}, std::pair{"adv", 70}}) {
        for (const auto& [word, senses] : read_index(folder + "/index." + part)) {
            if (word.find('_') != std::string::npos) continue;
            WordFact& fact = facts[key_of(word, facts)];
            if (fact.meaning == 0) fact.meaning = static_cast<std::uint8_t>(meaning);
        }
    }
}

}  // namespace evigrade::bench
