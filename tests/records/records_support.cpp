#include "records_support.hpp"

#include <catch2/catch.hpp>

namespace evigrade::test {

Read read_records(std::string_view text, records::Format format) {
    Read out;
    const auto take = [&](records::Event&& event) {
        if (auto* record = std::get_if<BibRecord>(&event)) out.records.push_back(std::move(*record));
        if (auto* bad = std::get_if<records::BadRecord>(&event)) out.bad.push_back(std::move(*bad));
        return true;
    };
    const auto reading = records::read_text(text, "test", take, format);
    REQUIRE(reading);
    CHECK(reading->records == out.records.size());
    CHECK(reading->bad == out.bad.size());
    return out;
}

BibRecord one_record(std::string_view text, records::Format format) {
    const Read read = read_records(text, format);
    REQUIRE(read.records.size() == 1);
    return read.records.front();
}

std::string people(const std::vector<Name>& names) {
    std::string out;
    for (const Name& name : names) {
        if (!out.empty()) out += '|';
        if (name.literal) out += *name.literal;
        if (name.particle) out += *name.particle + ' ';
        if (name.family) out += *name.family;
        if (name.given) out += ", " + *name.given;
        if (name.suffix) out += ", " + *name.suffix;
    }
    return out;
}

}  // namespace evigrade::test
