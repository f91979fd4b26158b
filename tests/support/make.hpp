// Articles made by hand, as the rooms before `ingest` would hand them over.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "evigrade/base/hash.hpp"
#include "evigrade/model/ingested.hpp"

namespace evigrade::test {

/// Adds sentence by sentence; every sentence is a block of its own.
class Make {
public:
    explicit Make(std::string file) { out_.article.file = std::move(file); }

    Make& titled(std::string title) {
        out_.article.title = std::move(title);
        return *this;
    }
    Make& of_type(SourceType type) {
        out_.article.source_type = type;
        return *this;
    }
    Make& entity(const std::string& id, EntityKind kind, std::vector<std::string> parents = {},
                 EntityOrigin origin = EntityOrigin::composed) {
        for (const auto& known : out_.mentions.entities) {
            if (known.id == id) return *this;
        }
        Entity entity;
        entity.id = id;
        entity.kind = kind;
        entity.name = id;
        std::replace(entity.name.begin(), entity.name.end(), '-', ' ');
        entity.parents = std::move(parents);
        entity.origin = origin;
        out_.mentions.entities.push_back(std::move(entity));
        return *this;
    }
    Make& reference(int n, BibItem item, const std::string& text = "A reference.") {
        out_.linked.references.push_back({n, text, say(text), std::move(item)});
        return *this;
    }
    /// A citation of list entries; the next claim may use it. Gives its index.
    std::size_t cite(std::vector<int> references, const std::string& text = "(Somebody, 2010)") {
        Citation citation;
        citation.text = text;
        citation.span = say(text);
        citation.references = std::move(references);
        out_.linked.citations.push_back(std::move(citation));
        return out_.linked.citations.size() - 1;
    }
    std::size_t point(StudyPointer pointer, const std::string& text = "this article") {
        const auto place = cite({}, text);
        out_.linked.citations[place].form = CitationForm::prose;
        out_.linked.citations[place].pointer = std::move(pointer);
        return place;
    }
    Claim& claim(const std::string& text, std::vector<std::string> treatments, std::vector<std::string> targets,
                 ClaimKind kind, Stance stance, std::vector<std::size_t> citations = {}) {
        for (const auto& id : treatments) entity(id, EntityKind::treatment);
        for (const auto& id : targets) entity(id, EntityKind::condition);
        Claim claim;
        claim.text = text;
        claim.span = say(text);
        claim.treatments = std::move(treatments);
        claim.targets = std::move(targets);
        claim.kind = kind;
        claim.stance = stance;
        claim.appeal = citations.empty() ? Appeal::none : Appeal::cited;
        claim.citations = std::move(citations);
        out_.linked.claims.push_back(std::move(claim));
        return out_.linked.claims.back();
    }
    Parameter& parameter(ParameterKind kind, double low, double high, const std::string& unit,
                         const std::string& treatment) {
        Parameter parameter;
        parameter.kind = kind;
        parameter.low = low;
        parameter.high = high;
        parameter.unit = unit;
        parameter.treatment = treatment;
        parameter.span = say(std::to_string(low) + " to " + std::to_string(high) + " " + unit);
        out_.linked.parameters.push_back(std::move(parameter));
        return out_.linked.parameters.back();
    }

    /// The article with ids that follow from its content.
    Ingested done() const {
        Ingested out = out_;
        out.article.id = content_id(out.article.text);
        out.article.bytes = out.article.text.size();
        for (auto& claim : out.linked.claims) {
            claim.id = content_id(out.article.id + ":" + std::to_string(claim.span.begin) + ":" + claim.text);
        }
        return out;
    }

private:
    Span say(const std::string& text) {
        const auto begin = static_cast<std::uint32_t>(out_.article.text.size());
        out_.article.text += text + "\n";
        const Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
        Block block;
        block.span = span;
        block.first_sentence = out_.segmentation.sentences.size();
        block.sentence_count = 1;
        out_.segmentation.sentences.push_back({span, out_.segmentation.blocks.size()});
        out_.segmentation.blocks.push_back(block);
        return span;
    }

    Ingested out_;
};

/// A journal article by one author.
inline BibItem paper(const std::string& family, int year, const std::string& title, const std::string& container = "",
                     const std::string& volume = "", const std::string& page = "") {
    const auto some = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    BibItem item;
    item.type = ItemType::article_journal;
    item.authors.push_back({family, std::nullopt, std::nullopt, std::nullopt, std::nullopt});
    if (year != 0) item.issued = Date{year, std::nullopt, std::nullopt};
    item.title = some(title);
    item.container_title = some(container);
    item.volume = some(volume);
    item.page = some(page);
    return item;
}

}  // namespace evigrade::test
