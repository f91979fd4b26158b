// What the model of directions is asked about a sentence: the order of its marks, the words beside the outcome, the
// side from which it is told, and its numbers.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>

#include "learn/direction.hpp"

namespace evigrade::learn {
namespace {

struct Sentence {
    const Words& words;
    const std::vector<Mark>& marks;
    std::vector<std::size_t> far;  ///< for each word, words to the nearest that names the outcome; `nowhere` without one
};
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max() / 2;
constexpr std::size_t beside = 6;  ///< words

std::vector<std::size_t> distances(const std::vector<Mark>& marks) {
    std::vector<std::size_t> out(marks.size());
    std::size_t run = nowhere;
    for (std::size_t i = 0; i < marks.size(); ++i) out[i] = run = marks[i] == Mark::outcome ? 0 : run + 1;
    run = nowhere;
    for (std::size_t i = marks.size(); i-- > 0;) out[i] = std::min(out[i], run = marks[i] == Mark::outcome ? 0 : run + 1);
    return out;
}

/// Runs of two to five marks in order: "comparator … less … than".
void add_order(const std::vector<Mark>& marks, LinearInput& input) {
    std::vector<Mark> order;
    for (const Mark mark : marks) {
        const bool weighs = mark == Mark::more || mark == Mark::less;  // "decreased less" says two things
        if (mark != Mark::none && (weighs || order.empty() || order.back() != mark)) order.push_back(mark);
    }
    constexpr std::size_t longest = 5;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::string run;
        for (std::size_t j = i; j < order.size() && j < i + longest; ++j) {
            run += (j == i ? "" : " … ") + std::string(to_text(order[j]));
            input.add("", run);
        }
    }
}

void add_surroundings(const Sentence& sentence, LinearInput& input) {
    for (std::size_t i = 0; i < sentence.marks.size(); ++i) {
        const std::size_t far = sentence.far[i];
        const Mark mark = sentence.marks[i];
        if (mark != Mark::none && mark != Mark::outcome)
            input.add(far >= nowhere  ? "outcome unnamed: "
                      : far <= beside ? "near the outcome: "
                                      : "far from the outcome: ",
                      to_text(mark));
    }
}

/// Single words and pairs, the arms and the outcome replaced by what they stand for.
void add_words(const Sentence& sentence, LinearInput& input) {
    std::string before;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const Mark mark = sentence.marks[i];
        const bool name = mark == Mark::intervention || mark == Mark::comparator || mark == Mark::outcome;
        const std::string_view word = sentence.words.word(i);
        const bool number = word.front() >= '0' && word.front() <= '9';
        std::string here = name ? "<" + std::string(to_text(mark)) + ">" : number ? "#" : std::string(word);
        if (name && here == before) continue;
        input.add("word: ", here);
        if (!before.empty()) input.add("words: ", before + " " + here);
        before = std::move(here);
    }
}

std::string_view side(const std::vector<Mark>& marks) {
    const auto arm =
        std::find_if(marks.begin(), marks.end(), [](Mark m) { return m == Mark::intervention || m == Mark::comparator; });
    return arm == marks.end() ? "no arm" : to_text(*arm);
}

std::string_view chance_of(const std::vector<Mark>& marks) {
    const bool small = std::count(marks.begin(), marks.end(), Mark::significant) > 0;
    const bool large = std::count(marks.begin(), marks.end(), Mark::chance) > 0;
    return small && large ? "some by chance" : small ? "significant" : large ? "by chance" : "no P value";
}

