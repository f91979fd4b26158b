// Questions in plain words: which part names the treatment, and which the condition.
#include <algorithm>
#include <map>
#include <optional>

#include "evigrade/base/data.hpp"
#include "evigrade/base/text.hpp"
#include "evigrade/query.hpp"
#include "query/names.hpp"

namespace evigrade::query {
namespace {

using store::Database;
using Words = std::vector<std::string_view>;

/// What a word does in a question about treatments (data/cues/asking.tsv); most words name something.
enum class Part : std::uint8_t { name, opener, helps, treats, quality, toward, means, kind, filler };

class Asking {
public:
    explicit Asking(const Data& data) {
        constexpr std::pair<std::string_view, Part> parts[] = {
            {"opener", Part::opener}, {"helps", Part::helps}, {"treats", Part::treats}, {"quality", Part::quality},
            {"toward", Part::toward}, {"means", Part::means}, {"kind", Part::kind},     {"filler", Part::filler}};
        const Table table(data.find("cues/asking.tsv").value_or(""));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            for (const auto& [role, part] : parts) {
                if (table.at(row, "role") != role) continue;
                for (const auto word : split(table.at(row, "words"), '|')) parts_.emplace(word, part);
            }
        }
    }
    [[nodiscard]] Part operator()(std::string_view word) const {
        const auto found = parts_.find(word);
        return found == parts_.end() ? Part::name : found->second;
    }

private:
    std::map<std::string_view, Part> parts_;  ///< views of the data, which outlives this
};

/// Words [first, last) of the question.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
    [[nodiscard]] bool empty() const { return first >= last; }
    [[nodiscard]] bool meets(const Run& other) const { return first < other.last && other.first < last; }
};

class Reader {
public:
    Reader(Database& database, const Asking& asking, Words words)
        : database_(database), asking_(asking), words_(std::move(words)) {}

    PlainQuestion read() const {
        const Run whole{0, words_.size()};
        const std::size_t parting = parting_word();
        Run before = trimmed({0, parting});
        Run after{std::min(parting + 1, words_.size()), words_.size()};
        if (before.empty()) {
            if (const Run means = behind_means(after); !means.empty()) {
                before = means;
                after.last = means.first;
            }
        }
        auto treatment = longest_name(before, Sense::treatment, {});
        if (const auto across = longest_name(whole, Sense::treatment, {});
            across && across->meets({parting, parting + 1}))  // "birth control pills"
            treatment = across;
        if (!treatment && (before.empty() || longest_name(before, Sense::condition, {})))
            treatment = longest_name(whole, Sense::treatment, before.empty() ? Run{} : before);
        auto condition = longest_name(after, Sense::condition, treatment.value_or(Run{}));
        if (!condition) condition = longest_name(whole, Sense::condition, treatment.value_or(before));
        PlainQuestion out;
        if (treatment) out.treatment = text(*treatment);
        if (!treatment && !before.empty() && !(condition && condition->meets(before))) out.treatment = text(before);
        if (condition) out.condition = text(*condition);
        if (const Run object = object_in(after); !condition && !object.empty() && !(treatment && treatment->meets(object)))
            out.condition = text(object);
        return out;
    }

private:
    [[nodiscard]] Part part(std::size_t word) const { return asking_(words_[word]); }

    [[nodiscard]] std::string text(Run run) const {
        std::string out;
        for (std::size_t i = run.first; i < run.last; ++i) out += (out.empty() ? "" : " ") + std::string(words_[i]);
        return out;
    }

    /// Without words at either end that name nothing.
    [[nodiscard]] Run trimmed(Run run) const {
        const auto names = [&](std::size_t word) { return part(word) == Part::name; };
        while (!run.empty() && !names(run.first)) ++run.first;
        while (!run.empty() && !names(run.last - 1) && part(run.last - 1) != Part::kind) --run.last;
        return run;
    }

    /// The first verb or judgement behind a word that names something; without one the last "for"; else the end.
    [[nodiscard]] std::size_t parting_word() const {
        bool named = false;
        std::size_t toward = words_.size();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const Part here = part(i);
            if (here == Part::helps || here == Part::treats || here == Part::quality) {
                if (named || (i > 0 && here != Part::quality)) return i;
            }
            if (here == Part::toward && (named || toward == words_.size())) toward = i;
            named = named || here == Part::name;
        }
        return toward;
    }

    /// "By applying toothpaste": the treatment at the end of the question.
    [[nodiscard]] Run behind_means(Run run) const {
        for (std::size_t i = run.last; i-- > run.first;) {
            if (part(i) == Part::means) return trimmed({i + 1, run.last});
        }
        return {};
    }

    /// What stands behind the last "for" or "against", or behind a verb that takes the condition as its object.
    [[nodiscard]] Run object_in(Run run) const {
        for (std::size_t i = run.last; i-- > run.first;) {
            if (part(i) == Part::toward) return trimmed({i + 1, run.last});
        }
        for (std::size_t i = run.last; i-- > (run.first > 0 ? run.first - 1 : 0);) {
            if (part(i) == Part::treats || part(i) == Part::toward) return trimmed({i + 1, run.last});
        }
        return {};
    }

    /// The longest run of words that names what is asked for; of equally long ones a condition before an outcome.
    [[nodiscard]] std::optional<Run> longest_name(Run in, Sense sense, Run taken) const {
        constexpr std::size_t most_words = 7;
        for (std::size_t count = std::min(in.last - std::min(in.first, in.last), most_words); count > 0; --count) {
            std::optional<Run> second_best;
            for (std::size_t first = in.first; first + count <= in.last; ++first) {
                const Run run{first, first + count};
                if (run.meets(taken) || (count == 1 && part(first) != Part::name && part(first) != Part::kind)) continue;
                const auto entity = find_name(database_, text(run), sense);
                if (!entity) continue;
                if (entity->kind != EntityKind::outcome) return run;
                if (!second_best) second_best = run;
            }
            if (second_best) return second_best;
        }
        return std::nullopt;
    }

    Database& database_;
    const Asking& asking_;
    Words words_;
};

}  // namespace

Result<PlainQuestion> understand(const store::Store& store, const Data& data, const std::string& question) {
    constexpr std::size_t longest_question = 400;
    Database& database = store.database();
    const store::Snapshot snapshot(database);
    const std::string folded = fold(question.substr(0, longest_question));
    const Asking asking(data);
    PlainQuestion out = Reader(database, asking, split(folded, ' ')).read();
    if (database.error()) return *database.error();
    return out;
}

}  // namespace evigrade::query
