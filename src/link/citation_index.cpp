#include "link/citation_index.hpp"

#include <algorithm>
#include <cstdlib>

#include "evigrade/base/text.hpp"

namespace evigrade::link {
namespace {

/// Bounds that keep a hostile list from taking quadratic time.
constexpr std::size_t most_of_one_author = 60;
constexpr std::size_t most_that_fit = 8;  ///< more say nothing
constexpr std::size_t longest_list_compared = 3000;

std::string family_of(const Name& name) {
    if (name.literal) return fold(*name.literal);
    return fold((name.particle ? *name.particle + " " : "") + name.family.value_or(""));
}

/// "world health organization" as "who".
std::string acronym_of(const std::string& folded) {
    std::string out;
    for (const auto word : split(folded, ' ')) {
        if (word != "of" && word != "the" && word != "and" && word != "for") out += word.substr(0, 1);
    }
    return out;
}

std::string_view last_word(std::string_view folded) {
    return folded.substr(folded.rfind(' ') + 1);
}

/// The letter behind the year in the entry's own text: "2019a".
char suffix_of(const Reference& reference) {
    if (!reference.item.issued) return 0;
    const std::string year = std::to_string(reference.item.issued->year);
    for (std::size_t at = reference.text.find(year); at != std::string::npos; at = reference.text.find(year, at + 1)) {
        const std::size_t next = at + year.size();
        if (next < reference.text.size() && is_ascii_lower(reference.text[next]) &&
            (next + 1 == reference.text.size() || !is_ascii_alnum(reference.text[next + 1])))
            return reference.text[next];
    }
    return 0;
}

}  // namespace

CitationIndex::CitationIndex(const std::vector<Reference>& references, const Segmentation& segmentation)
    : references_(references), listed_(segmentation.references) {
    int last = 0;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const Reference& reference = references[i];
        count(i, last);
        numbers_.try_emplace(reference.n, i);
        greatest_ = std::max(greatest_, reference.n);
        if (i < segmentation.references.size() && segmentation.references[i].label)
            by_label_.try_emplace(*segmentation.references[i].label, reference.n);
        Entry entry{i, {}, reference.item.et_al, std::nullopt, suffix_of(reference)};
        if (reference.item.issued) entry.year = reference.item.issued->year;
        const auto& people = reference.item.authors.empty() ? reference.item.editors : reference.item.authors;
        for (const auto& name : people) entry.families.push_back(family_of(name));
        if (entry.families.empty()) {
            const std::string folded = fold(std::string_view(reference.text).substr(0, 60));
            const std::string first = folded.substr(0, folded.find(' '));
            if (!first.empty()) entry.families.push_back(first);
        }
        const std::size_t place = entries_.size();
        std::vector<std::string> keys;
        if (!entry.families.empty()) {
            const std::string& first = entry.families.front();
            keys.push_back(first);
            if (first.find(' ') != std::string::npos) {
                keys.emplace_back(last_word(first));
                keys.emplace_back(first.substr(0, first.find(' ')));
                keys.push_back(acronym_of(first));
            }
        }
        entries_.push_back(std::move(entry));
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (auto& key : keys) {
            if (key.empty()) continue;
            auto& places = by_family_[key];
            if (places.size() < most_of_one_author) places.push_back(place);
        }
    }
}

bool CitationIndex::knows(std::string_view family) const {
    return by_family_.contains(fold(family));
}

std::optional<int> CitationIndex::by_label(std::string_view label) const {
    const auto found = by_label_.find(std::string(label));
    if (found == by_label_.end()) return std::nullopt;
    return found->second;
}

/// An entry of the list that is being counted, or of the next one where the printed number falls back.
void CitationIndex::count(std::size_t place, int& last) {
    const Reference& reference = references_[place];
    const auto ordinal = place < listed_.size() ? listed_[place].ordinal : std::nullopt;
    if (counts_.empty() || (ordinal && *ordinal <= last)) {
        counts_.push_back({reference.span.begin, {}});
        last = 0;
    }
    last = ordinal.value_or(last);
    counts_.back().numbers.try_emplace(ordinal.value_or(reference.n), reference.n);
}

std::optional<int> CitationIndex::printed(int number, std::uint32_t at) const {
    if (counts_.empty()) return std::nullopt;
    auto list = std::upper_bound(counts_.begin(), counts_.end(), at,
                                 [](std::uint32_t place, const Count& one) { return place < one.begin; });
    if (list == counts_.end()) --list;
    const auto found = list->numbers.find(number);
    if (found != list->numbers.end()) return found->second;
    return has_number(number) ? std::optional<int>(number) : std::nullopt;
}

bool CitationIndex::is_further(std::size_t place) const {
    return place < listed_.size() && listed_[place].list == ReferenceListKind::further_reading;
}

const Reference* CitationIndex::by_number(int n) const {
    const auto found = numbers_.find(n);
    return found == numbers_.end() ? nullptr : &references_[found->second];
}

