#include "segment/furniture.hpp"

#include <algorithm>
#include <optional>

#include "evigrade/base/text.hpp"
#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t short_block = 200;  ///< bytes; links, buttons and titles are no longer
constexpr std::size_t byline_blocks = 8;  ///< where bylines stand
constexpr std::size_t byline_words = 5;

Boilerplate boilerplate_of(Section section) {
    switch (section) {
        case Section::related:
            return Boilerplate::related;
        case Section::author_box:
            return Boilerplate::author_box;
        case Section::legal:
            return Boilerplate::legal;
        case Section::advert:
            return Boilerplate::advert;
        case Section::call_to_action:
            return Boilerplate::call_to_action;
        case Section::navigation:
            return Boilerplate::navigation;
        default:
            return Boilerplate::none;
    }
}

/// By the heading as a whole, or by its words ("About the Cranberry Institute").
Section section_below(std::string_view heading, const Cues& cues) {
    const Section section = cues.section(heading);
    if (section != Section::other) return section;
    const auto furniture = cues.furniture(heading);
    return furniture && furniture->boilerplate == Boilerplate::author_box ? Section::author_box : Section::other;
}

bool is_people(Section section) {
    return section == Section::comments || section == Section::forum;
}

/// Follows which section a block is in, and for how long the heading's word holds.
class FurnitureReach {
public:
    void enter(Section section, std::uint8_t level) {
        // Posts have titles of their own: only a known heading, or a higher one, ends what other people say.
        if (section == Section::other && is_people(section_) && (level_ == 0 || level >= level_)) return;
        section_ = section;
        level_ = level;
    }
    void leave() { section_ = Section::other; }
    [[nodiscard]] Section section() const { return section_; }

    /// Whether a block below the heading is of its kind; prose ends what consists of links.
    [[nodiscard]] bool holds(const Block& block, const LineShape& shape) const {
        const std::size_t size = block.span.size();
        switch (section_) {
            case Section::related:
            case Section::navigation:
            case Section::call_to_action:
            case Section::advert:
                return size <= short_block && !(shape.finished() && shape.words > 12);
            case Section::author_box:
            case Section::legal:
                return block.kind != BlockKind::reference;
            default:
                return false;
        }
    }

private:
    Section section_ = Section::other;
    std::uint8_t level_ = 0;
};

/// Whether words alone may decide: a phrase of a button inside a long paragraph decides nothing.
bool may_be(const Furniture& furniture, const Block& block, const LineShape& shape) {
    if (furniture.kind == BlockKind::metadata) {
        const bool sentence = shape.finished() && shape.capitals < shape.words && shape.words > 4;
        return block.kind != BlockKind::list_item && block.span.size() <= short_block && shape.words <= 25 && !sentence;
    }
    if (furniture.boilerplate == Boilerplate::legal) return true;
    if (block.kind == BlockKind::list_item) return false;
    switch (furniture.boilerplate) {
        case Boilerplate::author_box:
            return true;
        default:
            return block.span.size() <= short_block && shape.words <= 25;
    }
}

void make_metadata(Block& block) {
    block.kind = BlockKind::metadata;
    block.level = 0;
}

void mark_by_words(std::string_view text, Piece& piece, const Cues& cues) {
    Block& block = piece.block;
    const bool open =
        block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::list_item;
    if (!open || block.boilerplate != Boilerplate::none) return;
    const auto furniture = cues.furniture(piece.in(text));
    if (!furniture || !may_be(*furniture, block, shape_of(piece.in(text)))) return;
    if (furniture->kind == BlockKind::metadata) make_metadata(block);
    block.boilerplate = furniture->boilerplate;
}

