#include "learn/strength.hpp"

namespace evigrade::learn {

StrengthReader::StrengthReader(const Data& data) : table_(data, "cues/strength.tsv") {}

Strength StrengthReader::read(std::string_view text) const {
    const auto casts = table_.cast(Words(text), "any");
    const int none = votes_for(casts, "none");
    const int causal = votes_for(casts, "causal");
    const int correlational = votes_for(casts, "correlational");
    if (causal <= none && correlational <= none) return Strength::none;
    if (correlational > causal) return Strength::correlational;
    if (causal <= 0) return Strength::none;
    return votes_for(casts, "hedge") > 0 ? Strength::hedged_causal : Strength::causal;
}

}  // namespace evigrade::learn