std::vector<const CitationIndex::Entry*> CitationIndex::named(const std::vector<std::string>& families) const {
    std::vector<const Entry*> out;
    auto found = by_family_.find(families.front());
    if (found == by_family_.end()) found = by_family_.find(std::string(last_word(families.front())));
    if (found == by_family_.end()) return out;
    for (const auto place : found->second) out.push_back(&entries_[place]);
    return out;
}

/// Entries of the same year whose first author is spelt almost the same.
std::vector<const CitationIndex::Entry*> CitationIndex::nearly_named(const AuthorYear& cited,
                                                                     const std::vector<std::string>& families) const {
    std::vector<const Entry*> out;
    const std::string& wanted = families.front();
    if (wanted.size() < 4 || entries_.size() > longest_list_compared) return out;
    const std::size_t limit = wanted.size() >= 8 ? 2 : 1;
    for (const auto& entry : entries_) {
        if (entry.families.empty() || entry.year != cited.year) continue;
        const std::string& family = entry.families.front();
        if (family.empty() || family.front() != wanted.front()) continue;
        if (edit_distance(family, wanted, limit) <= limit) out.push_back(&entry);
    }
    return out;
}

/// How many authors the citation lets expect: two named, or more ("et al."), against the entry.
bool CitationIndex::counts_differ(const Entry& entry, const AuthorYear& cited) const {
    const bool many = entry.et_al || entry.families.size() >= 3;
    if (cited.et_al) return !many;
    if (cited.families.size() >= 3) return false;
    return many || (cited.families.size() == 2 && entry.families.size() < 2);
}

/// Keeps those that fit best where several fit: second author, number of authors, letter of the year.
void CitationIndex::narrow(std::vector<const Entry*>& fits, const AuthorYear& cited,
                           const std::vector<std::string>& families) const {
    const auto keep = [&](auto&& good) {
        std::vector<const Entry*> kept;
        for (const auto* entry : fits) {
            if (good(*entry)) kept.push_back(entry);
        }
        if (!kept.empty()) fits = std::move(kept);
    };
    if (families.size() >= 2)
        keep([&](const Entry& entry) {
            return entry.families.size() >= 2 &&
                   (entry.families[1] == families[1] || last_word(entry.families[1]) == last_word(families[1]));
        });
    if (fits.size() > 1) keep([&](const Entry& entry) { return entry.families.front() == families.front(); });
    if (fits.size() > 1) keep([&](const Entry& entry) { return !counts_differ(entry, cited); });
    if (fits.size() < 2 || cited.suffix == 0) return;
    const bool lettered = std::any_of(fits.begin(), fits.end(), [](const Entry* entry) { return entry->suffix != 0; });
    if (lettered) {
        keep([&](const Entry& entry) { return entry.suffix == cited.suffix; });
    } else if (const auto nth = static_cast<std::size_t>(cited.suffix - 'a'); nth < fits.size()) {
        fits = {fits[nth]};
    }
}

Resolved CitationIndex::find(const AuthorYear& cited) const {
    Resolved out;
    if (cited.families.empty() || entries_.empty()) return out;
    std::vector<std::string> families;
    for (const auto& family : cited.families) families.push_back(fold(family));
    if (families.front().empty()) return out;
    std::vector<const Entry*> fits = named(families);
    std::vector<const Entry*> of_year;
    for (const auto* entry : fits) {
        if (!cited.year || entry->year == cited.year) of_year.push_back(entry);
    }
    if (of_year.empty() && !fits.empty()) {
        narrow(fits, cited, families);
        const auto apart = [&](const Entry* entry) { return entry->year ? std::abs(*entry->year - *cited.year) : 99; };
        std::sort(fits.begin(), fits.end(), [&](const Entry* a, const Entry* b) { return apart(a) < apart(b); });
        const bool second =
            families.size() >= 2 && fits.front()->families.size() >= 2 && fits.front()->families[1] == families[1];
        const int tolerated = second ? 4 : cited.et_al == (fits.front()->families.size() > 2) ? 2 : 1;
        if (apart(fits.front()) <= tolerated) {
            of_year = {fits.front()};
            out.flags.push_back(CitationFlag::year_mismatch);
            out.listed_year = fits.front()->year;
        }
    }
    if (of_year.empty() && fits.empty()) {
        of_year = nearly_named(cited, families);
        if (!of_year.empty()) out.flags.push_back(CitationFlag::name_mismatch);
    }
    if (of_year.empty()) return out;
    narrow(of_year, cited, families);
    if (counts_differ(*of_year.front(), cited)) out.flags.push_back(CitationFlag::et_al_mismatch);
    if (of_year.size() > 1) out.flags.push_back(CitationFlag::ambiguous);
    if (of_year.size() > most_that_fit) return out;
    for (const auto* entry : of_year) out.references.push_back(references_[entry->place].n);
    return out;
}

}  // namespace evigrade::link
