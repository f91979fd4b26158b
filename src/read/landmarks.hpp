// Which parts of a page are not the article: data/cues/landmarks.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "read/phrases.hpp"

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
    [[nodiscard]] std::optional<Landmark> element(std::string_view tag) const { return find(elements_, tag); }
    /// By its ARIA role or its schema.org type.
    [[nodiscard]] std::optional<Landmark> role(std::string_view role) const { return find(roles_, role); }
    /// By its class or id: a whole name, or up to three words of one ("post-author-box" has "author-box").
    [[nodiscard]] std::optional<Landmark> named(std::string_view class_or_id) const;

private:
    using Names = TextMap<Landmark>;
    static std::optional<Landmark> find(const Names& names, std::string_view value);
    [[nodiscard]] std::optional<Landmark> one_name(std::string_view name) const;

    Names elements_;
    Names roles_;
    Names names_;  ///< whole classes and ids
    Names words_;  ///< words of classes and ids
};

}  // namespace evigrade::read
