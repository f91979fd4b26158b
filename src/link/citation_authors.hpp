// The authors that running text names in front of a year: "Baran & Maibach", "van der Berg et al.", "Jongen, Smit and
// Bakker".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "link/citation_index.hpp"
#include "link/citation_text.hpp"

namespace evigrade::link {

class CitedAuthors {
public:
    CitedAuthors(std::string_view text, const std::vector<Piece>& pieces, const CitationIndex& index)
        : text_(text), pieces_(pieces), index_(index) {}

    /// The authors that end right before piece `end`: their first piece, or `end` where there are none.
    std::size_t before(std::size_t end, AuthorYear& cited) const;

private:
    [[nodiscard]] std::size_t before_et_al(std::size_t end, AuthorYear& cited) const;
    [[nodiscard]] bool opens(std::size_t at) const;
    [[nodiscard]] bool is_initial(std::size_t i) const;
    [[nodiscard]] std::size_t start_of_double_name(std::size_t at, std::size_t last) const;
    std::size_t comma_list(std::size_t start, std::vector<std::string>& families) const;
    std::size_t name_before(std::size_t end, std::vector<std::string>& families) const;

    std::string_view text_;
    const std::vector<Piece>& pieces_;
    const CitationIndex& index_;
};

}  // namespace evigrade::link
