#include "recognise/article.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "support/support.hpp"

namespace evigrade::test {
namespace {

constexpr std::string_view header = "id\tname\taliases\tparents\tingredients\troute\tsubstance\tmesh\tsource\n";

struct Known {
    Scratch folder;
    Data data;
    std::unique_ptr<Lexicon> lexicon;
    std::unique_ptr<recognise::Recogniser> recogniser;

    void write(const std::string& table, const std::string& rows) {
        write_file(folder / ("lexicon/" + table + ".tsv"), std::string(header) + rows);
    }

    Known() : data(folder.path()) {
        std::filesystem::create_directories(folder / "lexicon");
        write("treatments",
              "red-light-therapy\tred light therapy\t\t\t\t\tno\t\ttest\n"
              "mesotherapy\tmesotherapy\t\t\t\tintradermal\tno\t\ttest\n"
              "microneedling\tmicroneedling\t\t\t\t\tno\t\ttest\n"
              "cupping\tcupping\t\t\t\t\tno\t\ttest\n"
              "prp\tplatelet-rich plasma\tPRP\t\t\t\tno\t\ttest\n"
              "placebo\tplacebo\t\t\t\t\tno\t\ttest\n"
              "dutasteride\tdutasteride\t\t5-alpha-reductase-inhibitors\t\t\tyes\t\ttest\n"
              "finasteride\tfinasteride\t\t5-alpha-reductase-inhibitors\t\t\tyes\t\ttest\n"
              "5-alpha-reductase-inhibitors\t5-alpha-reductase inhibitor\t\t\t\t\tyes\t\ttest\n"
              "minoxidil\tminoxidil\t\t\t\t\tyes\t\ttest\n"
              "prp-with-needles\tPRP with microneedling\t\t\t\t\tno\t\ttest\n"
              "muscle-relaxant\tmuscle relaxant\t\t\t\t\tyes\t\ttest\n"
              "ice\tice\t\t\t\t\tno\t\ttest\n"
              "lead\tlead\t\t\t\t\tyes\t\ttest\n");
        write("conditions",
              "hair-loss\thair loss\talopecia\t\t\t\tno\t\ttest\n"
              "pattern-hair-loss\tpattern hair loss\t\thair-loss\t\t\tno\t\ttest\n"
              "multiple-sclerosis\tmultiple sclerosis\tMS\t\t\t\tno\t\ttest\n"
              "hirsutism\thirsutism\t\t\t\t\tno\t\ttest\n");
        for (const char* empty : {"classes", "ingredients", "outcomes", "devices", "designs"}) write(empty, "");
        write_file(folder / "lexicon/routes.tsv",
                   "route\twords\tsource\noral\toral|orally|tablet|tablets\ttest\ntopical\ttopical|cream|gel\ttest\n"
                   "inhaled\tinhaled\ttest\n");
        data = Data(folder.path());
        lexicon = std::make_unique<Lexicon>(data);
        recogniser = std::make_unique<recognise::Recogniser>(*lexicon, data);
    }
};

}  // namespace

const recognise::Recogniser& recogniser() {
    static const Known known;
    return *known.recogniser;
}

Segmentation one_block_a_line(const std::string& text) {
    Segmentation segmentation;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Block block;
        block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        if (begin < end) segmentation.blocks.push_back(block);
        begin = end + 1;
    }
    return segmentation;
}

Mentions recognised(const std::string& text) {
    Article article;
    article.text = text;
    return recogniser().recognise(article, one_block_a_line(text));
}

std::vector<std::string> mentioned(const std::string& text) {
    const Mentions mentions = recognised(text);
    std::vector<std::string> out;
    for (const Mention& mention : mentions.mentions) {
        out.push_back(mentions.entities[mention.entity].id + "@" + std::string(mention.span.in(text)));
    }
    return out;
}

std::vector<std::string> ids(const Mentions& mentions) {
    std::set<std::string> seen;
    for (const Mention& mention : mentions.mentions) seen.insert(mentions.entities[mention.entity].id);
    return {seen.begin(), seen.end()};
}

const Entity* entity(const Mentions& mentions, std::string_view id) {
    const auto found =
        std::find_if(mentions.entities.begin(), mentions.entities.end(), [&](const Entity& e) { return e.id == id; });
    return found == mentions.entities.end() ? nullptr : &*found;
}

}  // namespace evigrade::test
