#include "recognise/definitions.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "recognise/abbreviations.hpp"

namespace evigrade::recognise {
namespace {

Entity named_by_article(std::string_view name, EntityKind kind) {
    Entity entity;
    entity.name = squeeze(name);
    entity.id = slug(entity.name);
    entity.kind = kind;
    entity.origin = EntityOrigin::abbreviation;
    return entity;
}

/// The known name that the long form is, or ends with: "female pattern hair loss" ends with "pattern hair loss".
const Piece* piece_inside(const std::vector<Piece>& pieces, Span longer) {
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), longer.end,
                                        [](std::uint32_t end, const Piece& piece) { return end < piece.span.end; });
    if (after == pieces.begin()) return nullptr;
    const Piece& last = *(after - 1);
    return last.span.end > longer.begin ? &last : nullptr;
}

/// Whether a name of the entity shares a word's beginning with the long form: another wording of the same thing.
bool shares_a_word(const Entity& entity, std::string_view longer) {
    constexpr std::size_t telling = 4;
    const std::string folded = ' ' + fold(longer) + ' ';
    const auto shares = [&](const std::string& name) {
        const std::string folded_name = fold(name);
        for (const auto word : split(folded_name, ' ')) {
            if (word.size() >= telling && folded.find(' ' + std::string(word.substr(0, telling))) != std::string::npos)
                return true;
        }
        return false;
    };
    return shares(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), shares);
}

std::optional<std::uint32_t> meaning(std::string_view text, Span longer, const std::vector<Token>& tokens,
                                     const std::vector<Piece>& pieces, Roster& roster) {
    const std::size_t first = token_at(tokens, longer.begin);
    const std::size_t last = token_at(tokens, longer.end);
    constexpr std::size_t most_words = 6;
    if (first >= last || last - first > most_words) return std::nullopt;
    const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = tokens.begin() + static_cast<std::ptrdiff_t>(last);
    const bool of_a_body = std::any_of(begin, end, [](const Token& token) { return token.is(Role::organisation); });
    const Token& head = tokens[last - 1];
    const bool treats = is_head(head) || head.is(Role::weak_head);
    if (const Piece* piece = piece_inside(pieces, longer)) {
        const bool at_end = piece->span.end == longer.end || (treats && piece->last == last - 1);
        if (at_end && piece->span.begin <= longer.begin) return piece->entity;
        if (at_end && !of_a_body) {
            Entity entity = named_by_article(longer.in(text), roster[piece->entity].kind);
            entity.parents = {roster[piece->entity].id};
            entity.substance = roster[piece->entity].substance;
            return roster.add(entity);
        }
    }
    const bool plain =
        std::any_of(begin, end, [](const Token& token) { return token.is(Role::joiner) || token.is(Role::conjunction); });
    if (last - first < 2 || of_a_body || plain) return std::nullopt;
    if (treats) return roster.add(named_by_article(longer.in(text), EntityKind::treatment));
    if (head.is(Role::condition_head)) return roster.add(named_by_article(longer.in(text), EntityKind::condition));
    return std::nullopt;
}

}  // namespace

void read_definitions(std::string_view text, Span block, const std::vector<Token>& tokens, const std::vector<Piece>& pieces,
                      const Cues& cues, Roster& roster, LocalNames& names) {
    for (const Definition& definition : find_definitions(text, block)) {
        const auto entity = meaning(text, definition.longer, tokens, pieces, roster);
        const std::string_view shorter = definition.shorter.in(text);
        const Entity* known = roster.lexicon().named(shorter);
        // Nobody's name matters only where the lexicon would read it otherwise.
        if (!entity && (known == nullptr || shares_a_word(*known, definition.longer.in(text)))) continue;
        names.add(shorter, cues, NameCase::as_written, entity);
        if (!entity) continue;
        names.add(std::string(shorter) + "s", cues, NameCase::as_written, entity);
        roster.add_alias(*entity, shorter);
        if (roster[*entity].origin == EntityOrigin::abbreviation) {
            names.add(definition.longer.in(text), cues, NameCase::any, entity);
        }
    }
}

}  // namespace evigrade::recognise
