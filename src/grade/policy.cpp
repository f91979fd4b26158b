#include <charconv>

#include "evigrade/base/hash.hpp"
#include "evigrade/base/text.hpp"
#include "grade/tables.hpp"

namespace evigrade::grade {

namespace {

constexpr std::string_view folder = "policy/";
constexpr std::uint32_t usual_tiny_arm = 20;

template <class E>
constexpr std::size_t place(E value) {
    return static_cast<std::size_t>(value);
}

/// Where the row of levels.tsv belongs, or nothing where a word in it is unknown.
struct LevelPlace {
    Purpose purpose;
    Design design;
    DesignFeature feature;
    std::size_t of;
};

std::optional<LevelPlace> level_place(const Table& table, std::size_t row) {
    const auto purpose = from_text<Purpose>(table.at(row, "purpose"));
    const auto design = from_text<Design>(table.at(row, "design"));
    const auto named_feature = table.at(row, "feature");
    const auto feature = named_feature.empty() ? DesignFeature::none : from_text<DesignFeature>(named_feature);
    const auto named_of = table.at(row, "of");
    const auto of = from_text<Design>(named_of);
    if (!purpose || !design || !feature || (!of && !named_of.empty())) return std::nullopt;
    return LevelPlace{*purpose, *design, *feature, of ? place(*of) : design_count};
}

Policy::Level level_of(const Table& table, std::size_t row) {
    Policy::Level level;
    const auto number = whole_number(table.at(row, "level"));
    if (number && *number >= 1 && *number <= 5) level.level = static_cast<int>(*number);
    level.steps = static_cast<int>(std::min(whole_number(table.at(row, "steps")).value_or(0), 16U));
    level.unit = from_text<UnitKind>(table.at(row, "unit")).value_or(UnitKind::study);
    level.source = table.at(row, "source");
    return level;
}

/// The rows of levels.tsv, and which of them fits every combination most closely: 0 where none does.
std::vector<Policy::Level> read_levels(const Table& table, LevelPlaces& places) {
    std::vector<Policy::Level> levels(1);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto at = level_place(table, row);
        if (!at) continue;
        places[place(at->purpose)][place(at->design)][place(at->feature)][at->of] =
            static_cast<std::uint16_t>(levels.size());
        levels.push_back(level_of(table, row));
    }
    for (auto& purpose : places) {
        for (auto& design : purpose) {
            const auto given = design;
            for (std::size_t f = 0; f < feature_count; ++f) {
                for (std::size_t of = 0; of <= design_count; ++of) {
                    if (design[f][of] != 0) continue;
                    const std::size_t feature = given[f][design_count] != 0 ? f : 0;
                    design[f][of] = given[0][of] != 0 ? given[0][of] : given[feature][design_count];
                }
            }
        }
    }
    return levels;
}

void read_steps(const Table& table, std::array<StepRule, step_count>& steps) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto code = from_text<StepCode>(table.at(row, "code"));
        if (!code) continue;
        StepRule& rule = steps[place(*code)];
        rule.sense = table.at(row, "sense");
        rule.when = from_text<StepCause>(table.at(row, "when")).value_or(StepCause::caller);
        rule.reason = table.at(row, "reason");
        rule.short_word = table.at(row, "short");
        rule.source = table.at(row, "source");
        const auto designs = split(table.at(row, "designs"), '|');
        rule.applies.fill(designs.empty());
        for (const auto name : designs) {
            if (const auto design = from_text<Design>(name)) rule.applies[place(*design)] = true;
        }
    }
}

}  // namespace

std::optional<std::uint32_t> whole_number(std::string_view cell) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return value;
}

std::uint32_t Policy::Tables::number(std::string_view name, std::uint32_t otherwise) const {
    const auto found = numbers.find(name);
    return found == numbers.end() ? otherwise : found->second;
}

std::string_view Policy::Tables::file(std::string_view name) const {
    for (const auto& file : files) {
        if (std::string_view(file.name).substr(folder.size()) == name) return file.bytes;
    }
    return {};
}

Policy::Policy(const Data& data) : tables_(std::make_unique<Tables>()) {
    std::string all;
    for (const auto name : data.list(folder)) {
        tables_->files.push_back({std::string(name), std::string(data.find(name).value_or(""))});
        const auto& file = tables_->files.back();
        all += file.name + '\n' + std::to_string(file.bytes.size()) + '\n' + file.bytes;
    }
    tables_->fingerprint = content_id(all);
    tables_->levels = read_levels(Table(tables_->file("levels.tsv")), tables_->level_places);
    read_steps(Table(tables_->file("steps.tsv")), tables_->steps);
    const Table numbers(tables_->file("numbers.tsv"));
    for (std::size_t row = 0; row < numbers.rows(); ++row) {
        if (const auto value = whole_number(numbers.at(row, "value"))) {
            tables_->numbers.insert_or_assign(std::string(numbers.at(row, "name")), *value);
        }
    }
    tables_->tiny_arm = tables_->number("tiny_arm", usual_tiny_arm);
}

Policy::~Policy() = default;
Policy::Policy(Policy&&) noexcept = default;
Policy& Policy::operator=(Policy&&) noexcept = default;

const Policy::Level& Policy::level(Design design, Purpose purpose) const {
    return tables_->levels[tables_->level_places[place(purpose)][place(design)][place(DesignFeature::none)][design_count]];
}

const Policy::Level& Policy::level(const EvidenceItem& item, Purpose purpose) const {
    const std::size_t of = item.reviews ? place(*item.reviews) : design_count;
    return tables_->levels[tables_->level_places[place(purpose)][place(item.design)][place(item.feature)][of]];
}

std::uint32_t Policy::tiny_arm() const {
    return tables_->tiny_arm;
}

const std::string& Policy::fingerprint() const {
    return tables_->fingerprint;
}

}  // namespace evigrade::grade
