// Credit — what service earns under a policy: a pure function, so that anybody can recompute it.
//
// Shape    (rules, the day it is asked for, facts) → minutes, credits, voucher, the entries used, and each step with
//          its figures: words for them are the reader's. Facts are taken in order of days, then of entries.
// Units    whole minutes; credits as the policy counts them; minor units.
// Threads  pure functions.
// Source   ledger/schema/README.md section 6, "Credit".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ledger/rules/state.h"

namespace ledger {

// One hours entry, as credit sees it.
struct CreditFact {
  SubjectId hours;
  Position entry = 0;  // of its claim
  CivilDay day = 0;    // on which the service began
  Minutes minutes{};   // that stand
  HoursState state = HoursState::kClaimed;
  TimeBasis time_basis = TimeBasis::kUnpaid;
  ActivityKind activity = ActivityKind::kShift;
  AgeBand age_band = AgeBand::kUnknown;  // at service
  std::string role;
  bool unconfirmed = false;  // claimed by a clerk, and not confirmed by the volunteer
  bool unverified = false;   // at an organisation that was not verified by that day
};

// What a step of the reckoning says; its figures, in this order, and whether it has a name.
enum class CreditStepKind : std::uint8_t {
  kWindow,         // first day, last day
  kImported,       // entries, minutes left out …
  kNotAttested,    // …
  kDisputed,       // …
  kUnconfirmed,    // …
  kUnverified,     // … as their organisations were not verified by their day
  kTimeBasis,      // …
  kAge,            // …
  kActivity,       // …
  kRole,           // …
  kOutside,        // … as they lie outside the window
  kEligible,       // entries, minutes
  kCategoryMost,   // of that role: minutes there, minutes that count
  kCategoryLeast,  // of that role: minutes there, minutes needed: nothing is credited
  kMinutesMost,    // minutes there, minutes that count
  kMonthsLeast,    // calendar months there, months needed: nothing is credited
  kTier,           // of that name: its minutes, credits, voucher in minor units or 0
  kNoTier,         // minutes counted, minutes of the first tier of that age
  kWholeHours,     // hours
  kCreditsMost,    // credits reached, credits that count
};

struct CreditStep {
  CreditStepKind kind{};
  std::string name;
  std::vector<std::int64_t> figures;
  friend bool operator==(const CreditStep&, const CreditStep&) = default;
};

struct HoursUsed {
  SubjectId hours;
  Position entry = 0;
  Minutes minutes{};
  friend bool operator==(const HoursUsed&, const HoursUsed&) = default;
};

struct CreditResult {
  Minutes counted{};
  std::uint32_t credits = 0;
  std::optional<Money> voucher;
  std::vector<std::string> tiers;  // reached, the smallest first
  std::vector<HoursUsed> used;
  std::vector<CreditStep> steps;
  friend bool operator==(const CreditResult&, const CreditResult&) = default;
};

struct CreditQuestion {
  CivilDay day = 0;                      // for which credit is asked
  AgeBand age_band = AgeBand::kUnknown;  // on that day
};

CreditResult evaluateCredit(const CreditRules& rules, const CreditQuestion& question,
                            std::span<const CreditFact> facts);

// The first and last civil day from which service counts.
Days creditWindow(const CreditRules& rules, CivilDay day);

}  // namespace ledger
