// Names that may be treatments or conditions, and how much of the article speaks for each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/model/entity.hpp"

namespace evigrade::recognise {

/// Where in the article a sighting stands.
enum class Place : std::uint8_t { title, heading, body };

/// Whether the name itself tells that it is one: a word of no everyday English, an abbreviation.
enum class Telling : std::uint8_t { no, yes };

/// One reason to think that a name is a treatment's or a condition's.
struct Sighting {
    std::string name;  ///< as the entity would be called
    EntityKind kind = EntityKind::treatment;
    Substance substance = Substance::no;
    Telling telling = Telling::no;
    int points = 0;
    std::vector<std::string> surfaces;  ///< other wordings seen here
};

class Candidates {
public:
    void see(const Sighting& sighting, Place place);

    struct Candidate {
        Sighting best;
        int points = 0;       ///< of good sightings and prominent places
        int weak_points = 0;  ///< of weak sightings, which convince nobody by their number
        [[nodiscard]] int total() const;
    };
    /// "BEMER therapy" and "BEMER" are one, where both convince: the longer name becomes a wording of the shorter.
    void merge_longer_names();
    /// Those with enough points, the best first, equals in order of their names.
    [[nodiscard]] std::vector<Candidate> accepted() const;

private:
    Candidate* shorter_name_of(const std::string& key, const Candidate& candidate);
    std::map<std::string, Candidate> by_name_;
};

}  // namespace evigrade::recognise
