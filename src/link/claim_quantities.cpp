#include "link/claim_quantities.hpp"

#include <array>
#include <charconv>
#include <string>

#include "evigrade/base/text.hpp"

namespace evigrade::link::reading {
namespace {

bool is_number(const SentenceView& view, std::uint32_t at) {
    return at < view.tokens.size() && view.tokens[at].kind == TokenKind::number;
}

bool is_mark(const SentenceView& view, std::uint32_t at, char mark) {
    return at < view.tokens.size() && view.tokens[at].mark == mark;
}

/// ".83" for 0.83: the point is a token of its own.
bool opens_with_point(const SentenceView& view, std::uint32_t at) {
    if (at == 0 || !is_mark(view, at - 1, '.') || view.tokens[at - 1].span.end != view.tokens[at].span.begin) return false;
    const std::uint32_t point = view.tokens[at - 1].span.begin;
    return point > 0 && std::string_view(" (=<>,").find(view.text[point - 1]) != std::string_view::npos;
}

/// How many bytes before a number's digits its minus takes; 0 where it has none. A range's dash is no minus.
std::uint32_t minus_before(const SentenceView& view, std::uint32_t at) {
    const std::string_view before = view.text.substr(0, view.tokens[at].span.begin);
    for (const std::string_view minus : {"-", "\u2212", "\u2013"}) {
        if (!before.ends_with(minus)) continue;
        const std::string_view rest = before.substr(0, before.size() - minus.size());
        const bool free = rest.empty() || is_ascii_space(rest.back()) ||
                          std::string_view("([,;:=<>").find(rest.back()) != std::string_view::npos;
        return free ? static_cast<std::uint32_t>(minus.size()) : 0;
    }
    return 0;
}

double signed_number_at(const SentenceView& view, std::uint32_t at) {
    return minus_before(view, at) > 0 ? -number_at(view, at) : number_at(view, at);
}

bool is_interval(const SentenceView& view, std::uint32_t at) {
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
        if (view.tokens[at - back].kind == TokenKind::number) return false;
        if (word_at(view, at - back) == "ci") return true;
    }
    return false;
}

/// The number behind `at`, which may have a minus of its own; `at` where there is none.
std::uint32_t number_behind(const SentenceView& view, std::uint32_t at) {
    if (is_number(view, at + 1)) return at + 1;
    return is_mark(view, at + 1, '-') && is_number(view, at + 2) && minus_before(view, at + 2) > 0 ? at + 2 : at;
}

/// A second number right behind the first, as in "5-15", "5 to 15" or "-2.1 to -0.7"; in an interval "-0.3, 1.0" too.
std::uint32_t range_end(const SentenceView& view, std::uint32_t at) {
    const bool joined = is_number(view, at + 1) && view.text[view.tokens[at].span.end] == '-';
    if (joined && view.tokens[at + 1].span.begin == view.tokens[at].span.end + 1) return at + 1;
    const std::string link = word_at(view, at + 1);
    const bool listed = is_mark(view, at + 1, ',') && is_interval(view, at);
    if (link != "to" && link != "and" && !is_mark(view, at + 1, '-') && !listed) return at;
    const std::uint32_t second = number_behind(view, at + 1);
    return second == at + 1 ? at : second;
}

bool is_people(std::string_view word) {
    constexpr std::array<std::string_view, 12> people{"patients",   "participants", "people", "women",
                                                      "men",        "subjects",     "adults", "children",
                                                      "volunteers", "individuals",  "cases",  "person"};
    for (const auto name : people) {
        if (word == name) return true;
    }
    return false;
}

bool is_preposition(std::string_view word) {
    return word == "in" || word == "among" || word == "for";
}

std::string ratio_name(const SentenceView& view, std::uint32_t at) {
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
        const std::string word = word_at(view, at - back);
        if (word == "rr" || word == "or" || word == "hr") {
            const char capital = view.text[view.tokens[at - back].span.begin];
            if (is_ascii_upper(capital)) return "ratio";
        }
        if (word == "ratio") return "ratio";
        if (word == "md" || word == "smd" || word == "difference") return "mean_difference";
    }
    return {};
}

