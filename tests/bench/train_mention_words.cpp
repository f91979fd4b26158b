// Makes data/models/mentions.words.bin: what words and phrases are known to be, for the tagger of open mentions.
//
//   train_mention_words WORDNET_DIR TEXTS_DIR OUT_DIR
//
// WORDNET_DIR holds data.noun and its siblings (Debian: wordnet-base). TEXTS_DIR is the evaluation folder: the texts whose
// licence allows it are read for the company that words keep, the dev and held-out parts of mentions.jsonl are not.
#include <cmath>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <unordered_map>

#include "evigrade/base/text.hpp"
#include "recognise/mention_facts.hpp"

using namespace evigrade;
using recognise::mention_phrase;
using recognise::mention_word;
using recognise::WordFact;

namespace {

using Json = nlohmann::json;
using Facts = std::unordered_map<std::uint64_t, WordFact>;

// ---- WordNet

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

std::uint64_t key_of(const std::string& name, Facts& facts) {
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

void read_wordnet(const std::string& folder, Facts& facts) {
    const auto nouns = read_synsets(folder + "/data.noun");
    const auto index = read_index(folder + "/index.noun");
    std::unordered_map<std::string, std::uint8_t> roots;
    const auto root = [&](const char* word, std::size_t sense, std::uint8_t flag) { roots[index.at(word)[sense]] = flag; };
    for (const char* word : {"chemical_compound", "chemical_element", "drug", "medicine", "vitamin", "hormone", "alkaloid"})
        root(word, word == std::string("medicine") ? 1 : 0, WordFact::chemical);
    for (const char* word : {"ill_health", "symptom", "mental_disorder", "injury", "disease", "disorder", "pain", "abnormality"})
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

// ---- the company of words

struct Corpus {
    std::unordered_map<std::uint64_t, std::uint32_t> ids;
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> seen;
    std::vector<std::uint32_t> words;  ///< all texts in a row; 0 between two
};

void add_text(std::string_view text, Corpus& corpus) {
    corpus.words.push_back(0);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        std::size_t end = at + c.length;
        if (is_letter(c.value) || is_digit(c.value)) {
            while (end < text.size()) {
                const CodePoint next = decode(text, end);
                if (!is_letter(next.value) && !is_digit(next.value)) break;
                end += next.length;
            }
        }
        if (c.value > ' ') {
            const auto key = mention_word(text.substr(at, end - at));
            const auto [entry, fresh] = corpus.ids.try_emplace(key, static_cast<std::uint32_t>(corpus.keys.size()));
            if (fresh) {
                corpus.keys.push_back(key);
                corpus.seen.push_back(0);
            }
            ++corpus.seen[entry->second];
            corpus.words.push_back(entry->second);
        }
        at = end;
    }
}

void add_texts(const Json& value, Corpus& corpus) {
    if (value.is_string() && value.get_ref<const std::string&>().size() > 40) add_text(value.get<std::string>(), corpus);
    if (!value.is_structured()) return;
    for (const auto& inner : value) add_texts(inner, corpus);
}

Corpus read_corpus(const std::string& folder) {
    Corpus corpus;
    corpus.ids.emplace(0, 0);
    corpus.keys.push_back(0);
    corpus.seen.push_back(0);
    for (const char* name : {"claims/mentions.jsonl", "claims/direction.jsonl", "claims/pubmedqa.jsonl",
                             "claims/citation_integrity.jsonl", "claims/negation.jsonl", "references/intext.dev.jsonl"}) {
        std::ifstream in(folder + "/" + name);
        for (std::string line; std::getline(in, line);) {
            const Json row = Json::parse(line);
            if (row.value("source", "") == "biorxiv-jats") continue;
            if (!row.contains("tokens")) {
                add_texts(row, corpus);
            } else if (row.at("split") == "train") {
                std::string text;
                for (const auto& token : row.at("tokens")) text += token.get<std::string>() + " ";
                add_text(text, corpus);
            }
        }
    }
    return corpus;
}

using Sparse = std::vector<std::pair<std::uint32_t, float>>;

/// For each frequent word, which frequent words stand beside it, weighed by how much oftener than by chance; unit length.
std::vector<Sparse> company_of(const Corpus& corpus, const std::vector<std::uint32_t>& rows, std::size_t contexts,
                               const std::vector<std::uint32_t>& rank) {
    std::vector<std::map<std::uint32_t, float>> counts(rows.size());
    std::vector<std::uint32_t> row_of(corpus.keys.size(), UINT32_MAX);
    for (std::size_t i = 0; i < rows.size(); ++i) row_of[rows[i]] = static_cast<std::uint32_t>(i);
    std::vector<float> of_context(contexts * 4);
    for (std::size_t at = 2; at + 2 < corpus.words.size(); ++at) {
        const auto row = row_of[corpus.words[at]];
        if (row == UINT32_MAX) continue;
        for (const auto& [offset, slot] : {std::pair{-1, 0}, std::pair{1, 1}, std::pair{-2, 2}, std::pair{2, 3}}) {
            const auto word = corpus.words[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + offset)];
            if (rank[word] >= contexts) continue;
            const auto column = static_cast<std::uint32_t>(static_cast<std::size_t>(slot) * contexts + rank[word]);
            counts[row][column] += slot < 2 ? 1.0F : 0.5F;
            of_context[column] += slot < 2 ? 1.0F : 0.5F;
        }
    }
    float all = 0;
    for (const float count : of_context) all += count;
    std::vector<Sparse> out(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        float total = 0;
        for (const auto& [column, count] : counts[i]) total += count;
        float length = 0;
        for (const auto& [column, count] : counts[i]) {
            const float weight = std::log(count * all / (total * std::pow(of_context[column], 0.9F) * std::pow(all, 0.1F)));
            if (weight <= 0) continue;
            out[i].emplace_back(column, weight);
            length += weight * weight;
        }
        for (auto& [column, weight] : out[i]) weight /= std::sqrt(length);
    }
    return out;
}

/// Groups unit vectors around `groups` centres by their cosine.
std::vector<std::uint8_t> grouped(const std::vector<Sparse>& rows, std::size_t columns, std::size_t groups) {
    std::mt19937 random(5);
    std::vector<std::uint8_t> group(rows.size());
    std::vector<std::vector<float>> centres(groups, std::vector<float>(columns));
    for (std::size_t i = 0; i < rows.size(); ++i)  // the most frequent words begin the groups
        group[i] = static_cast<std::uint8_t>(i < groups ? i : random() % groups);
    for (std::size_t i = 0; i < groups && i < rows.size(); ++i) {
        for (const auto& [column, weight] : rows[i]) centres[i][column] = weight;
    }
    for (int turn = 0; turn < 25; ++turn) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            float best = -1;
            for (std::size_t g = 0; g < groups; ++g) {
                float cosine = 0;
                for (const auto& [column, weight] : rows[i]) cosine += weight * centres[g][column];
                if (cosine > best) {
                    best = cosine;
                    group[i] = static_cast<std::uint8_t>(g);
                }
            }
        }
        for (auto& centre : centres) std::fill(centre.begin(), centre.end(), 0.0F);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const auto& [column, weight] : rows[i]) centres[group[i]][column] += weight;
        }
        for (auto& centre : centres) {
            float length = 1e-9F;
            for (const float weight : centre) length += weight * weight;
            for (auto& weight : centre) weight /= std::sqrt(length);
        }
    }
    return group;
}

