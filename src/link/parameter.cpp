#include "link/parameter.hpp"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "evigrade/base/text.hpp"
#include "link/claim_quantities.hpp"

namespace evigrade::link::reading {

PlaceTable::PlaceTable(const Data& data) {
    const auto bytes = data.find("cues/parameter_words.tsv");
    if (!bytes) return;
    const Table table(*bytes);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::uint64_t hash = word_hash(table.at(row, "word"));
        const auto place = static_cast<std::uint32_t>(words_.size());
        words_.push_back({table.at(row, "kind"), table.at(row, "value")});
        const bool first = index_.insert(hash, place) == place;
        const std::string_view kind = words_.back().kind;
        if (first && (kind == "number" || kind == "ordinal")) numbers_.insert(hash, place);
    }
}

const PlaceTable::Word* PlaceTable::find(std::uint64_t hash) const {
    const std::uint32_t found = index_.find(hash);
    return found == FlatIndex::nothing ? nullptr : &words_[found];
}

const PlaceTable::Word* PlaceTable::find_number(std::uint64_t hash) const {
    const std::uint32_t found = numbers_.find(hash);
    return found == FlatIndex::nothing ? nullptr : &words_[found];
}

/// A number or a range of numbers, by its tokens [first, last].
struct ParameterReader::Amount {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    double low = 0;
    double high = 0;
    bool ordinal = false;
};

namespace {

std::string text_at(const SentenceView& view, std::uint32_t at) {
    return at < view.tokens.size() ? lower(view.tokens[at].span.in(view.text)) : std::string();
}

/// The hash by which tables know a token; signs of money go by their own bytes.
std::uint64_t hash_at(const SentenceView& view, std::uint32_t at) {
    if (at >= view.tokens.size()) return 0;
    const Token& token = view.tokens[at];
    return token.mark == '$' ? word_hash(token.span.in(view.text)) : token.hash;
}

bool is_money_sign(const SentenceView& view, std::uint32_t at) {
    return at < view.tokens.size() && view.tokens[at].mark == '$';
}

/// Whether one of the words before (or after) the amount, within `reach`, starts with `stem`.
bool near(const SentenceView& view, std::uint32_t first, std::uint32_t last, std::string_view stem) {
    for (std::uint32_t at = first; at < last && at < view.tokens.size(); ++at) {
        if (starts_with_ignoring_case(view.tokens[at].span.in(view.text), stem)) return true;
    }
    return false;
}

bool behind(const SentenceView& view, std::uint32_t at, std::uint32_t reach, std::string_view stem) {
    return near(view, at > reach ? at - reach : 0, at, stem);
}

bool is_session(std::string_view word) {
    return word.starts_with("session") || word == "sittings" || word == "treatments" || word == "visits";
}

}  // namespace

std::optional<double> ParameterReader::value_at(const SentenceView& view, std::uint32_t at, bool& ordinal) const {
    if (at >= view.tokens.size()) return std::nullopt;
    if (view.tokens[at].kind == TokenKind::number) {
        const std::string text = text_at(view, at);
        if (std::any_of(text.begin(), text.end(), is_ascii_alpha)) {
            ordinal = text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd");
            if (!ordinal) return std::nullopt;
        }
        return number_at(view, at);
    }
    const auto* word = view.tokens[at].kind == TokenKind::word ? table_.find_number(view.tokens[at].hash) : nullptr;
    if (word == nullptr) return std::nullopt;
    ordinal = word->kind == "ordinal";
    return std::strtod(std::string(word->value).c_str(), nullptr);
}

bool ParameterReader::is_unit(const SentenceView& view, std::uint32_t at) const {
    const auto* word = table_.find(hash_at(view, at));
    return word != nullptr && word->kind == "unit";
}

/// The unit of a dose, "mg" or "mg/kg"; nothing for a concentration ("100 mg/ml", "11 g%").
std::optional<std::string> ParameterReader::dose_unit(const SentenceView& view, std::uint32_t at) const {
    const auto* word = table_.find(hash_at(view, at));
    const auto end = view.tokens[at].span.end;
    const char behind = end < view.span.end ? view.text[end] : ' ';
    if (word == nullptr || word->kind != "unit" || behind == '%') return std::nullopt;
    if (behind != '/') return std::string(word->value);
    std::uint32_t next = at + 1;
    while (next < view.tokens.size() && view.tokens[next].kind == TokenKind::mark) ++next;
    const auto* per = table_.find(hash_at(view, next));
    if (per == nullptr || per->kind != "per") return std::nullopt;
    return std::string(word->value) + std::string(per->value);
}

bool ParameterReader::is_currency(const SentenceView& view, std::uint32_t at) const {
    const auto* word = table_.find(hash_at(view, at));
    return word != nullptr && word->kind == "currency";
}

std::optional<ParameterReader::Amount> ParameterReader::amount_at(const SentenceView& view, std::uint32_t at) const {
    Amount out{at, at, 0, 0, false};
    const auto low = value_at(view, at, out.ordinal);
    if (!low) return std::nullopt;
    out.low = out.high = *low;
    std::uint32_t next = at + 1;
    if (is_unit(view, next) && hash_at(view, next) == hash_at(view, next + 3)) ++next;  // "1 mg to 5 mg"
    const bool close = next < view.tokens.size() && view.tokens[next].span.begin == view.tokens[at].span.end + 1 &&
                       view.text[view.tokens[at].span.end] == '-';
    if (!close) {
        const bool linked = next < view.tokens.size() &&
                            (is_one_of(view.tokens[next], {"to", "or", "and"}) || view.tokens[next].mark == '-');
        if (!linked) return out;
        if (++next; is_money_sign(view, next) || is_currency(view, next)) ++next;
    }
    const auto high = value_at(view, next, out.ordinal);
    if (!high || *high < *low) return out;
    out.high = *high;
    out.last = next;
    return out;
}

