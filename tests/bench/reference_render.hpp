// Renders the fields of a reference anew in another citation style, labelled.
#pragma once

#include <optional>
#include <random>

#include "bench/reference_rows.hpp"

namespace evigrade::bench {

class Renderer {
public:
    explicit Renderer(std::uint64_t seed) : random_(seed) {}
    /// Nothing where the row lacks what a style needs (authors and a title or a container).
    std::optional<Labelled> render(const ReferenceRow& row, const Labelled& labelled);

private:
    std::mt19937_64 random_;
};

}  // namespace evigrade::bench
