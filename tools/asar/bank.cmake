# Reading bank statements, apart from the program: their tests and the fuzzer need nothing else of it.
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/import.cmake")
find_package(LibXml2 REQUIRED GLOBAL)

set(asar_bank_sources bank_camt.cc bank_csv.cc bank_statement.cc camt_entry.cc camt_node.cc)
list(TRANSFORM asar_bank_sources PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
asar_library(asar_bank SOURCES ${asar_bank_sources} LINK asar_import projections)
target_link_libraries(asar_bank PRIVATE LibXml2::LibXml2)
