// Identifiers by their patterns: DOI, PMID, PMCID, arXiv, ISBN, ISSN, URL.
#include <algorithm>

#include "evigrade/base/text.hpp"
#include "link/reference_tokens.hpp"

namespace evigrade::link {
namespace {

/// Reads forward over a text; every step that fails leaves the reader where it was.
struct Reader {
    std::string_view text;
    std::size_t at;

    [[nodiscard]] char now() const { return at < text.size() ? text[at] : '\0'; }
    bool word(std::string_view wanted) {
        if (!starts_with_ignoring_case(text.substr(std::min(at, text.size())), wanted)) return false;
        at += wanted.size();
        return true;
    }
    void blanks(std::string_view also = "") {
        while (at < text.size() && (is_ascii_space(now()) || also.find(now()) != std::string_view::npos)) ++at;
    }
    std::size_t digits() {
        const std::size_t from = at;
        while (is_ascii_digit(now())) ++at;
        return at - from;
    }
};

/// The end of a run without white space and brackets that quote it, less the punctuation that closes a sentence.
std::size_t end_of_address(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    int open = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (is_ascii_space(c) || c == '<' || c == '>' || c == '"' || c == '{' || c == '}' || c == '|') break;
        if (c == '(' || c == '[') ++open;
        if ((c == ')' || c == ']') && --open < 0) break;
        const auto high = static_cast<unsigned char>(c);
        if (high == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0xA0) break;
        if (high == 0xE2 && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) == 0x80 &&
            static_cast<unsigned char>(text[at + 2]) >= 0x98 && static_cast<unsigned char>(text[at + 2]) <= 0x9F)
            break;  // typographic quotes
    }
    while (at > begin && std::string_view(".,;:'!?*").find(text[at - 1]) != std::string_view::npos) --at;
    return at;
}

std::optional<Identifier> made(IdentifierKind kind, std::size_t begin, std::size_t end, std::string value) {
    return Identifier{kind, begin, end, std::move(value)};
}

/// "10.", registrant, "/", suffix.
std::optional<Identifier> doi_at(std::string_view text, std::size_t begin, std::size_t at) {
    Reader reader{text, at};
    if (!reader.word("10.")) return std::nullopt;
    const std::size_t registrant = reader.digits();
    if (registrant < 4 || registrant > 9) return std::nullopt;
    if (reader.now() == '.') {
        ++reader.at;
        reader.digits();
    }
    if (reader.now() != '/') return std::nullopt;
    ++reader.at;
    if (is_ascii_space(reader.now())) ++reader.at;  // a line end inside, as PDF text has it
    std::size_t end = end_of_address(text, reader.at);
    const std::string next = lower(text.substr(reader.at, end - reader.at));
    for (const std::string_view tail : {"pmid:", "pmcid:", "https://", "http://", ".url", "[pubmed", "epub"}) {
        if (const auto cut = next.find(tail); cut != std::string::npos && cut > 0) end = std::min(end, reader.at + cut);
    }
    while (end > reader.at && std::string_view(".,;:").find(text[end - 1]) != std::string_view::npos) --end;
    if (end <= reader.at) return std::nullopt;
    std::string value = lower(text.substr(at, end - at));
    value.erase(std::remove_if(value.begin(), value.end(), is_ascii_space), value.end());
    return made(IdentifierKind::doi, begin, end, std::move(value));
}

std::optional<Identifier> prefixed_doi_at(std::string_view text, std::size_t at) {
    Reader reader{text, at};
    bool prefixed = false;
    for (int i = 0; i < 3; ++i) {  // "doi: https://doi.org/10.…", "DOI:doi:10.…"
        const std::size_t before = reader.at;
        if (reader.word("https") || reader.word("http")) {
            reader.blanks(":/");
        }
        if (reader.word("dx.doi.org") || reader.word("doi.org") || reader.word("www.doi.org") || reader.word("doi")) {
            reader.blanks(":=/>.");
        } else {
            reader.at = before;
            break;
        }
        prefixed = true;
    }
    return prefixed ? doi_at(text, at, reader.at) : std::nullopt;
}

