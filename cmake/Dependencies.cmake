# Every third-party library, found once. Which room may include which header is the table "Doors" in
# docs/ARCHITECTURE.md; why each was chosen stands in docs/decisions. Static where Debian ships an archive:
# a lookup must start faster than the dynamic linker could load them.
function(evigrade_find name archive)
  find_library(EVIGRADE_LIB_${name} NAMES ${archive} ${name} REQUIRED)
endfunction()
evigrade_find(sqlite3 libsqlite3.a)
evigrade_find(gumbo libgumbo.a)
evigrade_find(pugixml libpugixml.a)
evigrade_find(expat libexpat.a)
evigrade_find(utf8proc libutf8proc.a)
evigrade_find(uchardet libuchardet.a)
evigrade_find(xxhash libxxhash.a)
evigrade_find(z libz.a)
evigrade_find(md4c md4c)
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2 REQUIRED)

set(evigrade_libraries
  ${EVIGRADE_LIB_sqlite3} ${EVIGRADE_LIB_gumbo} ${EVIGRADE_LIB_pugixml} ${EVIGRADE_LIB_expat} ${EVIGRADE_LIB_utf8proc}
  ${EVIGRADE_LIB_uchardet} ${EVIGRADE_LIB_xxhash} ${EVIGRADE_LIB_z} ${EVIGRADE_LIB_md4c}
  $<BUILD_INTERFACE:fmt::fmt-header-only> $<BUILD_INTERFACE:nlohmann_json::nlohmann_json> Threads::Threads ${CMAKE_DL_LIBS})
set(evigrade_cli_libraries fmt::fmt-header-only nlohmann_json::nlohmann_json CLI11::CLI11)
