#include "audit/replay/periods.h"

#include <algorithm>

#include "audit/replay/balance.h"
#include "audit/replay/later_kinds.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

// The organisation whose days the fact falls into, and the day; no organisation where closing does not matter. What a
// funder pays out falls into the days of both sides.
struct FactPlace {
  Id organisation{};
  std::int64_t day = 0;
  Id other{};
};

FactPlace placeOfHours(const State& state, capnp::Data::Reader id) {
  const Hours* hours = find(state.hours, idOf(id));
  if (hours == nullptr) return {};
  return {organisationOfActivity(state, hours->activity), civilDay(hours->occurred), {}};
}

// A dispute that changes nothing of what stands is settled on any day.
FactPlace placeOfResolved(const State& state, schema::HoursResolve::Reader command) {
  const Hours* hours = find(state.hours, idOf(command.getHours()));
  if (hours == nullptr || command.getMinutes() == hours->standing) return {};
  return placeOfHours(state, command.getHours());
}

FactPlace placeOfShift(const State& state, const Id& id) {
  const Shift* shift = find(state.shifts, id);
  if (shift == nullptr) return {};
  return {organisationOfShift(state, id), civilDay(shift->starts), {}};
}

template <class Command>
FactPlace placeOfMoney(const State& state, Command command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  return {grant == nullptr ? Id{} : grant->grantee, civilDay(Moment::of(command.getOccurredAt())), {}};
}

template <class Command>
FactPlace placeOfPayment(const State& state, Command command) {
  FactPlace place = placeOfMoney(state, command);
  if (const Grant* grant = find(state.grants, idOf(command.getGrant()))) place.other = grant->funder;
  return place;
}

// What is said of an expenditure later changes the books of the day it was paid on.
template <class Command>
FactPlace placeOfMended(const State& state, Command command) {
  const Grant* grant = find(state.grants, idOf(command.getGrant()));
  const Expenditure* spent = expenditureOf(state, command.getGrant(), command.getExpenditure());
  return grant == nullptr || spent == nullptr ? FactPlace{} : FactPlace{grant->grantee, spent->day, {}};
}

FactPlace placeOfClaim(const State& state, schema::HoursClaim::Reader claim) {
  return {organisationOfActivity(state, idOf(claim.getActivity())), civilDay(Moment::of(claim.getOccurredAt())), {}};
}

// Of a later kind: the organisation that it names, or that its subject belongs to.
FactPlace placeOfLater(const State& state, schema::Command::Reader command, schema::Instant::Reader at) {
  return {subjectOf(state, command, "organisation"), civilDay(Moment::of(at)), {}};
}

FactPlace placeOfLater(const State& state, schema::Command::Reader command) {
  const auto at = [&](auto told) { return placeOfLater(state, command, told.getOccurredAt()); };
  if (command.isExpenditureCorrect()) return placeOfMended(state, command.getExpenditureCorrect());
  if (command.isExpenditureVoid()) return placeOfMended(state, command.getExpenditureVoid());
  if (command.isOutputRecord()) return at(command.getOutputRecord());
  if (command.isTrainingHold()) return at(command.getTrainingHold());
  if (command.isDeedRecord()) return at(command.getDeedRecord());
  if (command.isDonationReceive()) return at(command.getDonationReceive());
  if (command.isDonationRecord()) return at(command.getDonationRecord());
  if (command.isGiftReceive()) return at(command.getGiftReceive());
  if (command.isDonationAllocate()) return at(command.getDonationAllocate());
  if (command.isDonationReturn()) return at(command.getDonationReturn());
  return {};
}

