// Reads bibliographic files and says how many records they hold, how fast, and in how much memory:
//   read_records FILE...          one line a file
//   read_records --repeat N FILE  the records of a PubMed file N times over, as one stream, without writing it
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "evigrade/records.hpp"
#include "records/formats.hpp"

using namespace evigrade;
using namespace evigrade::records;

namespace {

/// A PubMed file whose records come again and again.
class Repeated final : public Bytes {
public:
    Repeated(const std::string& text, std::size_t times) : left_(times) {
        const std::size_t begin = text.find("<PubmedArticle>");
        const std::size_t end = text.rfind("</PubmedArticle>") + 16;
        head_ = text.substr(0, begin);
        records_ = text.substr(begin, end - begin);
        tail_ = text.substr(end);
    }
    std::string_view next() override {
        const std::string_view out = std::exchange(head_given_, true) ? (left_ > 0 ? records_ : tail_) : head_;
        if (out.data() == records_.data()) --left_;
        if (out.data() == tail_.data() && std::exchange(tail_given_, true)) return {};
        bytes_ += out.size();
        return out;
    }
    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    std::string head_;
    std::string records_;
    std::string tail_;
    std::size_t left_;
    std::size_t bytes_ = 0;
    bool head_given_ = false;
    bool tail_given_ = false;
};

std::string file_text(const std::string& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

double peak_mb() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Seconds of work of this process: on a busy machine the clock on the wall measures the others.
double worked() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int repeat(std::size_t times, const std::string& path) {
    std::size_t references = 0;
    const Take take = [&](Event&& event) {
        if (const auto* record = std::get_if<BibRecord>(&event)) references += record->references.size();
        return true;
    };
    auto bytes = std::make_unique<Repeated>(file_text(path), times);
    const Repeated& repeated = *bytes;
    const double start = worked();
    Source source(std::move(bytes), path);
    Sink sink(path, take, 0);
    const Status status = read_pubmed_xml(source, sink);
    const double seconds = worked() - start;
    const double records = static_cast<double>(sink.reading().records);
    const double megabytes = static_cast<double>(repeated.bytes()) / 1e6;
    fmt::print("{} records, {} bad, {} references, {:.0f} MB in {:.2f} s: {:.0f} records/s, {:.1f} MB/s, peak {:.1f} MB\n",
               sink.reading().records, sink.reading().bad, references, megabytes, seconds, records / seconds,
               megabytes / seconds, peak_mb());
    return status ? EXIT_SUCCESS : EXIT_FAILURE;
}

void read_one(const std::string& path) {
    std::string first;
    const Take take = [&](Event&& event) {
        if (const auto* bad = std::get_if<BadRecord>(&event); bad != nullptr && first.empty())
            first = fmt::format(" (record {}, line {}: {})", bad->place.ordinal, bad->place.line.value_or(0), bad->why);
        return true;
    };
    const double start = worked();
    const auto reading = read(path, take);
    if (reading) {
        fmt::print("{}: {} {} records, {} bad, {} deleted, {:.2f} s, peak {:.1f} MB{}\n", path, to_text(reading->format),
                   reading->records, reading->bad, reading->deleted, worked() - start, peak_mb(), first);
    } else {
        fmt::print("{}: error: {}, {:.2f} s, peak {:.1f} MB{}\n", path, reading.error().what, worked() - start, peak_mb(),
                   first);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "--repeat") return repeat(std::stoul(words[1]), words[2]);
    for (const auto& path : words) read_one(path);
    return EXIT_SUCCESS;
}
