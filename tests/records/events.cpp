#include "events.hpp"

#include <fmt/format.h>

#include "records/formats.hpp"

namespace evigrade::test {
namespace {

std::string words(const BibRecord& record) {
    std::string out =
        record.item.title.value_or("-") + '|' + record.item.doi.value_or("-") + '|' + record.item.pmid.value_or("-");
    for (const Name& name : record.item.authors) out += '|' + name.family.value_or(name.literal.value_or("?"));
    return out + fmt::format("|{}|{}", record.abstract.value_or("-"), record.references.size());
}

void note(records::Event&& event, Read& out) {
    const auto line = [&](const RecordPlace& place, std::string_view kind, const std::string& what) {
        out.order.push_back(
            fmt::format("{} @{} line {} {}: {}", place.ordinal, place.offset, place.line.value_or(0), kind, what));
    };
    if (auto* record = std::get_if<BibRecord>(&event)) {
        line(record->place, "record", words(*record));
        out.records.push_back(std::move(*record));
    } else if (auto* bad = std::get_if<records::BadRecord>(&event)) {
        line(bad->place, "bad", bad->why);
        out.bad.push_back(std::move(*bad));
    } else if (auto* deleted = std::get_if<records::Deleted>(&event)) {
        line(deleted->place, "deleted", deleted->pmid);
        out.deleted.push_back(std::move(*deleted));
    }
}

}  // namespace

Read read_pieces(std::string_view text, records::Format format, std::size_t piece, std::size_t skip) {
    Read out;
    const records::Take take = [&](records::Event&& event) {
        note(std::move(event), out);
        return true;
    };
    records::Source source(records::bytes_of(text, piece), "test");
    records::Sink sink("test", take, skip);
    const Status status = records::reader_of(format)(source, sink);
    if (!status) out.error = status.error();
    out.reading = sink.reading();
    return out;
}

Read read_all(std::string_view text, std::optional<records::Format> format) {
    Read out;
    const records::Take take = [&](records::Event&& event) {
        note(std::move(event), out);
        return true;
    };
    const auto reading = records::read_text(text, "test", take, format);
    if (reading) {
        out.reading = *reading;
    } else {
        out.error = reading.error();
    }
    return out;
}

}  // namespace evigrade::test
