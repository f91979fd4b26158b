#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"
#include "link/claim_context.hpp"
#include "link/claim_links.hpp"
#include "link/claim_quantities.hpp"
#include "link/parameter.hpp"

namespace evigrade::link {

using namespace reading;

struct ClaimReader::Tables {
    explicit Tables(Data from) : data(std::move(from)), cues(data), places(data) {}
    Data data;  ///< the tables' cells are views into its bytes
    CueTable cues;
    PlaceTable places;
};

ClaimReader::ClaimReader(const Data& data) : tables_(std::make_unique<Tables>(data)) {}
ClaimReader::~ClaimReader() = default;
ClaimReader::ClaimReader(ClaimReader&&) noexcept = default;
ClaimReader& ClaimReader::operator=(ClaimReader&&) noexcept = default;

namespace {

std::vector<std::string> ids(const EntityList& list, const Mentions& mentions) {
    std::vector<std::string> out;
    out.reserve(list.size());
    for (const std::uint32_t entity : list) out.push_back(mentions.entities[entity].id);
    return out;
}

std::optional<int> year_of(const std::optional<std::string>& date) {
    int year = 0;
    if (!date ||
        std::from_chars(date->data(), date->data() + std::min<std::size_t>(4, date->size()), year).ec != std::errc()) {
        return std::nullopt;
    }
    return year;
}

/// When an absence was stated: the year of the work that states it, else of the article.
std::optional<int> year_stated(const Article& article, const Claim& claim, const std::vector<Citation>& citations,
                               const std::vector<Reference>& references) {
    for (const std::size_t at : claim.citations) {
        if (citations[at].pointer && citations[at].pointer->year) return citations[at].pointer->year;
        for (const Reference& reference : references) {
            const auto& cited = citations[at].references;
            const bool here = std::find(cited.begin(), cited.end(), reference.n) != cited.end();
            if (here && reference.item.issued) return reference.item.issued->year;
        }
    }
    return year_of(article.published);
}

bool is_paper(SourceType type) {
    return type == SourceType::journal_article || type == SourceType::preprint || type == SourceType::guideline;
}

/// Whether the title names a review of trials.
bool is_review(const Article& article, const Mentions& mentions) {
    if (!article.title) return false;
    const std::string title = lower(*article.title);
    return std::any_of(mentions.mentions.begin(), mentions.mentions.end(), [&](const Mention& mention) {
        const Entity& entity = mentions.entities[mention.entity];
        const bool review = entity.id == "systematic_review" || entity.id == "meta_analysis";
        return entity.kind == EntityKind::design && review &&
               title.find(lower(mention.span.in(article.text))) != std::string::npos;
    });
}

bool is_read(const Block& block) {
    switch (block.kind) {
        case BlockKind::heading:
        case BlockKind::paragraph:
        case BlockKind::list_item:
        case BlockKind::quote:
        case BlockKind::caption:
        case BlockKind::table:
            return block.boilerplate == Boilerplate::none;
        default:
            return false;
    }
}

/// "That is not true.", "Not really.": a short sentence that denies the one before.
bool takes_back(const SentenceView& view) {
    constexpr std::size_t longest = 9;
    return view.tokens.size() <= longest && view.coded(Decides::detection, "taken-back") != nullptr;
}

bool ends_with_colon(const SentenceView& view) {
    return !view.tokens.empty() && view.tokens.back().mark == ':';
}

/// One pass over an article.
class Pass {
public:
    Pass(const Article& article, const Segmentation& segmentation, const Mentions& mentions,
         const std::vector<Reference>& references, const std::vector<Citation>& citations, const CueTable& cues,
         const PlaceTable& places)
        : article_(article),
          segmentation_(segmentation),
          mentions_(mentions),
          references_(references),
          citations_(citations),
          cues_(cues),
          is_review_(is_review(article, mentions)),
          context_(article, segmentation, mentions),
          trail_(article, segmentation, citations),
          parameters_(places) {}

