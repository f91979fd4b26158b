#include "read/jats_reference.hpp"

#include <algorithm>
#include <string_view>

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"
#include "read/xml_text.hpp"

namespace evigrade::read {
namespace {

constexpr int deepest = 40;

/// "Andrew J" and "A.J." become "AJ".
std::string initials(std::string_view given) {
    std::string out;
    const bool spelled = std::any_of(given.begin(), given.end(), is_ascii_lower);
    bool start = true;
    for (std::size_t at = 0; at < given.size();) {
        const CodePoint c = decode(given, at);
        if (is_letter(c.value) && (start || !spelled)) out.append(given, at, c.length);
        start = !is_letter(c.value);
        at += c.length;
    }
    return out;
}

std::string person(const pugi::xml_node& name) {
    std::string out = child_text(name, "surname");
    if (out.empty()) return xml_text(name);
    if (const std::string given = initials(child_text(name, "given-names")); !given.empty()) out += ' ' + given;
    if (const std::string suffix = child_text(name, "suffix"); !suffix.empty()) out += ' ' + suffix;
    return out;
}

void add_people(const pugi::xml_node& node, std::string_view role, std::vector<std::string>& people, int depth) {
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = local_name(child);
        const bool asked_for = depth > 0 || role == "author";  // names outside a group are authors
        if (asked_for && (name == "name" || name == "string-name")) people.push_back(person(child));
        if (asked_for && (name == "collab" || name == "institution")) people.push_back(xml_text(child));
        if (asked_for && name == "etal") people.emplace_back("et al");
        if (name == "name-alternatives" && depth < deepest) add_people(child, role, people, depth + 1);
        if (name != "person-group") continue;
        const std::string_view type = child.attribute("person-group-type").value();
        if (type == role || (type.empty() && role == "author")) add_people(child, role, people, depth + 1);
    }
}

std::string joined(const std::vector<std::string>& people) {
    std::string out;
    for (const std::string& one : people) {
        if (!one.empty()) out += (out.empty() ? "" : ", ") + one;
    }
    return out;
}

/// Adds a sentence: "Title." after what stands there.
void add(std::string& out, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += out.ends_with('.') || out.ends_with('?') || out.ends_with('!') ? " " : ". ";
    out += text;
}

std::string pages(const pugi::xml_node& citation) {
    const std::string first = child_text(citation, "fpage");
    const std::string last = child_text(citation, "lpage");
    if (first.empty()) {
        const std::string range = child_text(citation, "page-range");
        return range.empty() ? child_text(citation, "elocation-id") : range;
    }
    return last.empty() || last == first ? first : first + '-' + last;
}

/// "2005;366(9487):726-732"
std::string place_in_journal(const pugi::xml_node& citation) {
    std::string out = child_text(citation, "year");
    if (out.empty()) out = child_text(citation.child("date"), "year");
    if (out.empty()) out = child_text(citation, "string-date");
    const std::string volume = child_text(citation, "volume");
    const std::string issue = child_text(citation, "issue");
    if (!volume.empty()) out += (out.empty() ? "" : ";") + volume;
    if (!issue.empty()) out += '(' + issue + ')';
    if (const std::string range = pages(citation); !range.empty()) out += (out.empty() ? "" : ":") + range;
    return out;
}

std::string identifiers(const pugi::xml_node& citation) {
    std::string out;
    for (const pugi::xml_node id : citation.children("pub-id")) {
        const std::string_view type = id.attribute("pub-id-type").value();
        if (type == "doi") out += " doi:" + xml_text(id) + '.';
        if (type == "pmid") out += " PMID: " + xml_text(id) + '.';
    }
    if (!out.empty()) return out;
    for (const char* name : {"ext-link", "uri"}) {
        if (const pugi::xml_node link = citation.child(name)) return ' ' + xml_text(link);
    }
    return out;
}

std::string from_elements(const pugi::xml_node& citation) {
    std::vector<std::string> authors;
    add_people(citation, "author", authors, 0);
    std::vector<std::string> editors;
    add_people(citation, "editor", editors, 0);
    std::string out = joined(authors);
    std::string title = child_text(citation, "article-title");
    if (title.empty()) title = child_text(citation, "chapter-title");
    if (title.empty()) title = child_text(citation, "data-title");
    const bool chapter = !editors.empty() && !title.empty();
    add(out, title);
    if (chapter) add(out, "In: " + joined(editors) + (editors.size() > 1 ? ", editors" : ", editor"));
    if (authors.empty() && !chapter) add(out, joined(editors));
    add(out, child_text(citation, "source"));
    add(out, child_text(citation, "edition"));
    std::string publisher = child_text(citation, "publisher-loc");
    if (const std::string name = child_text(citation, "publisher-name"); !name.empty())
        publisher += (publisher.empty() ? "" : ": ") + name;
    const std::string place = place_in_journal(citation);
    add(out, publisher.empty() ? place : publisher + (place.empty() ? "" : "; " + place));
    if (const std::string comment = child_text(citation, "comment"); comment.size() < 200) add(out, comment);
    if (!out.empty() && !out.ends_with('.')) out += '.';
    return out + identifiers(citation);
}

/// The entry as its punctuation prints it.
void as_printed(const pugi::xml_node& node, std::string& out, int depth) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) out += node.value();
    if (node.type() != pugi::node_element || depth > deepest) return;
    const std::string_view name = local_name(node);
    if (name == "label" || name == "object-id") return;
    if ((name == "name" || name == "string-name") && !node.child("surname").empty() && node.text().empty()) {
        out += person(node);
        return;
    }
    if (name == "pub-id") {
        const std::string_view type = node.attribute("pub-id-type").value();
        const bool said = out.find("doi") != std::string::npos && out.size() - out.rfind("doi") < 8;
        if (type == "doi" && !said && out.find("doi.org") == std::string::npos) out += " doi:";
        if (type == "pmid" && out.find("PMID") == std::string::npos) out += " PMID: ";
        if (type == "pmc" || type == "pmcid") out += ' ';
    }
    for (const pugi::xml_node child : node.children()) as_printed(child, out, depth + 1);
}