bool is_p_value(const SentenceView& view, std::uint32_t at) {
    if (opens_with_point(view, at)) --at;
    if (at < 2) return false;
    const char sign = view.tokens[at - 1].mark;
    const std::string word = word_at(view, at - 2);
    return (sign == '<' || sign == '=' || sign == '>') && (word == "p" || word == "ps");
}

/// Names the number at `at` (up to `last`), or leaves the kind empty where nothing tells.
Quantity name(const SentenceView& view, std::uint32_t at, std::uint32_t last) {
    Quantity out;
    const std::uint32_t begin = view.tokens[opens_with_point(view, at) ? at - 1 : at].span.begin;
    out.span = {begin - minus_before(view, at), view.tokens[last].span.end};
    out.low = signed_number_at(view, at);
    out.high = signed_number_at(view, last);
    const std::string next = word_at(view, last + 1);
    const std::string next_but_one = word_at(view, last + 2);
    const bool n_equals = at >= 2 && view.tokens[at - 1].mark == '=' && word_at(view, at - 2) == "n";
    if (is_p_value(view, at)) {
        out.kind = "p_value";
    } else if (is_mark(view, last + 1, '%') || next == "percent") {
        const bool interval = next_but_one == "ci" || next_but_one == "confidence";
        out.kind = interval ? "" : "percent";
        out.unit = "%";
    } else if (n_equals || is_people(next) || is_people(next_but_one)) {
        out.kind = "participants";
    } else if (const auto unit = time_unit(next); !unit.empty()) {
        out.kind = "duration";
        out.unit = unit;
    } else if (is_interval(view, at)) {
        out.kind = "interval";
    } else {
        out.kind = ratio_name(view, at);
    }
    return out;
}

}  // namespace

double number_at(const SentenceView& view, std::uint32_t token) {
    std::array<char, 48> digits{};
    std::size_t size = 0;
    if (opens_with_point(view, token)) digits[size++] = '.';
    for (const char c : view.tokens[token].span.in(view.text)) {
        if (c != ',' && size < digits.size()) digits[size++] = c;
    }
    double value = 0;
    std::from_chars(digits.data(), digits.data() + size, value);
    return value;
}

std::string word_at(const SentenceView& view, std::uint32_t token) {
    if (token >= view.tokens.size() || view.tokens[token].kind == TokenKind::mark) return {};
    return lower(view.tokens[token].span.in(view.text));
}

std::string_view time_unit(std::string_view word) {
    constexpr std::array<std::string_view, 6> units{"minute", "hour", "day", "week", "month", "year"};
    for (const auto unit : units) {
        if (word == unit || (word.size() == unit.size() + 1 && word.starts_with(unit) && word.back() == 's')) return unit;
    }
    return word == "min" || word == "mins" ? units[0] : std::string_view();
}

std::optional<std::string> population_of(const SentenceView& view) {
    constexpr std::uint32_t longest = 8;
    for (std::uint32_t at = 1; at < view.tokens.size(); ++at) {
        if (!is_people(word_at(view, at))) continue;
        const std::uint32_t from = at >= 2 && !is_preposition(word_at(view, at - 1)) ? at - 1 : at;
        if (!is_preposition(word_at(view, from - 1))) continue;
        std::uint32_t last = at;
        const std::string next = word_at(view, at + 1);
        while ((next == "with" || next == "aged" || next == "over" || next == "under") && last + 1 < view.tokens.size() &&
               last < at + longest && view.tokens[last + 1].kind != TokenKind::mark &&
               view.clauses[last + 1] == view.clauses[at]) {
            ++last;
        }
        return squeeze(Span{view.tokens[from].span.begin, view.tokens[last].span.end}.in(view.text));
    }
    return std::nullopt;
}

std::vector<Quantity> quantities_of(const SentenceView& view) {
    std::vector<Quantity> out;
    for (std::uint32_t at = 0; at < view.tokens.size(); ++at) {
        if (!is_number(view, at)) continue;
        const std::uint32_t last = range_end(view, at);
        Quantity found = name(view, at, last);
        if (!found.kind.empty()) out.push_back(std::move(found));
        at = last;
    }
    return out;
}

}  // namespace evigrade::link::reading
