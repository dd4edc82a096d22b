#include "audit/later_rules.h"

#include "audit/acting.h"
#include "audit/age_rules.h"
#include "audit/deadlines.h"
#include "audit/enrolment.h"
#include "audit/later_kinds.h"
#include "audit/periods.h"
#include "audit/replay_accountability.h"
#include "audit/replay_agreement.h"
#include "audit/replay_calls.h"
#include "audit/replay_coordination.h"
#include "audit/replay_credits.h"
#include "audit/replay_exchange.h"
#include "audit/replay_funding.h"
#include "audit/replay_giving.h"
#include "audit/replay_honours.h"
#include "audit/replay_mending.h"
#include "audit/replay_people.h"
#include "audit/replay_personal.h"
#include "audit/replay_projects.h"
#include "audit/replay_work.h"

namespace audit {
namespace {

// Each group passes over the kinds of the others.
struct Group {
  Refusal (*judge)(const State& state, const Case& c, schema::Command::Reader command);
  void (*apply)(State& state, const Case& c, schema::Command::Reader command);  // null: it changes nothing
};

constexpr Group kGroups[] = {
    {judgeCoordination, applyCoordination},
    {judgePeople, applyPeople},
    {judgeProjects, applyProjects},
    {judgeWork, applyWork},
    {judgeCalls, applyCalls},
    {judgeGiving, applyGiving},
    {judgeAccountability, applyAccountability},
    {judgeHonours, applyHonours},
    {judgeExchange, applyExchange},
    {judgeActing, applyActing},
    {judgeEnrolment, applyEnrolment},
    {judgeAge, applyAge},
    {judgePeriods, applyPeriods},
    {judgeAgreement, applyAgreement},
    {judgeFunding, applyFunding},
    {judgeMending, applyMending},
    {judgeCorrections, nullptr},
};

}  // namespace

Ruling ruleOfLater(const State& state, const Case& c, schema::Command::Reader command) {
  if (const auto refusal = judgeLater(state, c, command)) return {refusal, 0, 0};
  if (command.isCreditGrant()) return ruleOfCredit(state, c, command.getCreditGrant());
  if (command.isAgreementAmend() || command.isBudgetVire()) return {{}, policyOfAgreement(state, c, command), 0};
  return ruleOfDeadline(state, c, command);
}

Refusal judgeLater(const State& state, const Case& c, schema::Command::Reader command) {
  if (const auto refusal = judgeLife(state, c, command)) return refusal;
  for (const Group& group : kGroups) {
    if (const auto refusal = group.judge(state, c, command)) return refusal;
  }
  return {};
}

void applyLater(State& state, const Case& c, schema::Command::Reader command) {
  goOn(state, command);
  for (const Group& group : kGroups) {
    if (group.apply != nullptr) group.apply(state, c, command);
  }
  applyCredit(state, c, command);
}

}  // namespace audit
