#include "link/reference_details.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

using Tokens = std::vector<ReferenceToken>;

std::optional<int> year_at(std::string_view text, const ReferenceToken& token) {
    if (token.kind != TokenKind::number || token.size() != 4) return std::nullopt;
    const int value = std::stoi(std::string(token.in(text)));
    return value >= 1400 && value < 2100 ? std::optional(value) : std::nullopt;
}

std::optional<int> month_at(std::string_view text, const ReferenceToken& token) {
    static constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (token.kind != TokenKind::word || token.size() < 3) return std::nullopt;
    const auto place = months.find(lower(token.in(text).substr(0, 3)));
    if (place == std::string_view::npos || place % 3 != 0) return std::nullopt;
    return static_cast<int>(place / 3) + 1;
}

std::optional<int> day_at(std::string_view text, const ReferenceToken& token) {
    if (token.kind != TokenKind::number || token.size() > 2) return std::nullopt;
    const int value = std::stoi(std::string(token.in(text)));
    return value >= 1 && value <= 31 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<Date> date_of(std::string_view text, const Tokens& tokens, const std::vector<Part>& labels) {
    std::optional<std::size_t> place;
    for (const Part part : {Part::date, Part::other}) {
        for (std::size_t t = 0; t < tokens.size() && !place; ++t) {
            if (labels[t] == part && year_at(text, tokens[t])) place = t;
        }
    }
    if (!place) return std::nullopt;
    Date date{*year_at(text, tokens[*place]), std::nullopt, std::nullopt};
    const std::size_t from = *place < 4 ? 0 : *place - 4;
    const std::size_t to = std::min(tokens.size(), *place + 5);
    for (std::size_t t = from; t < to && !date.month; ++t) {
        if (labels[t] != Part::date) continue;
        date.month = month_at(text, tokens[t]);
        if (!date.month) continue;
        for (const std::size_t day : {t + 1, t == 0 ? t + 1 : t - 1}) {
            if (day < tokens.size() && labels[day] == Part::date && !date.day) date.day = day_at(text, tokens[day]);
        }
    }
    return date;
}

std::optional<std::string> edition_of(std::string_view text, const Tokens& tokens) {
    static constexpr std::array<std::string_view, 6> editions{"ed", "edn", "edition", "aufl", "auflage", "rev"};
    static constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    const auto is_any = [&](std::size_t t, const auto& words) {
        return t < tokens.size() && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
                   return equals_ignoring_case(tokens[t].in(text), word);
               });
    };
    for (std::size_t t = 0; t + 1 < tokens.size(); ++t) {
        if (tokens[t].kind != TokenKind::number || tokens[t].size() > 2) continue;
        const bool ordinal = is_any(t + 1, endings) && !tokens[t + 1].after_space;
        const std::size_t word = ordinal || tokens[t + 1].is_mark('.') ? t + 2 : t + 1;
        if (!is_any(word, editions)) continue;
        return std::string(tokens[t].in(text)) + (ordinal ? std::string(tokens[t + 1].in(text)) : "");
    }
    return std::nullopt;
}

void set_identifiers(const std::vector<Identifier>& identifiers, BibItem& item) {
    const auto keep = [](std::optional<std::string>& field, const std::string& value) {
        if (!field) field = value;
    };
    for (const Identifier& id : identifiers) {
        switch (id.kind) {
            case IdentifierKind::doi:
                keep(item.doi, id.value);
                break;
            case IdentifierKind::pmid:
                keep(item.pmid, id.value);
                break;
            case IdentifierKind::pmcid:
                keep(item.pmcid, id.value);
                break;
            case IdentifierKind::isbn:
                keep(item.isbn, id.value);
                break;
            case IdentifierKind::issn:
                keep(item.issn, id.value);
                break;
            case IdentifierKind::url:
                keep(item.url, id.value);
                break;
            case IdentifierKind::arxiv:
                keep(item.url, "https://arxiv.org/abs/" + id.value);
                break;
            case IdentifierKind::none:
                break;
        }
    }
}

}  // namespace evigrade::link
