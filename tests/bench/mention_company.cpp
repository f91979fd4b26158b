// The company that words keep: their neighbours, weighed by pointwise mutual information, grouped by k-means on cosines.
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <vector>

#include "bench/mention_sources.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::bench {
namespace {

using Json = nlohmann::json;
using recognise::mention_word;
using recognise::WordFact;

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

}  // namespace

void add_company(const std::string& folder, WordFactsByKey& facts) {
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

}  // namespace evigrade::bench
