#include "grade/worlds.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <tuple>

#include <rapidcheck.h>

namespace evigrade::test {

namespace {

/// Takes numbers off a gene, the most telling first.
class Reader {
public:
    explicit Reader(Gene gene) : rest_(gene) {}
    std::size_t below(std::uint64_t bound) {
        const std::uint64_t value = rest_ % bound;
        rest_ /= bound;
        return static_cast<std::size_t>(value);
    }
    bool flag(std::uint64_t one_in) { return below(one_in) == one_in - 1; }

private:
    Gene rest_;
};

constexpr std::array<Design, 16> any_design{Design::randomized_trial,
                                            Design::systematic_review,
                                            Design::nonrandomized_trial,
                                            Design::meta_analysis,
                                            Design::cohort,
                                            Design::case_series,
                                            Design::case_report,
                                            Design::editorial,
                                            Design::guideline,
                                            Design::case_control,
                                            Design::narrative_review,
                                            Design::in_vitro,
                                            Design::unknown,
                                            Design::systematic_review,
                                            Design::textbook,
                                            Design::animal};
constexpr std::array<Design, 8> primary_design{
    Design::randomized_trial, Design::nonrandomized_trial, Design::cohort,   Design::case_series,
    Design::case_report,      Design::case_control,        Design::in_vitro, Design::animal};
constexpr std::array<StepCode, 6> path_steps{StepCode::narrower_treatment, StepCode::other_route, StepCode::other_population,
                                             StepCode::implicit_citation,  StepCode::weak_match,  StepCode::relayed};

void add_path_steps(EvidenceItem& item, Reader& bits) {
    const std::size_t count = bits.below(4);
    for (std::size_t i = 0; i < count; ++i) item.steps.push_back({path_steps[bits.below(path_steps.size())], "path"});
}

std::string name(std::size_t index) {
    return "s" + std::to_string(index);
}

constexpr std::uint64_t widest_gene = std::uint64_t{1} << 50;
constexpr std::size_t largest_body = 12;

}  // namespace

EvidenceItem study_of(Gene gene, std::size_t index, Kinds kinds) {
    Reader bits(gene);
    EvidenceItem item;
    item.study = name(index);
    item.label = "Study " + std::to_string(index);
    item.design =
        kinds == Kinds::any ? any_design[bits.below(any_design.size())] : primary_design[bits.below(primary_design.size())];
    item.direction = bits.flag(3) ? Direction::oppose : Direction::support;
    add_path_steps(item, bits);
    if (bits.below(4) != 3) item.year = 2000 + static_cast<int>(bits.below(5));
    if (bits.flag(3)) item.participants = static_cast<std::uint32_t>(5 + 40 * bits.below(16));
    if (bits.flag(4)) item.smallest_arm = static_cast<std::uint32_t>(5 + 10 * bits.below(4));
    item.risk_of_bias = bits.flag(5);
    item.outcome_kind = static_cast<OutcomeKind>(bits.below(3));
    item.allocation = static_cast<Allocation>(bits.below(4));
    if (bits.flag(8)) item.state = bits.flag(2) ? EditorialState::retracted : EditorialState::concern;
    if (bits.flag(3)) {
        item.covers.emplace();
        for (std::size_t other = 0; other < largest_body; ++other) {
            if (bits.flag(2)) item.covers->push_back(name(other));
        }
    }
    item.claims.push_back("claim " + item.study);
    return item;
}

std::vector<EvidenceItem> studies_of(const std::vector<Gene>& genes, Kinds kinds) {
    std::vector<EvidenceItem> out;
    for (std::size_t i = 0; i < genes.size(); ++i) out.push_back(study_of(genes[i], i, kinds));
    return out;
}

EvidenceItem another_path(EvidenceItem item, Gene gene) {
    Reader bits(gene);
    item.steps.clear();
    add_path_steps(item, bits);
    item.claims = {"another claim of " + item.study};
    return item;
}

bool law_holds(Property property) {
    ::setenv("RC_PARAMS", "max_success=2000", 0);  // what the person running the tests has set is kept
    const auto gene = rc::gen::resize(100, rc::gen::inRange<Gene>(0, widest_gene));
    const auto body = rc::gen::mapcat(rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, largest_body + 1)),
                                      [=](std::size_t size) { return rc::gen::container<std::vector<Gene>>(size, gene); });
    return rc::check([=] {
        const auto genes = *body;
        const auto choice = *gene;
        RC_ASSERT(property(genes, choice));
    });
}

namespace {

auto facts(const Unit& unit) {
    std::vector<std::pair<StepCode, std::string>> steps;
    for (const auto& step : unit.item.steps) steps.emplace_back(step.code, step.why);
    return std::tuple(unit.item.study, unit.item.direction, unit.item.claims, steps, unit.kind, unit.level,
                      unit.effective_level, unit.zero, unit.counted, unit.covered_by, unit.set_aside_by, unit.weighed,
                      unit.rank, unit.weight, unit.share);
}

auto sides(const Grade& grade) {
    return std::tuple(grade.support, grade.oppose, grade.support_units, grade.oppose_units, grade.verdict,
                      grade.weighed_support, grade.weighed_oppose);
}

}  // namespace

bool same(const Grade& a, const Grade& b) {
    return sides(a) == sides(b) && std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(),
                                              [](const Unit& x, const Unit& y) { return facts(x) == facts(y); });
}

bool same_scores(const Grade& a, const Grade& b) {
    const auto shares = [](const Grade& grade) {
        std::map<std::string, std::uint64_t> out;
        for (const Unit& unit : grade.units) {
            if (unit.share > 0) out[unit.item.study] = unit.share;
        }
        return out;
    };
    return sides(a) == sides(b) && shares(a) == shares(b);
}

}  // namespace evigrade::test
