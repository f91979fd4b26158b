#include "recognise/ambiguity.hpp"

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

std::uint64_t pair(std::uint64_t first, std::uint64_t second) {
    return first * 31 ^ second;
}

/// Of one word or two.
std::uint64_t hash_of_end(std::string_view words) {
    const std::size_t blank = words.find(' ');
    const std::uint64_t first = Cues::hash_of(lower(words.substr(0, blank)));
    return blank == std::string_view::npos ? first : pair(first, Cues::hash_of(lower(words.substr(blank + 1))));
}

}  // namespace

AmbiguousNames::AmbiguousNames(const Data& data) {
    const auto bytes = data.find("lexicon/ambiguous.tsv");
    if (!bytes) return;
    const Table table(*bytes);
    const auto read = [&](std::size_t row, std::string_view column, Hashes& into) {
        for (const auto word : split(table.at(row, column), '|')) into.insert(Cues::hash_of(lower(word)));
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const auto name : split(table.at(row, "names"), '|')) {
            if (name == "*") {
                for (const auto words : split(table.at(row, "not_after"), '|')) never_after_.insert(hash_of_end(words));
                continue;
            }
            Rule& rule = rules_[hash_of_end(name)];
            read(row, "not_after", rule.not_after);
            read(row, "not_before", rule.not_before);
            read(row, "only_after", rule.only_after);
            read(row, "only_before", rule.only_before);
        }
    }
}

bool AmbiguousNames::never_meant(const std::vector<Token>& tokens, std::size_t first) const {
    if (first == 0 || !runs_on(tokens[first])) return false;
    const std::uint64_t last = tokens[first - 1].hash;
    if (never_after_.contains(last)) return true;
    return first > 1 && runs_on(tokens[first - 1]) && never_after_.contains(pair(tokens[first - 2].hash, last));
}

bool AmbiguousNames::is_meant(const std::vector<Token>& tokens, std::size_t first, std::size_t last) const {
    if (never_meant(tokens, first)) return false;
    if (last - first > 2) return true;
    const auto found =
        rules_.find(last - first == 1 ? tokens[first].hash : pair(tokens[first].hash, tokens[first + 1].hash));
    if (found == rules_.end()) return true;
    const Rule& rule = found->second;
    const std::uint64_t before = first > 0 && runs_on(tokens[first]) ? tokens[first - 1].hash : 0;
    const std::uint64_t after = last < tokens.size() && runs_on(tokens[last]) ? tokens[last].hash : 0;
    if (rule.not_after.contains(before) || rule.not_before.contains(after)) return false;
    if (rule.only_after.empty() && rule.only_before.empty()) return true;
    return rule.only_after.contains(before) || rule.only_before.contains(after);
}

}  // namespace evigrade::recognise
