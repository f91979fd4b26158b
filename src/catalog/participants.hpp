// How many people took part, where an abstract says it plainly.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "evigrade/base/data.hpp"

namespace evigrade::catalog {

class Participants {
public:
    explicit Participants(const Data& data);
    /// Nothing where no number or more than one number is given.
    [[nodiscard]] std::optional<std::uint32_t> in(std::string_view abstract) const;

private:
    enum class Role : std::uint8_t { none, people, random, enrolled, part };
    [[nodiscard]] Role role_of(const std::string& word) const;
    std::map<std::string, Role, std::less<>> words_;
};

}  // namespace evigrade::catalog
