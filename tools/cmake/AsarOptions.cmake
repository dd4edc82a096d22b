# Compiler, warnings, sanitizers and linker: one place for every target.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_COMPILE_WARNING_AS_ERROR ON)

set(ASAR_SANITIZE "" CACHE STRING "Comma-separated sanitizers, such as address,undefined")
option(ASAR_COVERAGE "Count executed lines" OFF)
option(ASAR_FUZZERS "Build the libFuzzer programs (clang)" OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  add_link_options(-fuse-ld=mold)
endif()

# -Wnull-dereference is clang's alone: gcc 12 finds null pointers inside its own streams once they are inlined.
# PRIVATE to our own targets; generated code and libraries never see these.
add_library(asar_warnings INTERFACE)
target_compile_options(asar_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2
  -Wimplicit-fallthrough -Wswitch-enum -Wundef -Wextra-semi -Wredundant-decls -Wvla -Wmissing-declarations
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast -Wsuggest-override>
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety -Wunreachable-code -Wdocumentation -Wnull-dereference>)

# Not in tests: those of GoogleTest make themselves known before main. What must be kept until the end, and needs more
# than constants to be made, is made with new and never destroyed.
add_library(asar_warnings_outside_tests INTERFACE)
target_link_libraries(asar_warnings_outside_tests INTERFACE asar_warnings)
target_compile_options(asar_warnings_outside_tests INTERFACE
  $<$<CXX_COMPILER_ID:Clang>:-Wglobal-constructors -Wexit-time-destructors>)

if(ASAR_SANITIZE)
  add_compile_options(-fsanitize=${ASAR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ASAR_SANITIZE})
  # Instrumented code draws false warnings; the plain builds of both compilers judge the same sources.
  target_compile_options(asar_warnings INTERFACE -w)
endif()
if(ASAR_SANITIZE MATCHES "thread")
  add_compile_options(-include "${PROJECT_SOURCE_DIR}/tools/cmake/tsan_prefix.h")
endif()
if(ASAR_FUZZERS)
  # Every library counts the edges it takes, or the fuzzer would be blind inside it.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(ASAR_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
