// Any bytes as a bibliographic file, in the format that they look like and in every other.
#include <cstdint>
#include <string_view>

#include "evigrade/records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    using evigrade::records::Format;
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto keep_on = [](evigrade::records::Event&&) { return true; };
    const auto formats = evigrade::Names<Format>::values.size();
    (void)evigrade::records::read_text(text, "a", keep_on, static_cast<Format>(bytes[0] % formats));
    (void)evigrade::records::read_text(text, "a", keep_on);
    return 0;
}
