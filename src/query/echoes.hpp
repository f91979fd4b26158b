// Who says it: the claims and articles that lead to each study of a body.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "evigrade/model/answer.hpp"
#include "store/database.hpp"

namespace evigrade::query {

struct BodyOf {
    const std::string& treatment;
    const std::string& condition;
    Purpose purpose;
};

/// Claims that lead to a body although their own words name something wider: the study's own condition decides.
using Beside = std::set<std::int64_t>;

/// By study, for every study of the body that a claim leads to. Adds to `beside`.
std::map<std::string, Echo> echoes_of(store::Database& database, const BodyOf& body, Beside& beside);

}  // namespace evigrade::query
