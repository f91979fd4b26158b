// The specification of the claim reader: every row of every table in tests/spec/*.md is read and held to what it says.
#include <algorithm>
#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

/// Cells of a Markdown table row.
std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    line = trim(line);
    line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    for (const auto cell : split_exact(line, '|')) out.emplace_back(trim(cell));
    return out;
}

/// A document for one row: a title that puts "Examplin" in force, perhaps a heading and a stem, and the sentence.
/// **Bold** marks a treatment, *italics* a condition.
struct Sheet {
    Article article;
    Segmentation segmentation;
    Mentions mentions;
    Span asked;

    Sheet() {
        article.id = "spec";
        article.title = "Examplin";
        append("**Examplin**", BlockKind::heading);
    }

    std::uint32_t entity(EntityKind kind, const std::string& name) {
        const std::string id = slug(name);
        auto& all = mentions.entities;
        const auto known = std::find_if(all.begin(), all.end(), [&](const Entity& e) { return e.id == id; });
        if (known != all.end()) return static_cast<std::uint32_t>(known - all.begin());
        Entity entity;
        entity.id = id;
        entity.kind = kind;
        entity.name = name;
        all.push_back(entity);
        return static_cast<std::uint32_t>(all.size() - 1);
    }

    void append(std::string_view marked, BlockKind kind) {
        const auto begin = static_cast<std::uint32_t>(article.text.size());
        while (!marked.empty()) {
            const std::string_view mark = marked.starts_with("**") ? "**" : marked.starts_with('*') ? "*" : "";
            const std::size_t end = mark.empty() ? std::string_view::npos : marked.find(mark, mark.size());
            if (end == std::string_view::npos) {
                article.text += marked.front();
                marked.remove_prefix(1);
                continue;
            }
            const std::string name(marked.substr(mark.size(), end - mark.size()));
            const auto from = static_cast<std::uint32_t>(article.text.size());
            article.text += name;
            const auto what = mark == "**" ? EntityKind::treatment : EntityKind::condition;
            mentions.mentions.push_back({{from, static_cast<std::uint32_t>(article.text.size())}, entity(what, name)});
            marked.remove_prefix(end + mark.size());
        }
        Block block;
        block.kind = kind;
        block.span = asked = {begin, static_cast<std::uint32_t>(article.text.size())};
        block.first_sentence = segmentation.sentences.size();
        block.sentence_count = 1;
        for (std::size_t at = segmentation.blocks.size(); at > 0 && !block.heading; --at) {
            if (segmentation.blocks[at - 1].kind == BlockKind::heading) block.heading = at - 1;
        }
        if (kind == BlockKind::list_item) block.stem = segmentation.sentences.size() - 1;
        segmentation.sentences.push_back({block.span, segmentation.blocks.size()});
        segmentation.blocks.push_back(block);
        article.text += "\n\n";
    }

    /// A further sentence in the last block.
    void go_on(std::string_view sentence) {
        article.text.resize(article.text.size() - 2);
        const auto begin = static_cast<std::uint32_t>(article.text.size() + 1);
        article.text += " " + std::string(sentence);
        const auto end = static_cast<std::uint32_t>(article.text.size());
        segmentation.sentences.push_back({{begin, end}, segmentation.blocks.size() - 1});
        segmentation.blocks.back().span.end = end;
        ++segmentation.blocks.back().sentence_count;
        article.text += "\n\n";
    }
};

using Row = std::map<std::string, std::string>;

std::string at(const Row& row, const std::string& column) {
    const auto found = row.find(column);
    return found == row.end() ? std::string() : found->second;
}

void check(const Row& row, const link::ClaimReader& reader) {
    Sheet sheet;
    if (!at(row, "heading").empty()) sheet.append(at(row, "heading"), BlockKind::heading);
    if (!at(row, "before").empty()) sheet.append(at(row, "before"), BlockKind::paragraph);
    if (!at(row, "stem").empty()) sheet.append(at(row, "stem"), BlockKind::paragraph);
    const BlockKind kind = !at(row, "stem").empty()     ? BlockKind::list_item
                           : at(row, "as") == "heading" ? BlockKind::heading
                                                        : BlockKind::paragraph;
    sheet.append(at(row, "sentence"), kind);
    if (!at(row, "after").empty()) sheet.go_on(at(row, "after"));
    if (at(row, "genre") == "paper") sheet.article.source_type = SourceType::journal_article;
    const auto found = reader.read(sheet.article, sheet.segmentation, sheet.mentions, {}, {});
    const auto claim = std::find_if(found.claims.begin(), found.claims.end(),
                                    [&](const Claim& c) { return c.span.begin == sheet.asked.begin; });
    INFO(at(row, "sentence"));
    if (at(row, "kind") == "-") {
        CHECK(claim == found.claims.end());
        return;
    }
    if (claim == found.claims.end()) {
        CHECK("no claim found" == at(row, "kind"));
        return;
    }
    const std::map<std::string, std::string> read{
        {"kind", std::string(to_text(claim->kind))},
        {"stance", std::string(to_text(claim->stance))},
        {"strength", std::string(to_text(claim->strength))},
        {"hedge", std::string(to_text(claim->hedge))},
        {"appeal", std::string(to_text(claim->appeal))},
        {"voice", std::string(to_text(claim->voice))},
        {"by", claim->attributed_to.value_or("")},
        {"absence", claim->absence ? std::string(to_text(claim->absence->kind)) : ""},
        {"treatment", claim->treatments.empty() ? "" : claim->treatments.front()}};
    for (const auto& [column, value] : read) {
        if (at(row, column).empty()) continue;
        CHECK(column + " " + value == column + " " + at(row, column));
    }
}

void check_page(const std::string& page, const link::ClaimReader& reader) {
    std::vector<std::string> columns;
    std::size_t rows = 0;
    for (const auto line : split_exact(page, '\n')) {
        if (!trim(line).starts_with('|')) {
            columns.clear();
            continue;
        }
        const auto values = cells(line);
        if (columns.empty()) {
            columns = values;
        } else if (!values.empty() && !values[0].starts_with("--")) {
            Row row;
            for (std::size_t i = 0; i < std::min(columns.size(), values.size()); ++i) row[columns[i]] = values[i];
            check(row, reader);
            ++rows;
        }
    }
    CHECK(rows > 0);
}

}  // namespace

TEST_CASE("every example of the specification is read as its table says") {
    const link::ClaimReader reader{Data()};
    std::vector<std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + "/tests/spec")) {
        if (entry.path().extension() == ".md" && entry.path().stem() != "README") pages.push_back(entry.path().string());
    }
    std::sort(pages.begin(), pages.end());
    REQUIRE(!pages.empty());
    for (const auto& page : pages) {
        INFO(page);
        check_page(test::read_file(page), reader);
    }
}
