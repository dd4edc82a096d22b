# Reading sources through mappings, apart from the program: the tests of imports need nothing else of it.
include_guard(GLOBAL)
find_package(tomlplusplus REQUIRED GLOBAL)

set(asar_import_sources import_batch.cc import_csv.cc import_dates.cc import_json.cc import_judge.cc import_links.cc
    import_mapping.cc import_rules.cc import_summary.cc import_values.cc toml_table.cc)
list(TRANSFORM asar_import_sources PREPEND "${CMAKE_CURRENT_LIST_DIR}/")
asar_library(asar_import SOURCES ${asar_import_sources} LINK ledger_core)
target_link_libraries(asar_import PRIVATE tomlplusplus::tomlplusplus)
