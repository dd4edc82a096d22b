// Any bytes as published figures: read within their bounds, and a report that hides nothing agrees with itself.
#include "audit/answers/published.h"
#include "ledger/base/check.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  audit::Findings read;
  const auto published = audit::readPublished("figures", audit::Bytes(bytes, size), read);
  // What cannot be read is left open, and nobody is accused for it.
  ASAR_CHECK(read.total() == 0);
  ASAR_CHECK(published.has_value() != read.open());
  if (!published) return 0;
  ASAR_CHECK(published->root.size() == 64 && published->asked.days.from <= published->asked.days.to);
  if (published->kind == audit::PublishedKind::kFigures) return 0;
  audit::NationalFigures counted;
  bool hidden = false;
  for (const auto& [path, value] : published->by_path) {
    counted.by_path[path].value = value.value_or(0);
    hidden = hidden || !value;
  }
  audit::Findings compared;
  audit::comparePublished(*published, counted, compared);
  ASAR_CHECK(!published->asked.exact || hidden || compared.total() == 0);
  // One more in any figure that is told is a difference.
  if (!published->asked.exact || hidden || counted.by_path.empty()) return 0;
  ++counted.by_path.begin()->second.value;
  audit::Findings differing;
  audit::comparePublished(*published, counted, differing);
  ASAR_CHECK(differing.count(audit::Wrong::kFiguresDiffer) == 1);
  return 0;
}
