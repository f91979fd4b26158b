// recognise: which treatments, ingredients, conditions, outcomes, devices and designs an article names, and where.
#pragma once

#include <memory>

#include "evigrade/lexicon.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/segmentation.hpp"

namespace evigrade::recognise {

/// Loaded once, shared between threads.
class Recogniser {
public:
    /// `lexicon` and the data must outlive the recogniser.
    Recogniser(const Lexicon& lexicon, const Data& data);
    ~Recogniser();
    Recogniser(Recogniser&&) noexcept;
    Recogniser& operator=(Recogniser&&) noexcept;

    /// Lexicon names, abbreviations that the text defines, composed treatments ("dutasteride mesotherapy",
    /// "oral minoxidil", "mesotherapy with a dutasteride-containing solution"), and treatments that no lexicon
    /// knows ("X therapy", "injections of X", product names, the title's subject). Cannot fail.
    [[nodiscard]] Mentions recognise(const Article& article, const Segmentation& segmentation) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace evigrade::recognise
