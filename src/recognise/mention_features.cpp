#include "recognise/mention_features.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"

namespace evigrade::recognise {
namespace {

using learn::feature_hash;
using learn::join;

/// Adds features under running template numbers, so that no two templates share one.
class Adder {
public:
    explicit Adder(learn::SequenceInput& out) : out_(out) {}
    ~Adder() { out_.add(features_.data(), features_.data() + count_); }
    Adder(const Adder&) = delete;
    Adder& operator=(const Adder&) = delete;
    void operator()(std::uint64_t seen) { features_[count_++] = feature_hash(++pattern_, seen); }
    /// For a template that says nothing here.
    void skip(std::uint32_t templates = 1) { pattern_ += templates; }

private:
    learn::SequenceInput& out_;
    std::array<std::uint32_t, 96> features_;  ///< of one token; as many as there are templates
    std::size_t count_ = 0;
    std::uint32_t pattern_ = 0;
};

std::uint64_t tail(std::string_view low, std::size_t n) {
    return mention_word(low.substr(low.size() - std::min(n, low.size())));
}

/// One token in its sentence.
class Describer {
public:
    Describer(const MentionText& text, std::size_t first, std::size_t last) : text_(text), first_(first), last_(last) {
        for (std::size_t t = first; t < last; ++t) {
            const bool worded = text.tokens[t].kind < MentionKind::number;
            words_ += worded ? 1U : 0U;
            capitals_ += worded && text.tokens[t].kind != MentionKind::lower ? 1U : 0U;
        }
    }

    void token(std::size_t t, learn::SequenceInput& out) const {
        Adder add(out);
        words(t, add);
        spelling(t, add);
        senses(t, add);
        names(t, add);
        abbreviation(t, add);
        surroundings(t, add);
        letters(t, out);
    }

private:
    [[nodiscard]] const MentionToken& at(std::size_t t, int offset) const {
        const auto place = static_cast<std::ptrdiff_t>(t) + offset;
        return place < static_cast<std::ptrdiff_t>(first_) || place >= static_cast<std::ptrdiff_t>(last_)
                   ? beyond_
                   : text_.tokens[static_cast<std::size_t>(place)];
    }

    void words(std::size_t t, Adder& add) const {
        const std::uint64_t now = at(t, 0).word;
        add(now);
        add(at(t, -1).word);
        add(at(t, 1).word);
        add(at(t, -2).word);
        add(at(t, 2).word);
        add(join(at(t, -1).word, now));
        add(join(now, at(t, 1).word));
        add(join(at(t, -2).word, at(t, -1).word));
        add(join(at(t, 1).word, at(t, 2).word));
        add(join(at(t, -1).word, at(t, 1).word));
        add(join(at(t, -1).word, join(now, at(t, 1).word)));
        add(join(now, at(t, 0).shape));
        add(at(t, -3).word);
        add(at(t, 3).word);
    }

    void spelling(std::size_t t, Adder& add) const {
        const MentionToken& now = at(t, 0);
        const std::string low = lower(now.span.in(text_.text));
        for (std::size_t n = 2; n <= 5; ++n) add(mention_word(std::string_view(low).substr(0, n)));
        for (std::size_t n = 2; n <= 5; ++n) add(tail(low, n));
        add(join(now.shape, std::min<std::size_t>(now.letters, 12)));
        add(now.shape);
        add(join(at(t, -1).shape, join(now.shape, at(t, 1).shape)));
        add(join(now.shape, at(t, -1).word));
        add(join(now.shape, at(t, 1).word));
        const std::string before = lower(at(t, -1).span.in(text_.text));
        const std::string after = lower(at(t, 1).span.in(text_.text));
        add(tail(before, 3));
        add(tail(after, 3));
        add(tail(before, 4));
        add(tail(after, 4));
        add(join(tail(low, 4), tail(after, 4)));
        add(join(tail(before, 4), tail(low, 4)));
        add(join(tail(low, 3), at(t, 1).word));
        add(join(tail(low, 3), at(t, -1).word));
    }

    static std::uint64_t sense(const MentionToken& token) { return join(token.fact.meaning, token.fact.flags & 15U); }

