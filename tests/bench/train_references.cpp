// Trains data/models/references.*: the sequence model of ReferenceParser and its list of journal names.
//
//   train_references EVAL_DIR OUT_DIR [--fold K/N] [--epochs E] [--copies C] [--buckets B] [--show N]
//
// EVAL_DIR holds dev.jsonl and train-pool.jsonl. With --fold, the documents of fold K of N are left out; their ids are
// written to OUT_DIR/models/left_out.txt, so that they can be measured with what was not trained on them.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "bench/reference_render.hpp"
#include "bench/reference_rows.hpp"
#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "learn/sequence_trainer.hpp"
#include "link/reference_model.hpp"

using namespace evigrade;
using bench::Labelled;
using bench::ReferenceRow;

namespace {

struct Options {
    std::string from, to;
    std::size_t fold = 0, folds = 0;
    std::size_t epochs = 9;
    std::size_t show = 0;
    std::size_t copies = 1;
    std::uint32_t buckets = 70000;
    float rate = 0.1F;
    float shrink = 1e-4F;
    std::size_t seen_least = 3;
};

Options options_of(int count, char** values) {
    Options options;
    options.from = count > 1 ? values[1] : ".";
    options.to = count > 2 ? values[2] : ".";
    for (int i = 3; i + 1 < count; i += 2) {
        const std::string name = values[i];
        const std::string value = values[i + 1];
        if (name == "--fold") {
            options.fold = std::stoul(value);
            options.folds = std::stoul(value.substr(value.find('/') + 1));
        }
        if (name == "--epochs") options.epochs = std::stoul(value);
        if (name == "--show") options.show = std::stoul(value);
        if (name == "--copies") options.copies = std::stoul(value);
        if (name == "--buckets") options.buckets = static_cast<std::uint32_t>(std::stoul(value));
        if (name == "--seen") options.seen_least = std::stoul(value);
        if (name == "--shrink") options.shrink = std::stof(value);
        if (name == "--rate") options.rate = std::stof(value);
    }
    return options;
}

bool left_out(const ReferenceRow& row, const Options& options) {
    const bool of_dev = row.source == "biorxiv-jats" || row.source == "plos-jats" || row.source == "grobid-eval";
    if (options.folds == 0 || !of_dev) return false;
    return hash64(row.doc.empty() ? row.id : row.doc) % options.folds == options.fold;
}

/// Rows whose gold leaves a field open would teach that the field is absent.
bool is_whole(const ReferenceRow& row) {
    for (const char* field : {"authors", "title", "container", "year", "volume", "pages", "editors"}) {
        if (row.skips(field)) return false;
    }
    return true;
}

std::vector<ReferenceRow> training_rows(const Options& options) {
    std::vector<ReferenceRow> rows;
    std::ofstream out;
    if (options.folds > 0) out.open(options.to + "/models/left_out.txt");
    for (const char* name : {"/dev.jsonl", "/train-pool.jsonl"}) {
        for (auto& row : bench::read_rows(options.from + name)) {
            if (!bench::may_ship(row)) continue;
            if (left_out(row, options)) {
                out << row.id << '\n';
            } else if (is_whole(row)) {
                rows.push_back(std::move(row));
            }
        }
    }
    return rows;
}

/// Names of journals that two rows or more agree on: a name seen once would be known in training and never again.
void write_journals(const std::vector<ReferenceRow>& rows, const std::string& path) {
    std::map<std::string, std::pair<std::size_t, std::string>> seen;
    for (const auto& row : rows) {
        if (!row.journal || !row.gold.contains("container")) continue;
        const std::string name = squeeze(row.gold["container"].get<std::string>());
        if (name.size() < 3 || name.size() > 100 || name.find('\t') != std::string::npos) continue;
        auto& entry = seen[fold(name)];
        ++entry.first;
        entry.second = name;
    }
    std::ofstream out(path);
    out << "# Names of journals as reference lists print them, and in how many of the training rows of "
           "references.rows.txt.\n"
           "# Facts, counted by tests/bench/train_references.cpp. Licence: CC0-1.0. Reviewer: evigrade maintainers, "
           "2026-11.\n"
           "name\trows\tsource\n";
    for (const auto& [key, entry] : seen) {
        if (entry.first >= 2 && !key.empty()) out << entry.second << '\t' << entry.first << "\treferences.rows.txt\n";
    }
}

void write_rows(const std::vector<ReferenceRow>& rows, const std::string& path) {
    std::map<std::string, std::vector<std::string>> ids;
    for (const auto& row : rows) {
        const std::string licence = row.source == "biorxiv-jats"          ? row.licence
                                    : row.source == "plos-jats"           ? "CC BY 4.0"
                                    : row.source.starts_with("anystyle-") ? "BSD-2-Clause"
                                                                          : "Apache-2.0";
        ids[row.source + "\t" + licence].push_back(row.id.substr(row.id.find(':') + 1));
    }
    std::ofstream out(path);
    out << "# The rows that references.bin was trained on, by source and licence: the first 12 digits of the row's id.\n"
           "# biorxiv-jats, plos-jats: reference lists of open-access articles (bioRxiv, PLOS), CC BY or CC0; anystyle-*: "
           "corpora of\n"
           "# AnyStyle (Sylvester Keil and contributors); grobid-*: citation corpus of GROBID (Patrice Lopez and "
           "contributors).\n"
           "source\tlicence\trows\tids\n";
    for (const auto& [key, list] : ids) {
        out << key << '\t' << list.size() << '\t';
        for (std::size_t i = 0; i < list.size(); ++i) out << (i == 0 ? "" : "|") << list[i];
        out << '\n';
    }
}

void show(const Labelled& row) {
    static constexpr const char* names[] = {"other", "family",     "given",  "title", "container",
                                            "date",  "volume",     "issue",  "pages", "publisher",
                                            "place", "identifier", "editor", "label", "editor_family"};
    std::cout << row.text << '\n';
    for (std::size_t t = 0; t < row.labels.size(); ++t) {
        std::cout << (t == 0 || row.labels[t] != row.labels[t - 1]
                          ? std::string("\n  ") + names[static_cast<int>(row.labels[t])] + ":"
                          : "")
                  << ' ' << row.found.tokens[t].in(row.text);
    }
    std::cout << "\n\n";
}

}  // namespace

