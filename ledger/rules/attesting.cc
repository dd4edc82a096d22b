#include "ledger/rules/attesting.h"

#include "ledger/rules/acting.h"
#include "ledger/rules/hours.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/roles.h"

namespace ledger {
namespace {

Result<void> checkNotGuardian(const State& state, const PersonId& volunteer, const Context& context) {
  if (context.rules < kRules3) return {};
  Result<void> result;
  eachProfile(state, volunteer, [&](const PersonId& profile) {
    const auto* guardianships = state.guardianships.find(profile);
    if (guardianships == nullptr) return;
    for (const Guardianship& one : *guardianships) {
      if (!isActing(context, one.guardian)) continue;
      result = refuse("GUARDIAN_ATTESTS", "person " + one.guardian.text() +
                                              " is a guardian of the volunteer: another person judges these hours");
    }
  });
  return result;
}

bool isVolunteerActing(const State& state, const PersonId& volunteer, const Context& context) {
  bool acts = false;
  eachProfile(state, volunteer, [&](const PersonId& profile) { acts = acts || isActing(context, profile); });
  return acts;
}

std::uint32_t attestedOf(const State& state, const PersonId& attestor, const PersonId& volunteer) {
  const auto* count = state.attestations.find({attestor, volunteer});
  return count == nullptr ? 0 : *count;
}

}  // namespace

bool isVolunteerSecond(const State& state, const PersonId& volunteer, const Context& context) {
  const DoneBy second = secondOf(context);
  bool found = false;
  eachProfile(state, volunteer, [&](const PersonId& profile) { found = found || second.includes(profile); });
  return found;
}

Result<void> checkNotVolunteer(const State& state, const HoursRecord& hours, const char* what, const Context& context) {
  if (isVolunteerActing(state, hours.volunteer, context))
    return refuse("SELF_ATTESTATION", std::string("nobody ") + what);
  return checkNotGuardian(state, hours.volunteer, context);
}

Result<void> checkAttestor(const State& state, const HoursRecord& hours, const Context& context) {
  ASAR_TRY(checkNotVolunteer(state, hours, "attests or rejects their own hours", context));
  if (isActing(context, hours.claim_signer))
    return refuse("CLAIM_SIGNER_ATTESTS", "who signed the claim does not judge it");
  const SubjectId organisation = organisationOf(state, hours.activity);
  const UtcMs ended = hours.until.value_or(hours.occurred_at).utc_ms;
  for (const Role role : {Role::kCoordinator, Role::kAttestor}) {
    const auto granted = roleGrantedAt(state, roleHolder(context), role, organisation, context);
    if (granted && *granted <= ended) return {};
  }
  return refuse("MANDATE_TOO_YOUNG", "person " + roleHolder(context).text() +
                                         " was not yet coordinator or attestor when the service ended, " +
                                         hours.until.value_or(hours.occurred_at).text());
}

bool isReciprocal(const State& state, const HoursRecord& hours, const Context& context) {
  if (context.rules < kRules3) return false;
  const auto* record = policyOn(state, PolicyKind::kHoursLimits, hours.occurred_at.civilDay());
  const std::uint32_t most = record == nullptr ? 0U : record->policy.hours_limits->reciprocal_most;
  if (most == 0) return false;
  const DoneBy asker = askerOf(context);
  for (const PersonId& person : {asker.signer, asker.acting_for}) {
    if (person.isNone()) continue;
    const bool often = attestedOf(state, person, hours.volunteer) + 1 > most;
    if (often && attestedOf(state, hours.volunteer, person) > most) return true;
  }
  return false;
}

void countAttestation(State& state, const PersonId& volunteer, const Context& context) {
  const DoneBy asker = askerOf(context);
  ++state.attestations.edit({asker.signer, volunteer});
  if (!asker.acting_for.isNone()) ++state.attestations.edit({asker.acting_for, volunteer});
}

}  // namespace ledger
