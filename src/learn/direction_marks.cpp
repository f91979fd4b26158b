#include "learn/direction_marks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_set>

#include "evigrade/base/text.hpp"

namespace evigrade::learn {
namespace {

using Stems = std::unordered_set<std::string>;
constexpr std::size_t stem = 6;  ///< letters of a word that count

std::string stem_of(std::string_view word) {
    return std::string(word.substr(0, stem));
}

/// The words of a name that tell it from others, and its initials ("usual care control": "ucc").
Stems stems(const VoteTable& table, std::string_view name, std::string_view zone) {
    const Words words(name);
    std::vector<bool> common(words.size());
    for (const std::string_view counts : {std::string_view("arm"), zone}) {
        for (const VoteCast& cast : table.cast(words, counts, Repeats::every)) {
            if (cast.vote->says == "common") common[cast.first] = true;
        }
    }
    Stems out;
    std::string initials;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.word(i);
        if (!is_ascii_alpha(word.front())) continue;
        if (word.size() >= 2 && !common[i]) out.insert(stem_of(word));
        initials += word.front();
    }
    if (initials.size() >= 2 && initials.size() <= 5) out.insert(initials);
    return out;
}

bool is_point(std::string_view word) {
    return word == "." || word == "·";
}

/// The number that starts at a word, if one does.
std::optional<NumberPlace> number_at(const Words& words, std::size_t at) {
    const auto digits = [&](std::size_t i) {
        return i < words.size() && std::all_of(words.word(i).begin(), words.word(i).end(), is_ascii_digit);
    };
    const bool bare = is_point(words.word(at)) && digits(at + 1);  // ".03"
    if (!bare && !digits(at)) return std::nullopt;
    std::string written = bare ? "0" : std::string(words.word(at));
    std::size_t last = bare ? at : at + 1;
    if (last + 1 < words.size() && is_point(words.word(last)) && digits(last + 1)) {
        written += "." + std::string(words.word(last + 1));
        last += 2;
    }
    double value = 0;
    std::from_chars(written.data(), written.data() + written.size(), value);
    return NumberPlace{at, last, value, NumberRole::value};
}

void mark_chances(const Words& words, std::vector<Mark>& marks) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (words.word(i) != "p") continue;
        std::size_t at = i + 1;
        while (at + 1 < words.size() && (words.word(at) == "-" || words.word(at).starts_with("value"))) ++at;
        const std::string_view sign = words.word(at);
        if (at + 1 >= words.size() || (sign != "<" && sign != "=" && sign != ">" && sign != "≤" && sign != "≥")) continue;
        const auto number = number_at(words, at + 1);
        if (!number || number->value > 1) continue;
        constexpr double usual = 0.05;
        const bool at_most = sign == "<" || sign == "≤";
        const bool small = number->value < usual || (at_most && number->value <= usual);
        marks[i] = small && sign != ">" && sign != "≥" ? Mark::significant : Mark::chance;
        std::fill(marks.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                  marks.begin() + static_cast<std::ptrdiff_t>(number->last), Mark::none);
    }
}

Mark mark_of(const Vote& vote, bool bad, bool denied) {
    const std::string_view says = vote.says;
    if (says == "no_difference") return vote.weight < 0 ? Mark::significant : Mark::same;
    if (says == "turn") return Mark::than;
    if (says == "denial") return Mark::denial;
    if (says == "ratio") return Mark::ratio;
    if (says == "intervention") return Mark::intervention;
    if (says == "comparator") return Mark::comparator;
    if (says == "increased" || says == (bad ? "worse" : "better")) return denied ? Mark::not_more : Mark::more;
    if (says == "decreased" || says == (bad ? "better" : "worse")) return denied ? Mark::not_less : Mark::less;
    return Mark::none;
}

}  // namespace

std::string_view to_text(Mark mark) {
    constexpr std::array<std::string_view, 14> names{
        "",         "intervention", "comparator", "outcome",     "more",   "less", "not more",
        "not less", "same",         "than",       "significant", "chance", "no",   "ratio"};
    return names[static_cast<std::size_t>(mark)];
}

bool DirectionMarker::unwanted(std::string_view outcome) const {
    const auto casts = table_.cast(Words(outcome), "outcome");
    return votes_for(casts, "bad") > 0 && votes_for(casts, "good") == 0;
}

/// An arm's own words, none of which the other arm has, and the outcome's.
void DirectionMarker::mark_names(const Words& words, const DirectionQuestion& question, std::vector<Mark>& marks) const {
    Stems own = stems(table_, question.intervention, "intervention");
    Stems other = stems(table_, question.comparator, "comparator");
    for (auto it = own.begin(); it != own.end();) {
        const bool shared = other.erase(*it) > 0;
        it = shared ? own.erase(it) : std::next(it);
    }
    const Stems outcome = stems(table_, question.outcome, "outcome");
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = stem_of(words.word(i));
        if (outcome.contains(word)) marks[i] = Mark::outcome;
        if (other.contains(word)) marks[i] = Mark::comparator;
        if (own.contains(word)) marks[i] = Mark::intervention;
    }
}

std::vector<Mark> DirectionMarker::mark(const Words& words, const DirectionQuestion& question) const {
    std::vector<Mark> marks(words.size());
    const std::vector<bool> denied = negation_.reach(words);
    const bool bad = unwanted(question.outcome);
    mark_names(words, question, marks);
    for (const VoteCast& cast : table_.cast(words, "any", Repeats::every)) {
        if (marks[cast.first] != Mark::none) continue;  // a name: "less loss" of an outcome "weight loss"
        // "Greater reduction" of an outcome "reduction of pain" is more of it.
        const bool of_outcome = cast.last - cast.first > 1 && marks[cast.last - 1] == Mark::outcome;
        const auto first = of_outcome ? table_.cast(Words(words.word(cast.first)), "any") : std::vector<VoteCast>();
        const Vote& vote = first.empty() ? *cast.vote : *first.front().vote;
        marks[cast.first] = mark_of(vote, bad, denied[cast.first]);
    }
    mark_chances(words, marks);
    return marks;
}

std::vector<NumberPlace> numbers(const Words& words) {
    std::vector<NumberPlace> out;
    for (std::size_t i = 0; i < words.size();) {
        auto number = number_at(words, i);
        if (!number) {
            ++i;
            continue;
        }
        const std::string_view before = i == 0 ? "" : words.word(i - 1);
        const std::string_view after = number->last < words.size() ? words.word(number->last) : "";
        const bool part = before == "±" || before == "-" || before == "–" || before == "=" || before == "<" ||
                          before == ">" || before == "/" || before == "ci" || after == "/";
        const bool bracketed = before == "(" && after != "%";
        number->role = part || bracketed ? NumberRole::aside : NumberRole::value;
        out.push_back(*number);
        i = number->last;
    }
    return out;
}

}  // namespace evigrade::learn
