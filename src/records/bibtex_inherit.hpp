// Fields that an entry takes over from another: crossref and BibLaTeX's xdata.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "records/bibtex_entries.hpp"

namespace evigrade::records {

/// Holds entries back until the one they refer to has come. What it keeps is bounded: a parent further away than
/// `most` entries is not found, and its children go without.
class Inheritance {
public:
    static constexpr std::size_t most = 4096;

    /// The entries that are complete now, in the order of the file.
    std::vector<BibtexEntry> add(BibtexEntry&& entry);
    /// Those that waited in vain, in the order of the file.
    std::vector<BibtexEntry> rest();

private:
    void inherit(BibtexEntry& child, const BibtexEntry& parent);
    void give_ready(std::vector<BibtexEntry>& out);
    void remember(const BibtexEntry& entry);

    struct Waiting {
        BibtexEntry entry;
        std::string parent;  ///< lower case; "" where it waits for nothing
    };
    std::deque<Waiting> waiting_;
    std::unordered_map<std::string, BibtexEntry> known_;  ///< by lower-case key
    std::deque<std::string> order_;                       ///< of the known ones
};

}  // namespace evigrade::records
