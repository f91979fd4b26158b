# The main job on the example articles: ingest, then the graded answer.
file(REMOVE ${STORE} ${STORE}-wal ${STORE}-shm)
foreach(words
    "ingest;--db;${STORE};${EXAMPLES}"
    "ask;--db;${STORE};Does minoxidil work for hair loss?")
  execute_process(COMMAND ${PROGRAM} ${words} RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "evigrade ${words} exited with ${code}")
  endif()
endforeach()
