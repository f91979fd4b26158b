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

namespace {

/// What all articles are read with.
struct Equipment {
    const Lexicon* lexicon;
    Cues cues;
    AmbiguousNames ambiguous;
    PlainWords plain;
    Affixes affixes;
};

}  // namespace

struct Recogniser::Tables : Equipment {};

Recogniser::Recogniser(const Lexicon& lexicon, const Data& data)
    : tables_(
          std::make_unique<Tables>(Tables{{&lexicon, Cues(data), AmbiguousNames(data), PlainWords(data), Affixes(data)}})) {}

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
        const std::uint32_t place = roster.add(entity);
        names.add(candidate.best.name, cues, NameCase::any, place);
        names.add(candidate.best.name + "s", cues, NameCase::any, place);
        for (const std::string& surface : candidate.best.surfaces) names.add(surface, cues, NameCase::any, place);
    }
}

/// "Red light", where the article speaks of red light therapy: the name without its last word, if that names nothing else.
void name_shortly(std::string_view text, const std::vector<Token>& tokens, const std::vector<Piece>& pieces,
                  const Equipment& tables, const Roster& roster, LocalNames& names) {
    constexpr std::size_t shortest = 3;  // words of the whole name: "speech therapy" leaves a word that means speech
    for (const Piece& piece : pieces) {
        if (piece.last - piece.first < shortest || roster[piece.entity].kind != EntityKind::treatment) continue;
        const std::string_view last = tokens[piece.last - 1].span.in(text);
        if (!equals_ignoring_case(last, "therapy")) continue;
        const std::string_view rest = Span{piece.span.begin, tokens[piece.last - 2].span.end}.in(text);
        if (tables.lexicon->scan(rest).empty()) names.add(rest, tables.cues, NameCase::any, piece.entity);
    }
}

bool is_read(const Block& block) {
    return block.kind != BlockKind::reference && block.kind != BlockKind::metadata;
}

/// One article on its way through: the first pass learns its own names, the second finds what they and the lexicon name.
class Reading {
public:
    Reading(const Article& article, const Segmentation& segmentation, const Equipment& tables)
        : article_(article), blocks_(segmentation.blocks), tables_(tables), roster_(*tables.lexicon) {
        pieces_.resize(blocks_.size());
        if (article.text.size() <= kept_text) kept_.resize(blocks_.size());
    }

    void learn();
    Mentions find() &&;

private:
    // Words of articles up to this size are kept between the passes; those of larger ones are read twice.
    static constexpr std::size_t kept_text = std::size_t{1} << 20U;

    std::vector<Token>& words_of_block(std::size_t index) {
        if (!kept_.empty() && !kept_[index].empty()) return kept_[index];
        std::vector<Token>& tokens = kept_.empty() ? tokens_ : kept_[index];
        tokenise(article_.text, blocks_[index].span, tables_.cues, tokens);
        return tokens;
    }
    void learn_title();
    void learn_block(std::size_t index);

    const Article& article_;
    const std::vector<Block>& blocks_;
    const Equipment& tables_;
    Roster roster_;
    LocalNames names_;
    Candidates candidates_;
    Subject subject_;
    std::vector<std::vector<Piece>> pieces_;  ///< of each block
    std::vector<std::vector<Token>> kept_;
    std::vector<Token> tokens_;
};

void Reading::learn_title() {
    if (!article_.title) return;
    const std::string_view title = std::string_view(*article_.title).substr(0, 1000);
    const Span whole{0, static_cast<std::uint32_t>(title.size())};
    tokenise(title, whole, tables_.cues, tokens_);
    const auto known = known_pieces(title, whole, tokens_, *tables_.lexicon, tables_.ambiguous, roster_);
    subject_.read_title(Scene(title, tokens_, known, roster_, tables_.plain));
}

void Reading::learn_block(std::size_t index) {
    const Block& block = blocks_[index];
    const std::string_view text = article_.text;
    const std::vector<Token>& tokens = words_of_block(index);
    std::vector<Piece>& pieces = pieces_[index];
    pieces = known_pieces(text, block.span, tokens, *tables_.lexicon, tables_.ambiguous, roster_);
    read_definitions(text, block.span, tokens, pieces, tables_.cues, roster_, names_);
    if (block.boilerplate != Boilerplate::none) return;
    name_shortly(text, tokens, pieces, tables_, roster_, names_);
    const Scene scene(text, tokens, pieces, roster_, tables_.plain);
    const Place place = place_of(article_, block, index);
    if (place == Place::title) subject_.read_title(scene);
    if (place == Place::heading) subject_.read_heading(scene);
    subject_.follow(scene, place);
    discover_by_frames(scene, place, candidates_);
    discover_by_shape(scene, tables_.affixes, place, candidates_);
}

void Reading::learn() {
    learn_title();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (is_read(blocks_[i])) learn_block(i);
    }
    subject_.report(candidates_);
    candidates_.merge_longer_names();
    name_discovered(candidates_, tables_.cues, roster_, names_);
}

/// Two capitals mean a thing only where the article also writes it out, or says more than once "with MS", "for MS":
/// else they may be a degree, a spectrum, a title.
class ShortNames {
public:
    void see(const Piece& piece, const std::vector<Token>& tokens) {
        if (seen_.size() <= piece.entity) seen_.resize(piece.entity + 1, 0);
        const bool written_out = piece.span.size() > 2;
        const bool used = piece.first > 0 && runs_on(tokens[piece.first]) && tokens[piece.first - 1].is(Role::opener);
        seen_[piece.entity] += written_out ? enough : used ? 1 : 0;
    }
    void drop_unexplained(std::vector<Mention>& mentions) const {
        std::erase_if(mentions, [&](const Mention& mention) { return seen_[mention.entity] < enough; });
    }

private:
    static constexpr std::uint32_t enough = 2;
    std::vector<std::uint32_t> seen_;
};

Mentions Reading::find() && {
    std::vector<Mention> mentions;
    ShortNames short_names;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (!is_read(blocks_[i]) || (pieces_[i].empty() && names_.empty())) continue;
        const std::vector<Token>& tokens = words_of_block(i);
        add_local_pieces(article_.text, tokens, names_, pieces_[i]);
        compose(article_.text, tokens, pieces_[i], roster_);
        for (const Piece& piece : pieces_[i]) {
            mentions.push_back({piece.span, piece.entity});
            short_names.see(piece, tokens);
        }
    }
    short_names.drop_unexplained(mentions);
    return std::move(roster_).finish(std::move(mentions));
}

}  // namespace

Mentions Recogniser::recognise(const Article& article, const Segmentation& segmentation) const {
    Reading reading(article, segmentation, *tables_);
    reading.learn();
    return std::move(reading).find();
}

}  // namespace evigrade::recognise