/// Which way the sentence leans, by itself and together with what could turn it round.
void add_lean(const Sentence& sentence, bool unwanted, LinearInput& input) {
    const auto& marks = sentence.marks;
    const auto more = std::count(marks.begin(), marks.end(), Mark::more);
    const auto less = std::count(marks.begin(), marks.end(), Mark::less);
    const auto speaks = [](Mark m) { return m == Mark::more || m == Mark::less; };
    const auto first = std::find_if(marks.begin(), marks.end(), speaks);
    std::string_view near = "nothing";
    for (std::size_t i = marks.size(); i-- > 0;) {
        if (speaks(marks[i]) && sentence.far[i] <= beside) near = to_text(marks[i]);
    }
    const std::string_view told = told_by_comparator(marks) ? "comparator" : "intervention";
    const std::pair<std::string_view, std::string_view> leans[] = {
        {"mostly ", more > less   ? "more"
                    : less > more ? "less"
                                  : "even"},
        {"first ", first == marks.end() ? "nothing" : to_text(*first)},
        {"by the outcome first ", near}};
    for (const auto& [what, way] : leans) {
        input.add(what, way);
        input.add(what, fmt::format("{}, told of the {}", way, told));
        input.add(what, fmt::format("{}, {} comes first", way, side(marks)));
        input.add(what, fmt::format("{}, told of the {}, {}", way, told, chance_of(marks)));
        input.add(what, fmt::format("{} of something {}", way, unwanted ? "unwanted" : "wanted"));
    }
}

void add_sides(const std::vector<Mark>& marks, LinearInput& input) {
    input.add("comes first: ", side(marks));
    std::vector<Mark> turned(marks.rbegin(), marks.rend());
    input.add("comes last: ", side(turned));
    const auto turn = std::find(marks.begin(), marks.end(), Mark::than);
    std::string sides;
    for (const Mark arm : {Mark::intervention, Mark::comparator}) {
        if (std::count(marks.begin(), turn, arm) > 0) sides += fmt::format(" {}", to_text(arm));
    }
    sides += turn == marks.end() ? "" : " than";
    for (const Mark arm : {Mark::intervention, Mark::comparator}) {
        if (std::count(turn, marks.end(), arm) > 0) sides += fmt::format(" {}", to_text(arm));
    }
    input.add("sides:", sides);
}

std::vector<NumberPlace>::const_iterator first_after(const std::vector<NumberPlace>& numbers, std::size_t word) {
    return std::upper_bound(numbers.begin(), numbers.end(), word, [](std::size_t at, auto& n) { return at < n.first; });
}

/// "12.3 versus 15.6": which of the first two numbers that are compared is greater, and whose it seems to be.
void add_comparison(const Sentence& sentence, const std::vector<NumberPlace>& values, LinearInput& input) {
    constexpr std::size_t apart = 14;
    for (std::size_t n = 0; n + 1 < values.size(); ++n) {
        const NumberPlace& first = values[n];
        const NumberPlace& second = values[n + 1];
        bool joined = false;
        for (std::size_t i = first.last; i < second.first; ++i) {
            const std::string_view word = sentence.words.word(i);
            joined = joined || sentence.marks[i] == Mark::than || word == "and" || word == "v" || word == "to";
        }
        if (!joined || second.first - first.first > apart || first.value == second.value) continue;
        const std::string_view way = first.value > second.value ? "greater" : "smaller";
        const auto end = sentence.marks.begin() + static_cast<std::ptrdiff_t>(second.first);
        const std::vector<Mark> before(std::make_reverse_iterator(end), sentence.marks.rend());
        input.add("first number ", way);
        input.add("first number ", fmt::format("{}, {} comes first", way, side(sentence.marks)));
        input.add("first number ", fmt::format("{}, {} before it", way, side(before)));
        return;
    }
}

/// A row of a table: a name, then numbers without a verb between.
void add_row(const Sentence& sentence, const std::vector<NumberPlace>& values, LinearInput& input) {
    const auto speaks = [](Mark m) { return m == Mark::more || m == Mark::less || m == Mark::same || m == Mark::than; };
    if (values.size() < 2 || std::any_of(sentence.marks.begin(), sentence.marks.end(), speaks)) return;
    const std::string_view way = values[0].value > values[1].value ? "greater" : "smaller";
    const double last = values.back().value;
    const std::string_view chance = last < 0.05 ? "small" : last <= 1 ? "large" : "no";
    input.add("row of a table, first number ", way);
    input.add("row of a table, first number ", fmt::format("{}, {} number at the end", way, chance));
    input.add("row of a table, number at the end ", chance);
}

