// CreditReport — what the service of one person earned under credit rules on a day, and each step of the reckoning.
//
// Shape    reckoned here, with the evaluator the ledger itself judges by, from rows that were true at the size asked.
// Units    minutes; credits as the policy counts them; minor units.
// Errors   kNotFound PERSON_UNKNOWN, POLICY_UNKNOWN; kInvalid SIZE_AHEAD; those of the stamp and of credit_rows.h.
#pragma once

#include <string>
#include <vector>

#include "ledger/rules/credit_goal.h"
#include "projections/people/credit_rows.h"
#include "projections/report/stamp.h"

namespace projections {

struct CreditAsk {
  ledger::PersonId person;
  ledger::SubjectId policy;
  ledger::CivilDay day = 0;
  ledger::Position size = 0;  // of the log, as it then was; 0: as the read models stand
};

// An hours entry that counted.
struct CreditedEntry {
  ledger::CivilDay day = 0;
  ledger::Names organisation;
  std::string role;
  ledger::Minutes stands{};
  ledger::HoursUsed used;
};

struct CreditGranted {
  CreditRow credit;
  ledger::Names organisation;
};

// What was left out, as another policy of the same name for double use has credited it.
struct CreditedElsewhere {
  std::int64_t entries = 0;
  ledger::Minutes minutes{};
};

struct CreditReport {
  Stamp stamp;
  ledger::Position size = 0;  // at which the rows were true
  CreditAsk ask;
  ledger::AgeBand age_band{};
  CreditPolicyRow policy;
  ledger::CreditRules rules;
  ledger::CreditResult result;
  CreditedElsewhere elsewhere;
  std::vector<CreditedEntry> entries;  // in the order in which they were taken
  std::vector<CreditGranted> granted;  // in the same window, under the same policy, and not reversed
  // Beyond what was granted.
  std::uint32_t left_credits = 0;
  std::optional<ledger::Money> left_voucher;
  std::optional<ledger::CreditGoal> goal;
};

ledger::Result<CreditReport> readCreditReport(Database& database, const CreditAsk& ask);

std::string_view nameOf(ledger::CreditStepKind kind);

}  // namespace projections
