#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

/// Before the title: Elsevier, Wiley, Springer Nature, Hindawi, Taylor & Francis.
constexpr std::array<std::string_view, 8> before{
    "retracted:",  "retracted article:", "[retracted]:",       "[retracted article]",
    "[retracted]", "(retracted)",        "retracted chapter:", "retracted paper:"};
/// Behind it: Web of Science.
constexpr std::array<std::string_view, 2> behind{"(retracted article", "(retracted paper"};

/// The title without what says that it is retracted; nothing where nothing says so.
std::optional<std::string> unmarked(const std::string& title) {
    const std::string low = lower(title);
    for (const std::string_view mark : before) {
        if (low.starts_with(mark) && low.size() > mark.size()) return said(std::string_view(title).substr(mark.size()));
    }
    for (const std::string_view mark : behind) {
        const std::size_t at = low.find(mark);
        if (at != std::string::npos && at > 0) return said(std::string_view(title).substr(0, at));
    }
    return std::nullopt;
}

void once_each(std::vector<std::string>& list) {
    std::vector<std::string> out;
    for (std::string& one : list) {
        if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
    }
    list = std::move(out);
}

}  // namespace

void settle(BibRecord& record) {
    once_each(record.trials);
    std::erase_if(record.references, [](const BibItem& item) {
        return !item.title && !item.doi && !item.pmid && !item.pmcid && !item.container_title;
    });
    if (!record.item.title) return;
    auto title = unmarked(*record.item.title);
    if (!title) return;
    record.item.title = std::move(title);
    if (record.state != EditorialState::reinstated) record.state = EditorialState::retracted;
}

}  // namespace evigrade::records
