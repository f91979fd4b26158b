#include "segment/sentences.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "segment/stop.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_aside = 400;  ///< brackets and inner quotations longer than this are cut like other text

enum class Interest : std::uint8_t { none, stop, opener };

/// What a byte may begin; lead bytes of wide stops and quotes are looked at more closely.
constexpr std::array<Interest, 256> interests() {
    std::array<Interest, 256> table{};
    for (const std::size_t c : {0x2EU, 0x21U, 0x3FU}) table[c] = Interest::stop;    // . ! ?
    for (const std::size_t c : {0x28U, 0x5BU, 0x22U}) table[c] = Interest::opener;  // ( [ "
    for (const std::size_t c : {0xD8U, 0xDBU, 0xE0U, 0xE2U, 0xE3U, 0xEFU}) table[c] = Interest::stop;
    return table;
}
constexpr auto interest_of = interests();

/// The sign that closes what opens at `at`, or "".
std::string_view closing_sign(std::string_view text, std::size_t at) {
    if (text[at] == '(') return ")";
    if (text[at] == '[') return "]";
    if (text[at] == '"') return "\"";
    return text.substr(at, 3) == "“" ? "”" : "";
}

/// Follows the asides of one text: stops inside them do not end the sentence around them.
class Asides {
public:
    explicit Asides(std::string_view text) : text_(text) {}

    /// Notes what opens at `at`, if it opens inside a sentence that began at `sentence`.
    void open(std::size_t at, std::size_t sentence) {
        if (at < until_ || at < barren_) return;
        const std::string_view close = closing_sign(text_, at);
        if (close.empty()) return;
        const bool bracket = close == ")" || close == "]";
        if (!bracket && (at == sentence || !is_ascii_space(text_[at - 1])))
            return;  // a whole quoted sentence; a closing quote
        const std::size_t end = matching(at, close);
        if (end == 0) {
            barren_ = at + longest_aside / 4;  // do not look again at each of a thousand openers
            return;
        }
        if (!bracket && !is_inner_quotation(at + close.size(), end)) return;
        until_ = end;
    }
    [[nodiscard]] bool cover(std::size_t at) const { return at < until_; }
    /// Forgets asides, where a sentence has ended.
    void end_at(std::size_t at) { until_ = std::min(until_, at); }

private:
    /// The place of the matching closing sign within reach, or 0.
    [[nodiscard]] std::size_t matching(std::size_t at, std::string_view close) const {
        const std::size_t limit = std::min(text_.size(), at + longest_aside);
        std::size_t depth = 0;
        for (std::size_t i = at + 1; i < limit; ++i) {
            if (text_[i] == text_[at] && close.size() == 1 && close.front() != '"') ++depth;
            if (text_[i] != close.front() || text_.substr(i, close.size()) != close) continue;
            if (depth == 0) return i;
            --depth;
        }
        return 0;
    }

    /// A quotation inside a sentence begins small (`says that "the studies are few. We …"`); one that begins with a
    /// capital is sentences of its own.
    [[nodiscard]] bool is_inner_quotation(std::size_t begin, std::size_t end) const {
        if (begin >= end) return false;
        const char32_t first = decode(text_, begin).value;
        return is_letter(first) && !is_upper(first);
    }

    std::string_view text_;
    std::size_t until_ = 0;
    std::size_t barren_ = 0;
};

void add(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t base, std::vector<Span>& out) {
    while (begin < end && is_ascii_space(text[begin])) ++begin;
    while (end > begin && is_ascii_space(text[end - 1])) --end;
    if (begin < end) out.push_back({base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)});
}

std::string_view letters_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_ascii_alpha(text[end])) ++end;
    return text.substr(at, end - at);
}

/// Whether a word all in capitals ends at `end`: the last link of a row of them, or a heading in the line.
bool behind_capitals(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t shortest = 4;
    std::size_t first = end;
    while (first > begin && is_ascii_upper(text[first - 1])) --first;
    return end - first >= shortest && (first == begin || is_ascii_space(text[first - 1]));
}

/// Where a part of a pasted abstract begins inside a sentence, for want of a stop in front of it ("… COMMENT | REFERENCES
/// Background Although it is widely used"); `end` where none does.
std::size_t part_of_abstract(std::string_view text, std::size_t begin, std::size_t end, const Abbreviations& words) {
    for (std::size_t at = begin + 1; at + 1 < end; ++at) {
        if (!is_ascii_upper(text[at]) || text[at - 1] != ' ' || !is_ascii_lower(text[at + 1])) continue;
        const std::string_view label = letters_at(text, at);
        const std::size_t next = at + label.size() + 1;
        if (next >= end || text[next - 1] != ' ' || !is_ascii_upper(text[next])) continue;
        if (words.labels_part(label) && behind_capitals(text, begin, at - 1) && words.starts_sentence(letters_at(text, next)))
            return at;
    }
    return end;
}

}  // namespace

void SentenceCutter::cut(std::string_view text, Span part, std::vector<Span>& out) const {
    const std::string_view running = part.in(text);
    Asides asides(running);
    std::size_t begin = 0;
    while (begin < running.size() && is_ascii_space(running[begin])) ++begin;
    for (std::size_t i = begin; i < running.size();) {
        const Interest interest = interest_of[static_cast<unsigned char>(running[i])];
        if (interest == Interest::none) {
            ++i;
            continue;
        }
        if (interest == Interest::opener || running.substr(i, 3) == "“") {
            asides.open(i, begin);
            ++i;
            continue;
        }
        if (stop_length(running, i) == 0) {
            ++i;
            continue;
        }
        const Stop stop = read_stop(running, i);
        i = stop.end;
        if (asides.cover(stop.end - 1) || !ends_sentence(running, begin, stop, abbreviations_)) continue;
        const std::size_t label = part_of_abstract(running, begin, stop.end, abbreviations_);
        add(running, begin, label, part.begin, out);
        add(running, label, stop.end, part.begin, out);
        begin = stop.next;
        i = std::max(i, stop.next);
        asides.end_at(begin);
    }
    add(running, begin, running.size(), part.begin, out);
}

}  // namespace evigrade::segment
