# A clean build compiles the files of a room together, about ten at a time, since most of a small file's compile time is its
# headers. Within such a group one name may mean one thing only, even in anonymous namespaces: a room's files are grouped
# by the first word of their names where a room is large, and the readers of single formats, alike by design, stay alone.
# The preset `dev` compiles every file alone: quicker after a change, and each file's includes are shown to be complete.
set(evigrade_group_by_first_word link)
set(evigrade_alone "/records/(crossref|csl|endnote|europepmc|isi|jats|nbib|openalex|pubmed|refer|ris)")

function(evigrade_compile_together target)
  if(NOT EVIGRADE_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)  # a .cpp file is no header, even where it is included
  endif()
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_filename_component(folder ${source} DIRECTORY)
    get_filename_component(room ${folder} NAME)
    if(room STREQUAL "generated" OR source MATCHES "${evigrade_alone}")
      continue()
    endif()
    set(group ${room})
    if(room IN_LIST evigrade_group_by_first_word)
      get_filename_component(name ${source} NAME_WE)
      string(REGEX REPLACE "_.*" "" word ${name})
      set(group ${room}_${word})
    endif()
    math(EXPR part "0${count_of_${group}} / 10")
    math(EXPR count_of_${group} "0${count_of_${group}} + 1")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group}_${part})
  endforeach()
endfunction()