/// "OR 0.38": an odds ratio, relative risk or hazard ratio below or above one.
void add_ratios(const Sentence& sentence, const std::vector<NumberPlace>& all, bool unwanted, LinearInput& input) {
    constexpr std::size_t reach = 8;
    for (std::size_t i = 0; i < sentence.marks.size(); ++i) {
        if (sentence.marks[i] != Mark::ratio) continue;
        const auto number = first_after(all, i);
        if (number == all.end()) return;
        if (number->first > i + reach || number->value == 1 || number->value > 50) continue;
        const std::string_view way = number->value < 1 ? "below one" : "above one";
        input.add("ratio ", way);
        input.add("ratio ", fmt::format("{} of something {}", way, unwanted ? "unwanted" : "wanted"));
        input.add("ratio ", fmt::format("{}, {}", way, chance_of(sentence.marks)));
    }
}

/// The number that stands right before or behind an arm's name: "3 % in the aspirin group", "aspirin 3 %".
std::optional<double> number_of(const Sentence& sentence, const std::vector<NumberPlace>& values, Mark arm, bool behind) {
    constexpr std::size_t reach = 8;
    for (std::size_t i = 0; i < sentence.marks.size(); ++i) {
        if (sentence.marks[i] != arm) continue;
        const auto next = first_after(values, i);
        if (behind && next != values.end() && next->first <= i + reach) return next->value;
        if (!behind && next != values.begin() && std::prev(next)->last + reach > i) return std::prev(next)->value;
    }
    return std::nullopt;
}

void add_numbers_of_arms(const Sentence& sentence, const std::vector<NumberPlace>& values, LinearInput& input) {
    for (const bool behind : {false, true}) {
        const auto own = number_of(sentence, values, Mark::intervention, behind);
        const auto other = number_of(sentence, values, Mark::comparator, behind);
        if (!own || !other || *own == *other) continue;
        const std::string_view way = *own > *other ? "greater" : "smaller";
        const std::string_view place = behind ? "behind" : "before";
        input.add("number ", fmt::format("{} the intervention is {}", place, way));
        input.add("number ", fmt::format("{} the intervention is {}, {}", place, way, chance_of(sentence.marks)));
    }
}

void add_numbers(const Sentence& sentence, bool unwanted, LinearInput& input) {
    const auto all = numbers(sentence.words);
    add_ratios(sentence, all, unwanted, input);
    std::vector<NumberPlace> values;
    std::copy_if(all.begin(), all.end(), std::back_inserter(values), [](auto& n) { return n.role == NumberRole::value; });
    add_comparison(sentence, values, input);
    add_row(sentence, values, input);
    add_numbers_of_arms(sentence, values, input);
}

}  // namespace

LinearInput DirectionReader::describe(std::string_view text, const DirectionQuestion& question) const {
    const Words words(text);
    const std::vector<Mark> marks = marker_.mark(words, question);
    const Sentence sentence{words, marks, distances(marks)};
    const bool unwanted = marker_.unwanted(question.outcome);
    LinearInput input;
    add_order(marks, input);
    add_surroundings(sentence, input);
    add_words(sentence, input);
    add_lean(sentence, unwanted, input);
    add_sides(marks, input);
    add_numbers(sentence, unwanted, input);
    input.add("P values: ", chance_of(marks));
    input.add("outcome is ", unwanted ? "unwanted" : "wanted");
    constexpr std::string_view by_votes[] = {"more", "less", "same"};
    input.add("by the votes: ", by_votes[static_cast<std::size_t>(direction_by_votes(marks))]);
    input.close();
    return input;
}

}  // namespace evigrade::learn