/// A name alone below the title: "Venkataram Mysore".
void mark_byline(std::string_view text, std::vector<Piece>& pieces, std::size_t i) {
    Block& block = pieces[i].block;
    if (i == 0 || i >= byline_blocks || block.kind != BlockKind::heading || block.level == 1) return;
    const Block& before = pieces[i - 1].block;
    if (!(before.kind == BlockKind::heading && before.level == 1) && before.kind != BlockKind::metadata) return;
    if (is_ascii_digit(text[block.span.begin])) return;  // "1. Introduction"
    const LineShape shape = shape_of(block.span.in(text));
    if (shape.words >= 2 && shape.words <= byline_words && shape.capitals == shape.words && shape.last != '?' &&
        shape.last != ':' && i + 1 < pieces.size() && pieces[i + 1].gap == 0)
        make_metadata(block);
}

/// A heading whose whole section is furniture of one kind is furniture too; so are headings at the very end with nothing
/// below.
void mark_empty_headings(std::vector<Piece>& pieces) {
    std::optional<Boilerplate> below;  // of what follows the heading; nothing where that is content
    bool at_end = true;
    bool prose =
        std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.block.kind == BlockKind::paragraph; });
    std::size_t followers = 0;
    for (std::size_t i = pieces.size(); i-- > 0;) {
        Block& block = pieces[i].block;
        if (block.kind != BlockKind::heading) {
            if (block.kind == BlockKind::metadata && followers == 0) continue;
            below = followers == 0 ? block.boilerplate : (below == block.boilerplate ? below : std::nullopt);
            if (block.boilerplate == Boilerplate::none) below = std::nullopt;
            at_end = at_end && block.boilerplate != Boilerplate::none;
            ++followers;
            continue;
        }
        if (block.boilerplate == Boilerplate::none && block.level != 1 && prose) {
            if (followers == 0 && at_end) block.boilerplate = Boilerplate::related;
            if (followers > 0 && below) block.boilerplate = *below;
        }
        at_end = at_end && block.boilerplate != Boilerplate::none;
        followers = 0;
        below = std::nullopt;
    }
}

/// Whether a block may be a link, a button or a title that stands alone.
bool is_loose(std::string_view text, const Block& block) {
    constexpr std::size_t longest = 80;
    if (block.boilerplate != Boilerplate::none || block.kind == BlockKind::metadata) return true;
    if (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph) return false;
    return block.voice == Voice::article && block.span.size() <= longest && last_sign(block.span.in(text)) != '.';
}

/// Loose lines at the very end are the page's, from the first one on that words or a reference list above tell to be.
void mark_tail(std::string_view text, std::vector<Piece>& pieces) {
    std::size_t begin = pieces.size();
    while (begin > 0 && is_loose(text, pieces[begin - 1].block)) --begin;
    bool page = begin > 0 && pieces[begin - 1].block.kind == BlockKind::reference;
    for (std::size_t i = begin; i < pieces.size(); ++i) {
        Block& block = pieces[i].block;
        page = page || block.boilerplate != Boilerplate::none;
        if (page && block.boilerplate == Boilerplate::none && block.kind != BlockKind::metadata)
            block.boilerplate = Boilerplate::navigation;
    }
}

}  // namespace

void mark_furniture(std::string_view text, std::vector<Piece>& pieces, const Cues& cues) {
    FurnitureReach reach;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Piece& piece = pieces[i];
        Block& block = piece.block;
        mark_byline(text, pieces, i);
        const Section section = block.kind == BlockKind::heading ? section_below(piece.in(text), cues) : Section::other;
        if (block.kind == BlockKind::heading) reach.enter(section, block.level);
        if (is_people(reach.section())) {
            if (block.voice == Voice::article)
                block.voice = reach.section() == Section::forum ? Voice::forum : Voice::comment;
            continue;
        }
        mark_by_words(text, piece, cues);
        if (block.boilerplate != Boilerplate::none || block.kind == BlockKind::reference) continue;
        if (block.kind == BlockKind::heading) {
            block.boilerplate = boilerplate_of(section);
        } else if (boilerplate_of(reach.section()) != Boilerplate::none) {
            if (reach.holds(block, shape_of(piece.in(text)))) {
                block.boilerplate = boilerplate_of(reach.section());
            } else {
                reach.leave();
            }
        }
    }
    mark_empty_headings(pieces);
    mark_tail(text, pieces);
}

}  // namespace evigrade::segment
