# How everything of ours is compiled. Users of the installed library get none of this.
add_library(evigrade_settings INTERFACE)
target_compile_features(evigrade_settings INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# The tests and the program's roof gain nothing by -O3; the library asks for it itself.
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

add_library(evigrade_warnings INTERFACE)
target_compile_options(evigrade_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wnull-dereference -Wimplicit-fallthrough -Wextra-semi)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports null dereferences, uninitialised members and impossible copies inside inlined standard library code.
  target_compile_options(evigrade_warnings INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized -Wno-restrict
    -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
if(EVIGRADE_WERROR)
  target_compile_options(evigrade_warnings INTERFACE -Werror)
endif()
if(EVIGRADE_SANITIZE)
  target_compile_options(evigrade_settings INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(evigrade_settings INTERFACE -fsanitize=address,undefined)
  if(EVIGRADE_FUZZ)
    target_compile_options(evigrade_settings INTERFACE -fsanitize=fuzzer-no-link)
  endif()
else()
  # A process that starts in a millisecond: nothing big is left for the dynamic linker.
  target_link_options(evigrade_settings INTERFACE -static-libstdc++ -static-libgcc)
endif()

find_program(EVIGRADE_CCACHE ccache)
if(EVIGRADE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Relative to the repository, so that a second clone finds what the first has compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=true ${EVIGRADE_CCACHE})
endif()
find_program(EVIGRADE_MOLD mold)
if(EVIGRADE_MOLD AND EVIGRADE_TESTS)
  target_link_options(evigrade_settings INTERFACE -fuse-ld=mold)
endif()
