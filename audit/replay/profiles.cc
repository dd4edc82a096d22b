#include "audit/replay/profiles.h"

#include <algorithm>

namespace audit {
namespace {

// The profile under which all of them are listed.
Id listedUnder(const State& state, const Id& person) {
  const Id* under = find(state.profile_under, person);
  return under == nullptr ? person : *under;
}

std::vector<Id> othersOf(const State& state, const Id& speaks, const Id& acted_for) {
  std::vector<Id> others;
  for (const Id* one : {&speaks, &acted_for}) {
    for (const Id& profile : profilesOf(state, *one)) {
      if (profile != speaks && profile != acted_for) others.push_back(profile);
    }
  }
  return others;
}

}  // namespace

std::span<const Id> profilesOf(const State& state, const Id& person) {
  const Id* under = find(state.profile_under, person);
  if (under == nullptr) return {&person, 1};
  return listOf(state.profiles, *under);
}

bool areOnePerson(const State& state, const Id& one, const Id& other) {
  return std::ranges::find(profilesOf(state, one), other) != profilesOf(state, one).end();
}

void tellProfiles(const State& state, Case& c) {
  if (c.rules < kVersionThree) return;
  c.signer_profiles = othersOf(state, c.person, c.acts_for);
  if (c.second) c.endorser_profiles = othersOf(state, *c.second, c.second_acts_for);
}

void joinProfiles(State& state, const Id& person, const Id& absorbed) {
  const Id under = listedUnder(state, person);
  const Id gone = listedUnder(state, absorbed);
  if (under == gone) return;
  std::vector<Id> moved{gone};
  if (const auto* more = find(state.profiles, gone)) moved = *more;
  state.profiles.erase(gone);
  auto& all = state.profiles[under];
  if (all.empty()) all.push_back(under);
  all.insert(all.end(), moved.begin(), moved.end());
  for (const Id& one : all) state.profile_under[one] = under;
}

}  // namespace audit
