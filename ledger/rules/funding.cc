#include "ledger/rules/funding.h"

#include <algorithm>

#include "ledger/base/civil_months.h"
#include "ledger/rules/accountability.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

constexpr std::uint16_t kFirstYear = 2000;
constexpr std::uint16_t kLastYear = 2100;

// Of a command that only changes the grant's state.
Result<Decision> judgeTurn(const State& state, const SubjectId& id, const Context& context) {
  const auto grant = activeGrant(state, id);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotOfGrantee(state, **grant, context));
  return Decision{};
}

std::int64_t appropriated(const GrantRecord& grant, int year) {
  std::int64_t sum = 0;
  for (const Appropriation& one : grant.appropriations) {
    if (one.year <= year) sum += one.amount;
  }
  return sum;
}

Result<void> checkAppropriated(const GrantRecord& grant, const TrancheApprove& command, int year) {
  std::int64_t approved = grant.tranches[command.tranche - 1U].amount;
  for (const TrancheRecord& tranche : grant.tranches) approved += tranche.approved ? tranche.amount : 0;
  const std::int64_t given = appropriated(grant, year);
  if (approved <= given) return {};
  return refuse("NOT_APPROPRIATED", "with this tranche " + amountText(approved, grant) +
                                        " would be approved, but the budgets up to " + std::to_string(year) +
                                        " give the grant " + amountText(given, grant));
}

}  // namespace

Result<Decision> judge(const State& state, const AppropriationRecord& command, const Context& context) {
  const auto active = activeGrant(state, command.grant);
  if (!active) return active.error();
  const GrantRecord& grant = **active;
  ASAR_TRY(checkNotOfGrantee(state, grant, context));
  ASAR_TRY(checkAmount(grant, command.amount));
  if (grant.grant_class != GrantClass::kLong) {
    return refuse("NOT_LONG_TERM", "a grant of the class " + std::string(nameOf(grant.grant_class)) +
                                       " is paid from one budget: only long ones have appropriations");
  }
  const bool taken =
      std::ranges::find(grant.appropriations, command.year, &Appropriation::year) != grant.appropriations.end();
  if (taken || command.year < kFirstYear || command.year > kLastYear) {
    return refuse("APPROPRIATION_TAKEN", "a grant has one appropriation for each year of 2000 to 2100; that for " +
                                             std::to_string(command.year) + (taken ? " is recorded" : " is none"));
  }
  const std::int64_t left = grant.sums.awarded - appropriated(grant, kLastYear);
  if (command.amount.minor <= left) return Decision{};
  return refuse("OVER_AWARD", "of the award " + amountText(left, grant) + " have no appropriation yet, less than " +
                                  command.amount.text());
}

void evolve(State& state, const AppropriationRecord& command, const Context& context) {
  touch(state, command.grant, context).appropriations.push_back({command.year, command.amount.minor});
}

Result<Decision> judge(const State& state, const GrantSuspend& command, const Context& context) {
  return judgeTurn(state, command.grant, context);
}

void evolve(State& state, const GrantSuspend& command, const Context& context) {
  touch(state, command.grant, context);
}

Result<Decision> judge(const State& state, const GrantResume& command, const Context& context) {
  return judgeTurn(state, command.grant, context);
}

void evolve(State& state, const GrantResume& command, const Context& context) {
  touch(state, command.grant, context);
}

Result<Decision> judge(const State& state, const GrantTerminate& command, const Context& context) {
  return judgeTurn(state, command.grant, context);
}

void evolve(State& state, const GrantTerminate& command, const Context& context) {
  touch(state, command.grant, context);
}

Result<Decision> judge(const State& state, const RecoveryOpen& command, const Context& context) {
  const GrantRecord& grant = *state.grants.find(command.grant);
  if (grant.state != GrantState::kClosed)
    return refuse("WRONG_STATE", "the grant is not closed: what is found is corrected while it runs");
  ASAR_TRY(checkNotOfGrantee(state, grant, context));
  const auto* finding = state.findings.find(command.finding);
  if (state.audits.find(finding->audit)->grant == command.grant) return Decision{};
  return refuse("NOT_OF_GRANT", "the finding " + command.finding.text() + " is of no audit of this grant");
}

void evolve(State& state, const RecoveryOpen& command, const Context& context) {
  touch(state, command.grant, context).state = GrantState::kAgreed;
}

Result<Decision> judge(const State& state, const RefundDemand& command, const Context& context) {
  const auto grant = activeGrant(state, command.grant);
  if (!grant) return grant.error();
  ASAR_TRY(checkNotOfGrantee(state, **grant, context));
  ASAR_TRY(checkAmount(**grant, command.amount));
  const std::int64_t held = onHand((*grant)->sums);
  if (command.amount.minor <= held - (*grant)->demanded) return Decision{};
  return refuse("OVER_ON_HAND", "on hand are " + amountText(held, **grant) + ", of which " +
                                    amountText((*grant)->demanded, **grant) + " are demanded already: not " +
                                    command.amount.text() + " more");
}

void evolve(State& state, const RefundDemand& command, const Context& context) {
  GrantRecord& grant = touch(state, command.grant, context);
  grant.demanded += command.amount.minor;
  state.demands.edit(command.demand) = {command.grant, command.amount.minor, grant.closings};
}

Result<Decision> judge(const State& state, const RefundWaive& command, const Context& context) {
  const DemandRecord& demand = *state.demands.find(command.demand);
  if (demand.closings != state.grants.find(demand.grant)->closings)
    return refuse("WRONG_STATE", "the grant was closed since: what was demanded before it is settled");
  return judgeTurn(state, demand.grant, context);
}

void evolve(State& state, const RefundWaive& command, const Context& context) {
  const DemandRecord demand = *state.demands.find(command.demand);
  GrantRecord& grant = touch(state, demand.grant, context);
  grant.demanded -= demand.amount;
  grant.waived = std::min(grant.waived + demand.amount, onHand(grant.sums));
}

Result<void> checkYears(const State& state, const TrancheApprove& command, const Context& context) {
  const GrantRecord& grant = *state.grants.find(command.grant);
  if (context.rules < kRules3 || grant.grant_class != GrantClass::kLong || !grant.batch.isNone()) return {};
  const int year = yearOf(context.gateDay(command.occurred_at));
  ASAR_TRY(checkAppropriated(grant, command, year));
  const std::int64_t begun = year - yearOf(grant.agreed_on);
  const std::int64_t accepted = annualReportsAccepted(state, command.grant);
  if (accepted >= begun) return {};
  return refuse("REPORT_GATE", std::to_string(begun) + " years have begun since that of the agreement, but " +
                                   std::to_string(accepted) + " annual reports of the grant are accepted");
}

Result<void> checkNothingHeld(const GrantRecord& grant) {
  const std::int64_t held = onHand(grant.sums);
  if (held > grant.waived) {
    return refuse("MONEY_ON_HAND", amountText(held, grant) + " are still on hand, and " +
                                       amountText(grant.waived, grant) + " of it waived: spend or return the rest");
  }
  if (held == 0 || grant.demanded == 0) return {};
  return refuse("MONEY_ON_HAND", amountText(held, grant) + " are still on hand, and " +
                                     amountText(grant.demanded, grant) + " are demanded back: return or waive them");
}

}  // namespace ledger
