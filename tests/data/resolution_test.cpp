// The examples cite studies of the catalogue, and say so well enough to be found.
#include <algorithm>
#include <filesystem>
#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "evigrade/catalog.hpp"
#include "evigrade/link.hpp"
#include "support/support.hpp"

using namespace evigrade;

namespace {

/// The reference strings of all example articles, as the program reads them.
std::vector<std::string> cited() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::source_dir() + "/data/examples"))
        files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    files.insert(files.begin(), "extract");
    std::istringstream lines(test::evigrade(files).out);
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) {
        const auto record = nlohmann::json::parse(line);
        for (const auto& reference : record["references"]) out.push_back(reference["text"].get<std::string>());
    }
    return out;
}

/// The study of the catalogue that fits best, or "".
std::string best(const BibItem& item, const std::vector<Study>& studies) {
    std::string id;
    int score = 0;
    for (const auto& study : studies) {
        for (const auto& report : study.reports) {
            const auto match = catalog::match(item, report);
            if (!match.holds() || match.score <= score) continue;
            score = match.score;
            id = study.id;
        }
    }
    return id;
}

}  // namespace

TEST_CASE("the references of the examples mean studies of the catalogue") {
    const Data data;
    const auto studies = catalog::load(data);
    const link::ReferenceParser parser(data);
    const auto texts = cited();
    CHECK(texts.size() >= 65);
    const auto found = std::count_if(texts.begin(), texts.end(),
                                     [&](const std::string& text) { return !best(parser.parse(text), studies).empty(); });
    CHECK(found * 100 >= static_cast<std::ptrdiff_t>(texts.size()) * 95);
}

TEST_CASE("a review and its update are two studies") {
    const Data data;
    const auto studies = catalog::load(data);
    const link::ReferenceParser parser(data);
    CHECK(best(parser.parse("Jepson RG, Williams G, Craig JC. Cranberries for preventing urinary tract infections. "
                            "Cochrane Database Syst Rev 2012;(10):CD001321."),
               studies) == "jepson-2012");
    CHECK(best(parser.parse("Williams G, Hahn D, Stephens JH, Craig JC, Hodson EM. Cranberries for preventing urinary "
                            "tract infections. Cochrane Database Syst Rev 2023;(4):CD001321."),
               studies) == "williams-2023");
}

TEST_CASE("a retracted paper and the one that replaced it are two studies") {
    const Data data;
    const auto studies = catalog::load(data);
    const link::ReferenceParser parser(data);
    CHECK(best(parser.parse("Estruch R, Ros E, Salas-Salvadó J, et al. Primary prevention of cardiovascular disease with "
                            "a Mediterranean diet. N Engl J Med 2013;368:1279-90."),
               studies) == "predimed-2013");
    CHECK(best(parser.parse("Estruch R, Ros E, Salas-Salvadó J, et al. Primary prevention of cardiovascular disease with "
                            "a Mediterranean diet supplemented with extra-virgin olive oil or nuts. N Engl J Med "
                            "2018;378:e34."),
               studies) == "predimed-2018");
}
