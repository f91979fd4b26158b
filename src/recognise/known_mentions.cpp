#include "recognise/known_mentions.hpp"

#include "evigrade/base/text.hpp"
#include "recognise/mention_labels.hpp"

namespace evigrade::recognise {

KnownMentions::KnownMentions(const Data& data) {
    const Table table(data.find("models/mentions.names.tsv").value_or(""));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto kind = table.at(row, "kind") == "chemical" ? Known::chemical : Known::disease;
        std::uint64_t phrase = 0;
        for (const auto word : split(table.at(row, "name"), ' ')) {
            phrase = mention_phrase(phrase, mention_word(word));
            names_.try_emplace(phrase, Known::part);
        }
        names_[phrase] = kind;
    }
}

std::size_t KnownMentions::longest(const MentionText& text, std::size_t at, const std::vector<std::uint8_t>& labels,
                                   Known& kind) const {
    std::size_t length = 0;
    std::uint64_t phrase = 0;
    for (std::size_t t = at; t < text.tokens.size() && labels[t] == 0; ++t) {
        phrase = mention_phrase(phrase, text.tokens[t].word);
        const auto found = names_.find(phrase);
        if (found == names_.end()) break;
        if (found->second == Known::part) continue;
        length = t + 1 - at;
        kind = found->second;
    }
    return length;
}

void KnownMentions::settle(const MentionText& text, std::vector<std::uint8_t>& labels) const {
    for (std::size_t t = 0; t < labels.size(); ++t) {
        Known kind = Known::part;
        const std::size_t length = longest(text, t, labels, kind);
        if (length == 0) continue;
        label_mention(labels, {t, t + length, kind == Known::chemical});
        t += length - 1;
    }
}

}  // namespace evigrade::recognise
