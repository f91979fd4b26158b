// A page for tests of the claim reader: blocks in a row, mentions by looking names up.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"

namespace evigrade::test {

class ClaimPage {
public:
    explicit ClaimPage(const std::string& title) {
        article.id = "page";
        article.title = title;
        add(title, BlockKind::heading);
    }

    /// One block; its sentences are given one by one and stand a blank apart.
    ClaimPage& block(BlockKind kind, const std::vector<std::string>& sentences) {
        Block block;
        block.kind = kind;
        block.first_sentence = segmentation.sentences.size();
        block.sentence_count = sentences.size();
        block.heading = heading_;
        if (kind == BlockKind::heading) heading_ = segmentation.blocks.size();
        if (kind == BlockKind::list_item) {
            block.list = 0;
            block.stem = stem_;
        } else if (!sentences.empty() && sentences.back().ends_with(':')) {
            stem_ = segmentation.sentences.size() + sentences.size() - 1;
        } else {
            stem_.reset();
        }
        const auto begin = static_cast<std::uint32_t>(article.text.size());
        for (const auto& sentence : sentences) {
            const auto from = static_cast<std::uint32_t>(article.text.size());
            article.text += sentence;
            segmentation.sentences.push_back(
                {{from, static_cast<std::uint32_t>(article.text.size())}, segmentation.blocks.size()});
            article.text += ' ';
        }
        block.span = {begin, static_cast<std::uint32_t>(article.text.size() - 1)};
        segmentation.blocks.push_back(block);
        article.text += "\n\n";
        return *this;
    }
    ClaimPage& heading(const std::string& text) { return add(text, BlockKind::heading); }
    ClaimPage& text(const std::vector<std::string>& sentences) { return block(BlockKind::paragraph, sentences); }
    ClaimPage& item(const std::string& text) { return add(text, BlockKind::list_item); }

    /// Cites with the words `text`, wherever they stand first.
    ClaimPage& cite(const std::string& text, CitationForm form, std::vector<int> references) {
        Citation citation;
        citation.text = text;
        const auto at = static_cast<std::uint32_t>(article.text.find(text));
        citation.span = {at, at + static_cast<std::uint32_t>(text.size())};
        citation.form = form;
        citation.references = std::move(references);
        citations.push_back(citation);
        return *this;
    }

    /// Finds the names in the text, then reads.
    link::ClaimReader::Found read(const std::vector<std::string>& treatments,
                                  const std::vector<std::string>& conditions = {}) {
        for (const auto& name : treatments) look_up(name, EntityKind::treatment);
        for (const auto& name : conditions) look_up(name, EntityKind::condition);
        std::sort(mentions.mentions.begin(), mentions.mentions.end(),
                  [](const Mention& a, const Mention& b) { return a.span < b.span; });
        return link::ClaimReader{Data()}.read(article, segmentation, mentions, {}, citations);
    }

    /// The codes of the faults found, in order.
    std::vector<std::string> faults(const std::vector<std::string>& treatments,
                                    const std::vector<std::string>& conditions = {}) {
        const auto found = read(treatments, conditions);
        Linked linked;
        linked.citations = citations;
        linked.claims = found.claims;
        linked.parameters = found.parameters;
        std::vector<std::string> codes;
        for (const auto& finding : link::FaultFinder{Data()}.find(article, segmentation, mentions, linked))
            codes.push_back(finding.code);
        return codes;
    }

    Article article;
    Segmentation segmentation;
    Mentions mentions;
    std::vector<Citation> citations;

private:
    ClaimPage& add(const std::string& text, BlockKind kind) { return block(kind, {text}); }

    void look_up(const std::string& name, EntityKind kind) {
        Entity entity;
        entity.id = slug(name);
        entity.kind = kind;
        entity.name = name;
        mentions.entities.push_back(entity);
        const std::string text = lower(article.text);
        for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
            const auto begin = static_cast<std::uint32_t>(at);
            const Span here{begin, begin + static_cast<std::uint32_t>(name.size())};
            const auto& all = mentions.mentions;
            if (std::any_of(all.begin(), all.end(), [&](const Mention& other) { return other.span.overlaps(here); }))
                continue;  // "diet" in "ketogenic diet", which was looked up before
            mentions.mentions.push_back({here, static_cast<std::uint32_t>(mentions.entities.size() - 1)});
        }
    }

    std::optional<std::size_t> heading_;
    std::optional<std::size_t> stem_;
};

/// The claim whose text begins so, or nullptr.
inline const Claim* claim_starting(const link::ClaimReader::Found& found, std::string_view text) {
    for (const Claim& claim : found.claims) {
        if (claim.text.starts_with(text)) return &claim;
    }
    return nullptr;
}

/// The treatments of the claim whose text begins so; none where there is no such claim.
inline std::vector<std::string> treatments_of(const link::ClaimReader::Found& found, std::string_view text) {
    const Claim* claim = claim_starting(found, text);
    return claim == nullptr ? std::vector<std::string>() : claim->treatments;
}

}  // namespace evigrade::test