/// Whether the entry's own text has punctuation between its elements.
bool keeps_punctuation(const pugi::xml_node& citation) {
    int marks = 0;
    for (const pugi::xml_node child : citation.children()) {
        if (child.type() == pugi::node_pcdata && !trim(child.value()).empty()) ++marks;
    }
    const bool has_elements = !citation.child("source").empty() || !citation.child("article-title").empty() ||
                              !citation.child("person-group").empty() || !citation.child("name").empty();
    return marks >= 2 || (marks >= 1 && !has_elements);
}

}  // namespace

std::string reference_text(const pugi::xml_node& ref) {
    std::string out;
    for (pugi::xml_node child : ref.children()) {
        if (local_name(child) == "citation-alternatives") {
            pugi::xml_node mixed = child.child("mixed-citation");
            child = mixed ? mixed : child.first_child();
        }
        const std::string_view name = local_name(child);
        if (name == "note" && out.empty()) out = xml_text(child);
        if (name.find("citation") == std::string_view::npos) continue;
        std::string one;
        if (keeps_punctuation(child)) {
            as_printed(child, one, 0);
            one = squeeze(unescaped(one));
        } else {
            one = from_elements(child);
        }
        if (!one.empty()) out += (out.empty() ? "" : " ") + one;
    }
    return out;
}

std::vector<pugi::xml_node> rows_of(const pugi::xml_node& table) {
    std::vector<pugi::xml_node> rows;
    pugi::xml_node at = table.first_child();
    while (at) {
        const std::string_view name = local_name(at);
        if (name == "tr") rows.push_back(at);
        if (name != "tr" && name != "caption" && name != "table-wrap-foot" && at.first_child()) {
            at = at.first_child();
            continue;
        }
        while (at != table && !at.next_sibling()) at = at.parent();
        if (at == table) break;
        at = at.next_sibling();
    }
    return rows;
}

}  // namespace evigrade::read
