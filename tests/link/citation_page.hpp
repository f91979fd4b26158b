// Texts with their reference lists, and the citations that are found in them.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "evigrade/link.hpp"
#include "evigrade/segment.hpp"

namespace evigrade::test::citations {

inline const std::string named_list =
    "\n\nReferences\n\n"
    "Baran R, Maibach HI. Textbook of cosmetic dermatology. London: Informa; 2010.\n"
    "Konda D, Thappa DM. Mesotherapy: what is new? Indian J Dermatol Venereol Leprol. 2009;75(1):47-51.\n"
    "Sarkar R, Garg VK, Mysore V. Position paper on mesotherapy. Indian J Dermatol. 2011;77(2):232-237.\n"
    "Sivagnanam G. Mesotherapy - the French connection. J Pharmacol Pharmacother. 2010;1(1):4-8.\n"
    "van der Berg P. Injections of the scalp. Int J Trichology. 2015;7(1):12-15.\n"
    "Jongen L, Smit A, Bakker K. Minoxidil in men. Skin Res. 2014;3:1-9.\n"
    "Jongen L, Smit A, Bakker K. Minoxidil in women. Skin Res. 2015;4:2-8.\n"
    "Mysore V. Mesotherapy in management of hairloss - is it of any use? Int J Trichology. 2010;2(1):45-46.\n";

inline std::string numbered_list(int n) {
    std::string out = "\n\nReferences\n\n";
    for (int i = 1; i <= n; ++i)
        out += std::to_string(i) + ". Smith A" + std::string(1, static_cast<char>('A' + i)) +
               ". A study of hair. J Hair. 20" + (i < 10 ? "0" : "") + std::to_string(i) + ";" + std::to_string(i) +
               ":1-9.\n";
    return out;
}

inline Article article_of(const std::string& text) {
    Article article;
    article.text = text;
    return article;
}

inline link::CitationsFound found_in(const Article& article) {
    const Data data;
    const auto segmentation = segment::Cutter(data).cut(article);
    const auto references = link::read_references(article, segmentation, link::ReferenceParser(data));
    return link::CitationFinder(Data()).find(article, segmentation, references);
}

inline std::vector<Citation> named_in(const std::string& sentence) {
    return found_in(article_of(sentence + named_list)).citations;
}

inline std::vector<std::string> texts(const std::vector<Citation>& citations) {
    std::vector<std::string> out;
    for (const auto& citation : citations) out.push_back(citation.text);
    return out;
}

inline bool has(const Citation& citation, CitationFlag flag) {
    return std::find(citation.flags.begin(), citation.flags.end(), flag) != citation.flags.end();
}

inline std::ptrdiff_t count(const link::CitationsFound& found, const std::string& code) {
    return std::count_if(found.findings.begin(), found.findings.end(), [&](const Finding& f) { return f.code == code; });
}

using Texts = std::vector<std::string>;
using Numbers = std::vector<int>;

}  // namespace evigrade::test::citations
