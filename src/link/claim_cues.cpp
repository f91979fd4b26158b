#include "link/claim_cues.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "evigrade/base/text.hpp"
#include "evigrade/model/names.hpp"

namespace evigrade::link::reading {
namespace {

constexpr std::uint32_t any_word = 0;
constexpr std::uint32_t any_number = 1;
constexpr std::size_t shortest_stem = 3;
constexpr int widest_gap = 3;

std::uint64_t bit_of(std::uint32_t symbol) {
    return std::uint64_t{1} << (symbol & 63U);
}

std::size_t stem_place(std::uint64_t hash) {
    return (hash >> 20U) & 511U;
}
std::uint64_t stem_bit(std::uint64_t hash) {
    return std::uint64_t{1} << (hash >> 40U & 63U);
}

template <class E>
std::uint8_t number_of(std::string_view value) {
    const auto found = from_text<E>(value);
    return found ? static_cast<std::uint8_t>(*found) : std::uint8_t{0};
}

std::uint8_t number_of(Decides decides, std::string_view value) {
    switch (decides) {
        case Decides::kind:
        case Decides::section:
            return number_of<ClaimKind>(value);
        case Decides::effect:
            return number_of<Effect>(value);
        case Decides::object:
            return number_of<Object>(value);
        case Decides::negation:
            return number_of<Reach>(value);
        case Decides::strength:
            return number_of<Strength>(value);
        case Decides::absence:
            return number_of<AbsenceKind>(value);
        case Decides::clause:
            return number_of<Clause>(value);
        default:
            return 0;
    }
}

}  // namespace

CueTable::CueTable(const Data& data) {
    constexpr std::size_t expected = 65536;
    nodes_.reserve(expected);
    nodes_.emplace_back();
    ends_.emplace_back();
    const Table words(data.find("cues/parameter_words.tsv").value_or(""));
    for (std::size_t row = 0; row < words.rows(); ++row) {
        if (words.at(row, "kind") == "number") number_words_.insert(word_hash(words.at(row, "word")));
    }
    for (const auto name : data.list("cues/claim_")) {
        const Table table(*data.find(name));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            CueRow cue;
            cue.decides = from_text<Decides>(table.at(row, "decides")).value_or(Decides::detection);
            cue.value = table.at(row, "value");
            cue.code = table.at(row, "code").empty() ? cue.value : table.at(row, "code");
            cue.number = number_of(cue.decides, cue.value);
            const auto weight = table.at(row, "weight");
            std::from_chars(weight.data(), weight.data() + weight.size(), cue.weight);
            rows_.push_back(cue);
            for (const auto phrase : split(table.at(row, "phrase"), '|'))
                add(phrase, static_cast<std::uint32_t>(rows_.size() - 1));
        }
    }
    for (First& first : first_) {
        const Node& node = nodes_[first.node];
        first.may_go_on = node.may_go_on;
        first.always = node.ends != 0 || node.by_any != 0;
    }
}

std::uint32_t CueTable::symbol(std::string_view word) {
    if (word == "_") return any_word;
    if (word == "#") return any_number;
    const bool stem = word.size() > shortest_stem && word.ends_with('*');
    if (stem) word.remove_suffix(1);
    auto& known = stem ? prefixes_ : words_;
    const std::uint64_t hash = word_hash(word);
    if (stem) stem_bits_[stem_place(hash)] |= stem_bit(hash);
    const std::uint32_t held = known.insert(hash, symbol_count_);
    if (held == symbol_count_) ++symbol_count_;
    return held;
}

std::uint32_t CueTable::grow(std::uint32_t node, std::uint32_t symbol) {
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    const std::uint32_t next = edges_.insert((std::uint64_t{node} << 32U) | symbol, fresh);
    if (next != fresh) return next;
    nodes_.emplace_back();
    if (nodes_[node].next == 0) {
        nodes_[node].symbol = symbol;
        nodes_[node].next = next;
    }
    nodes_[node].may_go_on |= bit_of(symbol);
    if (symbol == any_word) nodes_[node].by_any = next;
    if (node == 0) {
        if (first_.size() <= symbol) first_.resize(symbol + 1);
        first_[symbol].node = next;
    }
    return next;
}

void CueTable::end(std::uint32_t node, std::uint32_t row) {
    std::uint32_t* last = &nodes_[node].ends;
    while (*last != 0) last = &ends_[*last].next;
    *last = static_cast<std::uint32_t>(ends_.size());
    ends_.push_back({row, 0});
}

