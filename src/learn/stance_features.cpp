// What the model of stances is asked about a question and the conclusion that answers it: what kind of thing is asked,
// what answers that in the clause that takes up the question's words and elsewhere, and which way the whole leans.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "learn/stance.hpp"

namespace evigrade::learn {
namespace {

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

void add_question(const Words& words, const std::vector<std::string_view>& kinds, LinearInput& input) {
    const std::size_t from = asking_from(words);
    if (from < words.size()) input.add("asks with ", words.word(from));
    if (from + 1 < words.size()) input.add("asks with ", fmt::format("{} {}", words.word(from), words.word(from + 1)));
    for (const std::string_view kind : kinds) input.add("asks of ", kind);
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

void add_said(const std::vector<std::string>& says, const Clause& near, LinearInput& input) {
    for (std::size_t i = 0; i < says.size(); ++i) {
        if (says[i].empty()) continue;
        input.add("says ", says[i]);
        if (i >= near.first && i < near.last) input.add("beside the question says ", says[i]);
    }
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
    const bool unclear = tone.unclear > std::max(tone.yes, tone.no + tone.denied);
    input.add("on the whole ", unclear ? "unclear" : tone.against() ? "no" : "yes");
}

/// `suffix` says more of every answer.
void add_answers(const Answers& answers, std::size_t near, std::string_view suffix, LinearInput& input) {
    const std::pair<std::string_view, const Answer*> places[] = {{"beside the question", &answers.clauses[near]},
                                                                 {"first", &answers.clauses.front()},
                                                                 {"last", &answers.clauses.back()},
                                                                 {"whole", &answers.whole},
                                                                 {"main", &answers.main}};
    for (const auto& [place, answer] : places) input.add(place, fmt::format(" answers {}{}", answer->word(), suffix));
}

}  // namespace

LinearInput StanceReader::describe(std::string_view question, std::string_view answer) const {
    const Words question_words(question);
    const Words words(answer);
    LinearInput input;
    const auto kinds = answers_.kinds(question_words);
    add_question(question_words, kinds, input);
    const auto casts = table_.cast(words, "any", Repeats::every);
    Tone tone = tone_of(words, about(question_words));
    for (const VoteCast& cast : casts) {  // phrases that tell it as plainly, where a question was asked
        if (cast.vote->says == "answers no") tone.no += 15;
        if (cast.vote->says == "answers yes") tone.yes += 12;
    }
    add_tone(tone, input);
    const Stems asked = stems(table_, question_words);
    const auto clauses = clauses_of(answer, words, casts, asked);
    if (!clauses.empty()) {
        const std::vector<bool> denied = negation_.reach(words, Commas::stop);
        const std::size_t near = nearest(clauses);
        add_said(said(words, casts, denied, asked), clauses[near], input);
        Answers all;
        for (const std::string_view kind : kinds) {
            const Answers own = answers_.read(kind, words, denied, clauses);
            all.add(own);
            add_answers(own, near, fmt::format(", asked of {}", kind), input);
        }
        add_answers(all, near, "", input);
        add_answers(all, near, tone.against() ? ", leans no" : ", leans yes", input);
    }
    input.close();
    return input;
}

}  // namespace evigrade::learn
