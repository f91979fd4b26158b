// Any line as a reference string: parsed without a crash, and always to the same item.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "evigrade/link.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const evigrade::link::ReferenceParser parser{evigrade::Data()};
    const std::string_view line(reinterpret_cast<const char*>(bytes), size);
    if (parser.parse(line) != parser.parse(line)) std::abort();
    return 0;
}
