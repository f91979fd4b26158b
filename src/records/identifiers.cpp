#include <algorithm>
#include <array>
#include <set>

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

/// The registers of the WHO's network (ICTRP) and how their numbers begin; 9 stands for a digit.
constexpr std::array<std::string_view, 18> registers{
    "NCT99999999", "ISRCTN99999", "ACTRN99999", "CHICTR",  "CTRI/99", "DRKS9999", "IRCT9999", "JPRN-", "UMIN9999",
    "JRCT9999",    "KCT9999",     "NTR999",     "PACTR99", "RBR-9",   "RPCEC999", "SLCTR/",   "TCTR9", "EUCTR9999-"};

bool begins_like(std::string_view text, std::string_view shape) {
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '9' ? !is_ascii_digit(text[i]) : ascii_lower(text[i]) != ascii_lower(shape[i])) return false;
    }
    return true;
}

std::string_view leading_digits(std::string_view text) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_ascii_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

/// What follows the last of these words, which may stand before it; the whole where none does.
std::string_view after(std::string_view text, std::string_view word) {
    const std::string low = lower(text);
    const std::size_t at = low.rfind(word);
    return at == std::string::npos ? text : text.substr(at + word.size());
}

}  // namespace

std::optional<std::string> doi_of(std::string_view text) {
    std::string doi = lower(trim(text));
    const std::size_t begin = doi.find("10.");
    if (begin == std::string::npos) return std::nullopt;
    // Only a resolver or the word "doi" may stand before it.
    const std::string_view before = trim(std::string_view(doi).substr(0, begin));
    if (!before.empty() && before.find("doi") == std::string_view::npos && before.find("http") == std::string_view::npos)
        return std::nullopt;
    doi.erase(0, begin);
    for (std::size_t at = doi.find("%2f"); at != std::string::npos && doi.find('/') == std::string::npos;
         at = doi.find("%2f"))
        doi.replace(at, 3, "/");
    doi.resize(std::min(doi.size(), doi.find_first_of(" \t\r\n\"")));
    while (!doi.empty() && std::string_view(".,;").find(doi.back()) != std::string_view::npos) doi.pop_back();
    const std::size_t slash = doi.find('/');
    if (slash == std::string::npos || slash < 6 || slash + 1 == doi.size()) return std::nullopt;
    const std::string_view prefix = std::string_view(doi).substr(3, slash - 3);
    const bool digits = std::all_of(prefix.begin(), prefix.end(), [](char c) { return is_ascii_digit(c) || c == '.'; });
    return digits ? std::optional(doi) : std::nullopt;
}

std::optional<std::string> pmid_of(std::string_view text) {
    text = trim(text);
    for (const std::string_view word : {"pubmed/", "pubmed.ncbi.nlm.nih.gov/", "/med/", "med:", "pmid:", "pmid"})
        text = after(text, word);
    text = trim(text);
    const std::string_view digits = leading_digits(text);
    if (digits.empty() || digits.size() > 9 || digits.front() == '0') return std::nullopt;
    const std::string_view rest = text.substr(digits.size());
    const bool ends =
        rest.empty() || rest == "." || std::string_view(" \t/[];,?").find(rest.front()) != std::string_view::npos;
    return ends ? std::optional(std::string(digits)) : std::nullopt;
}

std::optional<std::string> pmcid_of(std::string_view text) {
    const std::string_view digits = leading_digits(trim(after(trim(text), "pmc")));
    if (digits.empty() || digits.size() > 9 || digits.front() == '0') return std::nullopt;
    return "PMC" + std::string(digits);
}

bool is_trial_number(std::string_view text) {
    text = trim(text);
    if (text.size() > 40 || text.find(' ') != std::string_view::npos) return false;
    if (begins_like(text, "9999-999999-99")) return true;  // EudraCT and EU CTIS
    return std::any_of(registers.begin(), registers.end(), [&](std::string_view shape) { return begins_like(text, shape); });
}

std::optional<std::string> trial_in(std::string_view abstract) {
    std::set<std::string> numbers;
    for (std::size_t at = 0; at < abstract.size();) {
        const std::size_t end = std::min(abstract.find_first_of(" \t\n()[],;:.", at), abstract.size());
        std::string_view word = abstract.substr(at, end - at);
        if (word.starts_with('#')) word.remove_prefix(1);
        if (begins_like(word, "NCT99999999") || begins_like(word, "ISRCTN99999") || begins_like(word, "ACTRN99999"))
            numbers.emplace(word);
        at = end + 1;
    }
    return numbers.size() == 1 ? std::optional(*numbers.begin()) : std::nullopt;
}

}  // namespace evigrade::records
