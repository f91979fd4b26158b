// Where each token stands: its chunk, its sentence, the numbers, quotes and journal names around it.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/reference_shapes.hpp"

namespace evigrade::link {
namespace {

using learn::join;
using Tokens = std::vector<ReferenceToken>;
using Shapes = std::vector<TokenShape>;

template <class Number>
std::uint8_t at_most(Number n, unsigned limit) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(static_cast<std::size_t>(n), limit));
}

bool parts_chunks(const ReferenceToken& token) {
    if (token.kind != TokenKind::mark) return false;
    switch (token.mark) {
        case '.':
        case ',':
        case ';':
        case ':':
        case '?':
        case '!':
        case '(':
        case ')':
        case '[':
        case ']':
        case '"':
            return true;
        default:
            return false;
    }
}

bool is_initial(const TokenShape& shape) {
    return shape.family == 2;
}

/// A full stop, question or exclamation mark that ends more than an initial or a short abbreviation.
bool ends_sentence(const Tokens& tokens, const Shapes& shapes, std::size_t t) {
    const ReferenceToken& token = tokens[t];
    if (!token.is_mark('.') && !token.is_mark('?') && !token.is_mark('!')) return false;
    if (t + 1 < tokens.size() && !tokens[t + 1].after_space) return false;
    if (t == 0 || !token.is_mark('.')) return t > 0;
    if (is_initial(shapes[t - 1])) return false;
    return t + 1 >= tokens.size() || tokens[t + 1].capital || tokens[t + 1].kind != TokenKind::word;
}

struct Chunk {
    std::size_t begin;
    std::size_t end;  ///< the mark that closes it, or the number of tokens
    ChunkShape shape;
};

Chunk chunk_from(std::size_t begin, const Tokens& tokens, const Shapes& shapes) {
    Chunk chunk{begin, begin, {}};
    std::size_t words = 0;
    std::size_t capitals = 0;
    while (chunk.end < tokens.size() && !parts_chunks(tokens[chunk.end])) {
        if (tokens[chunk.end].kind == TokenKind::word) {
            ++words;
            capitals += tokens[chunk.end].capital ? 1U : 0U;
        }
        ++chunk.end;
    }
    chunk.shape.words = at_most(words, 40);
    chunk.shape.capitals = words == 0 ? std::uint8_t{5} : at_most(capitals * 4 / words, 4);
    if (begin > 0) chunk.shape.opened_by = shapes[begin - 1].coarse;
    if (chunk.end > begin) {
        chunk.shape.first_word = shapes[begin].word;
        chunk.shape.last_word = shapes[chunk.end - 1].word;
    }
    if (chunk.end < tokens.size()) chunk.shape.closed_by = shapes[chunk.end].coarse;
    if (chunk.end + 1 < tokens.size()) chunk.shape.next_form = shapes[chunk.end + 1].form;
    return chunk;
}

/// A closing mark belongs to the chunk that it closes.
void set_chunks(const Tokens& tokens, Shapes& shapes) {
    std::vector<Chunk> chunks;
    for (std::size_t t = 0; t < tokens.size(); t = chunks.back().end + 1) chunks.push_back(chunk_from(t, tokens, shapes));
    std::uint8_t previous = 0;
    for (std::size_t c = 0; c < chunks.size(); ++c) {
        Chunk& chunk = chunks[c];
        chunk.shape.previous_words = previous;
        chunk.shape.from_end = at_most(chunks.size() - 1 - c, 7);
        if (chunk.shape.words > 0 || chunk.end > chunk.begin) previous = at_most(chunk.shape.words, 6);
        for (std::size_t t = chunk.begin; t <= chunk.end && t < tokens.size(); ++t) shapes[t].chunk = chunk.shape;
    }
}

void set_sentences(const Tokens& tokens, Shapes& shapes) {
    std::vector<std::size_t> ends;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        if (ends_sentence(tokens, shapes, t)) ends.push_back(t + 1);
    }
    if (ends.empty() || ends.back() < tokens.size()) ends.push_back(tokens.size());
    std::size_t begin = 0;
    for (std::size_t s = 0; s < ends.size(); ++s) {
        SentenceShape shape;
        std::size_t words = 0;
        std::size_t numbers = 0;
        for (std::size_t t = begin; t < ends[s]; ++t) {
            words += tokens[t].kind == TokenKind::word ? 1U : 0U;
            numbers += tokens[t].kind == TokenKind::number ? 1U : 0U;
        }
        shape.words = at_most(words < 5 ? words : words < 9 ? 5 : words < 16 ? 6 : 7, 7);
        shape.numbers = at_most(numbers, 3);
        shape.journal = begin < tokens.size() ? shapes[begin].journal : 0;
        shape.from_end = at_most(ends.size() - 1 - s, 5);
        for (std::size_t t = begin; t < ends[s]; ++t) {
            shapes[t].sentence_shape = shape;
            shapes[t].sentence = at_most(s, 5);
        }
        begin = ends[s];
    }
}

