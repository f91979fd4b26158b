// Trains data/models/mentions.bin: the sequence model of chemicals and diseases in open vocabulary.
//
//   train_mentions MENTIONS_JSONL DATA_DIR [--fold K/N] [--epochs E] [--rounds R] [--buckets B] [--rate R] [--shrink S]
//   [--seen N] [--seed S]
//
// Only rows of the train part are read. With --fold, rows of fold K of N are left out and measured.
#include <fmt/ranges.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/recognise.hpp"
#include "learn/sequence_trainer.hpp"
#include "recognise/mention_features.hpp"
#include "recognise/mention_labels.hpp"

using namespace evigrade;
using namespace evigrade::recognise;
using Json = nlohmann::json;

namespace {

struct Row {
    std::string text;
    bool ncbi = false;
    bool left_out = false;
    std::vector<std::uint8_t> labels;  ///< of each token of ours
};

struct Options {
    std::string rows, data;
    std::size_t fold = 0, folds = 0;
    learn::SequenceTraining training;
    std::size_t bc5cdr = 1;  ///< how often each of its rows is learned from
};

Options options_of(int count, char** values) {
    Options options;
    options.rows = values[1];
    options.data = values[2];
    options.training.epochs = 10;
    options.training.rate = 0.1F;
    options.training.shrink = 1e-4F;
    options.training.seen_least = 2;
    options.training.buckets = 50000;
    for (int i = 3; i + 1 < count; i += 2) {
        const std::string name = values[i];
        const std::string value = values[i + 1];
        if (name == "--fold") {
            options.fold = std::stoul(value);
            options.folds = std::stoul(value.substr(value.find('/') + 1));
        }
        if (name == "--rounds") options.training.rounds = std::stoul(value);
        if (name == "--epochs") options.training.epochs = std::stoul(value);
        if (name == "--buckets") options.training.buckets = static_cast<std::uint32_t>(std::stoul(value));
        if (name == "--seen") options.training.seen_least = std::stoul(value);
        if (name == "--shrink") options.training.shrink = std::stof(value);
        if (name == "--rate") options.training.rate = std::stof(value);
        if (name == "--blind") options.training.blind = std::stof(value);
        if (name == "--lean") options.training.lean[0] = std::stof(value);
        if (name == "--lean-disease") {  // once a disease
            for (const auto label : {MentionLabel::disease_begins, MentionLabel::disease_alone})
                options.training.lean[static_cast<std::size_t>(label)] = std::stof(value);
        }
        if (name == "--bc5cdr") options.bc5cdr = std::stoul(value);
        if (name == "--seed") options.training.seed = std::stoul(value);
    }
    return options;
}

/// "B-Disease", "I-Disease" … of the row's tokens become labels of ours, which part the text alike.
Row row_of(const Json& json) {
    Row row;
    const auto& tags = json.at("tags");
    for (std::size_t t = 0; t < tags.size(); ++t) {
        row.text += (t == 0 ? "" : " ") + json.at("tokens")[t].get<std::string>();
        const auto tag = tags[t].get<std::string>();
        const bool goes_on = t + 1 < tags.size() && tags[t + 1].get<std::string>().starts_with("I");
        const bool begins = tag.starts_with("B");
        if (tag == "O") {
            row.labels.push_back(0);
            continue;
        }
        const int place = begins ? (goes_on ? 0 : 3) : (goes_on ? 1 : 2);
        row.labels.push_back(static_cast<std::uint8_t>((tag.ends_with("Disease") ? 5 : 1) + place));
    }
    row.ncbi = json.at("source") == "ncbi";
    return row;
}

std::vector<Row> read_rows(const Options& options) {
    std::vector<Row> rows;
    std::ifstream in(options.rows);
    std::size_t number = 0;
    for (std::string line; std::getline(in, line); ++number) {
        const Json json = Json::parse(line);
        if (json.at("split") != "train") continue;
        rows.push_back(row_of(json));
        // neighbours are of one abstract: they go together
        if (options.folds > 0) rows.back().left_out = rows.size() / 200 % options.folds == options.fold;
    }
    return rows;
}

struct Score {
    std::size_t found = 0, gold = 0, right = 0;
    [[nodiscard]] double f1() const {
        return 2.0 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, found + gold));
    }
};

/// In how many places a name is marked as what, and where none of its tokens is.
struct NameCount {
    std::size_t chemical = 0, disease = 0, bare = 0;
};

std::string name_of(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
    return fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(first),
                                       words.begin() + static_cast<std::ptrdiff_t>(last), " "));
}

std::vector<std::string> words_of(const Row& row) {
    std::vector<std::string> words;
    for (const auto word : split(row.text, ' ')) words.push_back(lower(word));
    return words;
}

std::map<std::string, NameCount> counted_names(const std::vector<Row>& rows) {
    constexpr std::size_t shortest = 5;  // shorter names are short forms, which mean this here and that there
    constexpr std::size_t most_words = 6;
    std::map<std::string, NameCount> names;
    for (const Row& row : rows) {
        if (row.left_out) continue;
        const auto words = words_of(row);
        for (const LabelledMention& mention : labelled_mentions(row.labels)) {
            const std::string name = name_of(words, mention.first, mention.last);
            if (name.size() < shortest || mention.last - mention.first > most_words) continue;
            ++(mention.chemical ? names[name].chemical : names[name].disease);
        }
    }
    for (const Row& row : rows) {
        const auto words = words_of(row);
        for (std::size_t first = 0; first < words.size() && !row.left_out; ++first) {
            for (std::size_t last = first + 1; last <= std::min(words.size(), first + most_words); ++last) {
                if (row.labels[last - 1] != 0) break;
                const auto known = names.find(name_of(words, first, last));
                if (known != names.end() && (!row.ncbi || known->second.chemical == 0))
                    ++known->second.bare;  // none marked there
            }
        }
    }
    return names;
}

