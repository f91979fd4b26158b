// The reference list as citations look it up: by first author, by number, by key.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "evigrade/model/claim.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::link {

/// Who and when, as a citation writes it.
struct AuthorYear {
    std::vector<std::string> families;  ///< as written
    bool et_al = false;
    std::optional<int> year;
    char suffix = 0;  ///< the letter of "2019a"
};

struct Resolved {
    std::vector<int> references;
    std::vector<CitationFlag> flags;
    std::optional<int> listed_year;  ///< where the year differs
};

class CitationIndex {
public:
    CitationIndex(const std::vector<Reference>& references, const Segmentation& segmentation);

    [[nodiscard]] Resolved find(const AuthorYear& cited) const;
    /// Whether some entry's first author has this family name (folded comparison).
    [[nodiscard]] bool knows(std::string_view family) const;
    /// The number of the entry with this key ("B12", "shang"), or nothing.
    [[nodiscard]] std::optional<int> by_label(std::string_view label) const;
    /// Whether the entry is of a list for further reading, which the text need not cite.
    [[nodiscard]] bool is_further(std::size_t place) const;
    [[nodiscard]] bool has_number(int n) const { return numbers_.contains(n); }
    /// The `n` of the entry that a number printed at this place of the text means: where a list starts again, that of the
    /// list which follows the place, or of the last one; one that only the first list has means its entry.
    [[nodiscard]] std::optional<int> printed(int number, std::uint32_t at) const;
    [[nodiscard]] int greatest() const { return greatest_; }
    [[nodiscard]] const std::vector<Reference>& references() const { return references_; }
    [[nodiscard]] const Reference* by_number(int n) const;

private:
    struct Entry {
        std::size_t place;
        std::vector<std::string> families;  ///< folded
        bool et_al;
        std::optional<int> year;
        char suffix;
    };
    [[nodiscard]] std::vector<const Entry*> named(const std::vector<std::string>& families) const;
    [[nodiscard]] std::vector<const Entry*> nearly_named(const AuthorYear& cited,
                                                         const std::vector<std::string>& families) const;
    void narrow(std::vector<const Entry*>& fits, const AuthorYear& cited, const std::vector<std::string>& families) const;
    [[nodiscard]] bool counts_differ(const Entry& entry, const AuthorYear& cited) const;

    const std::vector<Reference>& references_;
    const std::vector<ReferenceEntry>& listed_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_family_;
    std::unordered_map<std::string, int> by_label_;
    /// A list that counts from its own beginning: printed numbers to `n`.
    struct Count {
        std::uint32_t begin = 0;
        std::unordered_map<int, int> numbers;
    };
    void count(std::size_t place, int& last);
    std::unordered_map<int, std::size_t> numbers_;
    std::vector<Count> counts_;
    int greatest_ = 0;
};

}  // namespace evigrade::link
