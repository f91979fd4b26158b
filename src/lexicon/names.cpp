#include "lexicon/names.hpp"

#include <algorithm>

#include "evigrade/base/text.hpp"

namespace evigrade::lexicon {
namespace {

constexpr std::size_t shortest_table = 1024;
constexpr std::size_t first_word_bits = std::size_t{1} << 18U;  ///< 32 KB, a bit or two in ten set

std::size_t first_word_bit(std::uint64_t key) {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 46U);
}
std::uint32_t child_bit(std::uint64_t key) {
    return std::uint32_t{1} << ((key * 0x9E3779B97F4A7C15U) >> 59U);
}
static_assert(first_word_bits == std::size_t{1} << (64U - 46U));

std::size_t place(std::uint32_t node, std::uint64_t key, std::size_t size) {
    const std::uint64_t mixed = (key ^ (std::uint64_t{node} << 32U) ^ node) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 20U) & (size - 1);
}

/// Equal letters and digits, in any case or case and all; `surface` may have a plural s more.
bool written_alike(std::string_view name, std::string_view surface, CaseRule rule) {
    const auto same = [rule](char a, char b) {
        return a == b || (rule == CaseRule::same_letters && ascii_lower(a) == ascii_lower(b));
    };
    const auto counts = [](char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; };
    std::size_t i = 0, j = 0;
    for (;; ++i, ++j) {
        while (i < name.size() && !counts(name[i])) ++i;
        while (j < surface.size() && !counts(surface[j])) ++j;
        if (i == name.size()) return j == surface.size() || surface.substr(j) == "s";
        if (j == surface.size() || !same(name[i], surface[j])) return false;
    }
}

}  // namespace

CaseRule case_rule_of(std::string_view name) {
    constexpr std::size_t longest_abbreviation = 6;
    if (name.size() > longest_abbreviation) return CaseRule::any;
    std::size_t upper = 0, letters = 0, vowels = 0;
    for (const char c : name) {
        if (!is_ascii_alnum(c)) return CaseRule::any;
        letters += is_ascii_alpha(c);
        upper += is_ascii_upper(c);
        vowels += std::string_view("aeiouAEIOU").find(c) != std::string_view::npos;
    }
    const bool abbreviation = letters == name.size() && upper >= 2 && upper + 1 >= letters;
    const bool no_word = vowels == 0 && letters > 2;
    if (!abbreviation) return CaseRule::any;
    return no_word ? CaseRule::same_letters : CaseRule::as_written;
}

NameTrie::NameTrie(std::size_t names) : first_words_(first_word_bits / 64), slots_(shortest_table), nodes_(1), endings_(1) {
    std::size_t size = shortest_table;
    while (size < names * 2) size *= 2;  // grows where it gets half full
    slots_.resize(size);
    nodes_.reserve(names * 2);
    endings_.reserve(names + 1);
}

std::uint32_t NameTrie::step(std::uint32_t node, std::uint64_t key) const {
    for (std::size_t at = place(node, key, slots_.size());; at = (at + 1) & (slots_.size() - 1)) {
        const Slot& slot = slots_[at];
        if (slot.child == 0 || (slot.key == key && slot.parent == node)) return slot.child;
    }
}

std::uint32_t NameTrie::first_step(std::uint64_t key) const {
    const std::size_t bit = first_word_bit(key);
    return (first_words_[bit / 64] >> (bit % 64) & 1U) == 0 ? 0 : step(0, key);
}

std::uint32_t NameTrie::step_or_add(std::uint32_t node, std::uint64_t key) {
    if (const std::uint32_t child = step(node, key); child != 0) return child;
    if (node == 0) first_words_[first_word_bit(key) / 64] |= std::uint64_t{1} << (first_word_bit(key) % 64);
    if (nodes_.size() * 2 > slots_.size()) grow();
    std::size_t at = place(node, key, slots_.size());
    while (slots_[at].child != 0) at = (at + 1) & (slots_.size() - 1);
    const auto child = static_cast<std::uint32_t>(nodes_.size());
    slots_[at] = {key, node, child};
    nodes_.emplace_back();
    nodes_[node].children |= child_bit(key);
    return child;
}

void NameTrie::grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_ = std::vector<Slot>(old.size() * 2);
    for (const Slot& slot : old) {
        if (slot.child == 0) continue;
        std::size_t at = place(slot.parent, slot.key, slots_.size());
        while (slots_[at].child != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }
}

