// Work done by several threads, handed over in the order of the input, with a bounded number of results waiting.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace evigrade::cli {

/// Calls `work(i)` for i in [0, n) on `jobs` threads and `take` with each result in order of i, on the caller's thread.
/// At most 4 results a job wait at any time, so that memory does not grow with n.
template <class T>
void in_order(std::size_t n, std::size_t jobs, const std::function<T(std::size_t)>& work,
              const std::function<void(const T&)>& take) {
    if (jobs <= 1 || n <= 1) {
        for (std::size_t i = 0; i < n; ++i) take(work(i));
        return;
    }
    const std::size_t window = 4 * jobs;
    std::mutex mutex;
    std::condition_variable changed;
    std::vector<std::optional<T>> ring(window);
    std::size_t next = 0;
    std::size_t taken = 0;
    const auto labour = [&] {
        for (;;) {
            std::size_t mine = 0;
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return next >= n || next < taken + window; });
                if (next >= n) return;
                mine = next++;
            }
            T result = work(mine);
            const std::scoped_lock lock(mutex);
            ring[mine % window].emplace(std::move(result));
            changed.notify_all();
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < jobs; ++i) threads.emplace_back(labour);
    while (taken < n) {
        std::optional<T> result;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return ring[taken % window].has_value(); });
            result.swap(ring[taken % window]);
            ++taken;
            changed.notify_all();
        }
        take(*result);
    }
}

}  // namespace evigrade::cli
