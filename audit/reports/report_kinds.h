// Report kinds — which reports are counted anew, what each is about, and by which function.
#pragma once

#include "audit/reports/counting.h"

namespace audit {

struct ReportKind {
  std::string_view name;
  // Where it says what it is about: a field, of an object of the report or of the report itself; empty: everything.
  std::string_view holder;
  std::string_view subject;
  CountReport count = nullptr;
  // Figures of these names are not counted anew.
  std::string_view left_open = {};
};

// Null for a kind that is not counted anew.
const ReportKind* reportKind(std::string_view name);

}  // namespace audit
