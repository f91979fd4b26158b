#include "records/bibtex_inherit.hpp"

#include <array>
#include <utility>

#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

/// The key of the entry that this one takes fields from, or "".
std::string parent_of(const BibtexEntry& entry) {
    for (const char* field : {"crossref", "xdata"}) {
        const auto found = entry.fields.find(field);
        if (found == entry.fields.end()) continue;
        std::string key = lower(trim(std::string_view(found->second).substr(0, found->second.find(','))));
        if (key != lower(entry.key)) return key;
    }
    return {};
}

bool is_part(std::string_view type) {
    return type.starts_with("in") || type.starts_with("supp") || type == "bookinbook" || type == "conference";
}

/// Fields that belong to one entry alone (BibLaTeX manual, appendix B).
bool is_own(std::string_view field) {
    static constexpr std::array<std::string_view, 12> own{"crossref",   "xref",      "xdata",      "ids",
                                                          "entryset",   "options",   "related",    "shorthand",
                                                          "shorttitle", "sorttitle", "indextitle", "pages"};
    for (const std::string_view name : own) {
        if (field == name) return true;
    }
    return false;
}

}  // namespace

/// The title of a whole becomes the book title or the journal of its part; its authors are those of the book.
void Inheritance::inherit(BibtexEntry& child, const BibtexEntry& parent) {
    const bool data = parent.type == "xdata";
    for (const auto& [name, value] : parent.fields) {
        if (is_own(name)) continue;
        std::string as = name;
        if (!data && is_part(child.type) && (name == "title" || name == "subtitle" || name == "titleaddon"))
            as = "book" + name;
        if (!data && child.type == "article" && name == "title") as = "journaltitle";
        if (!data && is_part(child.type) && name == "author" && child.type != "inbook") as = "bookauthor";
        if (!data && as == name && (name == "titleaddon" || name == "subtitle")) continue;
        child.fields.emplace(as, value);
    }
}

void Inheritance::remember(const BibtexEntry& entry) {
    if (entry.key.empty()) return;
    std::string key = lower(entry.key);
    if (!known_.emplace(key, entry).second) return;
    order_.push_back(std::move(key));
    if (order_.size() <= most) return;
    known_.erase(order_.front());
    order_.pop_front();
}

void Inheritance::give_ready(std::vector<BibtexEntry>& out) {
    while (!waiting_.empty()) {
        Waiting& first = waiting_.front();
        if (!first.parent.empty()) {
            const auto parent = known_.find(first.parent);
            if (parent == known_.end() && waiting_.size() <= most) return;
            if (parent != known_.end()) inherit(first.entry, parent->second);
        }
        if (first.entry.type != "xdata") out.push_back(std::move(first.entry));
        waiting_.pop_front();
    }
}

std::vector<BibtexEntry> Inheritance::add(BibtexEntry&& entry) {
    std::vector<BibtexEntry> out;
    remember(entry);
    std::string parent = parent_of(entry);
    waiting_.push_back({std::move(entry), std::move(parent)});
    give_ready(out);
    return out;
}

std::vector<BibtexEntry> Inheritance::rest() {
    std::vector<BibtexEntry> out;
    for (Waiting& waiting : waiting_) {
        const auto parent = known_.find(waiting.parent);
        if (parent != known_.end()) inherit(waiting.entry, parent->second);
        if (waiting.entry.type != "xdata") out.push_back(std::move(waiting.entry));
    }
    waiting_.clear();
    return out;
}

}  // namespace evigrade::records
