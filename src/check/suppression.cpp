#include "check/suppression.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "evigrade/base/text.hpp"

namespace evigrade::check {
namespace {

constexpr std::string_view mark = "evigrade-ignore";
constexpr std::string_view whole = "-file";

/// The end of the comment or line that holds the mark at `at`, or nothing where the mark is mere text.
std::optional<std::size_t> end_of(std::string_view source, std::size_t at, ArticleFormat format) {
    if (format == ArticleFormat::text) {
        const std::size_t start = source.rfind('\n', at) == std::string_view::npos ? 0 : source.rfind('\n', at) + 1;
        const std::string_view before = trim(source.substr(start, at - start));
        static constexpr std::array<std::string_view, 4> leads{"", "#", "//", "%"};
        if (std::find(leads.begin(), leads.end(), before) == leads.end()) return std::nullopt;
        return std::min(source.find('\n', at), source.size());
    }
    constexpr std::size_t blanks = 8;
    const std::size_t from = at - std::min(at, blanks);
    if (!trim(source.substr(from, at - from)).ends_with("<!--")) return std::nullopt;
    const std::size_t close = source.find("-->", at);
    return close == std::string_view::npos ? std::nullopt : std::optional(close);
}

Suppression parsed(std::string_view words) {
    Suppression out;
    words.remove_prefix(mark.size());
    if (words.starts_with(whole)) {
        out.reach = Reach::file;
        words.remove_prefix(whole.size());
    }
    const std::size_t colon = std::min(words.find(':'), words.size());
    for (const auto code : split(words.substr(0, colon), ',')) out.codes.emplace_back(code);
    out.reason = squeeze(words.substr(std::min(colon + 1, words.size())));
    return out;
}

}  // namespace

std::vector<Suppression> suppressions_in(std::string_view source, ArticleFormat format) {
    std::vector<Suppression> out;
    if (format == ArticleFormat::pdf) return out;
    for (std::size_t at = source.find(mark); at != std::string_view::npos; at = source.find(mark, at + mark.size())) {
        const auto end = end_of(source, at, format);
        if (!end) continue;
        Suppression suppression = parsed(source.substr(at, *end - at));
        suppression.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end)};
        out.push_back(std::move(suppression));
    }
    return out;
}

}  // namespace evigrade::check
