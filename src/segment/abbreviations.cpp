#include "segment/abbreviations.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"
#include "segment/cues.hpp"

namespace evigrade::segment {
namespace {

StopRule rule_named(std::string_view name) {
    if (name == "number") return StopRule::number;
    if (name == "capital") return StopRule::capital;
    if (name == "starter") return StopRule::starter;
    return StopRule::never;
}

std::string upper(std::string_view word) {
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return is_ascii_lower(c) ? static_cast<char>(c - 32) : c; });
    return out;
}

}  // namespace

Abbreviations::Abbreviations(const Data& data) {
    const Table table(data.find("cues/abbreviations.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view word = table.at(row, "abbreviation");
        Case written = !word.empty() && is_ascii_upper(word.front()) ? Case::capital : Case::any;
        if (word == upper(word)) written = Case::shouted;
        const auto [entry, fresh] = entries_.try_emplace(lower(word), Entry{rule_named(table.at(row, "rule")), written});
        if (!fresh && written == Case::any) entry->second.written = Case::any;
    }
    starters_ = words_of(data, "cues/sentence_starters.tsv");
    letter_kinds_ = words_of(data, "cues/letter_kinds.tsv");
    labels_ = words_of(data, "cues/abstract_labels.tsv");
}

std::optional<StopRule> Abbreviations::rule(std::string_view word) const {
    if (word.empty() || word.size() > 16) return std::nullopt;
    const auto entry = entries_.find(lower(word));
    if (entry == entries_.end()) return std::nullopt;
    const Entry& found = entry->second;
    if (found.written == Case::capital && !is_ascii_upper(word.front())) return std::nullopt;
    const bool shouted = word.size() > 1 && word == upper(word) && word.find('.') == std::string_view::npos;
    if (shouted && found.written != Case::shouted && found.rule != StopRule::number)
        return std::nullopt;  // "MS" is not "Ms"
    return found.rule;
}

bool Abbreviations::starts_sentence(std::string_view word) const {
    return word.size() <= 16 && starters_.contains(lower(word));
}

bool Abbreviations::names_kinds(std::string_view word) const {
    return word.size() <= 16 && letter_kinds_.contains(lower(word));
}

bool Abbreviations::labels_part(std::string_view word) const {
    return word.size() <= 16 && labels_.contains(lower(word));
}

}  // namespace evigrade::segment
