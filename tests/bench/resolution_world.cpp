#include "bench/resolution_world.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "evigrade/base/text.hpp"

namespace evigrade::bench {
namespace {

constexpr std::size_t near_duplicates = 5;  ///< of each row

std::optional<std::string> text(const nlohmann::json& gold, const char* field) {
    const auto found = gold.find(field);
    if (found == gold.end() || !found->is_string() || found->get<std::string>().empty()) return std::nullopt;
    return found->get<std::string>();
}

bool title_is_short(const std::string& title) {
    return split(title, ' ').size() < 3;
}

std::optional<BibItem> item_of(const ReferenceRow& row) {
    BibItem item;
    item.type = ItemType::article_journal;
    item.title = text(row.gold, "title");
    item.container_title = text(row.gold, "container");
    item.volume = text(row.gold, "volume");
    item.issue = text(row.gold, "issue");
    item.page = text(row.gold, "pages");
    if (!item.page) item.page = text(row.gold, "page");
    if (!item.page) item.page = text(row.gold, "first_page");
    const auto year = text(row.gold, "year");
    if (!item.title || !item.container_title || !year || year->size() < 4 || title_is_short(*item.title))
        return std::nullopt;
    item.issued = Date{std::atoi(year->c_str()), std::nullopt, std::nullopt};
    const auto authors = row.gold.find("authors");
    if (authors == row.gold.end() || !authors->is_array() || authors->empty()) return std::nullopt;
    for (const auto& family : *authors) {
        if (family.is_string()) item.authors.push_back({family.get<std::string>(), "A.", {}, {}, {}});
    }
    if (item.authors.empty() || item.issued->year < 1900) return std::nullopt;
    return item;
}

std::string journal_abbreviation(const std::string& name) {
    std::string out;
    for (const auto word : split(name, ' ')) {
        const std::string low = lower(word);
        if (low == "of" || low == "the" || low == "and" || low == "in" || low == "for") continue;
        out += (out.empty() ? "" : " ") + std::string(word.substr(0, word.size() > 6 ? 4 : word.size()));
    }
    return out;
}

}  // namespace

ResolutionWorld::ResolutionWorld(const std::vector<ReferenceRow>& rows, std::uint64_t seed) : random_(seed), seed_(seed) {
    std::set<std::string> titles;
    for (const auto& row : rows) {
        if (!row.journal || !row.skip.empty()) continue;
        auto item = item_of(row);
        if (!item || !titles.insert(fold(*item->title)).second) continue;
        for (const auto word : split(*item->title, ' ')) words_.emplace_back(word);
        for (const auto& name : item->authors) families_.push_back(*name.family);
        journals_.push_back(*item->container_title);
        rows_.push_back({std::move(*item), row.text, dice(10) == 0});
    }
}

BibItem ResolutionWorld::near_duplicate(const BibItem& of, std::size_t which) {
    BibItem out = of;
    const auto elsewhere = [&] {
        out.container_title = journals_[dice(journals_.size())];
        out.volume = std::to_string(1 + dice(90));
        out.page = std::to_string(1 + dice(2000));
    };
    switch (which) {
        case 0:  // the same group on the same subject, later
            out.issued->year += 2 + static_cast<int>(dice(3));
            out.title = *out.title + " in " + long_word() + " and " + long_word();
            out.volume = std::to_string(1 + dice(90));
            out.page = std::to_string(1 + dice(2000));
            break;
        case 1:
            out.title = *out.title + ". Part II";
            out.page = std::to_string(1 + dice(2000));
            break;
        case 2:
            out.title = *out.title + ". Part I";
            out.page = std::to_string(1 + dice(2000));
            break;
        case 3:  // the same title by others elsewhere
            for (auto& name : out.authors) name.family = families_[dice(families_.size())];
            out.issued->year -= 3;
            elsewhere();
            break;
        default: {  // the same people in the same journal and year on something else
            auto parts = split(*of.title, ' ');
            std::string title;
            for (std::size_t i = 0; i < parts.size(); ++i)
                title += (i == 0 ? "" : " ") + (i % 2 == 0 ? std::string(parts[i]) : words_[dice(words_.size())]);
            out.title = title;
            out.page = std::to_string(1 + dice(2000));
        }
    }
    return out;
}

BibItem ResolutionWorld::made_up() {
    BibItem out;
    out.type = ItemType::article_journal;
    for (std::size_t i = 0, n = 1 + dice(6); i < n; ++i)
        out.authors.push_back({families_[dice(families_.size())], "A.", {}, {}, {}});
    std::string title;
    for (std::size_t i = 0, n = 6 + dice(9); i < n; ++i) title += (i == 0 ? "" : " ") + words_[dice(words_.size())];
    out.title = title;
    out.container_title = journals_[dice(journals_.size())];
    out.issued = Date{1970 + static_cast<int>(dice(55)), std::nullopt, std::nullopt};
    out.volume = std::to_string(1 + dice(120));
    out.page = std::to_string(1 + dice(2000));
    return out;
}

BibRecord ResolutionWorld::record(std::size_t number) {
    random_.seed(seed_ + number);
    BibRecord out;
    const std::size_t row = number / (near_duplicates + 1);
    const std::size_t which = number % (near_duplicates + 1);
    if (row >= rows_.size()) {
        out.item = made_up();
    } else if (which == 0) {
        out.item = rows_[row].left_out ? made_up() : rows_[row].item;
    } else {
        out.item = near_duplicate(rows_[row].item, which - 1);
    }
    out.item.pmid = std::to_string(number + 1);
    out.abstract = std::string(1200, 'x');
    for (auto& c : *out.abstract) c = static_cast<char>(dice(6) == 0 ? ' ' : 'a' + static_cast<char>(dice(16)));
    return out;
}

void ResolutionWorld::misprint(std::string& text) {
    if (text.size() < 4) return;
    const std::size_t at = 1 + dice(text.size() - 2);
    if (static_cast<unsigned char>(text[at]) >= 0x80 || static_cast<unsigned char>(text[at + 1]) >= 0x80) return;
    switch (dice(3)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            std::swap(text[at], text[at + 1]);
            break;
        default:
            text[at] = static_cast<char>('a' + static_cast<char>(dice(26)));
    }
}

/// One to three of the faults that reference lists have.
BibItem ResolutionWorld::perturbed(BibItem item) {
    if (chance(60)) item.container_title = journal_abbreviation(*item.container_title);
    for (std::size_t i = 0, n = 1 + dice(3); i < n; ++i) {
        switch (dice(9)) {
            case 0:
                misprint(*item.title);
                break;
            case 1:
                if (item.authors.front().family) misprint(*item.authors.front().family);
                break;
            case 2:
                if (item.authors.size() > 1) item.authors.resize(1 + dice(std::min<std::size_t>(item.authors.size(), 3)));
                break;
            case 3:
                item.issued->year += chance(50) ? 1 : -1;
                break;
            case 4:
                (chance(50) ? item.volume : item.page).reset();
                break;
            case 5:
                item.container_title.reset();
                break;
            case 6: {
                const auto words = split(*item.title, ' ');
                if (words.size() < 8 || item.title->find(". Part I") != std::string::npos) break;
                const auto& last = words[words.size() - 1 - dice(words.size() / 3)];
                item.title->resize(static_cast<std::size_t>(last.data() - item.title->data()));
                break;
            }
            case 7:
                if (item.volume) misprint(*item.volume), item.volume = std::to_string(1 + dice(90));
                break;
            default:
                // Some styles print no titles; journal, volume and page are then there.
                if (item.volume && item.page && item.container_title && i == 0) item.title.reset();
                return item;
        }
    }
    return item;
}

std::vector<Query> ResolutionWorld::queries(std::size_t records, std::size_t count, const link::ReferenceParser& parser) {
    std::vector<Query> out;
    std::mt19937_64 pick(seed_ ^ 0x9e3779b97f4a7c15U);
    const std::size_t rows = std::min(rows_.size(), records / (near_duplicates + 1));
    while (out.size() < count) {
        const std::size_t number = static_cast<std::size_t>(pick() % (rows * (near_duplicates + 1)));
        const Row& row = rows_[number / (near_duplicates + 1)];
        const bool itself = number % (near_duplicates + 1) == 0;
        const bool printed = out.size() % 2 == 0;
        if (printed && !itself) continue;
        BibItem item = printed ? parser.parse(row.text) : record(number).item;
        if (!printed && itself && row.left_out) item = row.item;
        item.doi = item.pmid = item.pmcid = std::nullopt;
        random_.seed(pick());
        if (!printed) item = perturbed(std::move(item));
        Query query{std::move(item), std::to_string(number + 1), printed ? "as printed" : "perturbed"};
        if (itself && row.left_out) query.meant = std::nullopt, query.kind = "not there";
        out.push_back(std::move(query));
    }
    return out;
}

}  // namespace evigrade::bench
