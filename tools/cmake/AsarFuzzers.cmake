# asar_fuzzer(NAME SOURCES target.cc … [LINK target …] CORPUS folder)
#
# The target defines LLVMFuzzerTestOneInput and aborts where a promise is broken.
# Always built: NAME_replay, a test that runs the target over every file of the corpus (label fuzz-replay),
# so that an input once found bad is tried for ever, with any compiler.
# With ASAR_FUZZERS (the preset fuzz): NAME_fuzz, a libFuzzer program; tools/dev/fuzz builds and runs them.
function(asar_fuzzer name)
  cmake_parse_arguments(ARG "" "CORPUS" "SOURCES;LINK" ${ARGN})
  add_executable(${name}_replay ${ARG_SOURCES} "${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cc")
  target_include_directories(${name}_replay PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
  target_link_libraries(${name}_replay PRIVATE ${ARG_LINK} asar_warnings)
  asar_script_test(fuzz.${name} COMMAND ${name}_replay "${ARG_CORPUS}" LABELS fuzz-replay)

  if(ASAR_FUZZERS)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      message(FATAL_ERROR "ASAR_FUZZERS needs clang: use the preset fuzz")
    endif()
    add_executable(${name}_fuzz ${ARG_SOURCES})
    target_include_directories(${name}_fuzz PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
    target_link_libraries(${name}_fuzz PRIVATE ${ARG_LINK} asar_warnings)
    target_link_options(${name}_fuzz PRIVATE -fsanitize=fuzzer)
  endif()
endfunction()