void set_forward(const Tokens& tokens, Shapes& shapes) {
    std::size_t years = 0;
    std::size_t numbers = 0;
    std::size_t quotes = 0;
    int depth = 0;
    std::uint64_t word = 1;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        TokenShape& shape = shapes[t];
        shape.previous_word = word;
        shape.years_before = at_most(years, 2);
        shape.numbers_before = at_most(numbers, 6);
        if (tokens[t].kind == TokenKind::word) word = shape.word;
        years += shape.family == 4 ? 1U : 0U;
        numbers += tokens[t].kind == TokenKind::number ? 1U : 0U;
        quotes += tokens[t].is_mark('"') ? 1U : 0U;
        if (tokens[t].is_mark(')') || tokens[t].is_mark(']')) depth = std::max(0, depth - 1);
        shape.quoted = quotes == 0 ? 0 : quotes % 2 == 1 ? 1 : 2;
        shape.bracketed = at_most(depth, 2);
        if (tokens[t].is_mark('(') || tokens[t].is_mark('[')) ++depth;
        const std::size_t from = t < 8 ? 0 : t - 8;
        for (std::size_t i = from; i < t; ++i)
            shape.initials_behind = at_most(shape.initials_behind + (is_initial(shapes[i]) ? 1 : 0), 3);
        for (std::size_t i = t + 1; i < std::min(tokens.size(), t + 9); ++i)
            shape.initials_ahead = at_most(shape.initials_ahead + (is_initial(shapes[i]) ? 1 : 0), 3);
    }
}

void set_backward(const Tokens& tokens, Shapes& shapes) {
    std::size_t numbers = 0;
    std::size_t words = 99;
    std::uint64_t word = 2;
    std::uint8_t journal = 0;
    for (std::size_t t = tokens.size(); t-- > 0;) {
        TokenShape& shape = shapes[t];
        shape.next_word = word;
        shape.numbers_after = at_most(numbers, 6);
        shape.words_to_number = at_most(words, 40);
        shape.journal_ahead = journal;
        if (tokens[t].kind == TokenKind::word) {
            word = shape.word;
            ++words;
        }
        if (tokens[t].kind == TokenKind::number) {
            words = 0;
            ++numbers;
        }
        if (shape.journal == 1) journal = 1;
    }
}

std::uint64_t style_of(const Tokens& tokens, const Shapes& shapes) {
    std::size_t first_year = tokens.size();
    bool quotes = false;
    std::size_t first = 0;
    while (first < tokens.size() && tokens[first].kind != TokenKind::word) ++first;
    for (std::size_t t = tokens.size(); t-- > 0;) {
        if (shapes[t].family == 4) first_year = t;
        quotes = quotes || tokens[t].is_mark('"');
    }
    std::uint64_t style = quotes ? 1 : 0;
    for (std::size_t t = first; t < std::min(first + 4, tokens.size()); ++t) style = join(style, shapes[t].coarse);
    const bool bracketed = first_year < tokens.size() && first_year > 0 && tokens[first_year - 1].kind == TokenKind::mark &&
                           (tokens[first_year - 1].mark == '(' || tokens[first_year - 1].mark == '[');
    const std::uint64_t place = first_year == tokens.size() ? 7 : first_year * 3 / tokens.size();
    return join(style, place * 2 + (bracketed ? 1 : 0));
}

}  // namespace

std::vector<TokenShape> shapes_of(std::string_view text, const Tokens& tokens, const JournalNames& journals,
                                  StringShape& whole) {
    Shapes shapes;
    shapes.reserve(tokens.size());
    for (const auto& token : tokens) shapes.push_back(own_shape(text, token));
    const auto places = journals.places(text, tokens);
    for (std::size_t t = 0; t < shapes.size(); ++t) shapes[t].journal = places[t];
    set_chunks(tokens, shapes);
    set_sentences(tokens, shapes);
    set_forward(tokens, shapes);
    set_backward(tokens, shapes);
    whole.style = style_of(tokens, shapes);
    return shapes;
}

}  // namespace evigrade::link
