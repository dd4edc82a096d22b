#include "audit/replay/later_rules.h"

#include "audit/replay/accountability.h"
#include "audit/replay/acting.h"
#include "audit/replay/age_rules.h"
#include "audit/replay/agreement.h"
#include "audit/replay/calls.h"
#include "audit/replay/coordination.h"
#include "audit/replay/credits.h"
#include "audit/replay/deadlines.h"
#include "audit/replay/enrolment.h"
#include "audit/replay/exchange.h"
#include "audit/replay/funding.h"
#include "audit/replay/giving.h"
#include "audit/replay/honours.h"
#include "audit/replay/later_kinds.h"
#include "audit/replay/mending.h"
#include "audit/replay/people.h"
#include "audit/replay/periods.h"
#include "audit/replay/personal.h"
#include "audit/replay/projects.h"
#include "audit/replay/releases.h"
#include "audit/replay/succession.h"
#include "audit/replay/work.h"

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
    {judgeSuccession, applySuccession},
    {judgeReleases, applyReleases},
};

}  // namespace

Ruling ruleOfLater(const State& state, const Case& c, schema::Command::Reader command) {
  if (const auto refusal = judgeLater(state, c, command)) return {refusal, 0, 0};
  if (command.isCreditGrant()) return ruleOfCredit(state, c, command.getCreditGrant());
  if (command.isAgreementAmend() || command.isBudgetVire()) return {{}, policyOfAgreement(state, c, command), 0};
  if (command.isReleasePublish()) return {{}, policyOfRelease(state, command.getReleasePublish()), 0};
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
