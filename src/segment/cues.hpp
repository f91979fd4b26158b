// Phrases of the cue tables, found in text by their first word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/base/word_sketch.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::segment {

/// The column `word` of a table of data/.
std::unordered_set<std::string> words_of(const Data& data, std::string_view name);

/// What the heading of a section says of the section: the `role` column of data/cues/headings.tsv.
enum class Section : std::uint8_t {
    other,
    references,
    notes,
    further_reading,
    comments,
    forum,
    related,
    author_box,
    legal,
    advert,
    call_to_action,
    navigation,
    abstract,
    body,
    back,
};

/// Whether a reference list stands below, or may.
constexpr bool may_hold_references(Section section) {
    return section == Section::references || section == Section::notes || section == Section::further_reading;
}

/// What a short stretch of text is, if it is not the article speaking: the `kind` column of data/cues/boilerplate.tsv.
struct Furniture {
    BlockKind kind = BlockKind::paragraph;        ///< metadata for bylines and dates
    Boilerplate boilerplate = Boilerplate::none;  ///< for all else
};

class Cues {
public:
    explicit Cues(const Data& data);

    /// The role of a section under this heading; `other` where the heading is of no known kind.
    [[nodiscard]] Section section(std::string_view heading) const;
    /// Whether the line begins with a question word.
    [[nodiscard]] bool asks(std::string_view line) const;
    /// Whether the text ends with a verb of speaking or writing.
    [[nodiscard]] bool reports(std::string_view text) const;
    /// Length of a caption's label ("Table II.", "Fig. 3:") at the start of the line, 0 where there is none.
    [[nodiscard]] std::size_t caption_label(std::string_view line) const;
    /// What a line or sentence is by its words alone; nothing where no phrase of the table fits.
    [[nodiscard]] std::optional<Furniture> furniture(std::string_view text) const;

private:
    enum class Match : std::uint8_t { whole, start, end, anywhere, about };
    struct Phrase {
        std::string words;
        Match match = Match::whole;
        Furniture meaning;
    };
    enum class Place : std::uint8_t { first, later, about };  ///< about: later in a text that begins with "about"
    [[nodiscard]] Section role_of(const std::string& words) const;
    static bool fits(const Phrase& phrase, std::string_view rest, Place place);

    std::unordered_map<std::string, Section> headings_;
    std::unordered_set<std::string> questions_;
    std::unordered_set<std::string> reporting_;
    std::unordered_set<std::string> captions_;
    std::unordered_map<std::string, std::vector<Phrase>> phrases_;  ///< by first word
    WordSketch first_words_;                                        ///< which first words may be in `phrases_`
};

}  // namespace evigrade::segment
