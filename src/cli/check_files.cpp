#include "cli/check_files.hpp"

#include <algorithm>
#include <utility>

#include "evigrade/read.hpp"

namespace evigrade::cli {

FileChecker::FileChecker(const Data& data, std::string db, check::Selection selection)
    : data_(data), db_(std::move(db)), selection_(std::move(selection)), codes_(data), pipeline_(data), policy_(data) {}

void FileChecker::examine(const std::string& path, std::vector<Error>& failed) {
    std::vector<std::string> files{path};
    if (path != "-") {
        auto below = read::article_files(path);
        if (!below) {
            failed.push_back(below.error());
            return;
        }
        files = std::move(*below);
    }
    for (const std::string& file : files) {
        if (const Status checked = check_file(file); !checked) failed.push_back(checked.error());
    }
}

Status FileChecker::check_file(const std::string& file) {
    const auto source = read::source(file);
    if (!source) return source.error();
    const auto ingested = pipeline_.process(*source, file);
    if (!ingested) return ingested.error();
    std::vector<Finding> all = ingested->article.findings;
    all.insert(all.end(), ingested->linked.findings.begin(), ingested->linked.findings.end());
    const auto recorded = against_records(*ingested);
    if (!recorded) return recorded.error();
    all.insert(all.end(), recorded->begin(), recorded->end());
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.span < b.span; });
    const std::string_view bytes = ingested->article.format == ArticleFormat::pdf ? std::string_view() : *source;
    auto found = check::report(ingested->article, ingested->segmentation, all, bytes, codes_, selection_);
    report_.rows.insert(report_.rows.end(), found.rows.begin(), found.rows.end());
    report_.suppressed.insert(report_.suppressed.end(), found.suppressed.begin(), found.suppressed.end());
    return done();
}

Result<std::vector<Finding>> FileChecker::against_records(const Ingested& ingested) {
    if (ingested.linked.citations.empty() && ingested.linked.references.empty()) return std::vector<Finding>();
    if (!store_) {
        auto opened = ingest::open(db_, data_);
        if (!opened) return opened.error();
        store_ = std::move(*opened);
    }
    return ingest::examine(*store_, ingested, policy_);
}

}  // namespace evigrade::cli