/// The names that are what they are in at least four of five places.
void write_names(const std::string& path, const std::map<std::string, NameCount>& names) {
    std::ofstream out(path);
    out << "# Names that the training texts of mentions.bin mark in at least four of five places (mentions.sources.md).\n"
           "# Licence: CC-BY-4.0 (BC5CDR, NCBI disease). Reviewer: none; counted by tests/bench/train_mentions.cpp.\n"
           "name\tkind\tsource\n";
    for (const auto& [name, count] : names) {
        const std::size_t most = std::max(count.chemical, count.disease);
        if (5 * most >= 4 * (count.chemical + count.disease + count.bare))
            out << name << '\t' << (count.chemical == most ? "chemical" : "disease") << "\tmentions.sources.md\n";
    }
}

class Bench {
public:
    explicit Bench(Options options)
        : options_(std::move(options)),
          data_(options_.data),
          lexicon_(data_),
          affixes_(data_),
          sources_{&lexicon_, &affixes_, WordFacts::open(*data_.find("models/mentions.words.bin")).value()},
          rows_(read_rows(options_)) {}

    /// Chemicals are not marked in NCBI's rows: those that a model of the other rows finds there are taken for marked.
    void run() {
        write_names(options_.data + "/models/mentions.names.tsv", counted_names(rows_));
        const std::size_t rounds = std::exchange(options_.training.rounds, 1);
        const std::string first = trained([](const Row& row) { return !row.ncbi && !row.left_out; });
        options_.training.rounds = rounds;
        const auto model = learn::SequenceModel::open(first).value();
        for (Row& row : rows_) {
            if (!row.ncbi) continue;
            const auto labels = decoded(row, model);
            for (std::size_t t = 0; t < labels.size(); ++t) {
                if (row.labels[t] == 0 && labels[t] >= 1 && labels[t] <= 4) row.labels[t] = labels[t];
            }
        }
        const std::string whole = trained([](const Row& row) { return !row.left_out; });
        std::ofstream(options_.data + "/models/mentions.bin", std::ios::binary) << whole;
        if (options_.folds > 0) measure(learn::SequenceModel::open(whole).value());
    }

private:
    template <class Wanted>
    std::string trained(Wanted wanted) {
        learn::SequenceTrainer trainer(mention_labels);
        learn::SequenceInput input;
        for (const Row& row : rows_) {
            if (!wanted(row)) continue;
            const MentionText text(row.text, sources_);
            if (text.tokens.size() != row.labels.size()) continue;
            describe_mentions(text, 0, text.tokens.size(), input);
            for (std::size_t copy = 0; copy < (row.ncbi ? 1 : options_.bc5cdr); ++copy) trainer.add(input, row.labels);
        }
        std::cout << trainer.features() << " features\n";
        return trainer.train(options_.training, [&](std::size_t epoch, double loss) {
            std::cout << "epoch " << epoch << " loss " << loss << ", " << trainer.features() << " features" << std::endl;
        });
    }

    std::vector<std::uint8_t> decoded(const Row& row, const learn::SequenceModel& model) {
        const MentionText text(row.text, sources_);
        describe_mentions(text, 0, text.tokens.size(), input_);
        auto labels = model.decode(input_);
        labels.resize(row.labels.size());
        return labels;
    }

    void measure(const learn::SequenceModel& model) {
        std::map<std::string, Score> scores;
        for (const Row& row : rows_) {
            if (!row.left_out) continue;
            const MentionText text(row.text, sources_);
            const auto gold = labelled_mentions(row.labels);
            auto labels = decoded(row, model);
            settle_abbreviations(text, labels);
            const auto found = labelled_mentions(labels);
            for (const bool chemical : {true, false}) {
                if (row.ncbi && chemical) continue;
                Score& score = scores[std::string(row.ncbi ? "ncbi" : "bc5cdr") + (chemical ? " chemical" : " disease")];
                for (const auto& mention : gold) {
                    if (mention.chemical != chemical) continue;
                    ++score.gold;
                    score.right += std::find(found.begin(), found.end(), mention) != found.end() ? 1U : 0U;
                }
                for (const auto& mention : found) score.found += mention.chemical == chemical ? 1U : 0U;
            }
        }
        for (const auto& [name, score] : scores) {
            std::cout << name << " F1 " << score.f1() << ", precision "
                      << static_cast<double>(score.right) / static_cast<double>(score.found) << ", recall "
                      << static_cast<double>(score.right) / static_cast<double>(score.gold) << '\n';
        }
    }

    Options options_;
    Data data_;
    Lexicon lexicon_;
    Affixes affixes_;
    MentionSources sources_;
    std::vector<Row> rows_;
    learn::SequenceInput input_;
};

}  // namespace

int main(int count, char** values) {
    if (count < 3) return 2;
    Bench(options_of(count, values)).run();
    return 0;
}
