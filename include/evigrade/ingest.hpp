// ingest: articles through the rooms into the store, their citations resolved, the evidence kept up to date.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/result.hpp"
#include "evigrade/grade.hpp"
#include "evigrade/model/change.hpp"
#include "evigrade/model/decision.hpp"
#include "evigrade/model/ingested.hpp"
#include "evigrade/records.hpp"
#include "evigrade/store.hpp"

namespace evigrade::ingest {

/// The rooms in a row, loaded once; `process` may run in several threads at once.
class Pipeline {
public:
    explicit Pipeline(Data data);
    ~Pipeline();
    Pipeline(Pipeline&&) noexcept;
    Pipeline& operator=(Pipeline&&) noexcept;

    /// One file, "-" for standard input.
    [[nodiscard]] Result<Ingested> process(const std::string& path) const;
    /// Bytes in memory; `name` stands for the path.
    [[nodiscard]] Result<Ingested> process(std::string_view bytes, const std::string& name) const;
    /// The rooms after `read`.
    [[nodiscard]] Ingested process(Article article) const;
    [[nodiscard]] const Data& data() const;

private:
    struct Rooms;
    std::unique_ptr<Rooms> rooms_;
};

/// Opens a store to write in it; a new one is given the lexicon and the catalogue, an old one gets what is new in them.
Result<store::Store> open(const std::string& path, const Data& data);

/// Puts one processed article in and brings all that rests on it up to date, in one transaction.
Result<store::Receipt> put(store::Store& store, const Ingested& ingested, const grade::Policy& policy);
/// What the store would find in an article: its list against the records, what has become of the studies it cites, what
/// it says of them. Nothing of it is kept.
Result<std::vector<Finding>> examine(store::Store& store, const Ingested& ingested, const grade::Policy& policy);
/// Takes an article (id, unique beginning of an id, path or address) out again, with all that rested on it alone.
/// The value is the id removed.
Result<std::string> remove(store::Store& store, const std::string& article, const grade::Policy& policy);

using evigrade::Signature;
using evigrade::Wish;
/// Logs decisions and brings what rests on them up to date, all in one transaction.
Result<std::vector<Decision>> decide(store::Store& store, const std::vector<Wish>& wishes, const Signature& signature,
                                     const grade::Policy& policy);
/// Takes a decision (id, or its unique beginning) back, by a further entry. Everything is as if it had not been made.
Result<Decision> undo(store::Store& store, const std::string& decision, const Signature& signature,
                      const grade::Policy& policy);
/// Adds another log's entries; those that are there already change nothing. How many were new.
Result<std::size_t> merge_decisions(store::Store& store, const std::vector<Decision>& entries, const grade::Policy& policy);

/// Which grades would change, of a store opened with Access::suppose: all is done as if in earnest, and taken back.
Result<std::vector<GradeChange>> whatif(store::Store& store, const Supposition& supposition, const grade::Policy& policy);

struct Progress {
    std::size_t done = 0;
    std::size_t total = 0;
    std::string current;
};
struct Options {
    std::size_t jobs = 1;
    std::function<void(const Progress&)> progress;  ///< called in the caller's thread; may be empty
    std::function<bool()> interrupted;              ///< asked between articles; may be empty
};
struct Summary {
    std::size_t added = 0;
    std::size_t unchanged = 0;
    std::size_t replaced = 0;
    std::vector<Error> failed;  ///< one for each input that could not be read; the rest is in the store
    bool interrupted = false;
};
/// Files and folders, in byte order of their paths whatever the number of jobs. An error only where the store fails.
Result<Summary> ingest(store::Store& store, const std::vector<std::string>& paths, const Pipeline& pipeline,
                       const Options& options = {});

struct ImportProgress {
    std::string file;
    std::size_t records = 0;         ///< of this file, taken or passed over
    std::optional<double> fraction;  ///< of this file, where its size is known
};
struct ImportOptions {
    std::optional<records::Format> format;  ///< nothing: each file's own beginning tells
    std::size_t batch = 30000;              ///< records in one transaction
    std::function<void(const ImportProgress&)> progress;
    std::function<bool()> interrupted;
    std::function<void(const records::BadRecord&)> bad;  ///< called for each record that could not be read
};
struct ImportSummary {
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t deleted = 0;
    std::size_t bad = 0;
    std::vector<Error> failed;  ///< files of which nothing more could be read
    bool interrupted = false;
};
/// Bibliographic files into the library of records, and whatever they concern brought up to date: the store is the same
/// whether records or articles come first. Memory does not grow with the files. A file that was imported whole is not read
/// again; one that was begun is gone on with. An error only where the store fails.
Result<ImportSummary> import(store::Store& store, const std::vector<std::string>& files, const grade::Policy& policy,
                             const ImportOptions& options = {});

}  // namespace evigrade::ingest
