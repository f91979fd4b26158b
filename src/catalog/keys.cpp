// Under which hashes an item is stored and looked for.
#include <algorithm>

#include "catalog/fields.hpp"
#include "catalog/key_set.hpp"
#include "catalog/records.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/catalog.hpp"

namespace evigrade::catalog {
namespace {

void add_identifiers(Keys& keys, const std::optional<std::string>& doi, const std::optional<std::string>& pmid) {
    if (doi) keys.add("doi", lower(*doi));
    if (pmid) keys.add("pmid", *pmid);
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string out;
    for (std::size_t i = from; i < from + count; ++i) out += words[i];
    return out;
}

std::vector<std::string> first_sixty(std::string_view title) {
    auto words = title_words(title);
    if (words.size() > 60) words.resize(60);
    return words;
}

void add_whole_title(Keys& keys, const std::vector<std::string>& words) {
    const std::string whole = joined(words, 0, words.size());
    if (whole.size() >= 8) keys.add("title", whole);
}

/// The whole title, its first and its last four words, and each of its five longest words with the first author:
/// a misprint spoils one or two of them, and none is shared by many publications.
void add_title(Keys& keys, std::string_view title, const std::string& family) {
    auto words = first_sixty(title);
    add_whole_title(keys, words);
    if (words.size() >= 5) {
        keys.add("title-begins", joined(words, 0, 4));
        keys.add("title-ends", joined(words, words.size() - 4, 4));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::stable_sort(words.begin(), words.end(), [](const auto& x, const auto& y) { return x.size() > y.size(); });
    if (words.size() > 5) words.resize(5);
    for (const auto& word : words) {
        if (!family.empty() && word.size() >= 4) keys.add("family-word", family, word);
    }
}

std::string first_family(const BibItem& item) {
    return item.authors.empty() ? std::string() : family_of(item.authors.front());
}

void add_search(Keys& keys, const BibItem& item) {
    add_identifiers(keys, item.doi, item.pmid);
    if (item.pmcid) keys.add("pmcid", lower(*item.pmcid));
    if (item.title) add_title(keys, *item.title, first_family(item));
    const std::string page = item.page ? first_page(*item.page) : std::string();
    if (page.empty()) return;
    keys.add("family-page", first_family(item), page);
    if (item.volume) keys.add("volume-page", volume_of(*item.volume), page);
}

}  // namespace

std::vector<std::int64_t> search_keys(const BibItem& item) {
    Keys keys;
    add_search(keys, item);
    return keys.take();
}

std::vector<std::int64_t> identifier_keys(const BibItem& item) {
    Keys keys;
    add_identifiers(keys, item.doi, item.pmid);
    if (item.pmcid) keys.add("pmcid", lower(*item.pmcid));
    return keys.take();
}

std::vector<std::int64_t> telling_keys(const BibItem& item) {
    Keys keys;
    if (item.title) {
        const auto words = first_sixty(*item.title);
        add_whole_title(keys, words);
        if (words.size() >= 5) keys.add("title-begins", joined(words, 0, 4));
    }
    return keys.take();
}

std::vector<std::int64_t> keys(const BibItem& item) {
    Keys keys;
    add_search(keys, item);
    if (item.issued) {
        const std::string year = std::to_string(item.issued->year);
        keys.add("family-year", first_family(item), year);
        if (item.container_title) keys.add("journal-year", journal_key(*item.container_title), year);
    }
    return keys.take();
}

std::vector<std::int64_t> search_keys(const StudyPointer& pointer) {
    Keys keys;
    add_identifiers(keys, pointer.doi, pointer.pmid);
    if (pointer.title) add_title(keys, *pointer.title, pointer.families.empty() ? "" : fold(pointer.families.front()));
    if (pointer.year) {
        const std::string year = std::to_string(*pointer.year);
        for (const auto& family : pointer.families) keys.add("family-year", fold(family), year);
        if (pointer.container) keys.add("journal-year", journal_key(*pointer.container), year);
    }
    return keys.take();
}

}  // namespace evigrade::catalog