void NameTrie::add_ending(std::uint32_t node, Ending ending) {
    for (std::uint32_t at = nodes_[node].first_ending; at != 0; at = endings_[at].next) {
        if (endings_[at].rule == ending.rule && (ending.rule == CaseRule::any || endings_[at].name == ending.name)) return;
    }
    ending.next = nodes_[node].first_ending;
    nodes_[node].first_ending = static_cast<std::uint32_t>(endings_.size());
    endings_.push_back(ending);
}

void NameTrie::add(std::string_view name, std::uint32_t entity) {
    WordReader reader(name, alphabet_);
    std::vector<Word>& words = scratch_;
    words.clear();
    for (Word word; reader.next(word);) words.push_back(word);
    if (words.empty()) return;
    std::uint32_t node = 0;
    for (const Word& word : words) {
        if (word.key == 0) return;
        node = step_or_add(node, word.key);
    }
    add_ending(node, {entity, case_rule_of(name), name, 0});
    longest_name_ = std::max(longest_name_, words.size());
    // "micro-needling" in the table is also "microneedling" in a text, and "hair loss" "hairloss".
    constexpr std::size_t both_long = 4;
    if (words.size() != 2 || words[0].end - words[0].begin < both_long || words[1].end - words[1].begin < both_long) return;
    std::string as_one(name.substr(words[0].begin, words[0].end - words[0].begin));
    as_one += name.substr(words[1].begin, words[1].end - words[1].begin);
    WordReader one(as_one, alphabet_);
    Word word, more;  // "mRNA1273" is two words again, and "mRNA" alone another thing
    if (one.next(word) && word.key != 0 && !one.next(more)) {
        add_ending(step_or_add(0, word.key), {entity, CaseRule::any, name, 0});
    }
}

const NameTrie::Ending* NameTrie::ending_for(std::uint32_t node, std::string_view surface) const {
    const Ending* found = nullptr;
    for (std::uint32_t at = nodes_[node].first_ending; at != 0; at = endings_[at].next) {
        const Ending& ending = endings_[at];
        if (ending.rule == CaseRule::any) {
            if (found == nullptr) found = &ending;
        } else if (written_alike(ending.name, surface, ending.rule)) {
            found = &ending;
        }
    }
    return found;
}

std::optional<NameTrie::Match> NameTrie::longest(std::string_view text, const std::vector<Word>& words,
                                                 std::size_t at) const {
    std::optional<Match> best;
    const auto walk = [&](std::uint32_t node, std::size_t i) {
        while (node != 0) {
            const Word& word = words[i];
            const std::string_view surface = text.substr(words[at].begin, word.end - words[at].begin);
            if (nodes_[node].first_ending != 0 && word.whole_at_end && (!best || best->words <= i - at)) {
                if (const Ending* ending = ending_for(node, surface)) best = Match{ending->entity, i - at + 1};
            }
            if (++i >= words.size() || words[i].before == Gap::hard) return;
            node = (nodes_[node].children & child_bit(words[i].key)) == 0 ? 0 : step(node, words[i].key);
        }
    };
    if (words[at].before == Gap::none) return best;  // a name starts no sooner than its word
    walk(first_step(words[at].key), at);
    if (at + 1 < words.size() && words[at + 1].joined != 0) walk(first_step(words[at + 1].joined), at + 1);
    return best;
}

std::optional<std::uint32_t> NameTrie::exactly(std::string_view name) const {
    WordReader reader(name, alphabet_);
    std::uint32_t node = 0;
    std::size_t count = 0;
    std::uint64_t joined = 0;
    for (Word word; reader.next(word); ++count) {
        if (count > 0 && node == 0 && word.joined == 0) return std::nullopt;
        joined = count == 1 ? word.joined : 0;
        node = count == 0 || node != 0 ? step(node, word.key) : 0;
    }
    if (count == 2 && (node == 0 || nodes_[node].first_ending == 0) && joined != 0) node = step(0, joined);
    if (count == 0 || node == 0 || nodes_[node].first_ending == 0) return std::nullopt;
    if (const Ending* ending = ending_for(node, name)) return ending->entity;
    return endings_[nodes_[node].first_ending].entity;
}

}  // namespace evigrade::lexicon
