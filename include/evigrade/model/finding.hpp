// A defect or risk seen in an article. Stored and shown, never swallowed.
#pragma once

#include <string>

#include "evigrade/model/names.hpp"
#include "evigrade/model/span.hpp"

namespace evigrade {

struct Finding {
    std::string code;  ///< snake_case, with a page in docs/checks: year_mismatch, phantom_appeal, overclaim …
    Severity severity = Severity::warning;
    Span span;
    std::string message;  ///< one sentence for a person
};

}  // namespace evigrade
