#include "read/xml_text.hpp"

#include "evigrade/base/entities.hpp"
#include "evigrade/base/text.hpp"

namespace evigrade::read {

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string xml_text(const pugi::xml_node& node) {
    std::string text;
    pugi::xml_node at = node.first_child();
    while (at) {
        if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
        if (at.first_child()) {
            at = at.first_child();
            continue;
        }
        while (at != node && !at.next_sibling()) at = at.parent();
        if (at == node) break;
        at = at.next_sibling();
    }
    return squeeze(unescaped(text));
}

std::string child_text(const pugi::xml_node& node, const char* name) {
    return xml_text(node.child(name));
}

}  // namespace evigrade::read
