#include "audit/replay/funding.h"

#include <algorithm>

#include "audit/replay/accountability.h"
#include "audit/replay/balance.h"
#include "audit/replay/civil_calendar.h"
#include "audit/replay/separation.h"

namespace audit {
namespace {

constexpr std::int64_t kFirstYear = 2000;
constexpr std::int64_t kLastYear = 2100;

// A decision of the funder about a grant under its agreement.
Refusal judgeDecision(const State& state, const Case& c, capnp::Data::Reader grant) {
  if (const auto refusal = judgeMoney(state, c, grant)) return refusal;
  return judgeOutsiders(state, c, idOf(grant));
}

Refusal judgeAppropriation(const State& state, const Case& c, schema::AppropriationRecord::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Grant& grant = *find(state.grants, idOf(command.getGrant()));
  if (grant.grant_class != schema::GrantClass::LONG)
    return {"NOT_LONG_TERM", "only grants of class long get their money year by year"};
  const std::int64_t year = command.getYear();
  if (year < kFirstYear || year > kLastYear || grant.appropriated.contains(year))
    return {"APPROPRIATION_TAKEN", "the grant has its appropriation of that year, or it is no year of the calendar"};
  Sum sum = command.getAmount().getMinor();
  for (const auto& [other, amount] : grant.appropriated) sum += amount;
  if (sum > grant.awarded) return {"OVER_AWARD", "the appropriations sum to more than the award"};
  return judgeOutsiders(state, c, idOf(command.getGrant()));
}

Refusal judgeRecovery(const State& state, const Case& c, schema::RecoveryOpen::Reader command) {
  const Id id = idOf(command.getGrant());
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr) return kUnknownSubject;
  if (grant->state != GrantState::kClosed) return kWrongState;
  const AuditFinding* finding = find(state.findings, idOf(command.getFinding()));
  const AuditCase* audit = finding == nullptr ? nullptr : find(state.audits, finding->audit);
  if (audit == nullptr) return kUnknownSubject;
  if (audit->grant != id) return {"NOT_OF_GRANT", "the finding is not of an audit of the grant"};
  return judgeOutsiders(state, c, id);
}

bool isOpen(const State& state, const Id& demand) {
  return !find(state.demands, demand)->settled && isIn(state, demand, "demanded");
}

Sum openDemands(const State& state, const Grant& grant) {
  Sum sum = 0;
  for (const Id& id : grant.demands) {
    if (isOpen(state, id)) sum += find(state.demands, id)->amount;
  }
  return sum;
}

Refusal judgeDemand(const State& state, const Case& c, schema::RefundDemand::Reader command) {
  if (const auto refusal = judgeMoney(state, c, command.getGrant())) return refusal;
  if (const auto refusal = judgeAmount(state, command.getGrant(), command.getAmount())) return refusal;
  const Id id = idOf(command.getGrant());
  const Grant& grant = *find(state.grants, id);
  if (openDemands(state, grant) + command.getAmount().getMinor() > grant.on_hand)
    return {"OVER_ON_HAND", "more would be demanded than is on hand"};
  return judgeOutsiders(state, c, id);
}

capnp::Data::Reader dataOf(const Id& id) {
  return {id.data(), id.size()};
}

void applyDemand(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isRefundDemand()) {
    const auto demand = command.getRefundDemand();
    const Id id = idOf(demand.getDemand());
    const Demand made{idOf(demand.getGrant()), demand.getAmount().getMinor(), false};
    Grant* grant = touched(state, c, demand.getGrant());
    if (grant != nullptr && state.demands.try_emplace(id, made).second) grant->demands.push_back(id);
  }
  if (command.isRefundWaive()) {
    const Demand* demand = find(state.demands, idOf(command.getRefundWaive().getDemand()));
    Grant* grant = demand == nullptr ? nullptr : touched(state, c, dataOf(demand->grant));
    if (grant != nullptr) grant->waived = std::min(grant->waived + demand->amount, grant->on_hand);
  }
}

