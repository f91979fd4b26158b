// Citations that the source's own markup points out: anchors into the list, footnotes, links, DOIs in the text.
#pragma once

#include <string_view>
#include <vector>

#include "link/citation_index.hpp"
#include "link/citation_text.hpp"
#include "link/citation_words.hpp"

namespace evigrade::link {

/// Anchors into the reference list; neighbours inside one bracket or superscript are one citation.
void find_anchored(const Article& article, const CitationIndex& index, std::vector<Citation>& out);

/// Keys of the list: Pandoc's "[@moftah2013; @mysore2010]" and "@moftah2013 says", LaTeX's "\cite{moftah2013}", and
/// "[moftah2013]" as such a list prints them.
void find_keys(std::string_view text, Span block, const CitationIndex& index, std::vector<Citation>& out);

/// Links that lead to a study, or whose words say that they name the source.
void find_links(const Article& article, const CitationIndex& index, const CitationWords& words, std::vector<Citation>& out);

/// DOIs and PubMed numbers in running text.
void find_identifiers(std::string_view text, Span block, const CitationIndex& index, std::vector<Citation>& out);

}  // namespace evigrade::link
