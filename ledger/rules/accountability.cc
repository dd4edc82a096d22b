#include "ledger/rules/accountability.h"

#include <algorithm>

#include "ledger/rules/directory.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/lateness.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/separation.h"

namespace ledger {
namespace {

ClaimedKey targetKey(const TargetSet& command) {
  return {Claimed::kTarget, command.indicator.text() + ' ' + std::to_string(command.year)};
}

bool isIn(const State& state, StreamRole role, const SubjectId& id, std::initializer_list<SubjectState> states) {
  const auto now = stateOf(state, role, id);
  return now && std::ranges::find(states, *now) != states.end();
}

Result<void> checkFindingsClosed(const State& state, const std::vector<SubjectId>& findings) {
  for (const SubjectId& id : findings) {
    if (isIn(state, StreamRole::kFinding, id, {SubjectState::kClosed, SubjectState::kDismissed})) continue;
    return refuse("FINDING_OPEN", "the finding " + id.text() + " of high severity is neither closed nor dismissed");
  }
  return {};
}

}  // namespace

Result<void> checkGrantOf(const State& state, const SubjectId& id, const SubjectId& organisation,
                          const SubjectId& funder) {
  const auto* grant = state.grants.find(id);
  if (grant == nullptr || (grant->grantee == organisation && (funder.isNone() || grant->funder == funder))) return {};
  return refuse("NOT_OF_GRANT", "the grant " + id.text() + " is of the grantee " + grant->grantee.text() +
                                    " and the funder " + grant->funder.text());
}

Result<void> checkNoReportOverdue(const State& state, const SubjectId& grant, CivilDay day, const Context& context) {
  const auto* watched = state.watched.find(grant);
  if (watched == nullptr) return {};
  for (const SubjectId& id : watched->obligations) {
    const CivilDay due = reportDay(state, state.obligations.find(id)->due, context).last;
    if (due >= day || !isIn(state, StreamRole::kObligation, id, {SubjectState::kDue, SubjectState::kReturned}))
      continue;
    return refuse("REPORT_OVERDUE", "the report " + id.text() + " was due on " + dayText(due) +
                                        " and is not submitted: no tranche is approved until it is");
  }
  return {};
}

Result<void> checkAllAnswered(const State& state, const SubjectId& grant, const Context& context) {
  if (const auto* watched = state.watched.find(grant)) {
    for (const SubjectId& id : watched->obligations) {
      if (isIn(state, StreamRole::kObligation, id, {SubjectState::kAccepted, SubjectState::kWaived})) continue;
      return refuse("REPORT_OPEN", "the report " + id.text() + " is neither accepted nor waived");
    }
    ASAR_TRY(checkFindingsClosed(state, watched->high_findings));
  }
  if (context.rules < kRules3) return {};
  const auto* of_grantee = state.high_findings.find(state.grants.find(grant)->grantee);
  return of_grantee == nullptr ? Result<void>() : checkFindingsClosed(state, *of_grantee);
}

std::int64_t annualReportsAccepted(const State& state, const SubjectId& grant) {
  const auto* watched = state.watched.find(grant);
  if (watched == nullptr) return 0;
  return std::ranges::count_if(watched->obligations, [&](const SubjectId& id) {
    return state.obligations.find(id)->kind == ReportKind::kAnnual &&
           isIn(state, StreamRole::kObligation, id, {SubjectState::kAccepted});
  });
}

Result<Decision> judge(const State& state, const ObligationCreate& command, const Context&) {
  ASAR_TRY(checkGrantOf(state, command.grant, command.organisation, command.funder));
  return Decision{};
}

void evolve(State& state, const ObligationCreate& command, const Context&) {
  state.obligations.edit(command.obligation) = {command.due, command.grant, command.kind};
  if (!command.grant.isNone()) state.watched.edit(command.grant).obligations.push_back(command.obligation);
}

Result<Decision> judge(const State& state, const ObligationExtend& command, const Context&) {
  ASAR_TRY(checkLater(command.due, state.obligations.find(command.obligation)->due));
  return Decision{};
}

void evolve(State& state, const ObligationExtend& command, const Context&) {
  state.obligations.edit(command.obligation).due = command.due;
}

Result<Decision> judge(const State& state, const ReportSubmit& command, const Context& context) {
  const ReportDay day = reportDay(state, state.obligations.find(command.obligation)->due, context);
  Decision decision;
  decision.policy = day.policy;
  if (context.rules >= kRules3 && context.gateDay(command.occurred_at) > day.last)
    decision.flags.push_back(Flag::kLate);
  return decision;
}

Result<Decision> judge(const State& state, const ReportAccept& command, const Context& context) {
  const auto* grant = state.grants.find(state.obligations.find(command.obligation)->grant);
  if (grant != nullptr) ASAR_TRY(checkNotOfGrantee(state, *grant, context));
  return Decision{};
}

void evolve(State& state, const IndicatorDefine& command, const Context&) {
  state.indicators.edit(command.indicator) = command.basis;
}

Result<Decision> judge(const State& state, const TargetSet& command, const Context&) {
  if (!isClaimed(state, targetKey(command))) return Decision{};
  return refuse("TARGET_TAKEN", "the indicator has a target for " + std::to_string(command.year) + " already");
}

void evolve(State& state, const TargetSet& command, const Context&) {
  state.claimed.edit(targetKey(command)) = command.indicator;
}

Result<Decision> judge(const State& state, const ActualReport& command, const Context&) {
  const FigureBasis basis = *state.indicators.find(command.indicator);
  if (command.basis == basis) return Decision{};
  return refuse("BASIS_DIFFERS", "the figures of this indicator are " + std::string(nameOf(basis)) + ", not " +
                                     std::string(nameOf(command.basis)));
}

}  // namespace ledger
