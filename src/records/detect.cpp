// What a bibliographic file looks like from its first bytes.
#include <array>
#include <utility>

#include "evigrade/base/text.hpp"
#include "evigrade/records.hpp"

namespace evigrade::records {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 16;

bool has(std::string_view text, std::string_view sign) {
    return text.find(sign) != std::string_view::npos;
}

/// The first line that begins so.
bool has_line(std::string_view text, std::string_view sign) {
    if (text.starts_with(sign)) return true;
    for (const char end : {'\n', '\r'}) {
        if (has(text, end + std::string(sign))) return true;
    }
    return false;
}

/// The name of the first element, without its prefix: past declarations, comments and the document type.
std::string_view root_element(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        std::string_view rest = text.substr(at + 1);
        if (rest.starts_with("!--")) {
            at = text.find("-->", at);
        } else if (rest.starts_with('?') || rest.starts_with('!')) {
            const std::size_t subset = text.find('[', at);
            at = text.find('>', at);
            if (rest.starts_with("!DOCTYPE") && subset < at) at = text.find(']', subset);
        } else {
            rest = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
            const std::size_t colon = rest.rfind(':');
            return colon == std::string_view::npos ? rest : rest.substr(colon + 1);
        }
        if (at == std::string_view::npos) break;
    }
    return {};
}

using Sign = std::pair<std::string_view, Format>;

constexpr std::array<Sign, 27> roots{{
    {"PubmedArticleSet", Format::pubmed_xml},
    {"PubmedBookArticleSet", Format::pubmed_xml},
    {"PubmedArticle", Format::pubmed_xml},
    {"PubmedBookArticle", Format::pubmed_xml},
    {"MedlineCitationSet", Format::pubmed_xml},
    {"MedlineCitation", Format::pubmed_xml},
    {"BookDocumentSet", Format::pubmed_xml},
    {"DeleteCitation", Format::pubmed_xml},
    {"eFetchResult", Format::pubmed_xml},  // an error message
    {"eSearchResult", Format::pubmed_xml},
    {"ERROR", Format::pubmed_xml},
    {"article", Format::jats},
    {"articles", Format::jats},
    {"pmc-articleset", Format::jats},
    {"sub-article", Format::jats},
    {"book-part-wrapper", Format::jats},
    {"full-text-retrieval-response", Format::jats},
    {"xml", Format::endnote_xml},
    {"records", Format::endnote_xml},
    {"record", Format::endnote_xml},
    {"RECORDS", Format::endnote_xml},
    {"doi_records", Format::crossref_xml},
    {"doi_record", Format::crossref_xml},
    {"crossref", Format::crossref_xml},
    {"crossref_result", Format::crossref_xml},
    {"body", Format::crossref_xml},
    {"doi_batch", Format::crossref_xml},
}};

std::optional<Format> detect_xml(std::string_view text) {
    const std::string_view root = root_element(text);
    for (const auto& [name, format] : roots) {
        if (root == name) return format;
    }
    if (has(text, "<PubmedArticle") || has(text, "<MedlineCitation")) return Format::pubmed_xml;
    if (has(text, "<article-meta") || has(text, "<article ")) return Format::jats;
    if (has(text, "<doi_record") || has(text, "<journal_article") || has(text, "<crossref")) return Format::crossref_xml;
    return std::nullopt;
}

/// The keys that only one of the four kinds of JSON has.
constexpr std::array<Sign, 20> keys{{
    {"\"authorships\"", Format::openalex_json},
    {"\"https://openalex.org/", Format::openalex_json},
    {"\"abstract_inverted_index\"", Format::openalex_json},
    {"\"is_retracted\"", Format::openalex_json},
    {"\"resultList\"", Format::europepmc_json},
    {"\"authorString\"", Format::europepmc_json},
    {"\"pubYear\"", Format::europepmc_json},
    {"\"errCode\"", Format::europepmc_json},
    {"\"message-type\"", Format::crossref_json},
    {"\"message-version\"", Format::crossref_json},
    {"\"is-referenced-by-count\"", Format::crossref_json},
    {"\"reference-count\"", Format::crossref_json},
    {"\"references-count\"", Format::crossref_json},
    {"\"content-domain\"", Format::crossref_json},
    {"\"published-print\"", Format::crossref_json},
    {"\"published-online\"", Format::crossref_json},
    {"\"container-title\": [", Format::crossref_json},
    {"\"container-title\":[", Format::crossref_json},
    {"\"display_name\"", Format::openalex_json},
    {"\"publication_year\"", Format::openalex_json},
}};

/// A bracket, and what may stand behind it where objects are to follow.
bool looks_like_json(std::string_view text) {
    const bool list = text.front() == '[';
    const std::string_view next = trim(text.substr(1)).substr(0, 1);
    return next.empty() || next == (list ? "{" : "\"") || next == (list ? "]" : "}");
}

Format detect_json(std::string_view text) {
    for (const auto& [sign, format] : keys) {
        if (has(text, sign)) return format;
    }
    return Format::csl_json;
}

bool looks_like_bibtex(std::string_view text) {
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && is_ascii_alpha(text[end])) ++end;
        const std::size_t word = end - at - 1;
        while (end < text.size() && is_ascii_space(text[end])) ++end;
        if (word > 2 && end < text.size() && (text[end] == '{' || text[end] == '(')) return true;
    }
    return false;
}

std::optional<Format> detect_lines(std::string_view text) {
    if (has_line(text.substr(0, 400), "Record ID,") || has(text.substr(0, 1000), "RetractionNature") ||
        has(text.substr(0, 1000), "retractionnature"))
        return Format::retraction_watch_csv;
    for (const std::string_view sign : {"TY  -", "TY -"}) {
        if (has_line(text, sign)) return text.find("PMID- ") < text.find(sign) ? Format::nbib : Format::ris;
    }
    for (const std::string_view sign : {"PMID-", "PMID -", "OWN -", "PT  -", "FAU -"}) {
        if (has_line(text, sign)) return Format::nbib;
    }
    if (has_line(text, "FN ") || has_line(text, "PT J") || has_line(text, "PT B") || has_line(text, "PT S"))
        return Format::isi;
    if (has_line(text, "%0 ") || has_line(text, "%A ") || has_line(text, "%T ")) return Format::refer;
    if (looks_like_bibtex(text)) return Format::bibtex;
    return std::nullopt;
}

constexpr std::array<Sign, 8> extensions{{
    {".ris", Format::ris},
    {".nbib", Format::nbib},
    {".bib", Format::bibtex},
    {".isi", Format::isi},
    {".ciw", Format::isi},
    {".enw", Format::refer},
    {".nxml", Format::jats},
    {".json", Format::csl_json},
}};

std::optional<Format> detect_by_name(std::string_view name) {
    std::string low = lower(name);
    if (low.ends_with(".gz")) low.resize(low.size() - 3);
    for (const auto& [extension, format] : extensions) {
        if (low.ends_with(extension)) return format;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Format> detect(std::string_view beginning, std::string_view name) {
    beginning = beginning.substr(0, looked_at);
    const std::string_view text = trim(beginning);
    if (text.empty()) return std::nullopt;
    if (text.front() == '<') return detect_xml(text);
    if ((text.front() == '{' || text.front() == '[') && looks_like_json(text)) return detect_json(text);
    if (const auto format = detect_lines(beginning)) return format;
    return detect_by_name(name);
}

}  // namespace evigrade::records
