#include "read/templates.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "evigrade/base/text.hpp"

namespace evigrade::read {
namespace {

struct Fragment {
    std::string_view begin;
    std::string_view end;
    std::size_t longest;  ///< a fragment that does not end by then is text
};

constexpr std::size_t whole_file = static_cast<std::size_t>(-1);
constexpr std::array<Fragment, 10> fragments{{
    {"<?php", "?>", whole_file},
    {"<?=", "?>", 4000},
    {"<%", "%>", 4000},
    {"{{--", "--}}", 8000},
    {"{!!", "!!}", 2000},
    {"{{", "}}", 2000},
    {"{%", "%}", 2000},
    {"{#", "}", 300},
    {"{:", "}", 300},
    {"{::", "}", 300},
}};

/// Words that begin a Blade directive on a line of its own: "@extends('page')".
constexpr std::array<std::string_view, 18> directives{"extends", "section",    "endsection", "include", "yield",   "stop",
                                                      "show",    "parent",     "if",         "else",    "elseif",  "endif",
                                                      "foreach", "endforeach", "csrf",       "push",    "endpush", "stack"};

/// Finds where fragments end, each end mark searched for once.
class FragmentEnds {
public:
    explicit FragmentEnds(std::string_view page) : page_(page) {}

    /// The end of the fragment that begins at `at`, or nothing. Calls must come with rising `at`.
    std::optional<std::size_t> operator()(std::size_t at) {
        const std::string_view rest = page_.substr(at);
        for (std::size_t i = 0; i < fragments.size(); ++i) {
            const Fragment& fragment = fragments[i];
            if (!rest.starts_with(fragment.begin)) continue;
            const std::size_t from = at + fragment.begin.size();
            if (!known_[i] || *known_[i] < from) known_[i] = page_.find(fragment.end, from);
            if (*known_[i] != std::string_view::npos && *known_[i] - at <= fragment.longest)
                return *known_[i] + fragment.end.size();
            if (*known_[i] == std::string_view::npos && fragment.longest == whole_file) return page_.size();
        }
        return std::nullopt;
    }

private:
    std::string_view page_;
    std::array<std::optional<std::size_t>, fragments.size()> known_{};
};

/// The end of the line where it is a Blade directive alone.
std::optional<std::size_t> directive_end(std::string_view page, std::size_t at) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    const std::string_view line = trim(page.substr(at + 1, end - at - 1));
    const auto word_end = std::find_if_not(line.begin(), line.end(), is_ascii_alpha);
    const std::string_view word = line.substr(0, static_cast<std::size_t>(word_end - line.begin()));
    if (std::find(directives.begin(), directives.end(), word) == directives.end()) return std::nullopt;
    const std::string_view rest = trim(line.substr(word.size()));
    if (!rest.empty() && !(rest.front() == '(' && rest.back() == ')')) return std::nullopt;
    return end;
}

bool begins_line(std::string_view page, std::size_t at) {
    while (at > 0 && (page[at - 1] == ' ' || page[at - 1] == '\t')) --at;
    return at == 0 || page[at - 1] == '\n';
}

}  // namespace

std::string without_templates(std::string_view page) {
    std::string out;
    out.reserve(page.size());
    FragmentEnds fragment_end(page);
    for (std::size_t at = 0; at < page.size();) {
        std::size_t next = at;
        while (next < page.size() && page[next] != '<' && page[next] != '{' && page[next] != '@') ++next;
        out.append(page, at, next - at);
        at = next;
        if (at == page.size()) break;
        const bool directive = page[at] == '@' && begins_line(out, out.size());
        const auto end = page[at] == '@' ? (directive ? directive_end(page, at) : std::nullopt) : fragment_end(at);
        if (!end) out += page[at];
        at = end.value_or(at + 1);
    }
    return out;
}

}  // namespace evigrade::read
