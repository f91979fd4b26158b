#include "peers.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "evigrade/base/text.hpp"
#include "evigrade/records.hpp"
#include "records/normal.hpp"
#include "support/support.hpp"

namespace fs = std::filesystem;

namespace evigrade::test {
namespace {

using nlohmann::json;

std::string text_of(const json& item, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        if (item.contains(key) && item[key].is_string() && !item[key].get<std::string>().empty()) return item[key];
    }
    return {};
}

/// Zotero's item types in the words of CSL, as Zotero's own schema maps them.
ItemType type_of(const std::string& zotero) {
    static const std::map<std::string, ItemType> types{{"journalArticle", ItemType::article_journal},
                                                       {"magazineArticle", ItemType::article_magazine},
                                                       {"newspaperArticle", ItemType::article_newspaper},
                                                       {"book", ItemType::book},
                                                       {"bookSection", ItemType::chapter},
                                                       {"thesis", ItemType::thesis},
                                                       {"report", ItemType::report},
                                                       {"webpage", ItemType::webpage},
                                                       {"blogPost", ItemType::webpage},
                                                       {"patent", ItemType::patent},
                                                       {"bill", ItemType::legislation},
                                                       {"statute", ItemType::legislation},
                                                       {"conferencePaper", ItemType::paper_conference},
                                                       {"preprint", ItemType::article},
                                                       {"dataset", ItemType::dataset},
                                                       {"computerProgram", ItemType::software},
                                                       {"encyclopediaArticle", ItemType::chapter},
                                                       {"dictionaryEntry", ItemType::chapter}};
    const auto found = types.find(zotero);
    return found == types.end() ? ItemType::document : found->second;
}

std::optional<std::string> some(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::optional<Date> year_of(const std::string& date) {
    for (std::size_t at = 0; at + 4 <= date.size(); ++at) {
        if (!std::all_of(date.begin() + static_cast<std::ptrdiff_t>(at), date.begin() + static_cast<std::ptrdiff_t>(at) + 4,
                         is_ascii_digit))
            continue;
        const int year = std::stoi(date.substr(at, 4));
        if (year > 0) return Date{year, {}, {}};  // "0000 Year Date": Zotero's template, where no date is
    }
    return std::nullopt;
}

BibItem zotero_item(const json& in) {
    BibItem item;
    item.type = type_of(in.value("itemType", ""));
    static const std::set<std::string> main_roles{"author",   "inventor", "artist",       "programmer",
                                                  "director", "sponsor",  "cartographer", "performer"};
    const json creators = in.value("creators", json::array());
    // A piece of music is its composer's, whoever plays it.
    const bool composed = std::any_of(creators.begin(), creators.end(),
                                      [](const json& creator) { return creator.value("creatorType", "") == "composer"; });
    for (const auto& creator : creators) {
        const std::string role = creator.value("creatorType", "");
        if (composed ? role != "composer" : !main_roles.contains(role)) continue;
        Name name;
        name.family = some(creator.value("lastName", ""));
        name.given = some(creator.value("firstName", ""));
        item.authors.push_back(name);
    }
    // Zotero keeps <i> and <sub> in titles, and fills in for a missing one.
    item.title = records::plain(text_of(in, {"title", "caseName", "nameOfAct", "subject"}));
    if (item.title == "[No title found]") item.title.reset();
    item.container_title =
        some(text_of(in, {"publicationTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle",
                          "websiteTitle", "blogTitle", "reporter", "code", "conferenceName"}));
    // Zotero's schema takes a repository for the publisher; a preprint's is what our model calls its container.
    if (item.type == ItemType::article && !item.container_title) item.container_title = some(text_of(in, {"repository"}));
    item.issued = year_of(text_of(in, {"date", "issueDate", "dateDecided", "dateEnacted"}));
    item.volume = some(text_of(in, {"volume", "reporterVolume", "codeVolume"}));
    item.issue = some(text_of(in, {"issue"}));
    item.page = some(text_of(in, {"pages", "firstPage", "codePages"}));
    item.doi = some(text_of(in, {"DOI"}));
    const std::string url = text_of(in, {"url"});
    if (const std::size_t at = url.find("doi.org/10."); !item.doi && at != std::string::npos) item.doi = url.substr(at + 8);
    const std::string extra = text_of(in, {"extra"});
    if (const std::size_t at = extra.find("DOI: "); !item.doi && at != std::string::npos)
        item.doi = extra.substr(at + 5, extra.find('\n', at) - at - 5);
    return item;
}

/// Zotero's own schema gives reports no field for the volume.
bool holds_volume(ItemType type) {
    return type != ItemType::report;
}

/// Zotero's own schema gives these types alone a field for the DOI.
bool holds_doi(ItemType type) {
    return type == ItemType::article_journal || type == ItemType::paper_conference || type == ItemType::article ||
           type == ItemType::dataset;
}

/// What a RIS file says of one record under any of these tags.
using Said = std::map<std::string, std::set<std::string>>;

/// Full and abbreviated title, of a record and of what it stands in: a reader shows one of them.
std::vector<Said> names_in_ris(const std::string& path) {
    static const std::map<std::string, std::string> fields{{"TI", "title"},     {"T1", "title"},     {"ST", "title"},
                                                           {"T2", "container"}, {"JF", "container"}, {"JO", "container"},
                                                           {"JA", "container"}, {"J2", "container"}};
    std::vector<Said> out;
    const std::string file = read_file(path);
    for (const std::string_view line : split(file, '\n')) {
        const std::string_view text = trim(line);
        const std::string tag(text.substr(0, 2));
        if (tag == "TY" && text.find("  -") == 2) out.emplace_back();
        const auto field = fields.find(tag);
        if (!out.empty() && field != fields.end() && text.size() > 5) out.back()[field->second].insert(fold(text.substr(5)));
    }
    return out;
}

std::string value(const std::optional<std::string>& text) {
    return text ? fold(*text) : "";
}

/// "KC" and "K. C." are the same initials.
std::string spread(const std::string& given) {
    const bool initials = given.size() <= 3 && std::all_of(given.begin(), given.end(), is_ascii_upper);
    std::string out;
    for (const char c : given) (out += c) += initials ? " " : "";
    return out;
}

/// Folded, dotless i (LaTeX's \i) as i.
std::string fold_name(const std::string& name) {
    constexpr std::string_view dotless = "ı";
    std::string out = fold(name);
    for (std::size_t at = out.find(dotless); at != std::string::npos; at = out.find(dotless, at))
        out.replace(at, dotless.size(), "i");
    return out;
}

std::string name_text(const Name& name) {
    if (name.literal) return fold(*name.literal);
    return std::string(trim(fold_name(name.particle.value_or("") + ' ' + name.family.value_or("") + ' ' +
                                      spread(name.given.value_or("")) + ' ' + name.suffix.value_or(""))));
}

std::map<std::string, std::string> fields_of(const BibItem& item) {
    std::map<std::string, std::string> out;
    out["type"] = std::string(to_text(item.type));
    for (const Name& name : item.authors) out["authors"] += name_text(name) + "; ";
    out["title"] = value(item.title);
    out["container"] = value(item.container_title);
    if (item.issued) out["year"] = std::to_string(item.issued->year);
    out["volume"] = value(item.volume);
    out["issue"] = value(item.issue);
    out["pages"] = value(item.page);
    out["doi"] = lower(item.doi.value_or(""));
    return out;
}

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::string> out;
    const auto shared = shared_dir();
    if (!shared) return out;
    for (const auto& entry : fs::directory_iterator(*shared + "/eval/bibfiles/" + folder))
        out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

std::vector<BibItem> zotero_items(const std::string& text) {
    std::vector<BibItem> out;
    for (const auto& item : json::parse(text)) out.push_back(zotero_item(item));
    return out;
}

std::vector<BibItem> items_of_file(const std::string& path) {
    std::vector<BibItem> items;
    const auto take = [&](records::Event&& event) {
        if (auto* record = std::get_if<BibRecord>(&event)) items.push_back(record->item);
        return true;
    };
    static_cast<void>(records::read(path, take));
    return items;
}

void compare(const std::vector<BibItem>& ours, const std::vector<BibItem>& peers, const std::string& file, Agreement& out) {
    out.records += peers.size();
    const std::vector<Said> names = file.ends_with(".ris") ? names_in_ris(file) : std::vector<Said>{};
    const auto same_thing = [&](std::size_t record, const std::string& field, const std::string& a, const std::string& b) {
        if (record >= names.size() || !names[record].contains(field)) return false;
        const auto& values = names[record].at(field);
        return values.contains(a) && values.contains(b);
    };
    for (std::size_t i = 0; i < std::max(ours.size(), peers.size()); ++i) {
        auto mine = i < ours.size() ? fields_of(ours[i]) : std::map<std::string, std::string>{};
        auto other = i < peers.size() ? fields_of(peers[i]) : std::map<std::string, std::string>{};
        for (const std::string field :
             {"type", "authors", "title", "container", "year", "volume", "issue", "pages", "doi"}) {
            if (mine[field].empty() && other[field].empty()) continue;
            auto& [agreed, compared] = out.by_field[field];
            ++compared;
            ++out.compared;
            if (mine[field] == other[field] || same_thing(i, field, mine[field], other[field])) {
                ++agreed;
                ++out.agreed;
            } else {
                out.differences.push_back(fmt::format("{} #{} {}: \"{}\", peer \"{}\"", fs::path(file).filename().string(),
                                                      i + 1, field, mine[field], other[field]));
            }
        }
    }
}

Agreement agreement_with_zotero(const std::string& folder) {
    Agreement agreement;
    constexpr std::string_view expected = ".expected.zotero.json";
    const auto files = files_of(folder);
    for (const std::string& file : files) {
        if (!file.ends_with(expected)) continue;
        const std::string stem = file.substr(0, file.size() - expected.size()) + '.';
        for (const std::string& input : files) {
            if (!input.starts_with(stem) || input == file) continue;
            auto ours = items_of_file(input);
            const auto peers = zotero_items(read_file(file));
            for (std::size_t i = 0; i < std::min(ours.size(), peers.size()); ++i) {
                if (!peers[i].doi && !holds_doi(peers[i].type)) ours[i].doi.reset();
                if (!peers[i].volume && !holds_volume(peers[i].type)) ours[i].volume.reset();
            }
            compare(ours, peers, input, agreement);
        }
    }
    return agreement;
}

Agreement agreement_with_jabref(const std::string& folder) {
    Agreement agreement;
    for (const std::string& file : files_of(folder)) {
        const fs::path bib = fs::path(file).replace_extension(".bib");
        if (file.ends_with(".bib") || file.ends_with(".json") || !fs::exists(bib)) continue;
        compare(items_of_file(file), items_of_file(bib.string()), file, agreement);
    }
    return agreement;
}

void print(const std::string& name, const Agreement& agreement) {
    std::cout << fmt::format("{}: {} records, {} of {} fields agree ({:.1f} %)\n", name, agreement.records, agreement.agreed,
                             agreement.compared, 100 * agreement.share());
    for (const auto& [field, counts] : agreement.by_field)
        std::cout << fmt::format("  {:<10}{:>4} of {}\n", field, counts.first, counts.second);
    for (const auto& difference : agreement.differences) std::cout << "  " << difference << '\n';
}

}  // namespace evigrade::test
