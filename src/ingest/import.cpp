// Files into the library: read in a stream, put in batches, each with the place where the next one begins.
#include <algorithm>

#include "evigrade/ingest.hpp"
#include "ingest/import_batch.hpp"
#include "ingest/import_file.hpp"

namespace evigrade::ingest {
namespace {

/// Whose word a format carries; several formats are one database's.
std::string_view source_of(records::Format format) {
    switch (format) {
        case records::Format::pubmed_xml:
        case records::Format::nbib:
            return "PubMed";
        case records::Format::crossref_json:
        case records::Format::crossref_xml:
            return "Crossref";
        case records::Format::openalex_json:
            return "OpenAlex";
        case records::Format::europepmc_json:
            return "Europe PMC";
        case records::Format::jats:
            return "publisher";
        case records::Format::retraction_watch_csv:
            return "Retraction Watch";
        case records::Format::ris:
        case records::Format::isi:
        case records::Format::bibtex:
        case records::Format::csl_json:
        case records::Format::endnote_xml:
        case records::Format::refer:
            return "library";
    }
    return "library";
}

constexpr std::size_t between_words = 250;  ///< records between two words of progress

/// One import: takes events, commits batches.
class Import {
public:
    Import(store::Database& database, const grade::Policy& policy, const ImportOptions& options, ImportSummary& summary)
        : database_(database), policy_(policy), options_(options), summary_(summary), designs_(Data()) {}

    /// `name` is what the file is called to people.
    void file(const std::string& path, const std::string& name) {
        begin(path, name);
        if (state_.complete) {
            summary_.unchanged += state_.records;
            return;
        }
        // Whose word the records carry must be known before the first of them is put.
        const auto first = records::read(
            path, [](records::Event&&) { return false; }, options_.format);
        if (!first) return fail(first.error());
        state_.format = first->format;
        const auto reading = records::read(
            path, [this](records::Event&& event) { return take(std::move(event)); }, first->format, state_.passed);
        if (!reading) fail(reading.error());
        state_.complete = reading.ok() && !reading->stopped;
        commit();
    }

    [[nodiscard]] bool going_on() const { return !summary_.interrupted && !database_.error(); }

private:
    void begin(const std::string& path, const std::string& name) {
        const auto fingerprint = fingerprint_of(path);
        state_ = FileState{};
        state_.name = name;
        if (fingerprint) state_ = remembered(database_, *fingerprint, name);
        size_ = text_size(path);
        said_ = 0;
    }

    void fail(Error error) {
        error.in = state_.name;
        summary_.failed.push_back(std::move(error));
    }

    /// The transaction begins with the first event, so that a file that cannot be read leaves nothing behind.
    ImportBatch& batch() {
        if (!batch_) {
            transaction_.emplace(database_);
            batch_.emplace(database_, policy_, designs_);
        }
        return *batch_;
    }

    void commit() {
        if (!batch_ && !state_.complete) return;
        batch().settle();
        remember(database_, state_);
        transaction_->commit();
        batch_.reset();
        transaction_.reset();
    }

    bool take(records::Event&& event) {
        const auto& place = std::visit([](const auto& one) -> const RecordPlace& { return one.place; }, event);
        state_.passed = place.ordinal;
        say(place);
        std::visit([this](const auto& one) { put(one); }, event);
        if (batch_ && batch_->size() >= options_.batch) commit();
        if (options_.interrupted && options_.interrupted()) summary_.interrupted = true;
        return going_on();
    }

    void put(const BibRecord& record) {
        ++state_.records;
        switch (batch().take(record, source_of(state_.format))) {
            case store::Outcome::added:
                ++summary_.added;
                break;
            case store::Outcome::replaced:
                ++summary_.updated;
                break;
            case store::Outcome::unchanged:
                ++summary_.unchanged;
                break;
        }
    }
    void put(const records::BadRecord& bad) {
        ++state_.bad;
        ++summary_.bad;
        if (options_.bad) options_.bad(bad);
    }
    void put(const records::Deleted& deleted) {
        ++state_.deleted;
        summary_.deleted += batch().withdraw(deleted.pmid, source_of(state_.format));
    }

    void say(const RecordPlace& place) {
        if (!options_.progress || place.ordinal < said_ + between_words) return;
        said_ = place.ordinal;
        std::optional<double> fraction;
        if (size_ && *size_ > 0) fraction = std::min(1.0, static_cast<double>(place.offset) / static_cast<double>(*size_));
        options_.progress({state_.name, place.ordinal, fraction});
    }

    store::Database& database_;
    const grade::Policy& policy_;
    const ImportOptions& options_;
    ImportSummary& summary_;
    catalog::TitleDesigns designs_;
    FileState state_;
    std::optional<std::size_t> size_;
    std::size_t said_ = 0;
    std::optional<store::Transaction> transaction_;
    std::optional<ImportBatch> batch_;
};

}  // namespace

Result<ImportSummary> import(store::Store& store, const std::vector<std::string>& files, const grade::Policy& policy,
                             const ImportOptions& options) {
    ImportSummary summary;
    Import all(store.database(), policy, options, summary);
    for (const auto& file : files) {
        if (!all.going_on()) break;
        if (file != "-") {
            all.file(file, file);
            continue;
        }
        const Spool spool;
        all.file(spool.path(), file);
    }
    if (store.database().error()) return *store.database().error();
    return summary;
}

}  // namespace evigrade::ingest
