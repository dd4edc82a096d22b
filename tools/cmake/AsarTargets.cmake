# Headers that most sources of a side read are compiled once for each of these, which own no code:
#   asar_values   the plain values of the schema     ledger/ from rules/ on, projections/, tools/
#   asar_wire     the schema as Cap'n Proto reads it audit/
#   asar_tested   the values and GoogleTest          tests/
# A build with -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON shows whether every source includes what it uses.
function(asar_precompiled name headers)
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cc" CONTENT "// Carries the precompiled headers.\n")
  add_library(${name} OBJECT "${CMAKE_CURRENT_BINARY_DIR}/${name}.cc")
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name} PRIVATE ${ARGN} asar_warnings)
  target_precompile_headers(${name} PRIVATE ${headers})
endfunction()

function(asar_reads name precompiled)
  target_precompile_headers(${name} REUSE_FROM ${precompiled})
  # What ccache needs to know such a compilation again.
  target_compile_options(${name} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endfunction()

# asar_library(NAME SOURCES a.cc … [LINK target …] [READS precompiled]) — one static library per folder.
# Includes are written from the root of the tree: #include "ledger/base/result.h".
function(asar_library name)
  cmake_parse_arguments(ARG "" "READS" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE asar_warnings)
  if(ARG_READS)
    asar_reads(${name} ${ARG_READS})
  endif()
endfunction()

# asar_program(NAME SOURCES a.cc … [LINK target …] [READS precompiled])
function(asar_program name)
  cmake_parse_arguments(ARG "" "READS" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name} PRIVATE ${ARG_LINK} asar_warnings)
  if(ARG_READS)
    asar_reads(${name} ${ARG_READS})
  endif()
endfunction()

# asar_test(NAME SOURCES a_test.cc … [LINK target …] [READS precompiled] [LABELS unit …] [TIMEOUT seconds] [LOCK name] [SERIAL])
# One program per mirrored folder; every TEST in it is a test of CTest.
# SERIAL: needs the machine to itself. LOCK: never beside another test with the same lock.
function(asar_test name)
  cmake_parse_arguments(ARG "SERIAL" "READS;TIMEOUT;LOCK" "SOURCES;LINK;LABELS" ${ARGN})
  if(NOT ARG_LABELS)
    set(ARG_LABELS unit)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
    if(ASAR_SANITIZE)
      set(ARG_TIMEOUT 900)  # instrumented programs are up to ten times as slow
    endif()
  endif()
  set(properties TIMEOUT ${ARG_TIMEOUT})
  if(ARG_SERIAL)
    list(APPEND properties RUN_SERIAL TRUE)
  endif()
  if(ARG_LOCK)
    list(APPEND properties RESOURCE_LOCK ${ARG_LOCK})
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name} PRIVATE ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main asar_warnings)
  if(ARG_READS)
    asar_reads(${name} ${ARG_READS})
  endif()
  target_compile_definitions(${name} PRIVATE ASAR_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES ${properties})
  # A list as a property does not survive the discovery script, so the labels follow in a file of their own.
  set(labels_file "${CMAKE_CURRENT_BINARY_DIR}/${name}_labels.cmake")
  file(CONFIGURE OUTPUT "${labels_file}" @ONLY CONTENT [=[
foreach(test IN LISTS @name@_TESTS)
  set_tests_properties("${test}" PROPERTIES LABELS "@ARG_LABELS@")
endforeach()
]=])
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES "${labels_file}")
endfunction()

# asar_script_test(NAME COMMAND program argument … [LABELS lint …] [TIMEOUT seconds] [LOCK name] [SERIAL])
# A program or script that is one test. Exit code 77 after a line "SKIPPED: reason" says that it could not run.
function(asar_script_test name)
  cmake_parse_arguments(ARG "SERIAL" "TIMEOUT;LOCK" "COMMAND;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_test(NAME ${name} COMMAND ${ARG_COMMAND} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT} SKIP_RETURN_CODE 77)
  if(ARG_SERIAL)
    set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
  endif()
  if(ARG_LOCK)
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK ${ARG_LOCK})
  endif()
endfunction()
