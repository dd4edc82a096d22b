#include "ledger/rules/separation.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/grant_money.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

bool isJudged(const Context& context) {
  return context.rules >= kRules3 && !context.imported();
}

Result<void> checkPersonNotOfGrantee(const State& state, const GrantRecord& grant, const PersonId& person,
                                     const Context& context) {
  const auto* application = state.applications.find(grant.application);
  if (application != nullptr && application->applicant.includes(person)) {
    return refuse("CONFLICT_OF_INTEREST",
                  "person " + person.text() +
                      " submitted the application of the grantee: another person decides about its money");
  }
  if (!holdsRole(state, person, Role::kOfficer, grant.grantee, context)) return {};
  return refuse("CONFLICT_OF_INTEREST",
                "person " + person.text() + " is an officer of the grantee: another person decides about its money");
}

Result<void> checkNoneOfGrantee(const State& state, const GrantRecord& grant, const std::vector<PersonId>& persons,
                                const Context& context) {
  if (!isJudged(context)) return {};
  for (const PersonId& person : persons) ASAR_TRY(checkPersonNotOfGrantee(state, grant, person, context));
  return {};
}

Result<void> checkNotScorer(const State& state, const SubjectId& grant, const char* reason, const Context& context) {
  const auto* application = state.applications.find(state.grants.find(grant)->application);
  if (application == nullptr) return {};
  for (const PersonId& person : actingPersons(context)) {
    if (!contains(application->scorers, person)) continue;
    return refuse(reason, "person " + person.text() +
                              " scored the application of this grant: another person pays or checks what it spent");
  }
  return {};
}

Result<void> checkNotAmong(const std::vector<PersonId>* auditors, const std::string& what, const Context& context) {
  if (auditors == nullptr) return {};
  for (const PersonId& person : actingPersons(context)) {
    if (!contains(*auditors, person)) continue;
    return refuse("AUDITOR_INVOLVED", "person " + person.text() + " audited " + what);
  }
  return {};
}

Result<void> checkNotAuditor(const State& state, const SubjectId& grant, const Context& context) {
  const SubjectId& grantee = state.grants.find(grant)->grantee;
  ASAR_TRY(checkNotAmong(state.auditors.find(grant), "this grant: another person decides about its money", context));
  return checkNotAmong(state.auditors.find(grantee), "the grantee: another person decides about its money", context);
}

}  // namespace

Result<void> checkNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  return checkNoneOfGrantee(state, grant, actingPersons(context), context);
}

Result<void> checkProposerNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  return checkNoneOfGrantee(state, grant, askingPersons(context), context);
}

Result<void> checkSecondNotOfGrantee(const State& state, const GrantRecord& grant, const Context& context) {
  return checkNoneOfGrantee(state, grant, secondPersons(context), context);
}

Result<void> checkMayPay(const State& state, const SubjectId& grant, const Context& context) {
  if (!isJudged(context)) return {};
  ASAR_TRY(checkNotOfGrantee(state, *state.grants.find(grant), context));
  ASAR_TRY(checkNotScorer(state, grant, "SCORER_PAYS", context));
  return checkNotAuditor(state, grant, context);
}

Result<void> checkMayVerify(const State& state, const SubjectId& grant, const Context& context) {
  if (!isJudged(context)) return {};
  ASAR_TRY(checkNotOfGrantee(state, *state.grants.find(grant), context));
  ASAR_TRY(checkNotScorer(state, grant, "SCORER_VERIFIES", context));
  return checkNotAuditor(state, grant, context);
}

Result<void> checkMayJudgeHours(const State& state, const SubjectId& organisation, const Context& context) {
  if (!isJudged(context)) return {};
  return checkNotAmong(state.organisation_auditors.find(organisation),
                       "the organisation: another person attests its hours and changes them", context);
}

}  // namespace ledger