std::optional<Identifier> pubmed_at(std::string_view text, std::size_t at) {
    Reader reader{text, at};
    if (reader.word("pmcid") || (reader.word("pmc") && !is_ascii_alpha(reader.now()))) {
        reader.blanks(":");
        reader.word("pmc");
        const std::size_t from = reader.at;
        const std::size_t digits = reader.digits();
        if (digits < 5 || digits > 9) return std::nullopt;
        return made(IdentifierKind::pmcid, at, reader.at, "PMC" + std::string(text.substr(from, digits)));
    }
    reader.at = at;
    bool named = reader.word("pubmed");
    if (named) reader.blanks();
    if (reader.word("pmid")) named = true;
    if (reader.word(" id")) named = true;
    if (!named) return std::nullopt;
    reader.blanks(":.");
    const std::size_t from = reader.at;
    const std::size_t digits = reader.digits();
    if (digits < 4 || digits > 9) return std::nullopt;
    return made(IdentifierKind::pmid, at, reader.at, std::string(text.substr(from, digits)));
}

std::optional<Identifier> arxiv_at(std::string_view text, std::size_t at) {
    Reader reader{text, at};
    if (!reader.word("arxiv")) return std::nullopt;
    reader.blanks();
    if (reader.now() != ':') return std::nullopt;
    reader.blanks(":");
    const std::size_t end = end_of_address(text, reader.at);
    const std::string_view value = text.substr(reader.at, end - reader.at);
    if (value.empty() || std::none_of(value.begin(), value.end(), is_ascii_digit)) return std::nullopt;
    return made(IdentifierKind::arxiv, at, end, std::string(value));
}

std::optional<Identifier> standard_number_at(std::string_view text, std::size_t at) {
    Reader reader{text, at};
    const bool book = reader.word("isbn");
    if (!book && !reader.word("issn")) return std::nullopt;
    if (reader.word("-13") || reader.word("-10")) reader.blanks();
    reader.blanks(":-");
    const std::size_t from = reader.at;
    std::string value;
    for (; reader.at < text.size(); ++reader.at) {
        const char c = reader.now();
        if (is_ascii_digit(c) || ((c == 'X' || c == 'x') && !value.empty())) {
            value += c == 'x' ? 'X' : c;
        } else if (c != '-' && c != ' ') {
            break;
        }
        if (value.size() >= (book ? 13U : 8U)) {
            ++reader.at;
            break;
        }
    }
    if (value.size() == 10 || value.size() == 13 || (!book && value.size() == 8)) {
        while (reader.at > from && !is_ascii_alnum(text[reader.at - 1])) --reader.at;
        return made(book ? IdentifierKind::isbn : IdentifierKind::issn, at, reader.at, value);
    }
    return std::nullopt;
}

std::optional<Identifier> url_at(std::string_view text, std::size_t at) {
    Reader reader{text, at};
    if (!reader.word("https://") && !reader.word("http://") && !reader.word("ftp://") && !reader.word("www."))
        return std::nullopt;
    const std::size_t end = end_of_address(text, reader.at);
    if (end <= reader.at) return std::nullopt;
    const std::string_view address = text.substr(at, end - at);
    if (const auto doi = address.find("doi.org/10."); doi != std::string_view::npos) return doi_at(text, at, at + doi + 8);
    for (const std::string_view home : {"ncbi.nlm.nih.gov/pubmed/", "pubmed.ncbi.nlm.nih.gov/"}) {
        if (const auto place = address.find(home); place != std::string_view::npos) {
            Reader number{text, at + place + home.size()};
            const std::size_t from = number.at;
            if (const auto digits = number.digits(); digits > 3 && digits < 10)
                return made(IdentifierKind::pmid, at, end, std::string(text.substr(from, digits)));
        }
    }
    return made(IdentifierKind::url, at, end, std::string(address));
}

}  // namespace

std::optional<Identifier> identifier_at(std::string_view text, std::size_t at) {
    switch (ascii_lower(text[at])) {
        case '1':
            return doi_at(text, at, at);
        case 'a':
            return arxiv_at(text, at);
        case 'i':
            return standard_number_at(text, at);
        case 'p':
            return pubmed_at(text, at);
        default:
            if (auto doi = prefixed_doi_at(text, at)) return doi;
            return url_at(text, at);
    }
}

std::optional<Identifier> identifier_in(std::string_view address) {
    if (auto id = identifier_at(address, 0); id && id->kind != IdentifierKind::url) return id;
    for (std::size_t at = address.find("10."); at != std::string_view::npos; at = address.find("10.", at + 3)) {
        if (at > 0 && is_ascii_digit(address[at - 1])) continue;
        if (auto id = identifier_at(address, at)) return id;
    }
    return std::nullopt;
}

}  // namespace evigrade::link
