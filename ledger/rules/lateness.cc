#include "ledger/rules/lateness.h"

#include "ledger/rules/policy.h"
#include "ledger/rules/working_days.h"

namespace ledger {
Decision judgeAnswer(const State& state, std::string_view deadline, const SubjectId& subject, const Instant& at,
                     const Context& context) {
  Decision decision;
  if (context.rules < kRules3) return decision;
  const CivilDay opened = Instant{state.lives.find(subject)->opened_at, at.offset_minutes}.civilDay();
  const auto* record = policyOn(state, PolicyKind::kDeadlines, opened);
  if (record == nullptr) return decision;
  const auto last = lastDayFor(*record->policy.deadlines, deadline, opened);
  if (!last) return decision;
  decision.policy = record->document;
  if (context.gateDay(at) > *last) decision.flags.push_back(Flag::kLate);
  return decision;
}

ReportDay reportDay(const State& state, CivilDay due, const Context& context) {
  if (context.rules < kRules3) return {due, 0};
  const auto* record = policyOn(state, PolicyKind::kDeadlines, due);
  if (record == nullptr) return {due, 0};
  return {workingDayFrom(*record->policy.deadlines, due), record->document};
}

}  // namespace ledger
