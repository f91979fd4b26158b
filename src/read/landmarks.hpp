// Which parts of a page are not the article: data/cues/landmarks.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"

namespace evigrade::read {

/// What a landmark does to what it holds.
struct Landmark {
    enum class Effect : std::uint8_t { role, heading, drop };
    Effect effect = Effect::role;
    LayoutRole role = LayoutRole::navigation;
};

class Landmarks {
public:
    explicit Landmarks(const Data& data);

    /// By the element's name ("nav").
    [[nodiscard]] std::optional<Landmark> element(std::string_view tag) const { return find("element", tag); }
    /// By its ARIA role or its schema.org type.
    [[nodiscard]] std::optional<Landmark> role(std::string_view role) const { return find("role", role); }
    /// By its class or id: a whole name, or up to three words of one ("post-author-box" has "author-box").
    [[nodiscard]] std::optional<Landmark> named(std::string_view class_or_id) const;

private:
    [[nodiscard]] std::optional<Landmark> find(std::string_view match, std::string_view value) const;
    [[nodiscard]] std::optional<Landmark> one_name(std::string_view name) const;

    std::unordered_map<std::string, Landmark> table_;  ///< "match value"
};

}  // namespace evigrade::read
