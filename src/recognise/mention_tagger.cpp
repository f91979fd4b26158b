// Open mentions: the sequence model's chemicals and diseases, and the lexicon's names beside them.
#include <algorithm>
#include <mutex>

#include "evigrade/base/text.hpp"
#include "evigrade/recognise.hpp"
#include "recognise/known_mentions.hpp"
#include "recognise/mention_features.hpp"
#include "recognise/mention_labels.hpp"

namespace evigrade::recognise {

struct MentionTagger::Tables {
    const Lexicon* lexicon;
    Data data;
    std::once_flag once;
    std::optional<Affixes> affixes;
    std::optional<learn::SequenceModel> model;
    MentionSources sources;
    KnownMentions known;

    /// Without its tables (a data folder may hold broken ones) the tagger finds the lexicon's names alone.
    void load() {
        std::call_once(once, [this] {
            affixes.emplace(data);
            sources = {lexicon, &*affixes, {}};
            const auto facts = data.find("models/mentions.words.bin");
            const auto weights = data.find("models/mentions.bin");
            const auto opened = facts ? WordFacts::open(*facts) : std::nullopt;
            if (!opened || !weights) return;
            sources.facts = *opened;
            known = KnownMentions(data);
            model = learn::SequenceModel::open(*weights);
            if (model && model->labels() != mention_labels) model.reset();
        });
    }
};

MentionTagger::MentionTagger(const Lexicon& lexicon, const Data& data) : tables_(std::make_unique<Tables>()) {
    tables_->lexicon = &lexicon;
    tables_->data = data;
}
MentionTagger::~MentionTagger() = default;
MentionTagger::MentionTagger(MentionTagger&&) noexcept = default;
MentionTagger& MentionTagger::operator=(MentionTagger&&) noexcept = default;

namespace {

OpenKind open_kind(EntityKind kind) {
    switch (kind) {
        case EntityKind::treatment:
            return OpenKind::treatment;
        case EntityKind::ingredient:
            return OpenKind::ingredient;
        case EntityKind::condition:
            return OpenKind::disease;
        case EntityKind::outcome:
            return OpenKind::outcome;
        case EntityKind::device:
            return OpenKind::device;
        case EntityKind::design:
            break;
    }
    return OpenKind::design;
}

std::vector<std::uint8_t> labels_of(const MentionText& text, const learn::SequenceModel& model) {
    std::vector<std::uint8_t> labels;
    learn::SequenceInput input;
    std::size_t first = 0;
    for (const std::size_t end : text.sentence_ends()) {
        describe_mentions(text, first, end, input);
        const auto found = model.decode(input);
        labels.insert(labels.end(), found.begin(), found.end());
        first = end;
    }
    return labels;
}

/// The entity that a name means: for a short form that the text defines, that of its long form alone.
const Entity* entity_of(std::string_view name, const MentionText& text, const Lexicon& lexicon) {
    for (const Definition& definition : text.definitions) {
        if (definition.shorter.in(text.text) == name) return lexicon.named(definition.longer.in(text.text));
    }
    return lexicon.named(name);
}

/// A text may use a known short form for something else.
void drop_redefined(const MentionText& text, const Lexicon& lexicon, std::vector<OpenMention>& mentions) {
    std::erase_if(mentions, [&](const OpenMention& mention) {
        const std::string_view name = mention.span.in(text.text);
        const bool defined = std::any_of(text.definitions.begin(), text.definitions.end(),
                                         [&](const Definition& one) { return one.shorter.in(text.text) == name; });
        if (!defined) return false;
        const Entity* meant = entity_of(name, text, lexicon);
        return meant == nullptr || mention.entity != meant->id;
    });
}

/// What the model found. An unknown chemical is a treatment too where its name ends as drugs' names do.
void add_tagged(const MentionText& text, const learn::SequenceModel& model, const KnownMentions& known,
                const MentionSources& sources, std::vector<OpenMention>& out) {
    auto labels = labels_of(text, model);
    settle_edges(text, labels);
    settle_abbreviations(text, labels);
    settle_endings(text, labels);
    known.settle(text, labels);
    settle_repeats(text, labels);
    for (const LabelledMention& mention : labelled_mentions(labels)) {
        const Span span{text.tokens[mention.first].span.begin, text.tokens[mention.last - 1].span.end};
        const std::string_view name = span.in(text.text);
        const Entity* entity = entity_of(name, text, *sources.lexicon);
        OpenMention open{span, mention.chemical ? OpenKind::chemical : OpenKind::disease, std::nullopt};
        if (entity != nullptr) open.entity = entity->id;
        out.push_back(open);
        const bool of_drugs = sources.affixes->kind_of(lower(name)) == EndingKind::drug;
        if (mention.chemical && entity == nullptr && of_drugs) out.push_back({span, OpenKind::treatment, std::nullopt});
    }
}

/// The lexicon's names.
std::vector<OpenMention> listed(const std::vector<LexiconHit>& hits, const Lexicon& lexicon) {
    std::vector<OpenMention> out;
    for (const LexiconHit& hit : hits) {
        const Entity& entity = lexicon.entities()[hit.entity];
        out.push_back({hit.span, open_kind(entity.kind), entity.id});
    }
    return out;
}

}  // namespace

std::vector<OpenMention> MentionTagger::find(std::string_view text) const {
    tables_->load();
    if (!tables_->model) return listed(tables_->lexicon->scan(text), *tables_->lexicon);
    const MentionText read(text, tables_->sources);
    auto out = listed(read.hits, *tables_->lexicon);
    std::erase_if(out, [](const OpenMention& mention) { return mention.kind == OpenKind::disease; });  // the model's
    drop_redefined(read, *tables_->lexicon, out);
    add_tagged(read, *tables_->model, tables_->known, tables_->sources, out);
    std::stable_sort(out.begin(), out.end(), [](const OpenMention& a, const OpenMention& b) {
        if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
        return a.span.end != b.span.end ? a.span.end > b.span.end : a.kind < b.kind;
    });
    return out;
}

}  // namespace evigrade::recognise
