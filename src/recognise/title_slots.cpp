#include "recognise/title_slots.hpp"

#include <algorithm>

namespace evigrade::recognise {
namespace {

constexpr std::size_t most_words = 6;

/// One part of a title, between its colons, dashes and question marks.
class SlotReader {
public:
    SlotReader(const Scene& title, std::size_t begin, std::size_t end, std::vector<TitleSlot>& out)
        : title_(title), tokens_(title.tokens()), begin_(begin), end_(end), out_(out) {}

    void run() {
        read(begin_, Ground::begins);
        if (const std::size_t words = words_of(tokens_, begin_, Role::title_question); words > 0)
            read(begin_ + words, Ground::affects);
        for (std::size_t at = begin_; at < end_; ++at) {
            if (const std::size_t words = words_of(tokens_, at, Role::title_opener); words > 0) {
                read(at + words, Ground::is_given);
            } else if (const std::size_t weak = words_of(tokens_, at, Role::title_weak_opener); weak > 0) {
                read(at + weak, Ground::affects);
            } else if (const std::size_t rival = words_of(tokens_, at, Role::title_rival); rival > 0) {
                read(at + rival, Ground::is_given);
            }
        }
    }

private:
    using Ground = TitleSlot::Ground;

    [[nodiscard]] bool is_article(std::size_t at) const {
        const std::string word = title_.word(at);
        return word == "a" || word == "an" || word == "the";
    }

    /// "single sustained inflation (SI)".
    [[nodiscard]] bool is_abbreviated(std::size_t at) const {
        return at + 1 < tokens_.size() && title_.rest(at).starts_with(" (") && tokens_[at + 1].shape == Shape::upper &&
               title_.rest(at + 1).starts_with(")");
    }

    [[nodiscard]] bool closes(std::size_t at) const {
        return words_of(tokens_, at, Role::title_closer) > 0 || words_of(tokens_, at, Role::title_verb) > 0 ||
               words_of(tokens_, at, Role::title_purpose) > 0 || words_of(tokens_, at, Role::title_rival) > 0;
    }

    /// "for chronic migraine", "in patients with gout": a purpose, and a condition within a few words.
    [[nodiscard]] bool serves_condition(std::size_t at) const {
        constexpr std::size_t farthest = 5;
        const std::size_t words = words_of(tokens_, at, Role::title_purpose);
        for (std::size_t i = at + words; words > 0 && i < std::min(end_, at + words + farthest); ++i) {
            if (title_.is_known_as(i, EntityKind::condition)) return true;
            if (tokens_[i].is(Role::exposure)) return false;  // "for the diagnosis of sepsis"
        }
        return false;
    }

    [[nodiscard]] bool may_stand(std::size_t at) const {
        const Token& token = tokens_[at];
        return !title_.is_known(at) && token.shape != Shape::digits && !token.is(Role::stop) && !token.is(Role::exposure) &&
               !token.is(Role::joiner);
    }

    /// Takes the words from `first` on, if they may be a name and `ground` holds for what follows them.
    void read(std::size_t first, Ground ground) {
        if (first < end_ && is_article(first)) ++first;
        std::size_t last = first;
        while (last < end_ && last - first <= most_words && (last == first || runs_on(tokens_[last])) && !closes(last)) {
            if (!may_stand(last)) return;
            ++last;
        }
        if (last == first || last - first > most_words || !may_end(first, last)) return;
        const bool abbreviated = is_abbreviated(last - 1);
        const bool goes_on = last < end_ && runs_on(tokens_[last]);
        if (goes_on && (words_of(tokens_, last, Role::title_rival) > 0 || serves_condition(last))) ground = Ground::is_given;
        if (goes_on && ground == Ground::begins && words_of(tokens_, last, Role::title_verb) > 0) ground = Ground::affects;
        if (ground == Ground::affects && !goes_on && !abbreviated) ground = Ground::begins;
        out_.push_back({first, last, ground, abbreviated});
    }

    /// Whether the last word can be that of a name: "drug use", "kidney disease", "immune", "is impaired" name none.
    [[nodiscard]] bool may_end(std::size_t first, std::size_t last) const {
        const Token& head = tokens_[last - 1];
        if (head.is(Role::noun) || head.is(Role::condition_head) || head.is(Role::organisation)) return false;
        if (title_.is_adjective(last - 1) || title_.word(last - 1).ends_with("ed")) return false;
        return last - first > 1 || !(is_head(head) || head.is(Role::weak_head) || head.is(Role::place));
    }

    const Scene& title_;
    const std::vector<Token>& tokens_;
    std::size_t begin_;
    std::size_t end_;
    std::vector<TitleSlot>& out_;
};

}  // namespace

std::vector<TitleSlot> title_slots(const Scene& title) {
    std::vector<TitleSlot> out;
    const auto& tokens = title.tokens();
    for (std::size_t begin = 0; begin < tokens.size();) {
        std::size_t end = begin + 1;
        while (end < tokens.size() && tokens[end].before != Break::hard) ++end;
        SlotReader(title, begin, end, out).run();
        begin = end;
    }
    return out;
}

}  // namespace evigrade::recognise
