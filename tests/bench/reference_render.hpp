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
    /// Hears a row's full given names, to write out the initials of other rows, and its title and imprint, to make up
    /// books of them.
    void hear(const ReferenceRow& row, const Labelled& labelled);
    /// Nothing where the row lacks what a style needs (authors and a title or a container).
    std::optional<Labelled> render(const ReferenceRow& row, const Labelled& labelled);
    /// A book, chapter or thesis that nobody wrote: the row's authors and title, another row's title for the book, a
    /// publisher and a place. Such strings are rare among the rows and common in the social sciences.
    std::optional<Labelled> invent(const ReferenceRow& row, const Labelled& labelled);

private:
    struct Imprint {
        std::string publisher, place;
    };
    [[nodiscard]] std::vector<Person> people_of(const Labelled& labelled, link::Part family, link::Part rest, Sheet& sheet);
    [[nodiscard]] std::string book_title(Sheet& sheet) const;

    std::mt19937_64 random_;
    std::map<char, std::vector<std::string>> given_names_;  ///< by initial
    std::vector<Person> people_;                            ///< of the rows before, to edit other books
    std::vector<std::string> titles_;                       ///< of all rows
    std::vector<Imprint> imprints_;
};

}  // namespace evigrade::bench
