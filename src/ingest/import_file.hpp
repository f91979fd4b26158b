// What is remembered of files that were imported or begun.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "evigrade/records.hpp"
#include "store/database.hpp"

namespace evigrade::ingest {

/// How far a file has come.
struct FileState {
    std::string fingerprint;  ///< of its bytes; "" for standard input, which is not remembered
    std::string name;
    records::Format format = records::Format::ris;
    std::size_t passed = 0;  ///< events taken
    std::size_t records = 0;
    std::size_t deleted = 0;
    std::size_t bad = 0;
    bool complete = false;
};

/// The hash of a file's bytes, read a piece at a time; nothing where it cannot be read.
std::optional<std::string> fingerprint_of(const std::string& path);
/// What is remembered of these bytes, or a file that is new.
FileState remembered(store::Database& database, const std::string& fingerprint, const std::string& name);
void remember(store::Database& database, const FileState& state);

/// How many bytes the text of a file has, uncompressed, where that is known beforehand.
std::optional<std::size_t> text_size(const std::string& path);

/// Standard input as a file: its beginning is looked at twice. Removed by the destructor.
class Spool {
public:
    Spool();
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace evigrade::ingest
