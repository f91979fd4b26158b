// Running text cut into sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "evigrade/model/span.hpp"
#include "segment/abbreviations.hpp"

namespace evigrade::segment {

/// Cuts where a careful reader would: not after abbreviations, initials and decimals, not inside brackets or inside a
/// quotation that is part of a sentence, and with closing quotes, brackets and citation marks kept on the sentence that they
/// close.
class SentenceCutter {
public:
    explicit SentenceCutter(const Abbreviations& abbreviations) : abbreviations_(abbreviations) {}

    /// Appends the sentences of `part` of `text`, in order, without white space at their ends. Linear time.
    void cut(std::string_view text, Span part, std::vector<Span>& out) const;

private:
    const Abbreviations& abbreviations_;
};

}  // namespace evigrade::segment
