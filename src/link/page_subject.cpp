#include "link/page_subject.hpp"

#include <algorithm>
#include <string>

#include "evigrade/base/text.hpp"

namespace evigrade::link {

void cite_page_subject(const Article& article, std::vector<Citation>& citations) {
    if (article.source_type != SourceType::study_summary || !article.title) return;
    const std::size_t at = article.text.find(*article.title);
    if (at == std::string::npos || article.title->empty()) return;
    Citation citation;
    citation.text = *article.title;
    citation.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + article.title->size())};
    citation.form = CitationForm::prose;
    StudyPointer pointer;
    pointer.title = article.title;
    pointer.doi = article.doi;
    for (const auto& author : article.authors) {
        const std::size_t blank = author.find_last_of(' ');
        pointer.families.push_back(blank == std::string::npos ? author : author.substr(blank + 1));
    }
    citation.pointer = std::move(pointer);
    const auto place = std::lower_bound(citations.begin(), citations.end(), citation.span.begin,
                                        [](const Citation& other, std::uint32_t begin) { return other.span.begin < begin; });
    const bool taken = (place != citations.end() && place->span.overlaps(citation.span)) ||
                       (place != citations.begin() && std::prev(place)->span.overlaps(citation.span));
    if (!taken) citations.insert(place, std::move(citation));
}

}  // namespace evigrade::link
