#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::render {

std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string both_sides(std::uint64_t support, std::uint64_t oppose) {
    return number(points(support)) + " | " + number(points(oppose));
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string spaced(std::string_view word) {
    std::string out(word);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

std::string place_of(const ClaimRow& row) {
    return fmt::format("{}:{} · {}", row.article.file, row.line, in_words(row.article.source_type));
}

std::string heading(std::string_view text, const Page& page) {
    return "\n" + toned(text, Tone::strong, page) + "\n";
}

namespace {

/// A sentence of megabytes is shown by its beginning; the whole stands in the store and in JSON.
std::string quoted(const std::string& text) {
    constexpr std::size_t longest = 1200;
    if (text.size() <= longest) return "“" + text + "”";
    std::size_t cut = 0;
    while (cut < longest) cut += decode(text, cut).length;
    return "“" + text.substr(0, cut) + " …”";
}

}  // namespace

std::string claim_block(const ClaimRow& row, const Page& page) {
    const Claim& claim = row.claim;
    std::string reading =
        fmt::format("{}  {}, {}", both_sides(row.support, row.oppose), to_text(claim.kind), to_text(claim.stance));
    if (claim.voice != Voice::article) reading += fmt::format(", {}", to_text(claim.voice));
    if (claim.hedge == Hedge::hedged) reading += ", hedged";
    if (claim.appeal != Appeal::none) reading += fmt::format(", {}", to_text(claim.appeal));
    if (claim.attributed_to) reading += fmt::format(" ({})", *claim.attributed_to);
    if (row.gap != Gap::none) reading += fmt::format(", {}", to_text(row.gap));
    std::string out = "  " + toned(reading, row.gap == Gap::overclaim ? Tone::warning : Tone::normal, page) + "\n";
    out += wrapped(quoted(claim.text), page, 4);
    return out + "    " + toned(fmt::format("{} · {}", place_of(row), claim.id), Tone::dim, page) + "\n";
}

std::string ledger_block(const Unit& unit, const Page& page, std::size_t indent) {
    std::string out;
    if (unit.level) {
        out += wrapped(fmt::format("level {}: {} ({})", *unit.level, in_words(unit.item.design), unit.level_source), page,
                       indent);
    }
    for (const auto& note : unit.item.decided) out += wrapped("by a person: " + note, page, indent);
    for (const LedgerStep& step : unit.item.steps) {
        out += wrapped(fmt::format("+1 {}: {}", in_words(step.code), step.why), page, indent);
    }
    if (unit.zero != ZeroReason::none) {
        out += wrapped(fmt::format("weighs nothing: {}", in_words(unit.zero)), page, indent);
    } else if (unit.covered_by) {
        out += wrapped(fmt::format("stands in {}", *unit.covered_by), page, indent);
    } else if (unit.counted) {
        out += wrapped(fmt::format("effective level {}, weight 1/{}, place {} of its side: {} points", unit.effective_level,
                                   std::uint64_t{1} << (unit.effective_level - 1), unit.rank, number(points(unit.share))),
                       page, indent);
    }
    return out;
}

std::string path_words(const EchoPath& path, const std::function<std::string(const std::string&)>& label) {
    std::string out;
    for (const ArticleName& article : path.articles) out += article.title + " → ";
    if (path.via) out += label(*path.via) + " → ";
    return out + label(path.study);
}

}  // namespace evigrade::render
