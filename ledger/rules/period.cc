#include "ledger/rules/period.h"

#include <algorithm>

#include "ledger/rules/policy.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

template <class Body, class... Kinds>
constexpr bool isOneOf() {
  return (std::is_same_v<Body, Kinds> || ...);
}

// When the service began, the money moved or the thing was done that the command adds to, changes or takes away.
std::optional<Instant> factOf(const State& state, const Command& command) {
  return visit(
      [&]<class Body>(const Body& body) -> std::optional<Instant> {
        constexpr bool kOfEntry = isOneOf<Body, HoursAttest, HoursCorrect, HoursVoid>();
        constexpr bool kOfMoney =
            isOneOf<Body, ExpenditureRecord, ExpenditureReverse, ExpenditureDisallow, InterestRecord, RefundSend,
                    RefundReceive, TrancheDisburse, DisbursementReverse, DonationReceive, DonationRecord, GiftReceive,
                    DonationAllocate, DonationReturn>();
        constexpr bool kOfWork = isOneOf<Body, HoursClaim, OutputRecord, TrainingHold, DeedRecord>();
        constexpr bool kOfSpent = isOneOf<Body, ExpenditureCorrect, ExpenditureVoid>();
        if constexpr (kOfEntry) {
          return state.hours.find(body.hours)->occurred_at;
        } else if constexpr (std::is_same_v<Body, HoursResolve>) {
          const HoursRecord& hours = *state.hours.find(body.hours);
          if (body.minutes == hours.standing) return std::nullopt;
          return hours.occurred_at;
        } else if constexpr (std::is_same_v<Body, AttendanceSummarise>) {
          return state.shifts.find(body.shift)->starts;
        } else if constexpr (kOfSpent) {
          const auto* spent = state.expenditures.find(body.expenditure);
          if (spent == nullptr) return std::nullopt;  // refused by its rules, whoever asks
          return spent->at;
        } else if constexpr (kOfMoney || kOfWork) {
          return body.occurred_at;
        } else {
          return std::nullopt;
        }
      },
      command.body);
}

}  // namespace

bool isLate(const HoursLimits& policy, Flag late, const Instant& occurred_at, const Context& context) {
  if (late == Flag::kClaimedLate && context.imported()) return false;
  const std::uint16_t days = late == Flag::kClaimedLate ? policy.claim_within_days : policy.attest_within_days;
  const CivilDay recorded_day = Instant{context.recorded_at, occurred_at.offset_minutes}.civilDay();
  return days != 0 && recorded_day - occurred_at.civilDay() > days;
}

bool comesLate(const State& state, const Command& command, const Context& context) {
  const bool claims = command.body.is<HoursClaim>();
  if (!claims && !command.body.is<HoursAttest>()) return false;
  const Instant served = *factOf(state, command);
  const auto* record = policyOn(state, PolicyKind::kHoursLimits, served.civilDay());
  if (record == nullptr) return false;
  return isLate(*record->policy.hours_limits, claims ? Flag::kClaimedLate : Flag::kAttestedLate, served, context);
}

bool isClosed(const State& state, const SubjectId& organisation, CivilDay day) {
  const auto* closed = state.closed_periods.find(organisation);
  return closed != nullptr && std::ranges::any_of(*closed, [&](const Days& days) { return days.cover(day); });
}

std::optional<CivilDay> closedDayOf(const State& state, const Command& command, const Subjects& subjects) {
  const auto fact = factOf(state, command);
  if (!fact) return std::nullopt;
  const SubjectId& grantee = subjects[StreamRole::kGrantee];
  const SubjectId& organisation = grantee.isNone() ? subjects[StreamRole::kOrganisation] : grantee;
  const CivilDay day = fact->civilDay();
  const bool pays = command.body.is<TrancheDisburse>() || command.body.is<DisbursementReverse>();
  const bool closed =
      isClosed(state, organisation, day) || (pays && isClosed(state, subjects[StreamRole::kFunder], day));
  return closed ? std::optional(day) : std::nullopt;
}

Result<Decision> judge(const State& state, const PeriodClose& command, const Context&) {
  const CivilDay today = command.occurred_at.civilDay();
  if (command.to >= today) {
    return refuse("IN_FUTURE", "the period ends on " + dayText(command.to) + ", but it is " + dayText(today) +
                                   ": close it when its last day is over");
  }
  const auto* closed = state.closed_periods.find(command.organisation);
  if (closed == nullptr) return Decision{};
  for (const Days& other : *closed) {
    if (command.to < other.from || command.from > other.to) continue;
    return refuse("PERIOD_TAKEN", "the days from " + dayText(other.from) + " to " + dayText(other.to) +
                                      " are closed already: name days beside them");
  }
  return Decision{};
}

void evolve(State& state, const PeriodClose& command, const Context&) {
  state.closed_periods.edit(command.organisation).push_back({command.from, command.to});
}

}  // namespace ledger