void add_company(const std::string& folder, Facts& facts) {
    const Corpus corpus = read_corpus(folder);
    std::vector<std::uint32_t> order;
    for (std::uint32_t id = 1; id < corpus.keys.size(); ++id) order.push_back(id);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return corpus.seen[a] != corpus.seen[b] ? corpus.seen[a] > corpus.seen[b] : corpus.keys[a] < corpus.keys[b];
    });
    std::vector<std::uint32_t> rank(corpus.keys.size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    while (!order.empty() && corpus.seen[order.back()] < 4) order.pop_back();
    constexpr std::size_t contexts = 1500;
    const auto company = company_of(corpus, order, contexts, rank);
    const auto fine = grouped(company, contexts * 4, 255);
    const auto coarse = grouped(company, contexts * 4, 40);
    for (std::size_t i = 0; i < order.size(); ++i) {
        WordFact& fact = facts[corpus.keys[order[i]]];
        fact.company = static_cast<std::uint8_t>(fine[i] + 1);
        fact.circle = static_cast<std::uint8_t>(coarse[i] + 1);
    }
    std::cout << corpus.words.size() << " words read, " << order.size() << " grouped\n";
}

std::string packed(const Facts& facts) {
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
    Facts facts;
    read_wordnet(values[1], facts);
    add_company(values[2], facts);
    std::erase_if(facts, [](const auto& entry) {
        const WordFact& fact = entry.second;
        return fact.company == 0 && fact.flags == 0 && fact.meaning == 0;
    });
    const std::string bytes = packed(facts);
    std::ofstream(std::string(values[3]) + "/models/mentions.words.bin", std::ios::binary) << bytes;
    std::cout << facts.size() << " words and phrases, " << bytes.size() << " bytes\n";
    return 0;
}
