#include "records/xml_tree.hpp"

#include "evigrade/base/text.hpp"
#include "records/normal.hpp"

namespace evigrade::records {
namespace {

/// The node after this one in document order, inside `top`.
pugi::xml_node next_in(const pugi::xml_node& top, pugi::xml_node node) {
    if (node.first_child()) return node.first_child();
    while (node != top && !node.next_sibling()) node = node.parent();
    return node == top ? pugi::xml_node{} : node.next_sibling();
}

}  // namespace

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (pugi::xml_node below = node.first_child(); below; below = next_in(node, below)) {
        if (below.type() == pugi::node_pcdata) text += below.value();
    }
    return squeeze(text);
}

pugi::xml_node at(pugi::xml_node node, std::initializer_list<const char*> path) {
    for (const char* name : path) node = node.child(name);
    return node;
}

std::optional<std::string> said_at(const pugi::xml_node& node, std::initializer_list<const char*> path) {
    return said(text_of(at(node, path)));
}

pugi::xml_node find_below(const pugi::xml_node& node, std::string_view name) {
    for (pugi::xml_node below = node.first_child(); below; below = next_in(node, below)) {
        if (name == below.name()) return below;
    }
    return {};
}

}  // namespace evigrade::records
