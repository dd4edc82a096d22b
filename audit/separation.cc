#include "audit/separation.h"

#include "audit/voices.h"

namespace audit {
namespace {

constexpr Refusal kConflict{"CONFLICT_OF_INTEREST", "who decides about the grant is an officer of the grantee"};

bool isAsked(const Case& c) {
  return c.rules >= kVersionThree && !c.imported();
}

// By a role of her own, of one who speaks or whom she acts for.
bool isOfficer(const State& state, const Case& c, const Doer& doer, const Grant& grant) {
  return doer.any(
      [&](const Id& person) { return holds(state, person, schema::Role::OFFICER, grant.grantee, c.recorded_at); });
}

}  // namespace

Refusal judgeProposer(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || !isAsked(c)) return {};
  return isOfficer(state, c, c.signer(), *grant) ? kConflict : Refusal{};
}

Refusal judgeEndorserOutside(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || !isAsked(c)) return {};
  return isOfficer(state, c, c.endorser(), *grant) ? kConflict : Refusal{};
}

Refusal judgeOutsiders(const State& state, const Case& c, const Id& id) {
  if (const auto refusal = judgeProposer(state, c, id)) return refusal;
  return judgeEndorserOutside(state, c, id);
}

Refusal judgeChecker(const State& state, const Case& c, const Id& id) {
  if (const auto refusal = judgeOutsiders(state, c, id)) return refusal;
  const Grant* grant = find(state.grants, id);
  const Application* answered = grant == nullptr ? nullptr : find(state.applications, grant->application);
  if (answered == nullptr || !isAsked(c) || !c.signer().isIn(answered->scorers)) return {};
  return {"SCORER_VERIFIES", "who checks the expenditure scored the application of the grant"};
}

}  // namespace audit