std::string ParameterReader::place_in(const SentenceView& view) const {
    for (std::uint32_t at = 0; at < view.tokens.size(); ++at) {
        const Span here = view.tokens[at].span;
        if (view.tokens[at].kind != TokenKind::word || !is_ascii_upper(view.text[here.begin])) continue;
        const auto* two = table_.find(word_hash(text_at(view, at) + ' ' + text_at(view, at + 1)));
        if (two != nullptr && two->kind == "place")
            return std::string(Span{here.begin, view.tokens[at + 1].span.end}.in(view.text));
        const auto* word = table_.find(view.tokens[at].hash);
        if (word != nullptr && word->kind == "place") return std::string(here.in(view.text));
    }
    return {};
}

std::string ParameterReader::currency_of(const SentenceView& view, const Amount& amount) const {
    const auto named = [&](std::uint32_t at) -> std::string {
        const auto* word = at < view.tokens.size() ? table_.find(hash_at(view, at)) : nullptr;
        return word != nullptr && word->kind == "currency" ? std::string(word->value) : std::string();
    };
    if (amount.first > 0) {
        const std::string prefix = amount.first > 1 && is_money_sign(view, amount.first - 1) ? named(amount.first - 2) : "";
        if (!prefix.empty()) return prefix;
        if (std::string before = named(amount.first - 1); !before.empty()) return before;
    }
    return named(amount.last + 1);
}

std::optional<Parameter> ParameterReader::name(const SentenceView& view, const Amount& amount) const {
    Parameter out;
    out.low = amount.low;
    out.high = amount.high;
    out.span = {view.tokens[amount.first].span.begin, view.tokens[amount.last].span.end};
    const std::string next = text_at(view, amount.last + 1);
    const std::string after = text_at(view, amount.last + 2);
    if (const std::string money = currency_of(view, amount); !money.empty()) {
        out.kind = ParameterKind::cost;
        out.unit = money;
        out.currency = money;
        const std::string place = place_in(view);
        if (!place.empty() || !place_.empty()) out.place = place.empty() ? place_ : place;
    } else if (is_session(next) || (is_session(after) && !is_session(next) && time_unit(next).empty() && next != "per")) {
        const bool begins =
            behind(view, amount.first, 2, "after") || behind(view, amount.first, 2, "first") || amount.ordinal;
        out.kind = begins ? ParameterKind::onset : ParameterKind::sessions;
        out.unit = "session";
    } else if (const auto time = time_unit(next); !time.empty() && !amount.ordinal) {
        out.unit = time;
        const bool spaced =
            after == "apart" || behind(view, amount.first, 2, "every") || behind(view, amount.first, 3, "spaced");
        const bool begins = (near(view, 0, amount.first, "result") || near(view, 0, amount.first, "improvement") ||
                             near(view, 0, amount.first, "growth") || near(view, 0, amount.first, "visible")) &&
                            (behind(view, amount.first, 4, "after") || behind(view, amount.first, 3, "within") ||
                             behind(view, amount.first, 3, "take") || behind(view, amount.first, 2, "in"));
        const bool lasts = behind(view, amount.first, 6, "last") || behind(view, amount.first, 3, "for") ||
                           behind(view, amount.first, 6, "take") || behind(view, amount.first, 4, "within") ||
                           near(view, 0, amount.first, "session");
        if (!spaced && !begins && !lasts) return std::nullopt;
        out.kind = spaced ? ParameterKind::interval : begins ? ParameterKind::onset : ParameterKind::duration;
    } else if (auto unit = is_unit(view, amount.last + 1) ? dose_unit(view, amount.last + 1) : std::nullopt) {
        out.unit = std::move(*unit);
        const bool deep = near(view, amount.last, amount.last + 6, "dep") ||
                          near(view, amount.last, amount.last + 6, "deep") || behind(view, amount.first, 4, "depth");
        if (out.unit == "mm" && !deep) return std::nullopt;
        out.kind = out.unit == "mm" ? ParameterKind::depth : ParameterKind::dose;
    } else {
        return std::nullopt;
    }
    return out;
}

void ParameterReader::read(const SentenceView& view, const std::vector<std::string>& treatments,
                           std::vector<Parameter>& out) const {
    std::uint32_t colon = 0;
    const std::size_t before = out.size();
    for (std::uint32_t at = 0; at < view.tokens.size(); ++at) {
        if (view.tokens[at].mark == ':' && colon == 0) colon = at;
        const auto amount = amount_at(view, at);
        if (!amount) continue;
        auto found = name(view, *amount);
        at = amount->last;
        if (!found) continue;
        if (!treatments.empty()) found->treatment = treatments.front();
        if (colon > 0) {
            const std::string head = squeeze(Span{view.tokens[0].span.begin, view.tokens[colon - 1].span.end}.in(view.text));
            if (found->kind != ParameterKind::cost) found->population = head;
        }
        out.push_back(std::move(*found));
    }
    const auto here = std::span(out).subspan(before);
    const bool of_several = std::any_of(here.begin(), here.end(), [](const Parameter& parameter) {
        return parameter.kind == ParameterKind::sessions && parameter.high > 1;
    });
    for (Parameter& parameter : here) {
        if (of_several && parameter.kind == ParameterKind::cost) parameter.unit += " per course";
    }
}

}  // namespace evigrade::link::reading
