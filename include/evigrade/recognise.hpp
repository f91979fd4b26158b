// recognise: which treatments, ingredients, conditions, outcomes, devices and designs an article names, and where.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "evigrade/lexicon.hpp"
#include "evigrade/model/article.hpp"
#include "evigrade/model/entity.hpp"
#include "evigrade/model/open_mention.hpp"
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

/// Chemicals and diseases by a trained sequence model, whether or not a lexicon knows them; treatments, ingredients,
/// outcomes, devices and designs by the lexicon. Loads its tables on first use; may be shared between threads.
class MentionTagger {
public:
    /// `lexicon` and the data must outlive the tagger.
    MentionTagger(const Lexicon& lexicon, const Data& data);
    ~MentionTagger();
    MentionTagger(MentionTagger&&) noexcept;
    MentionTagger& operator=(MentionTagger&&) noexcept;

    /// In order of begin, the longer first. A drug is listed as a chemical and again as a treatment. Cannot fail.
    [[nodiscard]] std::vector<OpenMention> find(std::string_view text) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace evigrade::recognise
