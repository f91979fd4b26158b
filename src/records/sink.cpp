#include "records/sink.hpp"

#include <utility>

#include "records/normal.hpp"

namespace evigrade::records {

RecordPlace Sink::place(Spot spot) const {
    return {file_, ordinal_, spot.offset, spot.line};
}

/// Counts one event; whether it is passed over.
bool Sink::passes() {
    return ++ordinal_ <= skip_ || reading_.stopped;
}

void Sink::give(Event&& event) {
    if (!take_(std::move(event))) reading_.stopped = true;
}

void Sink::record(BibRecord&& record, Spot spot) {
    if (passes()) return;
    ++reading_.records;
    record.place = place(spot);
    settle(record);
    give(std::move(record));
}

void Sink::bad(std::string why, Spot spot) {
    if (passes()) return;
    ++reading_.bad;
    give(BadRecord{place(spot), std::move(why)});
}

void Sink::deleted(std::string pmid, Spot spot) {
    if (passes()) return;
    ++reading_.deleted;
    give(Deleted{std::move(pmid), place(spot)});
}

}  // namespace evigrade::records
