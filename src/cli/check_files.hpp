// The files that `check` was given, read and examined one by one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "evigrade/check.hpp"
#include "evigrade/ingest.hpp"

namespace evigrade::cli {

class FileChecker {
public:
    /// `db` is the store whose records of studies citations are held against; ":memory:" has the built-in catalogue.
    FileChecker(const Data& data, std::string db, check::Selection selection);

    /// A file, a folder or "-". What could not be read is appended to `failed`; the rest is in `report()`.
    void examine(const std::string& path, std::vector<Error>& failed);
    [[nodiscard]] const check::Report& report() const { return report_; }
    [[nodiscard]] const check::Codes& codes() const { return codes_; }

private:
    Status check_file(const std::string& file);
    /// What only a store sees; the store is opened for the first article that cites.
    Result<std::vector<Finding>> against_records(const Ingested& ingested);

    Data data_;
    std::string db_;
    check::Selection selection_;
    check::Codes codes_;
    ingest::Pipeline pipeline_;
    grade::Policy policy_;
    std::optional<store::Store> store_;
    check::Report report_;
};

}  // namespace evigrade::cli
