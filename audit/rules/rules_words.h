// What the report says around findings, in three languages. `{0}` … stand for values.
#pragma once

#include <string>
#include <vector>

#include "audit/rules/raised.h"

namespace audit {

enum class RulesPhrase {
  kTitle,  // origin, entries, day of the last
  kLog,    // verdict
  kNotPinned,
  kThresholds,  // entry of the policy
  kDefaults,
  kNotTaken,  // what the policy says that was not taken
  kIncomplete,
  kNoReplay,
  kMore,  // count, rule
  kEntries,
  kAtRisk,
  kMinutesAtRisk,  // minutes
  kNotChecked,
  kInPart,
  kNot,
  kTotal,   // rules, whole, in part, not
  kRaised,  // findings, critical, high, medium, low
  kLooked,  // things compared
  kInputs,
  kThresholdsOf,
  kNoDefault,
  kLow,
  kMedium,
  kHigh,
  kCritical,
};

std::string rulesPhrase(ledger::Language language, RulesPhrase which, std::vector<Told> values = {});
RulesPhrase phraseOf(RuleSeverity severity);
// "30 days", "40.0 %", "1 000" …
std::string thresholdText(ledger::Language language, Unit unit, std::int64_t value);
// What kind of subject it is: grant, expenditure …
std::string_view subjectWord(ledger::Language language, std::string_view kind);

}  // namespace audit
