#include "tests/reference/facts.h"

namespace reference {

using namespace ledger;  // the commands

bool holds(const World& world, const PersonId& person, Role role, std::optional<SubjectId> scope, UtcMs at) {
  for (const Appointment& one : world.scene.appointments) {
    if (one.person != person || one.role != role) continue;
    if (one.valid_to != 0 && at > one.valid_to) continue;
    if (!scope || one.scope.isNone() || one.scope == *scope) return true;
  }
  return false;
}

bool isTaken(const World& world, const SubjectId& id) {
  if (world.scene.ids.contains(id)) return true;
  for (const Fact& fact : world.facts) {
    const auto is = [&](const auto* body, auto member) { return body != nullptr && body->*member == id; };
    if (is(fact.body.as<HoursClaim>(), &HoursClaim::hours) || is(fact.body.as<GrantAward>(), &GrantAward::grant) ||
        is(fact.body.as<TrancheDisburse>(), &TrancheDisburse::disbursement) ||
        is(fact.body.as<ExpenditureRecord>(), &ExpenditureRecord::expenditure) ||
        is(fact.body.as<ExpenditureReverse>(), &ExpenditureReverse::reversal) ||
        is(fact.body.as<RefundSend>(), &RefundSend::refund)) {
      return true;
    }
  }
  return false;
}

bool isFuture(UtcMs moment, const Asking& asking) {
  return moment > asking.recorded_at + 2 * kMsPerMinute;
}

}  // namespace reference
