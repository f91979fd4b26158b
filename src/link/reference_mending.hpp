// What the sequence model takes apart wrongly and words set right: bodies as authors, genres, patents.
#pragma once

#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/bibliography.hpp"
#include "link/reference_features.hpp"

namespace evigrade::link {

/// The words of data/cues/reference_words.tsv. May be shared between threads.
class ReferenceMender {
public:
    /// The data must outlive the mender.
    explicit ReferenceMender(const Data& data);
    /// "Monopolies and Mergers Commission" is one author; "PhD thesis" is no part of a title; the number of a patent is
    /// neither volume nor page; "in: Day / Night, pp. 1-9" points at a book that Day and Night edited. `text` is the whole
    /// reference.
    void mend(std::string_view text, BibItem& item) const;
    /// What the type of the work rests on. "Mayo Clinic. Hair loss. https://www.mayoclinic.org/…": who stands in front of
    /// the first full stop wrote it, where its words or the host of its page say that it is a body and no person.
    void prepare(std::string_view text, BibItem& item) const;

private:
    /// Whether what contains the work is the site on which it stands.
    [[nodiscard]] static bool is_site(const BibItem& item);
    void lead_with_body(std::string_view text, BibItem& item) const;
    void drop_series(BibItem& item) const;
    void part_preprint(std::string_view text, BibItem& item) const;
    void drop_day(std::string_view text, BibItem& item) const;
    void read_patent(BibItem& item) const;
    [[nodiscard]] bool names_a_body(std::string_view name) const;
    void join_body(std::string_view text, BibItem& item) const;
    void take_body_from_title(BibItem& item) const;
    void cut_season(BibItem& item) const;
    void cut_title(const std::vector<std::string_view>& words, BibItem& item) const;

    std::vector<std::string_view> bodies_, genres_, patents_, seasons_, series_, preprints_;
};

/// A law is its title. `text` is the whole reference.
void read_law(std::string_view text, BibItem& item);

/// A title in quotation marks ends where they close.
void mend_quoted_title(std::string_view text, const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels);
/// "Green K. Finasteride. Dermatol Ther.": where no title was read, a name without initials behind names with them is it.
void mend_title_read_as_name(const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels);
/// "In A. Day and B. Night (eds) Sun, Moon and Stars, pp. 1-9": what stands between the editors' mark and the next
/// part is the book, commas and all.
void mend_book_of_chapter(std::string_view text, const std::vector<ReferenceToken>& tokens, std::vector<Part>& labels);

}  // namespace evigrade::link
