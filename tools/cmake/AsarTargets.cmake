# The warnings of a target that is made here.
set(ASAR_TESTS_DIR "${PROJECT_SOURCE_DIR}/tests")
function(asar_warnings_here variable)
  cmake_path(IS_PREFIX ASAR_TESTS_DIR "${CMAKE_CURRENT_SOURCE_DIR}" in_tests)
  if(in_tests)
    set(${variable} asar_warnings PARENT_SCOPE)
  else()
    set(${variable} asar_warnings_outside_tests PARENT_SCOPE)
  endif()
endfunction()

# asar_library(NAME SOURCES a.cc … [LINK target …]) — one static library per folder.
# Includes are written from the root of the tree: #include "ledger/base/result.h".
function(asar_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  asar_warnings_here(warnings)
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE ${warnings})
endfunction()

# asar_joined(TARGET a.cc …) — sources of a target which are compiled as one in a joined build, and no others with them:
# no two may have helpers called alike. The target joins only what it is told to.
function(asar_joined target first)
  target_sources(${target} PRIVATE ${first} ${ARGN})
  string(MAKE_C_IDENTIFIER "${first}" group)
  set_source_files_properties(${first} ${ARGN} PROPERTIES UNITY_GROUP ${group})
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()

# asar_precompile(TARGET header.h …) — what most sources of a target read, read once.
# gcc 12 forgets that such a header is the system's, and then takes the end of a short string for one past it.
function(asar_precompile target)
  target_precompile_headers(${target} PRIVATE ${ARGN})
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>)
endfunction()

# asar_program(NAME SOURCES a.cc … [LINK target …])
function(asar_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  asar_warnings_here(warnings)
  target_link_libraries(${name} PRIVATE ${ARG_LINK} ${warnings})
endfunction()

# asar_test(NAME SOURCES a_test.cc … [LINK target …] [LABELS unit …] [TIMEOUT seconds] [LOCK name] [SERIAL])
# One program per mirrored folder; every TEST in it is a test of CTest.
# SERIAL: needs the machine to itself. LOCK: never beside another test with the same lock.
function(asar_test name)
  cmake_parse_arguments(ARG "SERIAL" "TIMEOUT;LOCK" "SOURCES;LINK;LABELS" ${ARGN})
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
  target_compile_definitions(${name} PRIVATE ASAR_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  # What is tested is optimised; the tests themselves do little, and are half of what is compiled.
  if(ASAR_SANITIZE)
    target_compile_options(${name} PRIVATE -O0)
  elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${name} PRIVATE -O1)
  endif()
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
