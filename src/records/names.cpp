#include "records/names.hpp"

#include <algorithm>
#include <string>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

std::vector<std::string_view> blank_words(std::string_view text) {
    return split(text, ' ');
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += (i > from ? " " : "") + std::string(words[i]);
    return out;
}

/// "JA", "J.A.", "J": what stands for given names.
bool is_initials(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode(word, at);
        at += point.length;
        if (point.value == U'.' || point.value == U'-') continue;
        if (!is_upper(point.value)) return false;
        ++letters;
    }
    return letters >= 1 && letters <= 4;
}

}  // namespace

Organisations::Organisations() {
    const Table table(Data().find("formats/organisations.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) words_.emplace_back(table.at(row, "word"));
    std::sort(words_.begin(), words_.end());
}

bool Organisations::is_named_by(const std::vector<std::string_view>& words) const {
    if (words.size() < 2) return false;
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) {
        return std::binary_search(words_.begin(), words_.end(), fold(word));
    });
}

Name name_with_commas(std::string_view text, const Organisations& organisations) {
    const std::string squeezed = squeeze(text);
    text = squeezed;
    if (means_others(text)) return organisation(text);  // `add_name` knows it
    if (text.ends_with(',')) return organisation(text.substr(0, text.size() - 1));
    if (text.find(',') != std::string_view::npos) return person_of(text);
    return organisations.is_named_by(blank_words(text)) ? organisation(text) : person_of(text);
}

Name medline_name(std::string_view text) {
    const std::string squeezed = squeeze(text);
    text = squeezed;
    const std::size_t comma = text.find(',');
    const auto words = blank_words(comma == std::string_view::npos ? text : text.substr(comma + 1));
    std::size_t count = words.size();
    std::string suffix;
    const std::size_t least = comma == std::string_view::npos ? 2 : 1;
    if (count > least && is_suffix(words[count - 1])) suffix = std::string(words[--count]);
    if (comma != std::string_view::npos) return person(text.substr(0, comma), joined(words, 0, count), suffix);
    if (count < 2 || !is_initials(words[count - 1])) return organisation(text);
    return person(joined(words, 0, count - 1), words[count - 1], suffix);
}

bool means_others(std::string_view text) {
    std::string word = lower(squeeze(text));
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    return word == "et al" || word == "others" || word == "and others" || word == "and other authors";
}

void add_name(BibItem& item, std::vector<Name>& names, Name name) {
    const auto& shown = name.literal ? name.literal : name.family;
    if (!shown) return;
    if (!name.given && means_others(*shown)) {
        item.et_al = true;
    } else {
        names.push_back(std::move(name));
    }
}

}  // namespace evigrade::records
