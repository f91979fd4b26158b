#include <algorithm>
#include <array>
#include <string>

#include "grade/deciding.hpp"
#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

constexpr int weakest_word = 5;
constexpr std::size_t groups_named = 2;
constexpr std::size_t qualifiers_named = 3;

enum class Form : std::uint8_t { one, many };

class Words {
public:
    explicit Words(const Policy& policy) : policy_(policy), table_(policy.tables().file("sentences.tsv")) {}

    [[nodiscard]] std::string find(std::string_view kind, std::string_view key, Form form = Form::one) const {
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            if (table_.at(row, "kind") != kind || table_.at(row, "key") != key) continue;
            return std::string(table_.at(row, form == Form::one ? "one" : "many"));
        }
        return std::string(key);
    }
    [[nodiscard]] const std::string& qualifier(StepCode code) const { return policy_.tables().step(code).short_word; }

private:
    const Policy& policy_;
    Table table_;
};

std::string count_word(std::size_t count) {
    constexpr std::array<std::string_view, 11> words{"no",  "one",   "two",   "three", "four", "five",
                                                     "six", "seven", "eight", "nine",  "ten"};
    return count < words.size() ? std::string(words[count]) : std::to_string(count);
}

void fill(std::string& text, std::string_view slot, const std::string& value) {
    const auto at = text.find(slot);
    if (at != std::string::npos) text.replace(at, slot.size(), value);
}

/// "one randomised trial and two case series and three more".
std::string named_groups(const std::vector<const Unit*>& units, const Words& words) {
    std::vector<std::pair<Design, std::size_t>> groups;
    for (const Unit* unit : units) {
        const auto same = [&](const auto& group) { return group.first == unit->item.design; };
        const auto found = std::find_if(groups.begin(), groups.end(), same);
        if (found == groups.end()) {
            groups.emplace_back(unit->item.design, 1);
        } else {
            ++found->second;
        }
    }
    std::string out;
    std::size_t more = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& [design, count] = groups[i];
        if (i >= groups_named) {
            more += count;
            continue;
        }
        if (i > 0) out += groups.size() > groups_named ? ", " : " and ";
        out += count_word(count) + " " + words.find("noun", to_text(design), count == 1 ? Form::one : Form::many);
    }
    if (more > 0) {
        std::string rest = words.find("phrase", "more", more == 1 ? Form::one : Form::many);
        fill(rest, "{n}", count_word(more));
        out += " and " + rest;
    }
    return out;
}

/// ", indirect, very small": what lowers the strongest unit.
std::string qualifiers(const Unit& lead, const Words& words) {
    std::vector<std::string> seen;
    for (const auto& step : lead.item.steps) {
        const std::string& word = words.qualifier(step.code);
        // "one case report" says already that it is a single case
        if (step.code == StepCode::single_case || word.empty()) continue;
        if (std::find(seen.begin(), seen.end(), word) == seen.end()) seen.push_back(word);
    }
    std::string out;
    for (std::size_t i = 0; i < std::min(seen.size(), qualifiers_named); ++i) out += ", " + seen[i];
    return out;
}

std::string side_text(const Grade& grade, Direction direction, Purpose purpose, const Words& words) {
    const auto units = weighed_units(grade, direction);
    if (units.empty()) return words.find("phrase", "none");
    const auto key = std::string(to_text(purpose)) + "_" + std::string(to_text(direction));
    std::string text = words.find("phrase", key);
    const int strength = std::min(units.front()->effective_level, weakest_word);
    fill(text, "{strength}", words.find("strength", std::to_string(strength)));
    return text + ": " + named_groups(units, words) + qualifiers(*units.front(), words);
}

}  // namespace

std::string sentence(const Grade& grade, Purpose purpose, const Policy& policy) {
    const Words words(policy);
    if (grade.verdict != Verdict::contested) return side_text(grade, deciding_direction(grade), purpose, words);
    std::string text = words.find("phrase", "contested");
    fill(text, "{support}", side_text(grade, Direction::support, purpose, words));
    fill(text, "{oppose}", side_text(grade, Direction::oppose, purpose, words));
    return text;
}

}  // namespace evigrade::grade
