// The tree of the record that is being read.
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

#include "records/xml_stream.hpp"

namespace evigrade::records {

/// Takes the events of a parser and keeps one record's tree. Deeper than 100 levels the text is kept, the elements
/// are not.
class XmlBuilder {
public:
    explicit XmlBuilder(const XmlPlan& plan) : plan_(plan) {}

    /// The record element that this name begins; nothing inside a record, and of no record element.
    [[nodiscard]] const RecordElement* begins(std::string_view name) const;

    void begin(std::string_view name, const char** attributes, bool keep);
    void start(std::string_view name, const char** attributes);
    void text(std::string_view piece);
    /// Whether the element that ends is the record.
    bool end();
    void clear();

    /// Whether the record itself is an element of this name.
    [[nodiscard]] bool is_record(std::string_view name) const { return name == name_; }
    [[nodiscard]] bool inside() const { return depth_ > 0; }
    [[nodiscard]] bool keeps() const { return keep_; }
    /// Gives up the tree, but still follows the elements to the record's end.
    void let_go();
    [[nodiscard]] pugi::xml_node record() const { return tree_.first_child(); }

private:
    void flush();
    void append(pugi::xml_node parent, std::string_view name, const char** attributes);

    const XmlPlan& plan_;
    pugi::xml_document tree_;
    pugi::xml_node at_;
    std::string name_;  ///< of the record element
    std::string text_;
    std::size_t depth_ = 0;        ///< of open elements, the record included
    std::size_t built_ = 0;        ///< of those, how many stand in the tree
    std::size_t passed_over_ = 0;  ///< depth at which an element is passed over; 0: none
    bool keep_ = false;
};

/// A name without its namespace prefix.
std::string_view local_name(std::string_view name);

}  // namespace evigrade::records
