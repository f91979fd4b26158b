#include "evigrade/base/text.hpp"
#include "evigrade/link.hpp"

namespace evigrade::link {

struct ReferenceParser::Model {};

ReferenceParser::ReferenceParser(const Data&) : model_(std::make_unique<Model>()) {}
ReferenceParser::~ReferenceParser() = default;
ReferenceParser::ReferenceParser(ReferenceParser&&) noexcept = default;
ReferenceParser& ReferenceParser::operator=(ReferenceParser&&) noexcept = default;

BibItem ReferenceParser::parse(std::string_view text) const {
    BibItem item;
    if (const auto title = squeeze(text); !title.empty()) item.title = title;
    return item;
}

}  // namespace evigrade::link
