#include "records/tagged.hpp"

#include <utility>

#include "evigrade/base/text.hpp"
#include "records/fields.hpp"

namespace evigrade::records {

std::string_view TaggedRecord::first(std::string_view tag) const {
    for (const TaggedField& field : fields) {
        if (field.tag == tag && !trim(field.value).empty()) return trim(field.value);
    }
    return {};
}

std::string_view TaggedRecord::first_of(std::span<const std::string_view> tags) const {
    for (const std::string_view tag : tags) {
        if (const std::string_view value = first(tag); !value.empty()) return value;
    }
    return {};
}

/// A record may grow to the largest size that any record may have; what comes after that is dropped.
void TaggedReader::add(TaggedRecord& open, const TagLine& line) {
    size_ += line.value.size() + line.tag.size();
    open.too_long = open.too_long || size_ > largest_record;
    if (!open.too_long) open.fields.push_back({std::string(line.tag), std::string(trim(line.value))});
}

void TaggedReader::go_on(TaggedRecord& open, std::string_view line) {
    line = trim(line);
    if (open.fields.empty() || line.empty()) return;
    size_ += line.size() + 1;
    open.too_long = open.too_long || size_ > largest_record;
    if (open.too_long) return;
    TaggedField& field = open.fields.back();
    if (!field.value.empty()) field.value += dialect_.joint(field.tag);
    field.value += line;
}

std::optional<TaggedRecord> TaggedReader::next() {
    TaggedRecord open = begun_ ? std::move(*begun_) : TaggedRecord{};
    begun_.reset();
    bool blank = false;
    while (!ended_) {
        const auto line = lines_.next();
        if (!line) break;
        open.too_long = open.too_long || line->cut;
        const auto tagged = dialect_.cut(line->text);
        if (!tagged) {
            go_on(open, line->text);
            blank = trim(line->text).empty();
            continue;
        }
        const Turn turn = dialect_.turn(tagged->tag, open, std::exchange(blank, false));
        if (turn == Turn::ends_file) ended_ = true;
        if (turn == Turn::ends && !open.fields.empty()) return open;
        if (turn != Turn::begins && turn != Turn::goes_on) continue;
        TaggedRecord fresh;
        fresh.spot = {line->offset, line->number};
        if (turn == Turn::begins && !open.fields.empty()) {
            size_ = 0;
            add(fresh, *tagged);
            begun_ = std::move(fresh);
            return open;
        }
        if (open.fields.empty()) {
            size_ = 0;
            open = std::move(fresh);
        }
        add(open, *tagged);
    }
    if (open.fields.empty()) return std::nullopt;
    return open;
}

void read_tagged(Source& in, Sink& sink, const Dialect& dialect,
                 const std::function<BibRecord(const TaggedRecord&)>& record_of) {
    TaggedReader reader(in, dialect);
    while (const auto tagged = reader.next()) {
        if (tagged->too_long) {
            sink.bad("the record is longer than 64 MB", tagged->spot);
        } else {
            BibRecord record = record_of(*tagged);
            if (says_anything(record)) {
                sink.record(std::move(record), tagged->spot);
            } else {
                sink.bad("the record says nothing", tagged->spot);
            }
        }
        if (sink.stopped()) return;
    }
}

}  // namespace evigrade::records
