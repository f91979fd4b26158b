// Many files: read and linked by several threads, put into the store by one, in the order of their paths.
#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "evigrade/ingest.hpp"
#include "evigrade/read.hpp"

namespace evigrade::ingest {
namespace {

/// Processes paths ahead of the one who takes them, a bounded number ahead, so that memory does not grow with the batch.
class Ahead {
public:
    Ahead(const Pipeline& pipeline, const std::vector<std::string>& paths, std::size_t jobs)
        : pipeline_(pipeline), paths_(paths), window_(2 * jobs) {
        for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
    }
    ~Ahead() {
        {
            const std::scoped_lock lock(mutex_);
            stop_ = true;
        }
        changed_.notify_all();
        for (auto& thread : threads_) thread.join();
    }
    Ahead(const Ahead&) = delete;
    Ahead& operator=(const Ahead&) = delete;

    /// The result for the next path.
    Result<Ingested> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ready_.contains(taken_); });
        auto entry = ready_.extract(taken_++);
        lock.unlock();
        changed_.notify_all();
        return std::move(entry.mapped());
    }

private:
    void work() {
        while (true) {
            std::size_t place = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return stop_ || started_ == paths_.size() || started_ < taken_ + window_; });
                if (stop_ || started_ == paths_.size()) return;
                place = started_++;
            }
            auto result = pipeline_.process(paths_[place]);
            {
                const std::scoped_lock lock(mutex_);
                ready_.emplace(place, std::move(result));
            }
            changed_.notify_all();
        }
    }

    const Pipeline& pipeline_;
    const std::vector<std::string>& paths_;
    std::size_t window_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::size_t, Result<Ingested>> ready_;
    std::size_t started_ = 0;
    std::size_t taken_ = 0;
    bool stop_ = false;
    std::vector<std::thread> threads_;
};

std::vector<std::string> all_files(const std::vector<std::string>& paths, Summary& summary) {
    std::vector<std::string> out;
    for (const auto& path : paths) {
        auto files =
            path == "-" ? Result<std::vector<std::string>>(std::vector<std::string>{path}) : read::article_files(path);
        if (!files) {
            summary.failed.push_back(files.error());
            continue;
        }
        for (auto& file : *files) out.push_back(std::move(file));
    }
    return out;
}

void count(Summary& summary, store::Outcome outcome) {
    if (outcome == store::Outcome::added) ++summary.added;
    if (outcome == store::Outcome::unchanged) ++summary.unchanged;
    if (outcome == store::Outcome::replaced) ++summary.replaced;
}

}  // namespace

Result<Summary> ingest(store::Store& store, const std::vector<std::string>& paths, const Pipeline& pipeline,
                       const Options& options) {
    Summary summary;
    const grade::Policy policy(pipeline.data());
    const auto files = all_files(paths, summary);
    Ahead ahead(pipeline, files, std::max<std::size_t>(1, std::min<std::size_t>(options.jobs, 64)));
    for (std::size_t done = 0; done < files.size(); ++done) {
        if (options.interrupted && options.interrupted()) {
            summary.interrupted = true;
            break;
        }
        if (options.progress) options.progress({done, files.size(), files[done]});
        const auto ingested = ahead.take();
        if (!ingested) {
            summary.failed.push_back(ingested.error());
            continue;
        }
        const auto receipt = put(store, *ingested, policy);
        if (!receipt) return receipt.error();
        count(summary, receipt->outcome);
    }
    if (options.progress) options.progress({files.size(), files.size(), ""});
    return summary;
}

}  // namespace evigrade::ingest
