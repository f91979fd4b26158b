// Each classifier's tables load on its first use, once, whichever thread comes first.
#include <mutex>
#include <utility>

#include "evigrade/learn.hpp"
#include "learn/design.hpp"
#include "learn/direction.hpp"
#include "learn/negation.hpp"
#include "learn/stance.hpp"
#include "learn/strength.hpp"

namespace evigrade::learn {
namespace {

template <typename Reader>
class Lazy {
public:
    explicit Lazy(const Data& data) : data_(data) {}
    const Reader& get() {
        std::call_once(once_, [this] { reader_ = std::make_unique<Reader>(data_); });
        return *reader_;
    }

private:
    const Data& data_;
    std::once_flag once_;
    std::unique_ptr<Reader> reader_;
};

}  // namespace

struct Classifiers::Models {
    explicit Models(Data from) : data(std::move(from)) {}

    Data data;  // the tables point into it
    Lazy<DesignReader> design{data};
    Lazy<DirectionReader> direction{data};
    Lazy<StanceReader> stance{data};
    Lazy<StrengthReader> strength{data};
    Lazy<NegationReader> negation{data};
    Lazy<HarmReader> harm{data};
};

Classifiers::Classifiers(const Data& data) : models_(std::make_unique<Models>(data)) {}
Classifiers::~Classifiers() = default;
Classifiers::Classifiers(Classifiers&&) noexcept = default;
Classifiers& Classifiers::operator=(Classifiers&&) noexcept = default;

DesignReading Classifiers::design(std::string_view title, std::string_view abstract,
                                  const std::vector<std::string>& publication_types) const {
    return models_->design.get().read(title, abstract, publication_types);
}

DirectionReading Classifiers::direction(std::string_view text, std::string_view intervention, std::string_view comparator,
                                        std::string_view outcome) const {
    return models_->direction.get().read(text, {intervention, comparator, outcome});
}

StanceReading Classifiers::stance(std::string_view claim, std::string_view evidence) const {
    return models_->stance.get().read(claim, evidence);
}

Strength Classifiers::strength(std::string_view text) const {
    return models_->strength.get().read(text);
}

bool Classifiers::negated(std::string_view text, std::string_view phrase) const {
    return models_->negation.get().negated(text, phrase);
}

bool Classifiers::harm(std::string_view text) const {
    return models_->harm.get().read(text);
}

}  // namespace evigrade::learn
