#include "segment/quoting.hpp"

#include <algorithm>

#include "segment/shape.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_announcement = 200;  ///< bytes

/// One quotation from its first to its last sign.
bool is_one_quotation(std::string_view words) {
    if (words.starts_with("“") && words.ends_with("”")) return words.find("”") == words.size() - 3;
    if (words.size() > 2 && words.front() == '"' && words.back() == '"') return words.find('"', 1) == words.size() - 1;
    return words.starts_with("«") && words.ends_with("»") && words.find("»") == words.size() - 2;
}

bool begins_quotation(std::string_view words) {
    return words.starts_with("“") || words.starts_with('"') || words.starts_with("«") || words.starts_with("…") ||
           words.starts_with("...");
}

bool announces(std::string_view words, const Cues& cues) {
    return words.size() <= longest_announcement && words.ends_with(':') && cues.reports(words);
}

}  // namespace

void mark_quotations(std::string_view text, std::vector<Piece>& pieces, const Cues& cues) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        Block& block = pieces[i].block;
        if (block.kind != BlockKind::paragraph || block.voice != Voice::article) continue;
        if (is_one_quotation(block.span.in(text))) block.voice = Voice::quoted;
        if (!announces(block.span.in(text), cues)) continue;
        std::size_t end = i + 1;
        const bool paragraph =
            end < pieces.size() && pieces[end].block.kind == BlockKind::paragraph && begins_quotation(pieces[end].in(text));
        if (paragraph) ++end;
        while (end < pieces.size() && pieces[end].block.kind == BlockKind::list_item) ++end;
        for (std::size_t j = i + 1; j < end; ++j) pieces[j].block.voice = Voice::quoted;
    }
}

}  // namespace evigrade::segment
