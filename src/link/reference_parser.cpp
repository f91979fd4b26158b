#include <algorithm>
#include <mutex>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"
#include "link/reference_fields.hpp"
#include "link/reference_mending.hpp"
#include "link/reference_model.hpp"

namespace evigrade::link {

JournalNames read_journal_names(const Data& data) {
    JournalNames names;
    const Table table(data.find("models/references.journals.tsv").value_or(std::string_view()));
    const auto column = table.column("name");
    for (std::size_t row = 0; column && row < table.rows(); ++row) names.add(table.cell(row, *column));
    return names;
}

/// Read when the first reference is parsed, so that articles without any pay nothing.
struct ReferenceParser::Model {
    explicit Model(Data source) : data(std::move(source)) {}

    void load() {
        std::call_once(once, [this] {
            journals = read_journal_names(data);
            types.emplace(data);
            mender.emplace(data);
            if (const auto bytes = data.find("models/references.bin")) sequence = learn::SequenceModel::open(*bytes);
        });
    }

    Data data;
    std::once_flag once;
    JournalNames journals;
    std::optional<ItemTypes> types;
    std::optional<ReferenceMender> mender;
    std::optional<learn::SequenceModel> sequence;
};

ReferenceParser::ReferenceParser(const Data& data) : model_(std::make_unique<Model>(data)) {}
ReferenceParser::~ReferenceParser() = default;
ReferenceParser::ReferenceParser(ReferenceParser&&) noexcept = default;
ReferenceParser& ReferenceParser::operator=(ReferenceParser&&) noexcept = default;

namespace {

/// Without the links that websites hang on entries: "[PubMed] [Google Scholar]". No digits, since a year may stand so.
std::string_view without_tail(std::string_view text) {
    for (text = trim(text); text.ends_with(']'); text = trim(text)) {
        const std::size_t open = text.rfind('[');
        if (open == std::string_view::npos || open == 0 || text.size() - open > 30) break;
        const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
        const auto plain = [](char c) { return is_ascii_alpha(c) || c == ' '; };
        if (inside.empty() || !std::all_of(inside.begin(), inside.end(), plain)) break;
        text.remove_suffix(text.size() - open);
    }
    return text;
}

}  // namespace

BibItem ReferenceParser::parse(std::string_view text) const {
    model_->load();
    text = without_tail(text.substr(0, longest_reference));
    const ReferenceTokens found = tokenise_reference(text);
    std::vector<Part> labels(found.tokens.size(), Part::title);
    if (model_->sequence) {
        learn::SequenceInput input;
        describe(text, found.tokens, model_->journals, input);
        const auto decoded = model_->sequence->decode(input);
        for (std::size_t t = 0; t < labels.size(); ++t) labels[t] = static_cast<Part>(decoded[t]);
    }
    mend_quoted_title(text, found.tokens, labels);
    mend_title_read_as_name(found.tokens, labels);
    mend_book_of_chapter(text, found.tokens, labels);
    BibItem item = fields_of(text, found, labels);
    model_->mender->prepare(text, item);
    item.type = model_->types->type_of(text, item);
    model_->mender->mend(text, item);
    return item;
}

}  // namespace evigrade::link
