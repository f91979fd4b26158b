// XML files that hold many records, one small tree at a time. The door to expat.
#pragma once

#include <pugixml.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "evigrade/base/result.hpp"
#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

/// How many events one element gives. Where it is one, the element's tree need not be built to pass it over.
enum class Events : std::uint8_t { one, several };

struct RecordElement {
    std::string_view name;  ///< without namespace prefix
    Events events = Events::one;
};

struct XmlPlan {
    std::span<const RecordElement> records;         ///< a record inside a record is part of it
    std::span<const std::string_view> passed_over;  ///< elements inside records whose content is not looked at
};

/// Makes events of one record element. The tree's names are without prefixes; it is gone after the call.
/// An error ends the reading: the file holds no records.
using TakeElement = std::function<Status(const pugi::xml_node& element, Spot spot)>;

/// Reads all record elements. Entities of the document's own are never expanded, and no DTD is fetched. A record that
/// is not well-formed becomes a bad record, and reading goes on at the beginning of the next.
Status read_xml(Source& in, Sink& sink, const XmlPlan& plan, const TakeElement& take);

}  // namespace evigrade::records
