# `cmake --install`: the program, the library with its headers, and a package that find_package(evigrade) reads.
include(CMakePackageConfigHelpers)
install(TARGETS evigrade_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS evigrade EXPORT evigrade-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY include/evigrade DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY data/examples DESTINATION ${CMAKE_INSTALL_DATADIR}/evigrade)
install(EXPORT evigrade-targets NAMESPACE evigrade:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/evigrade)
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/evigrade-config.cmake
  "include(CMakeFindDependencyMacro)\nfind_dependency(Threads)\ninclude(\${CMAKE_CURRENT_LIST_DIR}/evigrade-targets.cmake)\n")
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/evigrade-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/evigrade-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/evigrade-config-version.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/evigrade)
