#include "segment/cues.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "segment/words.hpp"

namespace evigrade::segment {
namespace {

constexpr std::size_t longest_heading = 120;
constexpr int longest_beginning = 4;            ///< words of a heading given by its beginning
constexpr std::string_view any_end = " *";      ///< marks such a heading in the table: "comments on *"
constexpr std::string_view counted = "+ ";      ///< marks one that counts what follows: "3 responses"
constexpr std::size_t longest_furniture = 600;  ///< bytes; what is longer is taken for content

constexpr std::array<std::string_view, 15> section_names{
    "other", "references", "notes",          "further_reading", "comments", "forum", "related", "author_box",
    "legal", "advert",     "call_to_action", "navigation",      "abstract", "body",  "back"};
constexpr std::array<std::string_view, 7> boilerplate_names{"none",    "navigation", "advert",        "author_box",
                                                            "related", "legal",      "call_to_action"};

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<std::size_t>(found - names.begin());
}

Furniture meaning_of(std::string_view kind) {
    if (kind == "metadata") return {BlockKind::metadata, Boilerplate::none};
    return {BlockKind::paragraph, static_cast<Boilerplate>(index_of(boilerplate_names, kind))};
}

/// "3 Responses", unlike "3. Response".
bool is_count(std::string_view heading) {
    const std::size_t end = heading.find_first_not_of("0123456789,");
    return end != 0 && end != std::string_view::npos && heading[end] == ' ';
}

std::string heading_key(std::string_view heading) {
    std::string key = plain_words(heading);
    if (heading.ends_with(any_end)) key += any_end;
    if (heading.starts_with(counted)) key.insert(0, counted);
    return key;
}

std::string_view first_word(std::string_view words) {
    return words.substr(0, words.find(' '));
}

}  // namespace

std::unordered_set<std::string> words_of(const Data& data, std::string_view name) {
    std::unordered_set<std::string> words;
    const Table table(data.find(name).value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) words.emplace(table.at(row, "word"));
    return words;
}

Cues::Cues(const Data& data) {
    const Table headings(data.find("cues/headings.tsv").value_or(""));
    for (std::size_t row = 0; row < headings.rows(); ++row)
        headings_.emplace(heading_key(headings.at(row, "heading")),
                          static_cast<Section>(index_of(section_names, headings.at(row, "role"))));
    questions_ = words_of(data, "cues/question_words.tsv");
    reporting_ = words_of(data, "cues/reporting.tsv");
    captions_ = words_of(data, "cues/captions.tsv");
    const Table table(data.find("cues/boilerplate.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string_view match = table.at(row, "match");
        Phrase phrase{plain_words(table.at(row, "phrase")), Match::anywhere, meaning_of(table.at(row, "kind"))};
        if (match == "whole") phrase.match = Match::whole;
        if (match == "start") phrase.match = Match::start;
        if (match == "end") phrase.match = Match::end;
        if (match == "about") phrase.match = Match::about;
        first_words_.add(first_word(phrase.words));
        phrases_[std::string(first_word(phrase.words))].push_back(std::move(phrase));
    }
}

Section Cues::role_of(const std::string& words) const {
    const auto whole = headings_.find(words);
    if (whole != headings_.end()) return whole->second;
    std::size_t blank = words.find(' ');
    for (int count = 0; count < longest_beginning && blank != std::string::npos; ++count) {
        const auto beginning = headings_.find(words.substr(0, blank).append(any_end));
        if (beginning != headings_.end()) return beginning->second;
        blank = words.find(' ', blank + 1);
    }
    return Section::other;
}

Section Cues::section(std::string_view heading) const {
    if (heading.empty() || heading.size() > longest_heading) return Section::other;
    const std::string words = heading_words(heading);
    Section role = role_of(words);
    if (role == Section::other && is_count(heading)) role = role_of(std::string(counted) + words);
    const bool numbered = is_ascii_digit(heading.front());  // "2.1 Search" is a section and no search box
    const bool own = role <= Section::further_reading || role >= Section::abstract;
    return numbered && !own && role != Section::comments ? Section::other : role;
}

bool Cues::asks(std::string_view line) const {
    const std::string words = plain_words(line.substr(0, longest_heading));
    const std::string first(first_word(words));
    if (questions_.contains(first)) return true;
    return first.size() < words.size() &&
           questions_.contains(std::string(first_word(std::string_view(words).substr(first.size() + 1))));
}

std::size_t Cues::caption_label(std::string_view line) const {
    const std::size_t word = std::min(line.find_first_of(" ."), line.size());
    if (word > 12 || !captions_.contains(lower(line.substr(0, word)))) return 0;
    std::size_t at = line.find_first_not_of(" .", word);
    if (at == std::string_view::npos) return 0;
    const std::size_t end = std::min(line.find_first_not_of("0123456789IVXS.-", at), line.size());
    if (end == at) return 0;
    const std::size_t next = line.find_first_not_of(" :.|", end);
    if (next == std::string_view::npos) return line.size();
    const bool parted = line[end] == ':' || line[end] == '|' || line[end] == ' ';
    return parted && !is_ascii_lower(line[next]) && !is_ascii_digit(line[next]) ? end : 0;
}

bool Cues::reports(std::string_view text) const {
    if (text.size() > longest_furniture) return false;
    const std::string words = plain_words(text);
    const std::size_t blank = words.rfind(' ');
    return reporting_.contains(blank == std::string::npos ? words : words.substr(blank + 1));
}

/// Whether the phrase stands at the start of `rest`, and where in the whole it has to.
bool Cues::fits(const Phrase& phrase, std::string_view rest, Place place) {
    if (!rest.starts_with(phrase.words)) return false;
    const bool ends = rest.size() == phrase.words.size();
    if (!ends && rest[phrase.words.size()] != ' ') return false;
    const bool begins = place == Place::first;
    switch (phrase.match) {
        case Match::whole:
            return begins && ends;
        case Match::start:
            return begins;
        case Match::end:
            return ends;
        case Match::about:
            return ends && place == Place::about;
        case Match::anywhere:
            break;
    }
    return true;
}

std::optional<Furniture> Cues::furniture(std::string_view text) const {
    if (text.empty() || text.size() > longest_furniture) return std::nullopt;
    const std::string words = plain_words(text);
    const Place later = words.starts_with("about ") ? Place::about : Place::later;
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view rest = std::string_view(words).substr(at);
        if (first_words_.may_hold(first_word(rest))) {
            const auto candidates = phrases_.find(std::string(first_word(rest)));
            if (candidates != phrases_.end()) {
                for (const Phrase& phrase : candidates->second) {
                    if (fits(phrase, rest, at == 0 ? Place::first : later)) return phrase.meaning;
                }
            }
        }
        const std::size_t blank = words.find(' ', at);
        if (blank == std::string::npos) break;
        at = blank + 1;
    }
    return std::nullopt;
}

}  // namespace evigrade::segment
