#include "projections/people/credit_rows.h"

#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"

namespace projections {

using ledger::Result;

Result<ledger::CreditRules> creditRulesOf(const CreditPolicyRow& row) {
  const ledger::Error unreadable{
      ledger::ErrorCode::kCorrupt, "POLICY_UNREADABLE",
      "the credit rules of entry " + std::to_string(row.document) +
          " cannot be read from the read models: rebuild them with `asar projection rebuild`"};
  const auto json = ledger::parseJson(row.rules);
  if (!json) return unreadable;
  // Not drawn from: the nonce stands in the text.
  ledger::SeededRandom unused(0);
  const auto command = ledger::commandFromJson(*json, unused);
  if (!command) return unreadable;
  const auto* policy = command->body.as<ledger::PolicyPublish>();
  if (policy == nullptr || !policy->credit_rules) return unreadable;
  return *policy->credit_rules;
}

ledger::CreditFact creditFactOf(const CreditFactRow& row) {
  ledger::CreditFact fact;
  fact.hours = row.hours;
  fact.entry = row.entry;
  fact.day = row.day;
  fact.minutes = row.minutes;
  fact.time_basis = row.time_basis;
  fact.activity = row.activity_kind;
  fact.age_band = row.age_band;
  fact.role = row.role;
  fact.unconfirmed = row.unconfirmed;
  switch (row.state) {
    case HoursState::kClaimed:
      fact.state = ledger::HoursState::kClaimed;
      break;
    case HoursState::kAttested:
    case HoursState::kPartiallyAttested:
    case HoursState::kCorrected:
      fact.state = ledger::HoursState::kAttested;
      break;
    case HoursState::kRejected:
      fact.state = ledger::HoursState::kRejected;
      break;
    case HoursState::kDisputed:
      fact.state = ledger::HoursState::kDisputed;
      break;
    case HoursState::kVoided:
      fact.state = ledger::HoursState::kVoided;
      break;
    case HoursState::kImported:
      fact.state = ledger::HoursState::kImported;
      break;
  }
  return fact;
}

}  // namespace projections
