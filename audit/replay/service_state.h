// What the log says of service: projects, activities, shifts, hours, and how these lie on a volunteer's days.
//
// Shape    plain values; days are civil days, counted from 1970-01-01; minutes are whole.
// Threads  single-thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "audit/replay/doer.h"
#include "audit/replay/moment.h"
#include "ledger/schema/command.capnp.h"

namespace audit {

namespace schema = ::ledger::schema;

struct Project {
  Id programme{};
  Id organisation{};
  Id region{};
  std::int64_t from_day = 0;
  std::int64_t to_day = 0;

  bool covers(std::int64_t day) const { return from_day <= day && day <= to_day; }
  friend bool operator==(const Project&, const Project&) = default;
};

// What is kept of a proposal until its project starts or is cancelled, besides the project itself.
struct ProposedProject {
  Doer proposer;
  Hash names{};  // of the three of them
};

struct Activity {
  Id project{};
  schema::ActivityKind kind = schema::ActivityKind::SHIFT;
  Moment starts;
  Moment ends;
};

struct Shift {
  Id activity{};
  Moment starts;
  Moment ends;
  unsigned counted = 0;  // a bit per attendance state
  std::uint32_t max_people = 0;
};

enum class HoursState { kClaimed, kAttested, kCorrected, kRejected, kDisputed, kImported, kVoided };

struct Hours {
  HoursState state = HoursState::kClaimed;
  HoursState before_dispute = HoursState::kClaimed;
  Id volunteer{};
  Id activity{};
  Doer claimant;     // who signed the claim
  Doer first_judge;  // who attested or rejected first
  Doer attestor;
  Doer disputer;
  Moment occurred;
  std::optional<Moment> until;
  std::int64_t claimed = 0;
  std::int64_t standing = 0;
  std::uint64_t position = 0;  // of the claim
  std::string role;
  schema::TimeBasis time_basis = schema::TimeBasis::UNPAID;
  Id employment{};                                      // the employer programme whose paid time it is; zeros: none
  schema::AgeBand age_band = schema::AgeBand::UNKNOWN;  // of the volunteer, at the claim
  bool assisted = false;
  bool confirmed = false;
  bool imported = false;

  // The end of the service, or its begin where the end is not known.
  const Moment& end() const { return until ? *until : occurred; }
};

// An employer programme, and a week as civil_calendar.h counts them.
using PaidWeek = std::pair<Id, std::int64_t>;

struct VolunteerTime {
  std::map<std::int64_t, std::int64_t> minutes_by_day;             // standing
  std::multimap<std::int64_t, std::pair<std::int64_t, Id>> spans;  // begin → end, hours id; standing, with an end
  std::map<PaidWeek, std::int64_t> paid_weeks;                     // standing minutes
  std::int64_t attested = 0;                                       // standing and not imported
};

}  // namespace audit
