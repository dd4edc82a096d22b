#include "audit/replay/separation.h"

#include "audit/replay/voices.h"

namespace audit {
namespace {

constexpr Refusal kConflict{"CONFLICT_OF_INTEREST",
                            "who decides about the grant is an officer of the grantee, or applied for it"};
constexpr Refusal kAudited{"AUDITOR_INVOLVED", "who has a part in it audited it"};

bool isAsked(const Case& c) {
  return c.rules >= kVersionThree && !c.imported();
}

// By a role of her own, of one who speaks or whom she acts for; and who submitted the application, for good.
bool isOfGrantee(const State& state, const Case& c, const Doer& doer, const Grant& grant) {
  if (submittedFor(state, grant, doer)) return true;
  return doer.any([&](const Id& person) { return holds(state, c, person, schema::Role::OFFICER, grant.grantee); });
}

bool isAmong(const IdMap<IdSet>& auditors, const Id& audited, const Case& c) {
  const IdSet* persons = find(auditors, audited);
  return persons != nullptr && (c.signer().isIn(*persons) || c.endorser().isIn(*persons));
}

}  // namespace

bool submittedFor(const State& state, const Grant& grant, const Doer& doer) {
  const Application* answered = find(state.applications, grant.application);
  return answered != nullptr && doer.meets(answered->submitter);
}

bool scoredFor(const State& state, const Grant& grant, const Doer& doer) {
  const Application* answered = find(state.applications, grant.application);
  return answered != nullptr && doer.isIn(answered->scorers);
}

Refusal judgeProposer(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || !isAsked(c)) return {};
  return isOfGrantee(state, c, c.signer(), *grant) ? kConflict : Refusal{};
}

Refusal judgeEndorserOutside(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || !isAsked(c)) return {};
  return isOfGrantee(state, c, c.endorser(), *grant) ? kConflict : Refusal{};
}

Refusal judgeOutsiders(const State& state, const Case& c, const Id& id) {
  if (const auto refusal = judgeProposer(state, c, id)) return refusal;
  return judgeEndorserOutside(state, c, id);
}

Refusal judgePart(const State& state, const Case& c, const Id& id) {
  if (const auto refusal = judgeOutsiders(state, c, id)) return refusal;
  const Grant* grant = find(state.grants, id);
  if (grant == nullptr || !isAsked(c)) return {};
  if (scoredFor(state, *grant, c.signer()) || scoredFor(state, *grant, c.endorser()))
    return {"SCORER_PAYS", "who moves money of the grant scored its application"};
  return isAmong(state.auditors, id, c) || isAmong(state.auditors, grant->grantee, c) ? kAudited : Refusal{};
}

Refusal judgeChecker(const State& state, const Case& c, const Id& id) {
  const Grant* grant = find(state.grants, id);
  if (grant != nullptr && isAsked(c) &&
      (scoredFor(state, *grant, c.signer()) || scoredFor(state, *grant, c.endorser())))
    return {"SCORER_VERIFIES", "who checks the expenditure scored the application of the grant"};
  return judgePart(state, c, id);
}

Refusal judgeAttestors(const State& state, const Case& c, const Id& organisation) {
  return isAsked(c) && isAmong(state.auditors_at, organisation, c) ? kAudited : Refusal{};
}

}  // namespace audit
