#include <algorithm>
#include <array>
#include <utility>

#include "evigrade/base/text.hpp"
#include "recognise/discover.hpp"

namespace evigrade::recognise {

Scene::Scene(std::string_view text, const std::vector<Token>& tokens, const std::vector<Piece>& pieces, const Roster& roster,
             const PlainWords& plain)
    : text_(text), tokens_(tokens), plain_(plain), known_(tokens.size(), nothing) {
    for (const Piece& piece : pieces) {
        const auto kind = static_cast<std::uint8_t>(roster[piece.entity].kind);
        for (std::size_t i = piece.first; i < piece.last && i < known_.size(); ++i) known_[i] = kind;
    }
}

std::string_view Scene::text(std::size_t first, std::size_t last) const {
    const std::uint32_t begin = tokens_[first].span.begin;
    return text_.substr(begin, tokens_[last - 1].span.end - begin);
}

std::string Scene::word(std::size_t at) const {
    std::string word = lower(tokens_[at].span.in(text_));
    for (const auto& [ligature, letters] :
         {std::pair<std::string_view, std::string_view>{"\uFB01", "fi"}, {"\uFB02", "fl"}}) {
        for (std::size_t place = word.find(ligature); place != std::string::npos; place = word.find(ligature)) {
            word.replace(place, ligature.size(), letters);
        }
    }
    return word;
}

bool Scene::is_known_as(std::size_t at, EntityKind kind) const {
    return known_[at] == static_cast<std::uint8_t>(kind);
}

bool Scene::may_name(std::size_t at) const {
    const Token& token = tokens_[at];
    if (is_known(at) || token.shape == Shape::digits) return false;
    if (token.span.size() < 2 && token.shape != Shape::capital) return false;  // the D of "vitamin D"
    const std::string_view word = token.span.in(text_);
    constexpr std::ptrdiff_t most_digits = 3;  // more are a number of some register
    if (std::count_if(word.begin(), word.end(), is_ascii_digit) > most_digits) return false;
    if (token.is(Role::stop) || token.is(Role::weak_head) || token.is(Role::joiner) || token.is(Role::conjunction))
        return false;
    return !(token.shape == Shape::lower && (word.ends_with("ly") || word.ends_with("ed")));
}

bool Scene::is_rare(std::size_t at) const {
    constexpr std::size_t shortest = 4;
    const Token& token = tokens_[at];
    if (token.roles != 0 || token.span.size() < shortest || is_known(at)) return false;
    if (token.shape == Shape::digits || token.shape == Shape::upper || token.shape == Shape::other) return false;
    return !plain_.contains(word(at));
}

bool Scene::is_adjective(std::size_t at) const {
    constexpr std::array<std::string_view, 8> endings{"ic", "ical", "al", "ous", "ive", "ary", "able", "ular"};
    const std::string adjective = word(at);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return adjective.ends_with(e); });
}

}  // namespace evigrade::recognise
