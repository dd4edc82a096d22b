// Model — the second, plain-minded judge: proposals, endorsements, and the commands about hours and grants.
//
// Shape    judge() says what should become of a command; take() notes what became of it.
// Threads  one.
// Source   ledger/schema/README.md, sections 5 and 6.
#pragma once

#include "tests/reference/grant_money.h"
#include "tests/reference/hours_model.h"

namespace reference {

class Model {
 public:
  Model(Scene scene, std::uint16_t rules, Fault fault) {
    world_.scene = std::move(scene);
    world_.rules = rules;
    world_.fault = fault;
  }

  Verdict judge(const ledger::CommandBody& body, const Asking& asking) const;
  // Requires that it was accepted, with the leaf hash of its entry.
  void take(const ledger::CommandBody& body, const Asking& asking, const Verdict& verdict, const ledger::Digest& leaf);

  const World& world() const { return world_; }

 private:
  const Proposal* proposal(const ledger::Digest& leaf) const;
  Verdict judgeEndorsement(const ledger::Endorse& endorsement, const Asking& asking) const;
  Verdict judgeBody(const ledger::CommandBody& body, const Asking& asking) const;

  World world_;
};

}  // namespace reference
