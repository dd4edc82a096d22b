#include "audit/replay/attestors.h"

#include <algorithm>

#include "audit/replay/profiles.h"

namespace audit {
namespace {

bool isGuardian(const State& state, const Doer& doer, const Hours& hours) {
  return std::ranges::any_of(profilesOf(state, hours.volunteer), [&](const Id& profile) {
    return std::ranges::any_of(listOf(state.guardianships_of, profile),
                               [&](const Guardianship& one) { return doer.is(one.guardian); });
  });
}

std::int64_t attestedBy(const State& state, const Id& attestor, const Id& volunteer) {
  const auto found = state.attested_by.find({attestor, volunteer});
  return found == state.attested_by.end() ? 0 : found->second;
}

}  // namespace

bool isVolunteer(const State& state, const Doer& doer, const Hours& hours) {
  return std::ranges::any_of(profilesOf(state, hours.volunteer), [&](const Id& profile) { return doer.is(profile); });
}

Refusal judgeDistance(const State& state, const Case& c, const Hours& hours) {
  if (isVolunteer(state, c.signer(), hours) || isVolunteer(state, c.endorser(), hours)) return kSelfAttestation;
  if (c.rules < kVersionThree) return {};
  if (!isGuardian(state, c.signer(), hours) && !isGuardian(state, c.endorser(), hours)) return {};
  return {"GUARDIAN_ATTESTS", "who is or was the volunteer's guardian judges the entry"};
}

bool isReciprocal(const State& state, const Case& c, const Hours& hours, const Policy& policy) {
  const std::int64_t most = policy.reciprocal_most;
  if (c.rules < kVersionThree || most == 0) return false;
  // Profiles are counted apart here.
  const Doer counted{c.person, c.acts_for, {}};
  return counted.any([&](const Id& person) {
    return attestedBy(state, person, hours.volunteer) + 1 > most && attestedBy(state, hours.volunteer, person) > most;
  });
}

void countAttestation(State& state, const Case& c, const Hours& hours) {
  for (const Id& person : {c.person, c.acts_for}) {
    if (person != Id{}) ++state.attested_by[{person, hours.volunteer}];
  }
}

}  // namespace audit
