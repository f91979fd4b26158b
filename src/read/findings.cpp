#include "read/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace evigrade::read {

void note_broken_encoding(Article& article, std::size_t replaced, const std::string& charset) {
    if (replaced == 0) return;
    const std::size_t at = std::min(article.text.find("\xEF\xBF\xBD"), article.text.size());
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(std::min(at + 3, article.text.size()));
    article.findings.push_back({"broken_encoding",
                                Severity::warning,
                                {begin, end},
                                fmt::format("{} bytes made no sense as {} and were replaced", replaced, charset)});
}

void note_controls(Article& article, std::size_t removed) {
    if (removed == 0) return;
    for (const Finding& finding : article.findings) {
        if (finding.code == "control_characters") return;
    }
    article.findings.push_back(
        {"control_characters", Severity::note, {}, fmt::format("{} control characters were removed", removed)});
}

void note_markup_cut(Article& article, const std::string& reason) {
    article.findings.push_back(
        {"markup_not_followed", Severity::warning, {}, "The markup was read as flat text, since " + reason});
}

void note_empty(Article& article) {
    article.findings.push_back({"no_text", Severity::warning, {}, "The file holds no text"});
}

}  // namespace evigrade::read
