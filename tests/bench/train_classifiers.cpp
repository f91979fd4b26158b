// Trains data/models/direction.* and stance.*: linear models over the features that the readers themselves describe.
//
//   train_classifiers CLAIMS_DIR DATA_DIR direction|stance [--cost C] [--seen N] [--folds K] [--errors N]
//
// CLAIMS_DIR holds direction.jsonl and pubmedqa.jsonl; only rows of their split "train" are read. With --folds, nothing
// is written: the rows are cut into K parts by document, and each part is measured with what was trained on the others.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "bench/linear_training.hpp"
#include "learn/direction.hpp"
#include "learn/linear_pack.hpp"
#include "learn/stance.hpp"

#include <nlohmann/json.hpp>

using namespace evigrade;
using bench::LinearRow;

namespace {

std::string text_of(const nlohmann::json& record, const char* key) {
    return record.at(key).get<std::string>();
}

std::vector<nlohmann::json> train_rows(const std::string& path) {
    std::vector<nlohmann::json> rows;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        auto record = nlohmann::json::parse(line);
        if (record.at("split") == "train") rows.push_back(std::move(record));
    }
    return rows;
}

std::size_t place_of(const std::vector<std::string>& labels, const std::string& label) {
    return static_cast<std::size_t>(std::find(labels.begin(), labels.end(), label) - labels.begin());
}

std::vector<LinearRow> directions(const std::string& folder, const Data& data, const std::vector<std::string>& labels) {
    const learn::DirectionReader reader(data);
    std::vector<LinearRow> rows;
    for (const auto& record : train_rows(folder + "/direction.jsonl")) {
        const std::string arm = text_of(record, "intervention");
        const std::string other = text_of(record, "comparator");
        const std::string outcome = text_of(record, "outcome");
        const std::string text = text_of(record, "evidence");
        const std::string shown = arm + " | " + other + " | " + outcome + " | " + text;
        rows.push_back({text_of(record, "id"), text_of(record, "doc"), shown, place_of(labels, text_of(record, "label")),
                        reader.describe(text, {arm, other, outcome})});
    }
    return rows;
}

std::vector<LinearRow> stances(const std::string& folder, const Data& data, const std::vector<std::string>& labels) {
    const learn::StanceReader reader(data);
    std::vector<LinearRow> rows;
    for (const auto& record : train_rows(folder + "/pubmedqa.jsonl")) {
        const std::string question = text_of(record, "question");
        const std::string answer = text_of(record, "conclusion");
        const std::string id = text_of(record, "id");
        rows.push_back({id, id, question + " | " + answer, place_of(labels, text_of(record, "label")),
                        reader.describe(question, answer)});
    }
    return rows;
}

struct Task {
    std::string_view name;
    std::vector<std::string> labels;
    std::vector<LinearRow> (*rows)(const std::string&, const Data&, const std::vector<std::string>&);
    std::string_view source;
};

const std::vector<Task>& tasks() {
    static const std::vector<Task> all{{"direction",
                                        {"increased", "decreased", "no-difference"},
                                        directions,
                                        "Evidence Inference 2 (Jay DeYoung, Eric Lehman and others), MIT licence, training "
                                        "part. Prompts with their evidence"},
                                       {"stance",
                                        {"yes", "no", "maybe"},
                                        stances,
                                        "PubMedQA (Qiao Jin and others), MIT licence, training part of the expert-labelled "
                                        "questions with their conclusions"}};
    return all;
}

void write_rows(const std::vector<LinearRow>& rows, const std::string& path, const Task& task) {
    std::ofstream out(path);
    out << "# The rows that " << task.name << ".bin was trained on, by id: " << task.source << ".\n# Features by src/learn/"
        << task.name << "_features.cpp.\n";
    for (const auto& row : rows) out << row.id << '\n';
}

}  // namespace

int main(int count, char** values) {
    if (count < 4) {
        std::cerr << "usage: train_classifiers CLAIMS_DIR DATA_DIR direction|stance [--cost C] [--seen N] [--folds K]\n";
        return 2;
    }
    const std::string folder = values[1];
    const std::string data_folder = values[2];
    const std::string what = values[3];
    bench::LinearTraining training;
    std::size_t folds = 0;
    std::size_t errors = 0;
    for (int i = 4; i + 1 < count; i += 2) {
        const std::string name = values[i];
        if (name == "--cost") training.cost = std::atof(values[i + 1]);
        if (name == "--seen") training.seen_least = std::strtoul(values[i + 1], nullptr, 10);
        if (name == "--folds") folds = std::strtoul(values[i + 1], nullptr, 10);
        if (name == "--errors") errors = std::strtoul(values[i + 1], nullptr, 10);
    }
    const auto task = std::find_if(tasks().begin(), tasks().end(), [&](const Task& known) { return known.name == what; });
    if (task == tasks().end()) {
        std::cerr << what << " is not known\n";
        return 2;
    }
    const auto rows = task->rows(folder, Data(data_folder), task->labels);
    if (folds > 1) {
        bench::cross_validate(rows, task->labels, training, folds, errors);
        return 0;
    }
    const std::string bytes = learn::pack(bench::train(rows, task->labels.size(), training));
    std::ofstream(data_folder + "/models/" + what + ".bin", std::ios::binary) << bytes;
    write_rows(rows, data_folder + "/models/" + what + ".rows.txt", *task);
    std::cout << rows.size() << " rows, " << bytes.size() << " bytes\n";
    return 0;
}
