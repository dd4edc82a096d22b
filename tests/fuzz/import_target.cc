// Any bytes as a mapping, and as sources: read or refused by name.
#include "ledger/base/check.h"
#include "tests/fuzz/fuzz_target.h"
#include "tools/asar/import_mapping.h"
#include "tools/asar/import_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  if (const auto mapping = tools::parseMapping(text)) {
    ASAR_CHECK(!mapping->rows.empty());
  } else {
    ASAR_CHECK(mapping.error().reason == "BAD_MAPPING");
  }
  if (const auto rows = tools::readCsvRows(text); !rows) ASAR_CHECK(rows.error().reason == "BAD_CSV");
  if (const auto rows = tools::readJsonRows(text, ""); !rows) ASAR_CHECK(rows.error().reason == "BAD_JSON");
  return 0;
}