    ClaimReader::Found run() {
        std::size_t block_seen = segmentation_.blocks.size();
        for (std::size_t i = 0; i < segmentation_.sentences.size(); ++i) {
            const std::size_t at = segmentation_.sentences[i].block;
            const Block& block = segmentation_.blocks[at];
            if (!is_read(block) && block.kind != BlockKind::heading) continue;
            look_at(article_.text, segmentation_.sentences[i].span, mentions_, cues_, scratch_, view_);
            if (at != block_seen) context_.enter_block(at);
            block_seen = at;
            const bool is_claim = is_read(block) && read_sentence(i, block);
            if (block.kind == BlockKind::heading) {
                context_.enter_heading(at, view_, is_claim);
                parameters_.enter_heading(view_);
            }
        }
        return std::move(out_);
    }

private:
    /// Whether it was a claim.
    bool read_sentence(std::size_t sentence, const Block& block) {
        const Subjects subjects = context_.subjects(view_, sentence);
        const auto cited = trail_.of(view_, sentence);
        Setting setting = context_.setting(sentence);
        setting.genre = is_paper(article_.source_type) ? Genre::paper : Genre::popular;
        setting.treatment = subjects.by;
        setting.yardsticks = subjects.held_against;
        setting.cites = !cited.empty();
        setting.is_the_evidence = tells_own_findings(setting.section);
        setting.follows_claim = claim_before_ && claim_before_ == sentence && sentence > block.first_sentence;
        const Judgement judgement = judge(view_, setting);
        const bool repeated =
            block.kind == BlockKind::heading && !headings_.insert(squeeze(block.span.in(article_.text))).second;
        const bool lent = context_.introduces_list(sentence) && ends_with_colon(view_);
        const bool kept = judgement.is_claim && !repeated && !lent;
        if (takes_back(view_) && setting.follows_claim) take_back(block);
        if (kept) keep(judgement, subjects, cited);
        const bool told = kept && judgement.kind != ClaimKind::dosage && judgement.kind != ClaimKind::cost;
        trail_.was_claim(told);
        if (kept && subjects.by != TreatmentBy::topic) claim_before_ = sentence + 1;
        const bool anecdote = block.voice == Voice::forum || block.voice == Voice::comment;
        if (!anecdote) parameters_.read(view_, ids(subjects.treatments, mentions_), out_.parameters);
        context_.leave(view_, subjects, sentence, judgement);
        return judgement.is_claim;
    }

    [[nodiscard]] bool tells_own_findings(SectionSort section) const {
        if (article_.source_type == SourceType::study_summary) return true;
        return is_review_ && (section == SectionSort::results || section == SectionSort::closing);
    }

    /// "Acupuncture works! (Not really)" denies what its first half says; elsewhere a position that the next sentence
    /// rejects is one that the author only reports.
    void take_back(const Block& block) {
        Claim& claim = out_.claims.back();
        if (block.kind != BlockKind::heading) {
            claim.voice = claim.voice == Voice::article ? Voice::quoted : claim.voice;
            return;
        }
        claim.span.end = view_.span.end;
        claim.text = std::string(claim.span.in(article_.text));
        claim.id = id_of(claim);
        if (claim.stance == Stance::supports)
            claim.stance = claim.kind == ClaimKind::safety ? Stance::harm : Stance::refutes;
    }

    [[nodiscard]] std::string id_of(const Claim& claim) const {
        return content_id(article_.id + ':' + std::to_string(claim.span.begin) + ':' + claim.text);
    }

    void keep(const Judgement& judgement, const Subjects& subjects, const std::vector<std::size_t>& cited) {
        Claim claim;
        claim.span = view_.span;
        claim.text = std::string(view_.span.in(article_.text));
        claim.id = id_of(claim);
        claim.treatments = ids(subjects.treatments, mentions_);
        claim.targets = ids(subjects.targets, mentions_);
        claim.kind = judgement.kind;
        claim.stance = judgement.stance;
        claim.strength = judgement.strength;
        claim.hedge = judgement.hedge;
        claim.voice = judgement.source.voice;
        claim.attributed_to = judgement.source.attributed_to;
        claim.appeal = judgement.source.appeal;
        claim.citations = cited;
        if (!subjects.yardsticks.empty()) claim.comparator = mentions_.entities[subjects.yardsticks.front()].id;
        if (judgement.absence)
            claim.absence = Absence{*judgement.absence, year_stated(article_, claim, citations_, references_)};
        claim.population = population_of(view_);
        claim.quantities = quantities_of(view_);
        claim.cues = judgement.cues;
        out_.claims.push_back(std::move(claim));
    }

    const Article& article_;
    const Segmentation& segmentation_;
    const Mentions& mentions_;
    const std::vector<Reference>& references_;
    const std::vector<Citation>& citations_;
    const CueTable& cues_;
    bool is_review_;
    Context context_;
    CitationTrail trail_;
    ParameterReader parameters_;
    SentenceScratch scratch_;
    SentenceView view_;
    std::set<std::string> headings_;
    std::optional<std::size_t> claim_before_;  ///< the sentence behind the last claim
    ClaimReader::Found out_;
};

}  // namespace

ClaimReader::Found ClaimReader::read(const Article& article, const Segmentation& segmentation, const Mentions& mentions,
                                     const std::vector<Reference>& references,
                                     const std::vector<Citation>& citations) const {
    return Pass(article, segmentation, mentions, references, citations, tables_->cues, tables_->places).run();
}

}  // namespace evigrade::link
