#include "recognise/mention_tokens.hpp"

#include <algorithm>
#include <unordered_map>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

bool is_word(char32_t c) {
    return is_letter(c) || is_digit(c);
}

/// Runs of capitals, small letters, digits and other letters: "GSK3b" is A0a.
std::uint64_t shape_of(std::string_view word) {
    std::uint64_t shape = 0xED6E;
    char last = 0;
    std::size_t run = 0;
    for (const char c : word) {
        const char sort = is_ascii_upper(c) ? 'A' : is_ascii_lower(c) ? 'a' : is_ascii_digit(c) ? '0' : 'x';
        run = sort == last ? run + 1 : 1;
        last = sort;
        if (run <= 2) shape = learn::join(shape, static_cast<std::uint64_t>(sort));
    }
    return shape;
}

MentionKind kind_of(std::string_view word) {
    std::size_t uppers = 0;
    std::size_t digits = 0;
    for (const char c : word) {
        uppers += is_ascii_upper(c) ? 1U : 0U;
        digits += is_ascii_digit(c) ? 1U : 0U;
    }
    if (digits == word.size()) return MentionKind::number;
    if (digits > 0) return MentionKind::mixed;
    if (uppers == 0) return MentionKind::lower;
    if (uppers == word.size()) return word.size() == 1 ? MentionKind::mixed : MentionKind::upper;
    return uppers == 1 && is_ascii_upper(word[0]) ? MentionKind::capital : MentionKind::mixed;
}

MentionKind kind_of_mark(char32_t c) {
    if (c == '-' || c == 0x2010 || c == 0x2011) return MentionKind::hyphen;
    return c == '(' || c == ')' || c == '[' || c == ']' ? MentionKind::bracket : MentionKind::mark;
}

void cut(std::string_view text, std::vector<MentionToken>& tokens) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        if (c.value <= ' ' || c.value == 0xA0) {
            at += c.length;
            continue;
        }
        const std::size_t begin = at;
        at += c.length;
        MentionToken token;
        if (is_word(c.value)) {
            while (at < text.size()) {
                const CodePoint next = decode(text, at);
                if (!is_word(next.value)) break;
                at += next.length;
            }
        }
        token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
        const std::string_view word = text.substr(begin, at - begin);
        token.kind = is_word(c.value) ? kind_of(word) : kind_of_mark(c.value);
        token.word = mention_word(word);
        token.shape = is_word(c.value) ? shape_of(word) : token.word;
        token.letters = static_cast<std::uint8_t>(std::min<std::size_t>(word.size(), 255));
        tokens.push_back(token);
    }
}

bool is_worded(const MentionToken& token) {
    return token.kind <= MentionKind::mixed;
}

/// A place in a name: 0 begins, 1 inside, 2 ends, 3 alone.
void mark_place(std::vector<MentionToken>& tokens, std::size_t first, std::size_t last, std::uint8_t kind,
                std::uint8_t MentionToken::*where) {
    for (std::size_t t = first; t < last; ++t) {
        const int place = last - first == 1 ? 3 : t == first ? 0 : t + 1 == last ? 2 : 1;
        tokens[t].*where = static_cast<std::uint8_t>(kind * 4 + place);
    }
}

std::uint8_t listed_kind(const Entity& entity) {
    if (entity.substance == Substance::yes) return 1;
    return static_cast<std::uint8_t>(2 + static_cast<int>(entity.kind));
}

/// WordNet's names of one word and more, the longest first.
void mark_phrases(std::vector<MentionToken>& tokens, const WordFacts& facts) {
    constexpr std::size_t longest = 6;
    constexpr std::uint8_t named = WordFact::chemical | WordFact::disease | WordFact::procedure | WordFact::body_part;
    for (std::size_t t = 0; t < tokens.size();) {
        std::uint64_t key = tokens[t].word;
        WordFact fact = tokens[t].fact;
        std::size_t end = t;
        std::uint8_t flags = 0;
        for (std::size_t next = t; next < tokens.size() && next < t + longest; ++next) {
            if (next > t) {
                key = mention_phrase(key, tokens[next].word);
                fact = facts.find(key);
            }
            if ((fact.flags & named) != 0) {
                end = next + 1;
                flags = static_cast<std::uint8_t>(fact.flags & named);
            }
            if (!fact.is(WordFact::goes_on)) break;
        }
        if (end > t) mark_place(tokens, t, end, flags, &MentionToken::phrase);
        t = std::max(end, t + 1);
    }
}

}  // namespace

MentionText::MentionText(std::string_view whole, const MentionSources& sources) : text(whole) {
    cut(text, tokens);
    for (auto& token : tokens) {
        if (!is_worded(token)) continue;
        token.fact = sources.facts.find(token.word);
        const std::string low = lower(token.span.in(text));
        if (const auto ending = sources.affixes->kind_of(low))
            token.ending = static_cast<std::uint8_t>(1 + static_cast<int>(*ending));
    }
    mark_phrases(tokens, sources.facts);
    hits = sources.lexicon->scan(text);
    for (const auto& hit : hits) {
        const std::size_t first = token_at(hit.span.begin);
        const std::size_t last = token_at(hit.span.end);
        mark_place(tokens, first, last, listed_kind(sources.lexicon->entities()[hit.entity]), &MentionToken::listed);
    }
    definitions = find_definitions(text, {0, static_cast<std::uint32_t>(text.size())});
    std::unordered_map<std::string_view, std::uint32_t> meant;
    for (const auto& definition : definitions) {
        const std::size_t end = token_at(definition.longer.end);
        if (end > 0) meant.emplace(definition.shorter.in(text), static_cast<std::uint32_t>(end));
    }
    if (meant.empty()) return;
    for (auto& token : tokens) {
        const auto found = meant.find(token.span.in(text));
        if (found != meant.end()) token.meant = found->second;
    }
}

std::size_t MentionText::token_at(std::uint32_t position) const {
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), position,
                                        [](const MentionToken& token, std::uint32_t p) { return token.span.begin < p; });
    return static_cast<std::size_t>(found - tokens.begin());
}

std::vector<std::size_t> MentionText::sentence_ends() const {
    std::vector<std::size_t> ends;
    for (std::size_t t = 1; t + 1 < tokens.size(); ++t) {
        const std::string_view mark = in(t);
        if (mark != "." && mark != "?" && mark != "!") continue;
        const MentionToken& before = tokens[t - 1];
        const MentionToken& after = tokens[t + 1];
        if (after.span.begin == tokens[t].span.end || before.letters < 2) continue;
        if (before.kind == MentionKind::capital && before.letters < 4) continue;
        if (after.kind == MentionKind::capital || after.kind == MentionKind::upper || after.kind == MentionKind::mixed)
            ends.push_back(t + 1);
    }
    ends.push_back(tokens.size());
    return ends;
}

}  // namespace evigrade::recognise
