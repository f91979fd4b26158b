#include "recognise/mention_labels.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "recognise/mention_features.hpp"

namespace evigrade::recognise {
namespace {

enum NamePart : std::uint8_t { begins, within, ends, alone };

bool is_chemical(std::uint8_t label) {
    return label >= 1 && label <= 4;
}
NamePart part_of(std::uint8_t label) {
    return static_cast<NamePart>((label - 1) % 4);
}

}  // namespace

std::vector<LabelledMention> labelled_mentions(const std::vector<std::uint8_t>& labels) {
    std::vector<LabelledMention> out;
    std::optional<LabelledMention> open;
    const auto close = [&](std::size_t end) {
        if (!open) return;
        open->last = end;
        out.push_back(*open);
        open.reset();
    };
    for (std::size_t t = 0; t < labels.size(); ++t) {
        if (labels[t] == 0) {
            close(t);
            continue;
        }
        const NamePart place = part_of(labels[t]);
        const bool chemical = is_chemical(labels[t]);
        if (place == begins || place == alone || (open && open->chemical != chemical)) close(t);
        if (!open) open = LabelledMention{t, t, chemical};
        if (place == ends || place == alone) close(t + 1);
    }
    close(labels.size());
    return out;
}

void label_mention(std::vector<std::uint8_t>& labels, const LabelledMention& mention) {
    const std::uint8_t base = mention.chemical ? 1 : 5;
    for (std::size_t t = mention.first; t < mention.last; ++t) {
        const bool first = t == mention.first;
        const bool last = t + 1 == mention.last;
        labels[t] = static_cast<std::uint8_t>(base + (first && last ? alone : first ? begins : last ? ends : within));
    }
}

void settle_abbreviations(const MentionText& text, std::vector<std::uint8_t>& labels) {
    if (text.definitions.empty()) return;
    const auto mentions = labelled_mentions(labels);
    std::unordered_map<std::string_view, std::uint8_t> meant;
    for (const auto& definition : text.definitions) {
        const std::size_t begin = text.token_at(definition.longer.begin);
        const std::size_t end = text.token_at(definition.longer.end);
        std::uint8_t label = 0;
        for (const auto& mention : mentions) {
            if (mention.last == end && mention.first <= begin + 1) label = mention.chemical ? 4 : 8;
        }
        if (label != 0) meant.emplace(definition.shorter.in(text.text), label);
    }
    for (std::size_t t = 0; t < labels.size(); ++t) {
        const auto found = meant.find(text.in(t));
        if (found == meant.end()) continue;
        if (labels[t] == 0) labels[t] = found->second;
        if (labels[t] == 4 || labels[t] == 8) labels[t] = found->second;
    }
}

namespace {

bool is_mark(const MentionText& text, std::size_t t) {
    return text.tokens[t].kind > MentionKind::number;
}

/// Whether a bracket at `t` has its other half inside the mention.
bool is_whole(const MentionText& text, const LabelledMention& mention, std::size_t t) {
    const std::string_view bracket = text.in(t);
    if (bracket == "(" || bracket == "[") {
        const std::string_view other = bracket == "(" ? ")" : "]";
        for (std::size_t i = t + 1; i < mention.last; ++i) {
            if (text.in(i) == other) return true;
        }
    } else if (bracket == ")" || bracket == "]") {
        const std::string_view other = bracket == ")" ? "(" : "[";
        for (std::size_t i = mention.first; i < t; ++i) {
            if (text.in(i) == other) return true;
        }
    }
    return false;
}

/// "22" in "22-oxacalcitriol", "N10" in "N10-propargyl …".
bool locates(const MentionToken& token) {
    return token.kind == MentionKind::number || token.kind == MentionKind::mixed;
}

LabelledMention with_clean_edges(const MentionText& text, LabelledMention mention) {
    const auto hyphen = [&](std::size_t t) { return text.tokens[t].kind == MentionKind::hyphen; };
    if (mention.chemical && hyphen(mention.first)) {
        while (mention.first > 0 && hyphen(mention.first) && locates(text.tokens[mention.first - 1])) {
            --mention.first;
            if (mention.first > 1 && hyphen(mention.first - 1) && locates(text.tokens[mention.first - 2])) --mention.first;
        }
    }
    while (mention.first < mention.last && is_mark(text, mention.first) && !is_whole(text, mention, mention.first))
        ++mention.first;
    while (mention.first < mention.last && is_mark(text, mention.last - 1) && !is_whole(text, mention, mention.last - 1))
        --mention.last;
    return mention;
}

}  // namespace

void settle_edges(const MentionText& text, std::vector<std::uint8_t>& labels) {
    for (const LabelledMention& mention : labelled_mentions(labels)) {
        const LabelledMention clean = with_clean_edges(text, mention);
        if (clean == mention) continue;
        for (std::size_t t = mention.first; t < mention.last; ++t) labels[t] = 0;
        const bool taken = std::any_of(labels.begin() + static_cast<std::ptrdiff_t>(clean.first),
                                       labels.begin() + static_cast<std::ptrdiff_t>(clean.last),
                                       [](std::uint8_t label) { return label != 0; });
        if (!taken) label_mention(labels, clean);
    }
}

void settle_endings(const MentionText& text, std::vector<std::uint8_t>& labels) {
    constexpr std::uint8_t drug = 1 + static_cast<std::uint8_t>(EndingKind::drug);
    for (std::size_t t = 0; t < labels.size(); ++t) {
        if (labels[t] == 0 && text.tokens[t].ending == drug)
            labels[t] = static_cast<std::uint8_t>(MentionLabel::chemical_alone);
    }
}

namespace {

/// One name and how often the text has it with and without a label.
struct Repeat {
    std::size_t first = 0, length = 0;
    std::size_t chemical = 0, disease = 0;
    std::vector<std::size_t> bare;  ///< where it stands without
};

bool same_words(const MentionText& text, std::size_t a, std::size_t b, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        if (b + i >= text.tokens.size() || text.tokens[a + i].word != text.tokens[b + i].word) return false;
    }
    return true;
}

/// Each different name among the mentions, by its first word.
std::unordered_multimap<std::uint64_t, Repeat> names_of(const MentionText& text,
                                                        const std::vector<LabelledMention>& mentions) {
    std::unordered_multimap<std::uint64_t, Repeat> names;
    for (const auto& mention : mentions) {
        const std::size_t length = mention.last - mention.first;
        const std::uint64_t word = text.tokens[mention.first].word;
        const auto [begin, end] = names.equal_range(word);
        auto known = std::find_if(begin, end, [&](const auto& entry) {
            return entry.second.length == length && same_words(text, entry.second.first, mention.first, length);
        });
        if (known == end) known = names.emplace(word, Repeat{mention.first, length, 0, 0, {}});
        ++(mention.chemical ? known->second.chemical : known->second.disease);
    }
    return names;
}

}  // namespace

void settle_repeats(const MentionText& text, std::vector<std::uint8_t>& labels) {
    const auto mentions = labelled_mentions(labels);
    if (mentions.empty()) return;
    auto names = names_of(text, mentions);
    for (std::size_t t = 0; t < labels.size(); ++t) {
        if (labels[t] != 0) continue;
        const auto [begin, end] = names.equal_range(text.tokens[t].word);
        for (auto name = begin; name != end; ++name) {
            const std::size_t length = name->second.length;
            if (!same_words(text, name->second.first, t, length)) continue;
            const auto at = labels.begin() + static_cast<std::ptrdiff_t>(t);
            if (std::all_of(at, at + static_cast<std::ptrdiff_t>(length), [](std::uint8_t label) { return label == 0; }))
                name->second.bare.push_back(t);
        }
    }
    for (const auto& [word, name] : names) {
        const std::size_t most = std::max(name.chemical, name.disease);
        if (most <= name.bare.size()) continue;
        for (const std::size_t t : name.bare) label_mention(labels, {t, t + name.length, name.chemical == most});
    }
}

}  // namespace evigrade::recognise
