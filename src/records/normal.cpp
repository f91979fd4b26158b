#include "records/normal.hpp"

#include <algorithm>
#include <array>

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::records {
namespace {

/// The elements that titles and abstracts carry: of HTML, JATS and MathML.
bool is_tag(std::string_view inside) {
    if (inside.starts_with('/')) inside.remove_prefix(1);
    if (inside.empty() || !is_ascii_alpha(inside.front())) return false;
    const std::size_t end = inside.find_first_of(" \t\r\n/=");
    const std::string_view name = inside.substr(0, end);
    if (!std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_alnum(c) || c == ':' || c == '-'; }))
        return false;
    return end == std::string_view::npos || inside.find('=') != std::string_view::npos || trim(inside.substr(end)) == "/";
}

std::string without_tags(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = text.find('<', at);
        out += text.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const std::size_t close = text.find('>', open);
        const bool tag = close != std::string_view::npos && is_tag(text.substr(open + 1, close - open - 1));
        if (!tag) out += '<';
        at = tag ? close + 1 : open + 1;
    }
    return out;
}

}  // namespace

std::optional<std::string> said(std::string_view text) {
    std::string out = squeeze(text);
    if (out.empty()) return std::nullopt;
    return out;
}

std::optional<std::string> plain(std::string_view marked_up) {
    if (marked_up.find_first_of("<&") == std::string_view::npos) return said(marked_up);
    return said(unescaped(without_tags(unescaped(marked_up))));
}

std::optional<std::string> title_of(std::string_view text) {
    auto title = plain(text);
    if (!title) return title;
    std::string_view out = *title;
    if (out.ends_with('.') && !out.ends_with("..")) out.remove_suffix(1);
    if (out.starts_with('[') && out.find(']') == out.size() - 1) out = out.substr(1, out.size() - 2);
    if (out.ends_with('.') && !out.ends_with("..")) out.remove_suffix(1);
    return said(out);
}

Name organisation(std::string_view text) {
    Name name;
    name.literal = said(text);
    return name;
}

std::optional<EditorialState> state_of(const std::vector<Relation>& relations) {
    const auto has = [&](RelationKind kind) {
        return std::any_of(relations.begin(), relations.end(), [&](const Relation& r) { return r.kind == kind; });
    };
    if (has(RelationKind::reinstated_by)) return EditorialState::reinstated;
    if (has(RelationKind::retracted_by)) return EditorialState::retracted;
    if (has(RelationKind::concern_by)) return EditorialState::concern;
    if (has(RelationKind::corrected_by)) return EditorialState::corrected;
    return std::nullopt;
}

bool says_something(const BibRecord& record) {
    const BibItem& item = record.item;
    return item.title || item.doi || item.pmid || item.pmcid;
}

}  // namespace evigrade::records
