#include "learn/answers.hpp"

#include <fmt/format.h>

#include <set>

#include "evigrade/base/text.hpp"

namespace evigrade::learn {
namespace {

bool ends_sentence(std::string_view text, const Words& words, std::size_t i) {
    const std::string_view word = words.word(i);
    if (word != "." && word != "?" && word != "!") return false;
    if (i + 1 == words.size()) return true;
    return words.begin(i + 1) != words.end(i) && !is_ascii_lower(text[words.begin(i + 1)]);
}

std::size_t shared_words(const Words& words, const Clause& clause, const Stems& asked) {
    Stems shared;
    for (std::size_t i = clause.first; i < clause.last; ++i) {
        std::string stem = short_stem(words.word(i));
        if (asked.contains(stem)) shared.insert(std::move(stem));
    }
    return shared.size();
}

}  // namespace

std::string short_stem(std::string_view word) {
    constexpr std::size_t letters = 6;
    return std::string(word.substr(0, letters));
}

std::vector<Clause> clauses_of(std::string_view text, const Words& words, const std::vector<VoteCast>& casts,
                               const Stems& asked) {
    std::vector<std::string_view> turns(words.size());
    for (const VoteCast& cast : casts) {
        if (cast.vote->says == "but" || cast.vote->says == "though") turns[cast.first] = cast.vote->says;
    }
    std::vector<Clause> clauses;
    Clause open{0, 0};
    const auto close = [&](std::size_t last, bool granted) {
        open.last = last;
        open.shared = shared_words(words, open, asked);
        if (last > open.first) clauses.push_back(open);
        open = {last, last, granted};
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words.word(i);
        if (!turns[i].empty()) close(i, turns[i] == "though");
        if (word == ";" || word == ":" || (open.granted && word == ",")) close(i, false);
        if (ends_sentence(text, words, i)) close(i + 1, false);
    }
    close(words.size(), false);
    return clauses;
}

std::size_t nearest(const std::vector<Clause>& clauses) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        if (clauses[i].shared > clauses[best].shared) best = i;
    }
    return best;
}

void Answer::add(const VoteCast& cast, bool denied) {
    const bool affirms = (cast.vote->says == "yes") != denied;
    (affirms ? yes : no) += cast.vote->weight;
}

void Answer::add(const Answer& other) {
    yes += other.yes;
    no += other.no;
}

void Answers::add(const Answers& other) {
    clauses.resize(other.clauses.size());
    for (std::size_t i = 0; i < clauses.size(); ++i) clauses[i].add(other.clauses[i]);
    whole.add(other.whole);
    main.add(other.main);
}

std::string_view Answer::word() const {
    if (yes == 0 && no == 0) return "nothing";
    if (yes >= 2 * no) return "yes";
    return no >= 2 * yes ? "no" : "both";
}

std::size_t asking_from(const Words& question) {
    std::size_t from = 0;
    for (std::size_t i = 0; i + 2 < question.size(); ++i) {
        if (question.word(i) == ":" || question.word(i) == ".") from = i + 1;
    }
    return from;
}

std::vector<std::string_view> AnswerReader::kinds(const Words& question) const {
    const std::size_t from = asking_from(question);
    std::set<std::string_view> asking;
    std::set<std::string_view> all;
    for (const VoteCast& cast : table_.cast(question, "question")) {
        all.insert(cast.vote->says);
        if (cast.first >= from) asking.insert(cast.vote->says);
    }
    if (all.empty()) return {"fact"};
    const auto& kinds = asking.empty() ? all : asking;
    return {kinds.begin(), kinds.end()};
}

Answers AnswerReader::read(std::string_view kind, const Words& words, const std::vector<bool>& denied,
                           const std::vector<Clause>& clauses) const {
    Answers out;
    out.clauses.resize(clauses.size());
    std::size_t n = 0;
    for (const VoteCast& cast : table_.cast(words, kind, Repeats::every)) {
        while (cast.first >= clauses[n].last) ++n;
        out.clauses[n].add(cast, denied[cast.first]);
        out.whole.add(cast, denied[cast.first]);
        if (!clauses[n].granted) out.main.add(cast, denied[cast.first]);
    }
    return out;
}

std::vector<std::string> AnswerReader::words_for(bool yes, std::string_view kind, std::string_view text, const Words& words,
                                                 const std::vector<bool>& denied, std::size_t most) const {
    std::vector<std::string> out;
    for (const VoteCast& cast : table_.cast(words, kind)) {
        const bool affirms = cast.vote->says == "yes";
        if (out.size() == most || (affirms != denied[cast.first]) != yes) continue;
        const std::string_view phrase =
            text.substr(words.begin(cast.first), words.end(cast.last - 1) - words.begin(cast.first));
        out.push_back(fmt::format("\"{}\"{} says {} where {} is asked", phrase, denied[cast.first] ? ", denied," : "",
                                  yes ? "yes" : "no", kind));
    }
    return out;
}

}  // namespace evigrade::learn
