#include "evigrade/recognise.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "recognise/abbreviations.hpp"
#include "recognise/ambiguity.hpp"
#include "recognise/compose.hpp"
#include "recognise/definitions.hpp"
#include "recognise/discover.hpp"
#include "recognise/local_names.hpp"
#include "recognise/roster.hpp"
#include "recognise/subject.hpp"
#include "recognise/tokens.hpp"

namespace evigrade::recognise {

struct Recogniser::Tables {
    const Lexicon* lexicon;
    Cues cues;
    AmbiguousNames ambiguous;
    PlainWords plain;
    Affixes affixes;
};

Recogniser::Recogniser(const Lexicon& lexicon, const Data& data)
    : tables_(
          std::make_unique<Tables>(Tables{&lexicon, Cues(data), AmbiguousNames(data), PlainWords(data), Affixes(data)})) {}

Recogniser::~Recogniser() = default;
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;

namespace {

/// The lexicon's names in a block, placed among its tokens.
std::vector<Piece> known_pieces(std::string_view text, Span block, const std::vector<Token>& tokens, const Lexicon& lexicon,
                                const AmbiguousNames& ambiguous, Roster& roster) {
    std::vector<Piece> pieces;
    for (const LexiconHit& hit : lexicon.scan(block.in(text))) {
        Piece piece;
        piece.span = {block.begin + hit.span.begin, block.begin + hit.span.end};
        piece.first = token_at(tokens, piece.span.begin);
        piece.last = token_at(tokens, piece.span.end);
        // A name that begins inside a word of ours belongs to that word.
        if (piece.first >= piece.last || tokens[piece.first].span.begin != piece.span.begin) continue;
        if (!ambiguous.is_meant(tokens, piece.first, piece.last)) continue;
        piece.entity = roster.known(lexicon.entities()[hit.entity]);
        pieces.push_back(piece);
    }
    return pieces;
}

/// The article's own names win over the lexicon's where they meet, unless they are shorter.
void add_local_pieces(std::string_view text, const std::vector<Token>& tokens, const LocalNames& names,
                      std::vector<Piece>& pieces) {
    if (names.empty()) return;
    std::vector<Piece> merged;
    std::size_t next = 0;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto match = names.longest(text, tokens, at);
        while (next < pieces.size() && pieces[next].last <= at) merged.push_back(pieces[next++]);
        if (!match) {
            ++at;
            continue;
        }
        const std::size_t last = at + match->words;
        const auto longer = [&](const Piece& piece) {
            return piece.first < last && piece.last > at && piece.last - piece.first > match->words;
        };
        if (next < pieces.size() && longer(pieces[next])) {
            at = pieces[next].last;
            continue;
        }
        while (next < pieces.size() && pieces[next].first < last) ++next;
        if (match->entity) merged.push_back({{tokens[at].span.begin, tokens[last - 1].span.end}, at, last, *match->entity});
        at = last;
    }
    merged.insert(merged.end(), pieces.begin() + static_cast<std::ptrdiff_t>(next), pieces.end());
    pieces = std::move(merged);
}

Place place_of(const Article& article, const Block& block, std::size_t index) {
    if (block.kind != BlockKind::heading) {
        return article.title && trim(block.span.in(article.text)) == trim(*article.title) ? Place::title : Place::body;
    }
    return index == 0 || block.level == 1 ? Place::title : Place::heading;
}

/// The candidates that convinced become entities of the article, and their wordings its names.
void name_discovered(const Candidates& candidates, const Cues& cues, Roster& roster, LocalNames& names) {
    for (const auto& candidate : candidates.accepted()) {
        Entity entity;
        entity.name = candidate.best.name;
        entity.id = slug(entity.name);
        entity.kind = candidate.best.kind;
        entity.substance = candidate.best.substance;
        entity.origin = EntityOrigin::discovered;
        const std::uint32_t place = roster.add(std::move(entity));
        names.add(candidate.best.name, cues, NameCase::any, place);
        names.add(candidate.best.name + "s", cues, NameCase::any, place);
        for (const std::string& surface : candidate.best.surfaces) names.add(surface, cues, NameCase::any, place);
    }
}

bool is_read(const Block& block) {
    return block.kind != BlockKind::reference && block.kind != BlockKind::metadata;
}

}  // namespace

Mentions Recogniser::recognise(const Article& article, const Segmentation& segmentation) const {
    const std::string_view text = article.text;
    Roster roster(*tables_->lexicon);
    LocalNames names;
    Candidates candidates;
    Subject subject;
    std::vector<Token> tokens;
    if (article.title) {
        tokenise(*article.title, {0, static_cast<std::uint32_t>(article.title->size())}, tables_->cues, tokens);
        const Span whole{0, static_cast<std::uint32_t>(article.title->size())};
        const auto known = known_pieces(*article.title, whole, tokens, *tables_->lexicon, tables_->ambiguous, roster);
        subject.read_title(Scene(*article.title, tokens, known, roster, tables_->plain));
    }
    std::vector<std::vector<Piece>> pieces(segmentation.blocks.size());
    for (std::size_t i = 0; i < segmentation.blocks.size(); ++i) {
        const Block& block = segmentation.blocks[i];
        if (!is_read(block)) continue;
        tokenise(text, block.span, tables_->cues, tokens);
        pieces[i] = known_pieces(text, block.span, tokens, *tables_->lexicon, tables_->ambiguous, roster);
        read_definitions(text, block.span, tokens, pieces[i], tables_->cues, roster, names);
        if (block.boilerplate != Boilerplate::none) continue;
        const Scene scene(text, tokens, pieces[i], roster, tables_->plain);
        const Place place = place_of(article, block, i);
        if (place == Place::title) subject.read_title(scene);
        subject.follow(scene);
        discover_by_frames(scene, place, candidates);
        discover_by_shape(scene, tables_->affixes, place, candidates);
    }
    subject.report(candidates);
    name_discovered(candidates, tables_->cues, roster, names);
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < segmentation.blocks.size(); ++i) {
        const Block& block = segmentation.blocks[i];
        if (!is_read(block)) continue;
        tokenise(text, block.span, tables_->cues, tokens);
        add_local_pieces(text, tokens, names, pieces[i]);
        compose(text, tokens, pieces[i], roster);
        for (const Piece& piece : pieces[i]) mentions.push_back({piece.span, piece.entity});
    }
    return std::move(roster).finish(std::move(mentions));
}

}  // namespace evigrade::recognise
