// What the model of stances is asked about a question and the conclusion that answers it: what kind of thing is asked,
// what is said where the question's own words stand, and which way the whole leans.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include "evigrade/base/text.hpp"
#include "learn/stance.hpp"

namespace evigrade::learn {
namespace {

using Stems = std::unordered_set<std::string>;

std::string short_stem(std::string_view word) {
    return std::string(word.substr(0, 6));
}

/// The question's own words, but for those that any question has.
Stems stems(const VoteTable& table, const Words& words) {
    std::vector<bool> common(words.size());
    for (const VoteCast& cast : table.cast(words, "common", Repeats::every)) common[cast.first] = true;
    Stems out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.word(i).size() >= 4 && !common[i]) out.insert(short_stem(words.word(i)));
    }
    return out;
}

/// A sentence of the answer: words [first, last).
struct Part {
    std::size_t first;
    std::size_t last;
    std::string_view place;  ///< "first", "middle" or "last"
};

std::vector<Part> sentences(std::string_view text, const Words& words) {
    std::vector<Part> parts;
    std::size_t first = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.word(i);
        const bool stop = word == "." || word == "?" || word == "!";
        const bool last = i + 1 == words.size();
        if (!last && (!stop || words.begin(i + 1) == words.end(i) || is_ascii_lower(text[words.begin(i + 1)]))) continue;
        parts.push_back({first, i + 1, parts.empty() ? "first" : "middle"});
        first = i + 1;
    }
    if (parts.size() > 1) parts.back().place = "last";
    return parts;
}

/// The part of a question that asks: "Statins in old age: are they safe?" asks "are they safe?".
std::size_t asking_from(const Words& words) {
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (words.word(i) == ":" || words.word(i) == ".") from = i + 1;
    }
    return from;
}

/// Words with what each says: a cue's answer, "denied" before it where a negation reaches it, "asked" for the question's
/// own words, "" for all others.
std::vector<std::string> said(const Words& words, const std::vector<VoteCast>& casts, const std::vector<bool>& denied,
                              const Stems& asked) {
    std::vector<std::string> out(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (asked.contains(short_stem(words.word(i)))) out[i] = denied[i] ? "asked, denied" : "asked";
    }
    for (const VoteCast& cast : casts)
        out[cast.first] = (denied[cast.first] ? "denied " : "") + std::string(cast.vote->says);
    return out;
}

void add_order(const std::vector<std::string>& says, const Part& part, LinearInput& input) {
    std::vector<std::string_view> order;
    for (std::size_t i = part.first; i < part.last; ++i) {
        if (!says[i].empty() && (order.empty() || order.back() != says[i])) order.emplace_back(says[i]);
    }
    constexpr std::size_t longest = 3;
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::string run(order[i]);
        for (std::size_t j = i + 1; j < order.size() && j < i + longest; ++j) {
            run += " … ";
            run += order[j];
            input.add("", run);
        }
    }
}

/// The sentence that takes up most of the question's words.
std::size_t nearest(const Words& words, const std::vector<Part>& parts, const Stems& asked) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        Stems shared;
        for (std::size_t i = parts[n].first; i < parts[n].last; ++i) {
            if (asked.contains(short_stem(words.word(i)))) shared.insert(short_stem(words.word(i)));
        }
        if (shared.size() > most) {
            most = shared.size();
            best = n;
        }
    }
    return best;
}

void add_sentence(const Words& words, const std::vector<std::string>& says, const Part& part, bool is_nearest,
                  LinearInput& input) {
    for (std::size_t i = part.first; i < part.last; ++i) {
        if (!says[i].empty()) {
            input.add("says ", says[i]);
            input.add(part.place, " says " + says[i]);
            if (is_nearest) input.add("beside the question says ", says[i]);
        }
        if (is_nearest) input.add("word beside the question: ", words.word(i));
        if (part.place == "first") input.add("word at the beginning: ", words.word(i));
    }
    add_order(says, part, input);
}

std::string_view word_for(const Tone& tone) {
    if (tone.unclear > std::max(tone.yes, tone.no + tone.denied)) return "unclear";
    return tone.against() ? "no" : "yes";
}

void add_tone(const Tone& tone, LinearInput& input) {
    constexpr int step = 10;
    constexpr int most = 6;
    const std::pair<std::string_view, int> sums[] = {
        {"yes ", tone.yes}, {"no ", tone.no}, {"denied ", tone.denied}, {"unclear ", tone.unclear}, {"mixed ", tone.mixed}};
    for (const auto& [name, sum] : sums) {
        for (int level = 1; level <= std::min(sum / step, most); ++level) input.add(name, fmt::format("at least {}", level));
    }
    const int lean = std::clamp((tone.yes - tone.no - 2 * tone.denied) / step, -most, most);
    input.add("leans ", fmt::format("{}", lean));
    input.add("on the whole ", word_for(tone));
}

/// What kind of thing is asked, together with all that is said of it.
void add_asked(const std::vector<VoteCast>& kinds, const std::vector<std::string>& says, const Tone& tone,
               LinearInput& input) {
    const std::set<std::string_view> told(says.begin(), says.end());
    for (const VoteCast& kind : kinds) {
        input.add("asks of ", kind.vote->says);
        input.add("asks of ", fmt::format("{}, {} on the whole", kind.vote->says, word_for(tone)));
        for (const auto& one : told)
            input.add("asks of ", fmt::format("{}, told {}", kind.vote->says, one.empty() ? "nothing" : one));
    }
}

}  // namespace

LinearInput StanceReader::describe(std::string_view question, std::string_view answer) const {
    const Words question_words(question);
    const Words words(answer);
    const auto casts = table_.cast(words, "any", Repeats::every);
    Tone tone = tone_of(words, about(question_words));
    for (const VoteCast& cast : casts) {  // phrases that tell it as plainly, where a question was asked
        if (cast.vote->says == "answers no") tone.no += 15;
        if (cast.vote->says == "answers yes") tone.yes += 12;
    }
    LinearInput input;
    const std::size_t from = asking_from(question_words);
    if (from < question_words.size()) input.add("asks with ", question_words.word(from));
    if (from + 1 < question_words.size())
        input.add("asks with ", fmt::format("{} {}", question_words.word(from), question_words.word(from + 1)));
    const Stems asked = stems(table_, question_words);
    const auto says = said(words, casts, negation_.reach(words), asked);
    add_asked(table_.cast(question_words, "claim"), says, tone, input);
    const auto parts = sentences(answer, words);
    const std::size_t near = nearest(words, parts, asked);
    for (std::size_t n = 0; n < parts.size(); ++n) add_sentence(words, says, parts[n], n == near, input);
    add_tone(tone, input);
    input.close();
    return input;
}

}  // namespace evigrade::learn
