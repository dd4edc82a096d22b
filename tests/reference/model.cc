#include "tests/reference/model.h"

#include "tests/reference/grant_model.h"

namespace reference {

using namespace ledger;  // the commands

namespace {

constexpr UtcMs kProposalLives = 14 * kMsPerDay;

}  // namespace

const Proposal* Model::proposal(const Digest& leaf) const {
  for (const Proposal& one : world_.proposals) {
    if (one.leaf == leaf) return &one;
  }
  return nullptr;
}

Verdict Model::judgeBody(const CommandBody& body, const Asking& asking) const {
  Verdict verdict;
  const bool known = judgeHours(world_, body, asking, verdict) || judgeGrants(world_, body, asking, verdict);
  ASAR_CHECK(known);
  return verdict;
}

Verdict Model::judgeEndorsement(const Endorse& endorsement, const Asking& asking) const {
  Verdict verdict;
  const Proposal* one = proposal(endorsement.proposal);
  verdict.refuseIf(one == nullptr, "PROPOSAL_UNKNOWN");
  if (one == nullptr) return verdict;
  verdict = judgeBody(one->body, {one->signer, asking.person, one->assurance, asking.recorded_at, asking.index});
  verdict.refuseIf(!one->open || !verdict.needs_second, "PROPOSAL_CLOSED");
  verdict.refuseIf(asking.recorded_at > one->recorded_at + kProposalLives, "PROPOSAL_EXPIRED");
  verdict.refuseIf(asking.person == one->signer, "SAME_PERSON");
  verdict.needs_second = false;
  return verdict;
}

Verdict Model::judge(const CommandBody& body, const Asking& asking) const {
  if (const auto* endorsement = body.as<Endorse>()) return judgeEndorsement(*endorsement, asking);
  return judgeBody(body, asking);
}

void Model::take(const CommandBody& body, const Asking& asking, const Verdict& verdict, const Digest& leaf) {
  if (verdict.needs_second) {
    world_.proposals.push_back({leaf, asking.index, asking.recorded_at, asking.person, asking.assurance, true, body});
    return;
  }
  const auto* endorsement = body.as<Endorse>();
  if (endorsement == nullptr) {
    world_.facts.push_back({asking.index, asking.recorded_at, asking.person, {}, asking.assurance, body});
    return;
  }
  for (Proposal& one : world_.proposals) {
    if (one.leaf != endorsement->proposal) continue;
    one.open = false;
    world_.facts.push_back({asking.index, asking.recorded_at, one.signer, asking.person, one.assurance, one.body});
  }
}

}  // namespace reference
