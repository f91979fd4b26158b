#include "records_support.hpp"

#include <catch2/catch.hpp>

namespace evigrade::test {

Read read_records(std::string_view text, records::Format format) {
    Read out = read_all(text, format);
    REQUIRE_FALSE(out.error);
    CHECK(out.reading.records == out.records.size());
    CHECK(out.reading.bad == out.bad.size());
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
