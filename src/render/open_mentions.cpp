// Open mentions as `parse mentions` prints them.
#include "evigrade/render.hpp"
#include "render/json.hpp"

namespace evigrade::render {

std::string open_mentions(std::string_view text, const std::vector<OpenMention>& mentions) {
    Json list = Json::array();
    for (const OpenMention& mention : mentions) {
        list.push_back(Json{{"span", json_of(mention.span)},
                            {"type", word(mention.kind)},
                            {"entity", json_of(mention.entity)},
                            {"text", std::string(mention.span.in(text))}});
    }
    return one_line(Json{{"mentions", std::move(list)}});
}

}  // namespace evigrade::render
