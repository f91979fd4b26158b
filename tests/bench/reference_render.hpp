// Renders the fields of a reference anew in another citation style, labelled: styles that no training row happens to use
// become as familiar as the common ones.
#pragma once

#include <map>
#include <optional>
#include <random>

#include "bench/reference_rows.hpp"
#include "bench/reference_style.hpp"
#include "evigrade/model/bibliography.hpp"

namespace evigrade::bench {

class Renderer {
public:
    explicit Renderer(std::uint64_t seed) : random_(seed) {}
    /// Hears a row's full given names, to write out the initials of other rows.
    void hear(const Labelled& labelled);
    /// Nothing where the row lacks what a style needs (authors and a title or a container).
    std::optional<Labelled> render(const ReferenceRow& row, const Labelled& labelled);

private:
    std::mt19937_64 random_;
    std::map<char, std::vector<std::string>> given_names_;  ///< by initial
    std::vector<Person> people_;                            ///< of the rows before, to edit other books
};

}  // namespace evigrade::bench
