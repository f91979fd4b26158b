// The building blocks of citation styles: labelled text, names in every order, numerals.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/reference_rows.hpp"

namespace evigrade::bench {

struct Person {
    std::string family;
    std::string given;     ///< written out
    std::string initials;  ///< letters alone: "JK"
};

/// What a style is fed with; "" where it is unknown.
struct Work {
    std::vector<Person> authors, editors;
    std::string title, container, year, volume, issue, pages, publisher, place, doi;
};

/// Text with a part for each byte.
class Sheet {
public:
    explicit Sheet(std::mt19937_64& random) : random_(random) {}
    Sheet& put(link::Part part, std::string_view text);
    [[nodiscard]] Labelled labelled() const;
    [[nodiscard]] bool chance(unsigned percent) { return random_() % 100 < percent; }
    template <class T>
    const T& any(const std::vector<T>& of) {
        return of[random_() % of.size()];
    }

private:
    std::mt19937_64& random_;
    std::string text_;
    std::vector<link::Part> parts_;
};

/// How a list of people is written.
struct NameStyle {
    enum class Order { family_first, given_first, first_inverted } order = Order::family_first;
    enum class Given {
        packed,
        stops,
        spaced_stops,
        written_out,
        mixed
    } given = Given::packed;                     ///< JK, J.K., J. K., John, John K
    std::string between_family_and_given = " ";  ///< where the family name comes first
    std::string between = ", ";
    std::string last = ", ";  ///< before the last of several
    std::size_t most = 99;    ///< then "et al."
    std::string et_al = ", et al";
    bool loud = false;  ///< family names in capitals
};

void put_people(Sheet& sheet, const std::vector<Person>& people, const NameStyle& style, bool editors);

/// A title in one of many kinds of quotes, or in none, with what parts it from the next part.
void put_title(Sheet& sheet, const std::string& title, unsigned quoted_percent, std::string_view after);

/// Writes a work in one of the styles, chosen by chance.
void write_article(Sheet& sheet, const Work& work);
void write_working_paper(Sheet& sheet, const Work& work);
void write_book(Sheet& sheet, const Work& work);
void write_chapter(Sheet& sheet, const Work& work);

}  // namespace evigrade::bench