    void senses(std::size_t t, Adder& add) const {
        const MentionToken& now = at(t, 0);
        for (int offset = -2; offset <= 2; ++offset) {
            add(sense(at(t, offset)));
            add(at(t, offset).fact.company);
            add(at(t, offset).fact.circle);
        }
        add(join(sense(at(t, -1)), sense(now)));
        add(join(sense(now), sense(at(t, 1))));
        add(join(sense(at(t, -1)), join(sense(now), sense(at(t, 1)))));
        add(join(now.fact.company, at(t, 1).fact.company));
        add(join(at(t, -1).fact.company, now.fact.company));
        add(join(at(t, -1).fact.circle, join(now.fact.circle, at(t, 1).fact.circle)));
        add(join(at(t, -1).fact.company, at(t, 1).fact.company));
        add(join(at(t, -2).fact.circle, at(t, -1).fact.company));
        add(join(at(t, 1).fact.company, at(t, 2).fact.circle));
    }

    void names(std::size_t t, Adder& add) const {
        const MentionToken& now = at(t, 0);
        for (int offset = -1; offset <= 1; ++offset) {
            add(at(t, offset).listed);
            add(at(t, offset).phrase);
            add(at(t, offset).ending);
        }
        add(join(now.listed, now.phrase));
        add(join(now.listed, join(at(t, 1).word, at(t, 1).listed)));
        add(join(now.listed, join(at(t, -1).word, at(t, -1).listed)));
        add(join(at(t, -1).listed, join(now.listed, at(t, 1).listed)));
        add(join(at(t, -1).phrase, join(now.phrase, at(t, 1).phrase)));
        add(join(now.phrase, at(t, 1).word));
        add(join(now.phrase, at(t, -1).word));
        add(join(now.listed, now.shape));
        add(join(now.listed, now.word));
    }

    void abbreviation(std::size_t t, Adder& add) const {
        const MentionToken& now = at(t, 0);
        if (now.meant == 0) return add.skip(6);
        const MentionToken& head = text_.tokens[now.meant - 1];
        const std::string low = lower(head.span.in(text_.text));
        add(head.word);
        add(tail(low, 4));
        add(sense(head));
        add(head.listed);
        add(head.phrase);
        add(head.fact.company);
    }

    void surroundings(std::size_t t, Adder& add) const {
        const MentionToken& now = at(t, 0);
        add(join(words_ == 0 ? 0 : capitals_ * 4 / words_, join(static_cast<std::uint64_t>(now.kind), t == first_)));
        std::uint64_t next_word = 0;  // the nearest words ahead and behind that are no marks
        for (int offset = 1; offset <= 4 && next_word == 0; ++offset) {
            if (at(t, offset).kind <= MentionKind::mixed) next_word = at(t, offset).word;
        }
        std::uint64_t last_word = 0;
        for (int offset = -1; offset >= -4 && last_word == 0; --offset) {
            if (at(t, offset).kind <= MentionKind::mixed) last_word = at(t, offset).word;
        }
        add(join(next_word, now.shape));
        add(join(last_word, now.shape));
        add(join(last_word, next_word));
    }

    /// Runs of three and four letters inside a word: chemistry builds its names of them.
    void letters(std::size_t t, learn::SequenceInput& out) const {
        const MentionToken& now = at(t, 0);
        if (now.kind > MentionKind::mixed || now.letters < 5) return;
        const std::string low = lower(now.span.in(text_.text));
        for (std::size_t i = 0; i + 4 <= std::min<std::size_t>(low.size(), 24); ++i)
            out.add(feature_hash(900, mention_word(std::string_view(low).substr(i, 4))));
    }

    const MentionText& text_;
    std::size_t first_, last_;
    std::size_t words_ = 0, capitals_ = 0;
    MentionToken beyond_;
};

}  // namespace

void describe_mentions(const MentionText& text, std::size_t first, std::size_t last, learn::SequenceInput& out) {
    out.clear();
    const Describer describer(text, first, last);
    for (std::size_t t = first; t < last; ++t) {
        describer.token(t, out);
        const auto kind = static_cast<unsigned>(text.tokens[t].kind);
        const auto before = t == first ? 7U : static_cast<unsigned>(text.tokens[t - 1].kind);
        out.end_token(static_cast<std::uint8_t>(before * 8 + kind));
    }
}

}  // namespace evigrade::recognise