int main(int count, char** values) {
    const Options options = options_of(count, values);
    const auto rows = training_rows(options);
    write_journals(rows, options.to + "/models/references.journals.tsv");
    write_rows(rows, options.to + "/models/references.rows.txt");
    const link::JournalNames journals = link::read_journal_names(Data(options.to));
    learn::SequenceTrainer trainer(link::parts);
    learn::SequenceInput input;
    std::size_t used = 0;
    std::size_t rendered = 0;
    const auto add = [&](const Labelled& row) {
        std::vector<std::uint8_t> labels;
        for (const auto label : row.labels) labels.push_back(static_cast<std::uint8_t>(label));
        link::describe(row.text, row.found.tokens, journals, input);
        trainer.add(input, labels);
    };
    bench::Renderer renderer(7);
    for (const auto& row : rows) {
        if (const auto labelled = bench::label_row(row.text, row.gold)) renderer.hear(*labelled);
    }
    for (const auto& row : rows) {
        const auto labelled = bench::label_row(row.text, row.gold);
        if (!labelled) {
            if (used < options.show) std::cout << "NOT ALIGNED " << row.text << "\n  " << row.gold << '\n';
            continue;
        }
        if (used < options.show && hash64(row.id) % 16 == 0) show(*labelled);
        ++used;
        add(*labelled);
        for (std::size_t copy = 0; copy < options.copies * (row.journal ? 1 : 3); ++copy) {
            if (const auto other = renderer.render(row, *labelled)) {
                if (rendered < options.show && rendered % 16 == 0) show(*other);
                ++rendered;
                add(*other);
            }
        }
    }
    std::cout << rows.size() << " rows, " << used << " aligned, " << rendered << " rendered anew\n";
    if (options.epochs == 0) return 0;
    learn::SequenceTraining training;
    training.epochs = options.epochs;
    training.buckets = options.buckets;
    training.rate = options.rate;
    training.shrink = options.shrink;
    training.seen_least = options.seen_least;
    const std::string model = trainer.train(training, [&](std::size_t epoch, double loss) {
        std::cout << "epoch " << epoch << " loss " << loss << ", " << trainer.features() << " features" << std::endl;
    });
    std::ofstream(options.to + "/models/references.bin", std::ios::binary) << model;
    return 0;
}
