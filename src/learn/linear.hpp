// A small linear model: one answer for a text from the features that it has, each with a name that can be shown.
// Weights are whole numbers, read where they lie: opening a model copies nothing, and every machine decides alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace evigrade::learn {

/// The features of one text: a set of names in plain words, such as "near the outcome: decreased".
class LinearInput {
public:
    struct Feature {
        std::uint32_t hash;
        std::uint32_t begin;  ///< the name is bytes [begin, end) of the names
        std::uint32_t end;
    };

    /// Adds a feature; adding it again changes nothing.
    void add(std::string_view kind, std::string_view what);
    /// Sorts the features by hash and drops repeated ones. To be called once, after the last `add`.
    void close();

    [[nodiscard]] const std::vector<Feature>& features() const { return features_; }
    [[nodiscard]] std::string_view name(const Feature& feature) const {
        return std::string_view(names_).substr(feature.begin, feature.end - feature.begin);
    }

private:
    std::string names_;
    std::vector<Feature> features_;
};

/// The file: a header, 32-bit biases one a label, feature hashes in rising order, then 16-bit weights, a row a feature.
struct LinearLayout {
    static constexpr std::string_view magic = "evigrade linear model 1\n";
    static constexpr std::size_t header = 64;
    static constexpr std::size_t most_labels = 16;
    static constexpr std::size_t size(std::size_t labels, std::size_t features) {
        return header + labels * sizeof(std::int32_t) + features * (sizeof(std::uint32_t) + labels * sizeof(std::int16_t));
    }
};

/// A view of a model's bytes, which must outlive it. May be shared between threads.
class LinearModel {
public:
    /// Nothing where the bytes are no whole model of this version.
    static std::optional<LinearModel> open(std::string_view bytes);

    struct Decision {
        std::size_t label = 0;
        std::size_t next = 0;              ///< the label that came second
        std::vector<std::int32_t> scores;  ///< one a label
    };
    /// Precondition: the input is closed.
    [[nodiscard]] Decision decide(const LinearInput& input) const;
    /// The features that spoke loudest for the decision and against the label that came second, loudest first.
    [[nodiscard]] std::vector<std::string> reasons(const LinearInput& input, const Decision& decision,
                                                   std::size_t most) const;

private:
    [[nodiscard]] std::optional<std::size_t> row_of(std::uint32_t hash) const;
    [[nodiscard]] std::int16_t weight(std::size_t row, std::size_t label) const;

    std::size_t labels_ = 0;
    std::size_t count_ = 0;  ///< of features
    const char* biases_ = nullptr;
    const char* hashes_ = nullptr;
    const char* weights_ = nullptr;
};

}  // namespace evigrade::learn
