// Which of the candidates are citations: an article prints its numbers in one style, and lists that are numbered by first
// mention are mentioned in rising order.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "evigrade/base/text.hpp"
#include "link/citation_numeric.hpp"

namespace evigrade::link {
namespace {

/// How far ahead of all numbers before it a first mention may be.
constexpr int leap = 12;

/// The distinct entries that a style reaches.
std::size_t reached(const std::vector<NumericCandidate>& candidates, NumberStyle style, const CitationIndex& index) {
    std::set<int> numbers;
    for (const auto& candidate : candidates) {
        if (candidate.style != style) continue;
        for (const int n : candidate.numbers) {
            if (index.has_number(n)) numbers.insert(n);
        }
    }
    return numbers.size();
}

/// Whether first mentions rise: the list is numbered by them.
bool rises(const std::vector<NumericCandidate>& candidates) {
    int top = 0;
    std::size_t in_order = 0;
    std::size_t first_mentions = 0;
    std::set<int> seen;
    for (const auto& candidate : candidates) {
        for (const int n : candidate.numbers) {
            if (!seen.insert(n).second) continue;
            ++first_mentions;
            in_order += n <= top + 3 ? 1U : 0U;
            top = std::max(top, n);
        }
    }
    return first_mentions >= 3 && in_order * 10 >= first_mentions * 7;
}

/// Without loose numbers that leap ahead of the list's order.
std::vector<NumericCandidate> in_order(const std::vector<NumericCandidate>& candidates) {
    std::vector<NumericCandidate> out;
    int top = 0;
    for (const auto& candidate : candidates) {
        const int greatest = *std::max_element(candidate.numbers.begin(), candidate.numbers.end());
        const int least = *std::min_element(candidate.numbers.begin(), candidate.numbers.end());
        if (least > top + leap) continue;
        top = std::max(top, std::min(greatest, top + leap + static_cast<int>(candidate.numbers.size())));
        out.push_back(candidate);
    }
    return out;
}

/// "upd3", "Pfkfb3": a word that keeps coming with the same number is a name; "Igfbp2, Igfbp4", "Exp1 and Exp3": so is one
/// with a capital that comes with different numbers.
void drop_names(std::vector<NumericCandidate>& candidates, std::string_view text) {
    const auto word_of = [&](const NumericCandidate& candidate) {
        std::uint32_t begin = candidate.span.begin;
        while (begin > 0 && candidate.span.begin - begin < 24 && is_ascii_alpha(text[begin - 1])) --begin;
        return std::string(text.substr(begin, candidate.span.begin - begin));
    };
    std::unordered_map<std::string, std::map<std::vector<int>, int>> seen;
    for (const auto& candidate : candidates) {
        if (candidate.style == NumberStyle::glued) ++seen[word_of(candidate)][candidate.numbers];
    }
    seen.erase("");
    std::erase_if(candidates, [&](const NumericCandidate& candidate) {
        const auto found = candidate.style == NumberStyle::glued ? seen.find(word_of(candidate)) : seen.end();
        if (found == seen.end()) return false;
        const bool series = found->second.size() >= 2 && is_ascii_upper(found->first.front());
        return series || found->second.at(candidate.numbers) >= 3;
    });
}

std::vector<NumericCandidate> only(const std::vector<NumericCandidate>& candidates,
                                   std::initializer_list<NumberStyle> styles) {
    std::vector<NumericCandidate> out;
    for (const auto& candidate : candidates) {
        if (std::find(styles.begin(), styles.end(), candidate.style) != styles.end()) out.push_back(candidate);
    }
    return out;
}

}  // namespace

std::vector<NumericCandidate> of_one_style(std::vector<NumericCandidate> candidates, const CitationIndex& index,
                                           std::size_t named, std::string_view text) {
    const std::size_t listed = index.references().size();
    if (listed == 0 || candidates.empty()) return {};
    const auto share = [&](NumberStyle style) { return reached(candidates, style, index); };
    const std::size_t raised = share(NumberStyle::raised);
    const std::size_t bracket = share(NumberStyle::bracket);
    const std::size_t parenthesis = share(NumberStyle::parenthesis);
    std::size_t best = std::max({raised, bracket, parenthesis});
    if (best * 10 >= listed * 3 && best > named) {
        if (best == bracket) return only(candidates, {NumberStyle::bracket});
        if (best == raised) return only(candidates, {NumberStyle::raised});
    }
    drop_names(candidates, text);
    const auto glued = in_order(only(candidates, {NumberStyle::glued}));
    const std::size_t loose = reached(glued, NumberStyle::glued, index);
    auto spaced = in_order(only(candidates, {NumberStyle::glued, NumberStyle::spaced}));
    const std::size_t wide = reached(spaced, NumberStyle::glued, index) + reached(spaced, NumberStyle::spaced, index);
    if (best == parenthesis && parenthesis * 10 >= listed * 3 && parenthesis > named && parenthesis >= loose)
        return only(candidates, {NumberStyle::parenthesis});
    const bool wider = wide >= loose + 3 + listed / 10 && rises(spaced);
    if (loose * 10 >= listed * 5 && loose > named && wider) return spaced;
    if (loose * 10 >= listed * 5 && loose > named) return rises(glued) ? glued : only(candidates, {NumberStyle::glued});
    if (wide * 10 >= listed * 6 && listed >= 5 && wide > named && rises(spaced)) return spaced;
    if (raised > 0 && raised >= named) return only(candidates, {NumberStyle::raised});
    if (bracket > 0 && bracket >= named) return only(candidates, {NumberStyle::bracket});
    if (listed < 5 && loose > 0 && named == 0) return glued;
    return {};
}

}  // namespace evigrade::link