/// In a phrase "a/b" is either, "(a)" may be missing, ".." is up to three words of any kind, "_" is one. The tree grows a
/// word at a time, from every place that the words before it lead to: a row has as many places as its alternatives
/// multiply to, and ".." instead of a list of words keeps it small.
void CueTable::add(std::string_view phrase, std::uint32_t row) {
    std::vector<std::uint32_t> places{0};
    for (std::string_view part : split(phrase, ' ')) {
        const bool gap = part == "..";
        const bool optional = gap || (part.starts_with('(') && part.ends_with(')') && part.size() > 2);
        if (optional && !gap) part = part.substr(1, part.size() - 2);
        const auto words = gap ? std::vector<std::string_view>{"_"} : part.size() > 1 ? split(part, '/') : std::vector{part};
        std::vector<std::uint32_t> next;
        for (const std::uint32_t place : places) {
            for (const auto word : words) next.push_back(grow(place, symbol(word)));
        }
        for (int n = 1; gap && n < widest_gap; ++n) {
            const auto farther = std::span(next).last(places.size());
            const std::vector<std::uint32_t> edge(farther.begin(), farther.end());
            for (const std::uint32_t place : edge) next.push_back(grow(place, symbol("_")));
        }
        if (optional) next.insert(next.end(), places.begin(), places.end());
        places = std::move(next);
    }
    for (const std::uint32_t place : places) {
        if (place != 0) end(place, row);
    }
}

CueTable::Range CueTable::symbols(std::string_view text, const Token& token, Memo& memo) const {
    const auto fresh = static_cast<std::uint32_t>(memo.ranges.size());
    const std::uint32_t place = memo.places.insert(token.hash, fresh);
    if (place != fresh) return memo.ranges[place];
    auto& found = memo.symbols;
    const auto begin = static_cast<std::uint32_t>(found.size());
    if (const auto word = words_.find(token.hash); word != FlatIndex::nothing) found.push_back(word);
    if (token.kind == TokenKind::number || number_words_.contains(token.hash)) found.push_back(any_number);
    if (token.kind == TokenKind::word) {
        std::uint64_t hash = hash_start;
        std::size_t length = 0;
        for (const char c : token.span.in(text)) {
            if (c == '\'') continue;
            hash = hash_step(hash, ascii_lower(c));
            if (++length < shortest_stem || (stem_bits_[stem_place(hash)] & stem_bit(hash)) == 0) continue;
            if (const auto stem = prefixes_.find(hash); stem != FlatIndex::nothing) found.push_back(stem);
        }
    }
    return memo.ranges.emplace_back(Range{begin, static_cast<std::uint32_t>(found.size())});
}

void CueTable::walk(Walk& walk, std::uint32_t first, std::uint32_t at, std::uint32_t node) const {
    const Node& here = nodes_[node];
    for (std::uint32_t end = here.ends; end != 0; end = ends_[end].next)
        walk.hits.push_back({first, at, &rows_[ends_[end].row]});
    if (here.may_go_on == 0 || at >= walk.tokens.size()) return;
    for (std::uint32_t i = walk.words[at].begin; i < walk.words[at].end; ++i) {
        if ((here.may_go_on & bit_of(walk.symbols[i])) == 0) continue;
        const bool only = here.symbol == walk.symbols[i];
        const auto edge = only ? here.next : edges_.find((std::uint64_t{node} << 32U) | walk.symbols[i]);
        if (edge != FlatIndex::nothing) this->walk(walk, first, at + 1, edge);
    }
    if (here.by_any != 0 && walk.tokens[at].kind != TokenKind::mark) this->walk(walk, first, at + 1, here.by_any);
}

bool CueTable::leads_on(const First& first, const Walk& walk, std::uint32_t next) {
    if (first.node == 0 || first.always) return first.node != 0;
    if (next >= walk.words.size()) return false;
    const auto begin = walk.symbols.begin();
    return std::any_of(begin + walk.words[next].begin, begin + walk.words[next].end,
                       [&](std::uint32_t symbol) { return (first.may_go_on & bit_of(symbol)) != 0; });
}

void CueTable::match(std::string_view text, const std::vector<Token>& tokens, Memo& memo, std::vector<CueHit>& hits) const {
    hits.clear();
    Walk sentence{tokens, memo.symbols, {}, hits};
    sentence.words.reserve(tokens.size());
    for (const Token& token : tokens) sentence.words.push_back(symbols(text, token, memo));
    for (std::uint32_t at = 0; at < tokens.size(); ++at) {
        for (std::uint32_t i = sentence.words[at].begin; i < sentence.words[at].end; ++i) {
            const std::uint32_t symbol = memo.symbols[i];
            if (symbol < first_.size() && leads_on(first_[symbol], sentence, at + 1))
                walk(sentence, at, at + 1, first_[symbol].node);
        }
    }
    std::stable_sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    std::vector<CueHit> kept;
    kept.reserve(hits.size());
    std::array<std::uint32_t, Names<Decides>::values.size()> reach{};
    std::array<const CueHit*, Names<Decides>::values.size()> holder{};
    kept.reserve(hits.size());
    for (const CueHit& hit : hits) {
        const auto which = static_cast<std::size_t>(hit.row->decides);
        const bool same_place =
            holder[which] != nullptr && holder[which]->first == hit.first && holder[which]->last == hit.last;
        if (hit.last <= reach[which] && !same_place) continue;
        if (same_place && holder[which]->row == hit.row) continue;
        reach[which] = hit.last;
        kept.push_back(hit);
        holder[which] = &kept.back();
    }
    hits = std::move(kept);
}

}  // namespace evigrade::link::reading
