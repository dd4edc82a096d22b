// Rule — one audit rule as data: what it is called, how much it weighs, what it reads, which thresholds it has, and
// the function that looks.
//
// Shape    the table of all rules is that of money_table.cc, hours_table.cc and integrity_table.cc, in order of ids.
// Threads  read-only data.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "ledger/schema/words/words.h"

namespace audit {

class Run;

struct InThree {
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string_view in(ledger::Language language) const {
    return language == ledger::Language::kKazakh ? kk : language == ledger::Language::kRussian ? ru : en;
  }
};

enum class RuleSeverity { kLow, kMedium, kHigh, kCritical };

enum class Unit { kDays, kBasisPoints, kMinorUnits, kCount, kMinutes, kKilometresAnHour, kTenThousandths, kTenths };

// A threshold. The policy document auditThresholds names it `E09`, or `E09.days` where it has a name.
struct Parameter {
  std::string_view name;  // empty: the rule's own
  Unit unit = Unit::kCount;
  std::int64_t value = 0;  // where no policy says otherwise
  bool has_default = true;
};

struct Rule {
  std::string_view id;
  unsigned version = 1;  // of this text and this test of it
  RuleSeverity severity = RuleSeverity::kLow;
  InThree name;
  InThree inputs;
  std::span<const Parameter> parameters;
  void (*check)(Run& run) = nullptr;
};

}  // namespace audit
