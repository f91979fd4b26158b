// Records of tagged lines: RIS, MEDLINE's display (NBIB) and Web of Science differ in where a tag stands and in what
// begins and ends a record; the rest is one.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/sink.hpp"
#include "records/source.hpp"

namespace evigrade::records {

struct TagLine {
    std::string_view tag;
    std::string_view value;
};

struct TaggedField {
    std::string tag;
    std::string value;  ///< continuation lines joined by the dialect's joint
};

/// What the next tagged line does to the record that is open.
enum class Turn { goes_on, begins, ends, ends_file, header };

struct TaggedRecord {
    std::vector<TaggedField> fields;
    Spot spot;
    bool too_long = false;

    /// The first filled field of this tag, or "".
    [[nodiscard]] std::string_view first(std::string_view tag) const;
    /// The first filled field of the first of these tags that has one, or "".
    [[nodiscard]] std::string_view first_of(std::span<const std::string_view> tags) const;
    [[nodiscard]] std::string_view first_of(std::initializer_list<std::string_view> tags) const {
        return first_of(std::span(tags.begin(), tags.size()));
    }
    [[nodiscard]] bool has(std::string_view tag) const { return !first(tag).empty(); }
};

/// How one format writes its lines.
struct Dialect {
    /// Tag and value of a line, or nothing for a continuation.
    std::optional<TagLine> (*cut)(std::string_view line);
    /// Where a tag stands in relation to the record that is open (or to none, when it has no fields).
    Turn (*turn)(std::string_view tag, const TaggedRecord& open, bool after_blank_line);
    /// What joins a continuation to the field: ' ', or '\n' where a line end means something.
    char (*joint)(std::string_view tag);
};

class TaggedReader {
public:
    TaggedReader(Source& source, const Dialect& dialect) : lines_(source), dialect_(dialect) {}
    /// Nothing at the end.
    std::optional<TaggedRecord> next();

private:
    void add(TaggedRecord& open, const TagLine& line);
    void go_on(TaggedRecord& open, std::string_view line);

    Lines lines_;
    const Dialect& dialect_;
    std::optional<TaggedRecord> begun_;  ///< by the line that ended the one before
    std::size_t size_ = 0;
    bool ended_ = false;
};

/// Reads all records of a dialect into the sink; `record_of` makes one of them.
void read_tagged(Source& in, Sink& sink, const Dialect& dialect,
                 const std::function<BibRecord(const TaggedRecord&)>& record_of);

}  // namespace evigrade::records