FactPlace placeOf(const State& state, schema::Command::Reader command) {
  if (isLater(command)) return placeOfLater(state, command);
  if (command.isHoursClaim()) return placeOfClaim(state, command.getHoursClaim());
  if (command.isHoursAttest()) return placeOfHours(state, command.getHoursAttest().getHours());
  if (command.isHoursResolve()) return placeOfResolved(state, command.getHoursResolve());
  if (command.isHoursCorrect()) return placeOfHours(state, command.getHoursCorrect().getHours());
  if (command.isHoursVoid()) return placeOfHours(state, command.getHoursVoid().getHours());
  if (command.isAttendanceSummarise()) return placeOfShift(state, idOf(command.getAttendanceSummarise().getShift()));
  if (command.isTrancheDisburse()) return placeOfPayment(state, command.getTrancheDisburse());
  if (command.isDisbursementReverse()) return placeOfPayment(state, command.getDisbursementReverse());
  if (command.isExpenditureRecord()) return placeOfMoney(state, command.getExpenditureRecord());
  if (command.isExpenditureReverse()) return placeOfMoney(state, command.getExpenditureReverse());
  if (command.isExpenditureDisallow()) return placeOfMoney(state, command.getExpenditureDisallow());
  if (command.isInterestRecord()) return placeOfMoney(state, command.getInterestRecord());
  if (command.isRefundSend()) return placeOfMoney(state, command.getRefundSend());
  if (command.isRefundReceive()) return placeOfMoney(state, command.getRefundReceive());
  return {};
}

bool isClosed(const State& state, const FactPlace& place) {
  return isClosedDay(state, place.organisation, place.day) || isClosedDay(state, place.other, place.day);
}

bool isLateFact(const State& state, const Case& c, schema::Command::Reader command) {
  const bool claim = command.isHoursClaim();
  if (!claim && !command.isHoursAttest()) return false;
  Moment service;
  if (claim) {
    service = Moment::of(command.getHoursClaim().getOccurredAt());
  } else if (const Hours* hours = find(state.hours, idOf(command.getHoursAttest().getHours()))) {
    service = hours->occurred;
  } else {
    return false;
  }
  const Policy* policy = policyOn(state, schema::PolicyKind::HOURS_LIMITS, civilDay(service));
  return policy != nullptr && isLate(c, service, claim ? policy->claim_days : policy->attest_days);
}

Refusal judgeClosing(const State& state, schema::PeriodClose::Reader command) {
  if (command.getTo() >= civilDay(Moment::of(command.getOccurredAt()))) return kInFuture;
  const auto& closed = listOf(state.closed_days_of, idOf(command.getOrganisation()));
  const bool taken = std::ranges::any_of(
      closed, [&](const Days& days) { return days.first <= command.getTo() && command.getFrom() <= days.last; });
  return taken ? Refusal{"PERIOD_TAKEN", "one of the days is closed already"} : Refusal{};
}

}  // namespace

bool isLate(const Case& c, const Moment& service, std::int64_t days) {
  return days != 0 && civilDay(c.recorded_at, service.offset_minutes) - civilDay(service) > days;
}

bool isClosedDay(const State& state, const Id& organisation, std::int64_t day) {
  return std::ranges::any_of(listOf(state.closed_days_of, organisation),
                             [&](const Days& days) { return days.cover(day); });
}

bool asksSecond(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.rules < kVersionThree || c.imported()) return false;
  return isLateFact(state, c, command) || isClosed(state, placeOf(state, command));
}

bool asksClerk(const State& state, const Case& c, schema::Command::Reader command) {
  return command.isHoursClaim() || isLateFact(state, c, command);
}

Refusal judgeClosedDay(const State& state, const Case& c, schema::Command::Reader command) {
  if (c.rules < kVersionThree || !c.imported() || !isClosed(state, placeOf(state, command))) return {};
  return kPeriodClosed;
}

Refusal judgePeriods(const State& state, const Case&, schema::Command::Reader command) {
  return command.isPeriodClose() ? judgeClosing(state, command.getPeriodClose()) : Refusal{};
}

void applyPeriods(State& state, const Case&, schema::Command::Reader command) {
  if (!command.isPeriodClose()) return;
  const auto closing = command.getPeriodClose();
  state.closed_days_of[idOf(closing.getOrganisation())].push_back({closing.getFrom(), closing.getTo()});
}

}  // namespace audit
