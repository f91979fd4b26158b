#include <algorithm>
#include <array>

#include "evigrade/base/text.hpp"
#include "records/jats.hpp"
#include "records/normal.hpp"
#include "records/xml_tree.hpp"

namespace evigrade::records {
namespace {

using Node = pugi::xml_node;

struct Type {
    std::string_view name;
    ItemType type;
};
/// @publication-type as JATS suggests it and as publishers write it:
/// https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/publication-type.html
constexpr std::array<Type, 24> types{{
    {"journal", ItemType::article_journal},
    {"article", ItemType::article_journal},
    {"book", ItemType::book},
    {"chapter", ItemType::chapter},
    {"book-chapter", ItemType::chapter},
    {"bookchapter", ItemType::chapter},
    {"incollection", ItemType::chapter},
    {"confproc", ItemType::paper_conference},
    {"conf-proc", ItemType::paper_conference},
    {"conference", ItemType::paper_conference},
    {"proceedings", ItemType::paper_conference},
    {"inproceedings", ItemType::paper_conference},
    {"thesis", ItemType::thesis},
    {"report", ItemType::report},
    {"gov", ItemType::report},
    {"standard", ItemType::report},
    {"web", ItemType::webpage},
    {"webpage", ItemType::webpage},
    {"patent", ItemType::patent},
    {"newspaper", ItemType::article_newspaper},
    {"data", ItemType::dataset},
    {"database", ItemType::dataset},
    {"software", ItemType::software},
    {"preprint", ItemType::article},
}};

ItemType type_of_reference(const Node& citation, const BibItem& item) {
    std::string_view named = citation.attribute("publication-type").value();
    if (named.empty()) named = citation.attribute("citation-type").value();
    const std::string low = lower(named);
    const auto* const found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return t.name == low; });
    if (found == types.end()) return item.container_title ? ItemType::article_journal : ItemType::document;
    return found->type == ItemType::book && item.title && item.container_title ? ItemType::chapter : found->type;
}

Name name_of(const Node& node) {
    const std::string family = text_of(find_below(node, "surname"));
    if (family.empty()) return person_of(text_of(node));
    return person(family, text_of(find_below(node, "given-names")), text_of(find_below(node, "suffix")));
}

void collect(const Node& node, std::string_view role, bool grouped, std::vector<Name>& out) {
    for (const Node& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "person-group") {
            const std::string_view type = child.attribute("person-group-type").value();
            if (type == role || (role == "author" && type.empty())) collect(child, role, true, out);
        }
        if (name == "name-alternatives" || name == "collab-alternatives") {
            std::vector<Name> spellings;
            collect(child, role, true, spellings);
            if (!spellings.empty()) out.push_back(spellings.front());
        }
        if (role != "author" && !grouped) continue;
        if (name == "name" || name == "string-name") out.push_back(name_of(child));
        if (name == "collab" || (name == "institution" && grouped)) {
            const Node inner = child.child("contrib-group");  // the members stand inside the name
            out.push_back(organisation(inner ? child.child_value() : text_of(child)));
        }
    }
}

void take_identifiers(const Node& citation, BibItem& item) {
    for (const Node& id : citation.children("pub-id")) {
        const std::string_view type = id.attribute("pub-id-type").value();
        if (type == "doi") item.doi = doi_of(text_of(id));
        if (type == "pmid") item.pmid = pmid_of(text_of(id));
        if (type == "pmc" || type == "pmcid") item.pmcid = pmcid_of(text_of(id));
    }
    for (const char* name : {"ext-link", "uri"}) {
        const Node link = find_below(citation, name);
        const std::string target = *link.attribute("href").value() != '\0' ? link.attribute("href").value() : text_of(link);
        const bool doi = target.find("doi.org/") != std::string::npos ||
                         std::string_view(link.attribute("ext-link-type").value()) == "doi";
        if (!item.doi && doi) item.doi = doi_of(target);
        if (!item.url && !doi && target.starts_with("http")) item.url = target;
    }
}

std::optional<std::string> either(const Node& node, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (auto text = said_at(node, {name})) return text;
    }
    return std::nullopt;
}

}  // namespace

std::vector<Name> jats_people(const Node& node, std::string_view role) {
    std::vector<Name> out;
    collect(node, role, false, out);
    std::erase_if(out, [](const Name& name) { return !name.family && !name.literal; });
    return out;
}

BibItem jats_reference(const Node& ref) {
    Node citation;
    for (const char* name : {"element-citation", "mixed-citation", "citation", "nlm-citation"}) {
        if (!citation) citation = find_below(ref, name);
    }
    BibItem item;
    if (!citation) return item;
    item.authors = jats_people(citation, "author");
    item.editors = jats_people(citation, "editor");
    item.et_al = !find_below(citation, "etal").empty();
    item.title = title_of(either(citation, {"article-title", "chapter-title", "part-title", "data-title"}).value_or(""));
    item.container_title = title_of(text_of(citation.child("source")));
    item.type = type_of_reference(citation, item);
    if (!item.title) std::swap(item.title, item.container_title);
    item.issued = date_of(either(citation, {"year", "date", "string-date"}).value_or(""));
    item.volume = said_at(citation, {"volume"});
    item.issue = said_at(citation, {"issue"});
    item.page = pages_of(text_of(citation.child("fpage")), text_of(citation.child("lpage")));
    if (!item.page) item.page = pages_of(either(citation, {"page-range", "elocation-id"}).value_or(""));
    item.publisher = said_at(citation, {"publisher-name"});
    item.publisher_place = said_at(citation, {"publisher-loc"});
    item.edition = said_at(citation, {"edition"});
    take_identifiers(citation, item);
    return item;
}

}  // namespace evigrade::records
