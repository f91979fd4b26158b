// The table that cmake/EmbedData.cmake generates: every file that ships inside the program, sorted by name.
#pragma once

#include <string_view>

namespace evigrade {

struct EmbeddedFile {
    std::string_view name;
    const char* begin;
    const char* end;
};

const EmbeddedFile* embedded_begin();
const EmbeddedFile* embedded_end();

}  // namespace evigrade
