#include "audit/reports/corrections.h"

#include "audit/replay/later_kinds.h"
#include "audit/replay/named_fields.h"
#include "audit/replay/rules.h"

namespace audit {
namespace {

bool ofHours(const State& state, const Id& id, std::int64_t after, Corrected& corrected) {
  const Hours* hours = find(state.hours, id);
  if (hours == nullptr) return false;
  const Activity* activity = find(state.activities, hours->activity);
  const Project* project = activity == nullptr ? nullptr : find(state.projects, activity->project);
  if (project != nullptr) corrected.organisation = project->organisation;
  corrected.subject = id;
  corrected.unit = "minutes";
  corrected.before = hours->standing;
  corrected.after = after;
  return true;
}

void ofGrant(const State& state, const Id& id, const Id& original, Corrected& corrected) {
  corrected.subject = id;
  corrected.original = original;
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr) return;
  corrected.organisation = grant->grantee;
  corrected.unit = grant->currency;
}

// What stands of it; nullopt where it is not known.
template <class Command>
std::optional<Sum> ofExpenditure(const State& state, Command command, capnp::Data::Reader expenditure,
                                 Corrected& corrected) {
  const Expenditure* spent = find(state.expenditures, idOf(expenditure));
  if (spent == nullptr) return std::nullopt;
  ofGrant(state, idOf(command.getGrant()), idOf(expenditure), corrected);
  corrected.before = spent->standing();
  return corrected.before;
}

}  // namespace

bool Corrections::takeHours(const State& state, schema::Command::Reader command, Corrected& corrected) const {
  if (command.isHoursCorrect()) {
    const auto correction = command.getHoursCorrect();
    return ofHours(state, idOf(correction.getHours()), correction.getMinutes(), corrected);
  }
  if (command.isHoursVoid()) return ofHours(state, idOf(command.getHoursVoid().getHours()), 0, corrected);
  if (!command.isHoursResolve()) return false;
  const auto resolution = command.getHoursResolve();
  return ofHours(state, idOf(resolution.getHours()), resolution.getMinutes(), corrected) &&
         corrected.before != corrected.after;
}

bool Corrections::takeMoney(const State& state, schema::Command::Reader command, Corrected& corrected) const {
  std::optional<Sum> before;
  if (command.isExpenditureCorrect()) {
    const auto correction = command.getExpenditureCorrect();
    before = ofExpenditure(state, correction, correction.getExpenditure(), corrected);
    corrected.after = correction.getAmount().getMinor();
  } else if (command.isExpenditureVoid()) {
    const auto voiding = command.getExpenditureVoid();
    before = ofExpenditure(state, voiding, voiding.getExpenditure(), corrected);
  } else if (command.isExpenditureDisallow()) {
    const auto disallowed = command.getExpenditureDisallow();
    before = ofExpenditure(state, disallowed, disallowed.getExpenditure(), corrected);
    corrected.after = before.value_or(0) - disallowed.getAmount().getMinor();
  } else if (command.isExpenditureReverse() && command.getExpenditureReverse().hasOriginal()) {
    const auto reversal = command.getExpenditureReverse();
    before = ofExpenditure(state, reversal, reversal.getOriginal(), corrected);
    corrected.after = before.value_or(0) - reversal.getAmount().getMinor();
  } else if (command.isDisbursementReverse()) {
    const auto reversal = command.getDisbursementReverse();
    const Id id = idOf(reversal.getDisbursement());
    const Disbursement* paid = find(state.disbursements, id);
    if (paid == nullptr) return false;
    ofGrant(state, idOf(reversal.getGrant()), id, corrected);
    before = corrected.before = paid->amount - paid->reversed;
    corrected.after = *before - reversal.getAmount().getMinor();
  }
  return before.has_value();
}

bool Corrections::takeOther(schema::Command::Reader command, Corrected& corrected) const {
  if (command.isAwardRevoke()) {
    corrected.subject = idOf(command.getAwardRevoke().getAward());
    return true;
  }
  if (command.isImportVoid()) {
    corrected.subject = idOf(command.getImportVoid().getBatch());
    return true;
  }
  if (!command.isCreditReverse()) return false;
  corrected.subject = idOf(command.getCreditReverse().getCredit());
  const Credited* credit = find(credits_, corrected.subject);
  if (credit == nullptr) return false;
  corrected.organisation = credit->organisation;
  corrected.unit = "credits";
  corrected.before = credit->credits;
  return true;
}

void Corrections::take(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isCreditGrant()) {
    const auto credit = command.getCreditGrant();
    credits_[idOf(credit.getCredit())] = {idOf(credit.getOrganisation()), credit.getCredits()};
    return;
  }
  Corrected corrected;
  if (!takeHours(state, command, corrected) && !takeMoney(state, command, corrected) && !takeOther(command, corrected))
    return;
  corrected.index = c.index;
  corrected.recorded_at = c.recorded_at;
  if (occurredAt(bodyOf(command)) != 0) corrected.day = spokenDay(command, c.recorded_at);
  corrected.event = eventOf(command);
  corrected.is_public = classOf(command).value_or(c.visibility) == schema::Visibility::PUBLIC;
  all_.push_back(std::move(corrected));
}

}  // namespace audit
