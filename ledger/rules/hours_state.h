// Hours state — what the rules remember of an hours entry, and of a volunteer's days.
//
// Units    minutes; UTC milliseconds; civil days.
// Threads  plain values.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "ledger/event/values.h"
#include "ledger/rules/done_by.h"

namespace ledger {

enum class HoursState { kClaimed, kAttested, kRejected, kDisputed, kVoided, kImported };

struct HoursRecord {
  HoursState state = HoursState::kClaimed;
  PersonId volunteer;
  SubjectId activity;
  Instant occurred_at;
  std::optional<Instant> until;
  Minutes claimed{};
  Minutes standing{};
  Assurance assurance = Assurance::kSelf;
  bool confirmed = false;
  bool was_rejected = false;  // what a dispute goes back to
  TimeBasis time_basis = TimeBasis::kUnpaid;
  std::string role;
  Position claimed_by = 0;  // index of the claim's entry
  DoneBy claim_signer;
  DoneBy first_attestor;  // or rejecter
  bool attested = false;  // by the first attestor, who then is no rejecter
  DoneBy disputer;
  AgeBand age_band = AgeBand::kUnknown;  // of the volunteer at the claim
  SubjectId employment;                  // whose paid time it is; none of most
  SubjectId earlier;                     // the entry of the same volunteer that was claimed before this one
};

using PersonDay = std::pair<PersonId, CivilDay>;
// An employer programme, a volunteer, and the Monday of a week.
using PaidWeek = std::pair<SubjectId, PersonDay>;

struct Interval {
  UtcMs from = 0;
  UtcMs to = 0;
  SubjectId hours;
};

}  // namespace ledger