void applyAppropriation(State& state, const Case& c, schema::AppropriationRecord::Reader command) {
  Grant* grant = touched(state, c, command.getGrant());
  if (grant != nullptr) grant->appropriated.try_emplace(command.getYear(), command.getAmount().getMinor());
}

}  // namespace

Refusal judgeFunding(const State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAppropriationRecord()) return judgeAppropriation(state, c, command.getAppropriationRecord());
  if (command.isGrantSuspend()) return judgeDecision(state, c, command.getGrantSuspend().getGrant());
  if (command.isGrantResume()) return judgeDecision(state, c, command.getGrantResume().getGrant());
  if (command.isGrantTerminate()) return judgeDecision(state, c, command.getGrantTerminate().getGrant());
  if (command.isRecoveryOpen()) return judgeRecovery(state, c, command.getRecoveryOpen());
  if (command.isRefundDemand()) return judgeDemand(state, c, command.getRefundDemand());
  if (command.isRefundWaive()) {
    const Demand* demand = find(state.demands, idOf(command.getRefundWaive().getDemand()));
    if (demand == nullptr) return kUnknownSubject;
    if (const auto refusal = judgeDecision(state, c, dataOf(demand->grant))) return refusal;
    return demand->settled ? kWrongState : Refusal{};
  }
  return {};
}

void applyFunding(State& state, const Case& c, schema::Command::Reader command) {
  if (command.isAppropriationRecord()) applyAppropriation(state, c, command.getAppropriationRecord());
  if (command.isGrantSuspend()) touched(state, c, command.getGrantSuspend().getGrant());
  if (command.isGrantResume()) touched(state, c, command.getGrantResume().getGrant());
  if (command.isGrantTerminate()) touched(state, c, command.getGrantTerminate().getGrant());
  if (command.isRecoveryOpen()) {
    if (Grant* grant = touched(state, c, command.getRecoveryOpen().getGrant())) grant->state = GrantState::kAgreed;
  }
  applyDemand(state, c, command);
}

void settleDemands(State& state, const Grant& grant) {
  for (const Id& id : grant.demands) find(state.demands, id)->settled = true;
}

Refusal judgeLongTerm(const State& state, const Case& c, schema::TrancheApprove::Reader command) {
  const Id id = idOf(command.getGrant());
  const Grant& grant = *find(state.grants, id);
  if (c.rules < kVersionThree || grant.batch != Id{} || grant.grant_class != schema::GrantClass::LONG) return {};
  const std::int64_t year = dateOf(gateDay(c, command.getOccurredAt())).year;
  Sum approved = 0;
  for (std::size_t i = 0; i < grant.tranches.size(); ++i) {
    if (grant.tranches[i].approved || i + 1 == command.getTranche()) approved += grant.tranches[i].amount;
  }
  Sum appropriated = 0;
  for (const auto& [of_year, amount] : grant.appropriated) {
    if (of_year <= year) appropriated += amount;
  }
  if (approved > appropriated)
    return {"NOT_APPROPRIATED", "more would be approved than the budgets of the years so far gave to the grant"};
  if (yearlyReportsOf(state, id) >= year - dateOf(grant.agreed_day).year) return {};
  return {"REPORT_GATE", "a year has begun without an accepted report about every year before it"};
}

bool hasOpenDemand(const State& state, const Grant& grant) {
  return std::ranges::any_of(grant.demands, [&](const Id& id) { return isOpen(state, id); });
}

Refusal judgeLeft(const State& state, const Case& c, const Grant& grant) {
  constexpr Refusal kOnHand{"MONEY_ON_HAND", "money of the grant is still on hand"};
  if (grant.on_hand == 0) return {};
  const bool waived = c.rules >= kVersionThree && grant.on_hand > 0 && grant.on_hand <= grant.waived;
  return waived && !hasOpenDemand(state, grant) ? Refusal{} : kOnHand;
}

}  // namespace audit
