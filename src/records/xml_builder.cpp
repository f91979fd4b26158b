#include "records/xml_builder.hpp"

#include <algorithm>

namespace evigrade::records {
namespace {

constexpr std::size_t deepest = 100;

/// pugixml takes names that end in 0: ours are views of such.
const char* c_string(std::string_view name) {
    return name.data();
}

}  // namespace

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(':') + 1);
}

const RecordElement* XmlBuilder::begins(std::string_view name) const {
    if (depth_ > 0) return nullptr;
    const auto found =
        std::find_if(plan_.records.begin(), plan_.records.end(), [&](const auto& e) { return e.name == name; });
    return found == plan_.records.end() ? nullptr : &*found;
}

void XmlBuilder::begin(std::string_view name, const char** attributes, bool keep) {
    clear();
    name_ = name;
    keep_ = keep;
    depth_ = 1;
    built_ = 1;
    if (!keep) return;
    append(tree_, name, attributes);
}

void XmlBuilder::append(pugi::xml_node parent, std::string_view name, const char** attributes) {
    at_ = parent.append_child(c_string(name));
    for (; *attributes != nullptr; attributes += 2)
        at_.append_attribute(c_string(local_name(attributes[0]))).set_value(attributes[1]);
}

void XmlBuilder::flush() {
    if (text_.empty()) return;
    if (keep_) at_.append_child(pugi::node_pcdata).set_value(text_.c_str());
    text_.clear();
}

void XmlBuilder::start(std::string_view name, const char** attributes) {
    ++depth_;
    if (!keep_ || passed_over_ > 0) return;
    if (std::find(plan_.passed_over.begin(), plan_.passed_over.end(), name) != plan_.passed_over.end()) {
        passed_over_ = depth_;
        return;
    }
    if (depth_ > deepest) return;
    flush();
    built_ = depth_;
    append(at_, name, attributes);
}

void XmlBuilder::text(std::string_view piece) {
    if (keep_ && passed_over_ == 0) text_ += piece;
}

bool XmlBuilder::end() {
    if (passed_over_ == depth_) {
        passed_over_ = 0;
    } else if (keep_ && passed_over_ == 0 && built_ == depth_) {
        flush();
        at_ = at_.parent();
        --built_;
    }
    --depth_;
    return depth_ == 0;
}

void XmlBuilder::clear() {
    tree_.reset();
    text_.clear();
    at_ = {};
    depth_ = built_ = passed_over_ = 0;
    keep_ = false;
}

void XmlBuilder::let_go() {
    tree_.reset();
    text_.clear();
    at_ = {};
    keep_ = false;
}

}  // namespace evigrade::records
