// Submissions that the front door refuses, put into the log all the same: by whom, when and over what they are signed.
#include <gtest/gtest.h>

#include "ledger/merkle/hashing.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

World& world() {
  static World made;
  static const bool kFilled = [] {
    made.settle();
    return true;
  }();
  static_cast<void>(kFilled);
  return made;
}

Forgery registration() {
  auto& w = world();
  return {PersonRegister{w.fresh<PersonId>(), w.office, "KZ-ALA", AgeBand::kUnknown, AgeBasis::kDeclared, {}}};
}

Forgery signedSo(std::function<void(SubmissionDraft&)> before) {
  auto forgery = registration();
  forgery.before = std::move(before);
  return forgery;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

TEST(ViolationOfSubmissions, CanaryAnHonestSubmissionBreaksNothing) {
  expectOnly("", world().first, registration());
}

TEST(ViolationOfSubmissions, Times) {
  expectOnly("EXPIRED", world().first, signedSo([](auto& draft) {
               draft.signed_at -= 2 * kMsPerDay;
               draft.expires_at = draft.signed_at + kMsPerDay;
             }));
  expectOnly("EXPIRY_TOO_FAR", world().first,
             signedSo([](auto& draft) { draft.expires_at = draft.signed_at + 31 * kMsPerDay; }));
  expectOnly("EXPIRY_TOO_FAR", world().first, signedSo([](auto& draft) {
               draft.signed_at += kMsPerMinute;
               draft.expires_at = draft.signed_at - 1;
             }));
  expectOnly("SIGNED_IN_FUTURE", world().first, signedSo([](auto& draft) { draft.signed_at += 3 * kMsPerMinute; }));
}

TEST(ViolationOfSubmissions, LedgerAndId) {
  auto& w = world();
  expectOnly("WRONG_LEDGER", w.first, signedSo([&](auto& draft) { draft.ledger = w.fresh<LedgerId>(); }));
  SubmissionId taken;
  w.submit(w.sign(w.first, signedSo([&](auto& draft) { taken = draft.submission; })));
  expectOnly("SUBMISSION_CONFLICT", w.first, signedSo([&](auto& draft) { draft.submission = taken; }));
}

TEST(ViolationOfSubmissions, WhatItsSignerHadSeen) {
  auto& w = world();
  expectOnly("SEEN_DIFFERS", w.first, signedSo([](auto& draft) { draft.seen.root.bytes[0] ^= 1; }));
  expectOnly("SEEN_DIFFERS", w.first, signedSo([](auto& draft) { draft.seen.size += 100; }));
  const auto nothing = signedSo([](auto& draft) { draft.seen = {0, ledger::emptyRoot()}; });
  auto flagged = nothing;
  flagged.decision.flags = {Flag::kFirstSeen};
  expectOnly("", w.second, flagged);
  expectOnly("DECISION_DIFFERS", w.second, nothing);
  w.submit(w.sign(w.second, nothing));
  auto again = registration();
  again.before = nothing.before;
  again.decision = flagged.decision;
  expectOnly("SEEN_ZERO_TAKEN", w.second, again);
}

TEST(ViolationOfSubmissions, KeysAndSignatures) {
  auto& w = world();
  Actor leaver = w.enrol();
  w.give(leaver, Role::kClerk);
  expectOnly("", leaver, registration());
  w.say(leaver, KeyRevoke{leaver.person, actorKeyOf(leaver.key), KeyRevocation::kLost, 0}, Visibility::kPrivate);
  expectOnly("KEY_REVOKED", leaver, registration());
  auto forgery = registration();
  forgery.after = [](Submission& submission) { submission.signatures.at(0).signature.bytes[0] ^= 1; };
  expectOnly("SIG_INVALID", w.first, forgery);
  forgery.after = [&w](Submission& submission) {
    submission.commands.at(0) = w.sign(w.first, registration()).commands.at(0);
  };
  expectOnly("COMMANDS_MISMATCH", w.first, forgery);
}

TEST(ViolationOfSubmissions, Expectations) {
  auto& w = world();
  auto forgery = registration();
  forgery.expects = {{w.subject(), 0}};
  expectOnly("", w.first, forgery);
  forgery = registration();
  forgery.expects = {{w.subject(), 1}};
  expectOnly("VERSION_CONFLICT", w.first, forgery);
  forgery = registration();
  for (int i = 0; i < 17; ++i) forgery.expects.push_back({w.subject(), 0});
  expectOnly("TOO_LARGE", w.first, forgery);
}

TEST(ViolationOfSubmissions, Proposals) {
  auto& w = world();
  const Names names{"a", "b", "c"};
  const auto define = [&] { return ProgrammeDefine{w.subject(), w.office, "umit", names}; };
  const auto endorsement = [&](const Digest& proposal, std::uint64_t position) {
    return Forgery{
        Endorse{proposal}, Visibility::kPublic, Assurance::kSelf, {kRulesVersion, Effect::kEffective, 0, position, {}}};
  };
  const auto old = w.propose(w.first, define(), Visibility::kPublic);
  const std::uint64_t old_position = w.entries().size() - 1;
  const auto closed = w.propose(w.first, define(), Visibility::kPublic);
  const std::uint64_t closed_position = w.entries().size() - 1;
  w.submit(w.sign(w.second, {Endorse{closed}, Visibility::kPublic}));
  EXPECT_NE(w.broken(w.second, endorsement(closed, closed_position)).find("PROPOSAL_CLOSED "), std::string::npos);
  w.wait(14 * 1440);
  expectOnly("", w.second, endorsement(old, old_position));
  w.wait(1);
  expectOnly("PROPOSAL_EXPIRED", w.second, endorsement(old, old_position));
}

// Two authorities propose a coordinator; then the proposer, now an officer there, could appoint one alone.
TEST(ViolationOfSubmissions, AProposalThatNeedsNoSecondPersonAnyMore) {
  auto& w = world();
  const Actor coordinator = w.enrol();
  const auto proposal =
      w.propose(w.first, RoleGrant{coordinator.person, Role::kCoordinator, w.grantee, 0}, Visibility::kPrivate);
  const std::uint64_t position = w.entries().size() - 1;
  w.agree(w.second, w.first, RoleGrant{w.first.person, Role::kOfficer, w.grantee, 0}, Visibility::kPrivate);
  expectOnly("PROPOSAL_CLOSED", w.second,
             {Endorse{proposal},
              Visibility::kPrivate,
              Assurance::kSelf,
              {kRulesVersion, Effect::kEffective, 0, position, {}}});
}

}  // namespace
}  // namespace audit::tests
