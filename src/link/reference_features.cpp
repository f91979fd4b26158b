#include "link/reference_features.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "link/reference_shapes.hpp"

namespace evigrade::link {
namespace {

using learn::feature_hash;
using learn::join;

constexpr std::size_t features_of_token = 64;  ///< at most: as many as there are templates

/// Adds features under running template numbers, so that no two templates share one.
class Adder {
public:
    explicit Adder(learn::SequenceInput& out) : out_(out) {}
    ~Adder() { out_.add(features_.data(), features_.data() + count_); }
    Adder(const Adder&) = delete;
    Adder& operator=(const Adder&) = delete;
    void operator()(std::uint64_t seen) { features_[count_++] = feature_hash(++pattern_, seen); }

private:
    learn::SequenceInput& out_;
    std::array<std::uint32_t, features_of_token> features_;
    std::size_t count_ = 0;
    std::uint32_t pattern_ = 0;
};

std::uint64_t bucket(std::size_t n) {
    return n < 6 ? n : n < 10 ? 6 : n < 16 ? 7 : n < 30 ? 8 : 9;
}

/// One token in its window.
class Describer {
public:
    Describer(const std::vector<TokenShape>& shapes, const StringShape& whole) : shapes_(shapes), whole_(whole) {}

    void token(std::size_t t, learn::SequenceInput& out) const {
        Adder add(out);
        words(t, add);
        forms(t, add);
        places(t, add);
        chunks(t, add);
    }

private:
    [[nodiscard]] const TokenShape& at(std::size_t t, int offset) const {
        const auto place = static_cast<std::ptrdiff_t>(t) + offset;
        return place < 0 || place >= static_cast<std::ptrdiff_t>(shapes_.size()) ? beyond_
                                                                                 : shapes_[static_cast<std::size_t>(place)];
    }

    void words(std::size_t t, Adder& add) const {
        const TokenShape& now = at(t, 0);
        add(now.word);
        add(at(t, -1).word);
        add(at(t, 1).word);
        add(at(t, -2).word);
        add(at(t, 2).word);
        add(join(at(t, -1).word, now.word));
        add(join(now.word, at(t, 1).word));
        add(join(now.previous_word, now.form));
        add(join(now.next_word, now.form));
        add(now.suffix3);
        add(now.prefix3);
    }

    void forms(std::size_t t, Adder& add) const {
        const std::uint64_t now = at(t, 0).form;
        const std::uint64_t before = join(at(t, -2).form, at(t, -1).form);
        const std::uint64_t after = join(at(t, 1).form, at(t, 2).form);
        add(now);
        add(join(at(t, -1).form, join(now, at(t, 1).form)));
        add(join(before, now));
        add(join(now, after));
        add(join(before, join(now, after)));
        add(join(join(at(t, -3).coarse, before), join(now, join(after, at(t, 3).coarse))));
        add(join(now, join(after, join(at(t, 3).coarse, at(t, 4).coarse))));
    }

    void places(std::size_t t, Adder& add) const {
        const TokenShape& now = at(t, 0);
        const std::size_t n = shapes_.size();
        const std::uint64_t relative = t * 12 / n;
        add(join(relative, now.coarse));
        add(join(bucket(t), now.form));
        add(join(bucket(n - 1 - t), now.form));
        add(join(whole_.style, join(relative, now.coarse)));
        add(join(whole_.style, join(now.sentence, now.coarse)));
        add(join(now.years_before, join(now.numbers_before, now.form)));
        add(join(now.numbers_after, join(now.form, at(t, -1).coarse)));
        add(join(join(now.numbers_after, now.numbers_before), join(at(t, -1).form, join(now.form, at(t, 1).form))));
        add(join(now.quoted, join(now.sentence, now.years_before)));
        add(join(now.initials_ahead, join(now.initials_behind, now.coarse)));
        add(join(bucket(now.words_to_number), join(now.form, now.sentence > 0)));
    }

    void chunks(std::size_t t, Adder& add) const {
        const TokenShape& now = at(t, 0);
        add(join(now.chunk.opened_by, join(now.chunk.closed_by, now.coarse)));
        add(join(now.chunk.closed_by, join(now.chunk.next_form, join(bucket(now.chunk.words), now.chunk.capitals))));
        add(join(now.chunk.first_word, now.coarse));
        add(join(now.chunk.from_end, join(now.chunk.capitals, now.coarse)));
        add(join(now.chunk.previous_words, join(bucket(now.chunk.words), join(now.chunk.closed_by, now.chunk.next_form))));
        add(join(now.journal, now.coarse));
        add(join(now.journal, join(now.chunk.closed_by, now.chunk.next_form)));
        add(join(now.sentence_shape.words, join(now.sentence_shape.journal, join(now.sentence_shape.numbers, now.coarse))));
        add(join(now.sentence_shape.from_end,
                 join(now.sentence_shape.journal, join(now.sentence > 2 ? 3 : now.sentence, now.coarse))));
        add(join(whole_.style, join(now.sentence_shape.from_end, now.coarse)));
        add(join(now.journal_ahead, join(now.years_before, now.coarse)));
    }

    const std::vector<TokenShape>& shapes_;
    const StringShape& whole_;
    TokenShape beyond_ = TokenShape::outside();
};

}  // namespace

void describe(std::string_view text, const std::vector<ReferenceToken>& tokens, const JournalNames& journals,
              learn::SequenceInput& out) {
    out.clear();
    StringShape whole;
    const auto shapes = shapes_of(text, tokens, journals, whole);
    const Describer describer(shapes, whole);
    out.reserve(shapes.size(), features_of_token);
    for (std::size_t t = 0; t < shapes.size(); ++t) {
        describer.token(t, out);
        out.end_token(static_cast<std::uint8_t>(shapes[t].group * 16 + (t == 0 ? 15 : shapes[t - 1].family)));
    }
}

}  // namespace evigrade::link
