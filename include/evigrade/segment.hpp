// segment: an article's text cut into blocks and sentences. Cannot fail.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "evigrade/base/data.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::segment {

/// The cue tables of `data/cues` that segmentation needs, loaded once and shared between threads.
class Cutter {
public:
    explicit Cutter(const Data& data);
    ~Cutter();
    Cutter(Cutter&&) noexcept;
    Cutter& operator=(Cutter&&) noexcept;

    /// Blocks, sentences, lists with their stems, boilerplate, voices and the reference list.
    /// Total: any article gives a segmentation, in time linear in its size.
    [[nodiscard]] Segmentation cut(const Article& article) const;

    /// The sentences of one running text, as cut() would find them in a paragraph.
    [[nodiscard]] std::vector<Span> sentences(std::string_view paragraph) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace evigrade::segment
