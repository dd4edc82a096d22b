// Changes of the log's key, declarations of what a ledger lost and dismissals that the front door refuses, put into the
// log all the same.
#include <gtest/gtest.h>

#include <utility>

#include "ledger/rules/succession.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

class SuccessionWorld : public World {
 public:
  SuccessionWorld() {
    settle();
    operating = enrol();
    give(*operating, Role::kOperator);
    say(*operating, rotation(log_key, next), Visibility::kPublic);
    log_key = next;
    agree(first, second, declared, Visibility::kPublic);
    audit = subject();
    finding = subject();
    say(*auditor, AuditOpen{audit, grantee, {}, 20000, 20100, digest(), now()}, Visibility::kScoped);
    say(*auditor, FindingRaise{finding, audit, "E05", Severity::kHigh, {}, digest(), now()}, Visibility::kScoped);
  }
  LogKeyRotate rotation(const KeyPair& before, const KeyPair& after) {
    const ledger::Bytes message = logKeyMessage(id, actorKeyOf(before), actorKeyOf(after));
    LogKeyRotate out{actorKeyOf(after), {}, {}, now()};
    out.old_signature.bytes = before.sign(message);
    out.new_signature.bytes = after.sign(message);
    return out;
  }
  RecoveryDeclare recovery() {
    return {
        fresh<LedgerId>(), "log.example/lost", actorKeyOf(lost_key), {9, digest()}, {12, digest()}, digest(), now()};
  }
  FindingDismiss dismissal(DismissalReason reason) { return {finding, reason, digest(), now()}; }

  const KeyPair founding_key = log_key, next = newActor().key, third = newActor().key, lost_key = newActor().key;
  RecoveryDeclare declared = recovery();
  std::optional<Actor> operating;
  SubjectId audit, finding;
};

SuccessionWorld& world() {
  static SuccessionWorld made;
  return made;
}

// Sealed by the key that is the log's once that is in it.
std::string rotates(const Actor& actor, const LogKeyRotate& command, const KeyPair& sealing) {
  auto& w = world();
  const KeyPair kept = std::exchange(w.log_key, sealing);
  Forgery forgery{command};
  forgery.visibility = Visibility::kPublic;
  std::string found = w.broken(actor, forgery);
  w.log_key = kept;
  return found;
}
std::string broken(const Actor& actor, const CommandBody& body, Effect effect = Effect::kEffective) {
  Forgery forgery{body};
  forgery.visibility = traitsOf(body.kind()).visibility;
  forgery.decision.effect = effect;
  return world().broken(actor, forgery);
}
std::string declares(const RecoveryDeclare& command) {
  return broken(world().first, command, Effect::kProposed);
}

TEST(ViolationOfSuccession, HonestOnesBreakNothing) {
  auto& w = world();
  EXPECT_EQ(rotates(*w.operating, w.rotation(w.next, w.third), w.third), "");
  EXPECT_EQ(declares(w.recovery()), "");
  EXPECT_EQ(broken(*w.auditor, w.dismissal(DismissalReason::kExplained)), "");
}

TEST(ViolationOfSuccession, KeysOfTheLog) {
  auto& w = world();
  EXPECT_EQ(rotates(w.first, w.rotation(w.next, w.third), w.third), only("ROLE_MISSING"));
  EXPECT_EQ(rotates(*w.operating, w.rotation(w.next, w.founding_key), w.next), only("KEY_TAKEN"));
  EXPECT_EQ(broken(*w.operating, w.rotation(w.next, w.next)), only("KEY_TAKEN"));
  EXPECT_EQ(rotates(*w.operating, w.rotation(w.next, w.volunteer->key), w.volunteer->key), only("KEY_TAKEN"));
  EXPECT_EQ(broken(*w.operating, w.rotation(w.founding_key, w.third)), only("BAD_POSSESSION")) << "by a key of before";
  LogKeyRotate half = w.rotation(w.next, w.third);
  half.new_signature = half.old_signature;
  EXPECT_EQ(broken(*w.operating, half), only("BAD_POSSESSION"));
  LogKeyRotate weak = w.rotation(w.next, w.third);
  weak.key = {};
  EXPECT_EQ(broken(*w.operating, weak), only("KEY_REJECTED"));
}

TEST(ViolationOfSuccession, LossesOfAnotherLedger) {
  auto& w = world();
  EXPECT_EQ(broken(w.first, w.recovery()), only("DECISION_DIFFERS")) << "by one person";
  EXPECT_EQ(broken(*w.operating, w.recovery(), Effect::kProposed), "ROLE_MISSING DECISION_DIFFERS ");
  EXPECT_EQ(declares(w.declared), only("WRONG_STATE"));
  RecoveryDeclare lie = w.recovery();
  lie.ledger = w.id;
  EXPECT_EQ(declares(lie), only("WRONG_LEDGER"));
  lie = w.recovery();
  lie.origin = kOrigin;
  EXPECT_EQ(declares(lie), only("WRONG_LEDGER"));
  lie.origin = "with space";
  EXPECT_EQ(declares(lie), only("BAD_ORIGIN"));
  lie = w.recovery();
  lie.log_key = actorKeyOf(w.founding_key);
  EXPECT_EQ(declares(lie), only("KEY_TAKEN"));
  lie.log_key = {};
  EXPECT_EQ(declares(lie), only("KEY_REJECTED"));
  lie = w.recovery();
  lie.newest.size = lie.common.size;
  EXPECT_EQ(declares(lie), only("BAD_RANGE"));
  lie = w.recovery();
  lie.common.size = 0;
  EXPECT_EQ(declares(lie), only("BAD_RANGE"));
}

TEST(ViolationOfSuccession, Dismissals) {
  auto& w = world();
  EXPECT_EQ(broken(*w.auditor, w.dismissal(DismissalReason::kNone)), only("REASON_MISSING"));
  EXPECT_EQ(broken(*w.officer, w.dismissal(DismissalReason::kExplained)), "ROLE_MISSING AUDITOR_INVOLVED ");
}

// The log's key changes at a size: what is longer is signed by the new one, and who pinned the old one goes over.
class Rotated : public ::testing::Test {
 protected:
  std::string verdict(const Members& log, const std::optional<KeyPair>& pinned, const std::vector<Buffer>& old = {}) {
    Request request;
    if (pinned) request.vkey = verifierKeyOf(*pinned);
    for (const Buffer& one : old) request.old_checkpoints.emplace_back("old", one);
    audit_ = {};
    verifyMembers(log, request, audit_);
    std::string told = audit_.findings.verdict();
    for (const Finding& finding : audit_.findings.sorted()) told += "\n" + finding.sentence;
    return told;
  }

  SuccessionWorld& w = world();
  const std::vector<Buffer> entries_ = w.entries();
  Audit audit_;
};

TEST_F(Rotated, TheNewKeySignsAndBothPinsHold) {
  const Members log = sealedLog(entries_, w.next);
  for (const auto& pinned : {std::optional<KeyPair>(), std::optional(w.founding_key), std::optional(w.next)})
    EXPECT_EQ(verdict(log, pinned), "OK");
  EXPECT_TRUE(verdict(log, w.third).starts_with("ORIGIN_MISMATCH"));
}

TEST_F(Rotated, TheOldKeyAloneSignsNothingThatIsLonger) {
  const Members log = sealedLog(entries_, w.founding_key);
  for (const auto& pinned : {std::optional<KeyPair>(), std::optional(w.founding_key), std::optional(w.next)})
    EXPECT_TRUE(verdict(log, pinned).starts_with("BAD_SIGNATURE")) << verdict(log, pinned);
}

TEST_F(Rotated, BothMaySignAndNeitherLineMayBeWrong) {
  Members log = sealedLog(entries_, w.next);
  const Buffer by_old = checkpointOf(entries_, w.founding_key);
  const std::string note(textOf(Bytes(by_old)));
  const std::string line = note.substr(note.rfind("\xE2\x80\x94"));
  Buffer& checkpoint = log["checkpoint"];
  checkpoint.insert(checkpoint.end(), line.begin(), line.end());
  EXPECT_EQ(verdict(log, w.founding_key), "OK");
  EXPECT_EQ(audit_.facts.other_signatures, 0U);
  checkpoint[checkpoint.size() - 12] ^= 1;
  EXPECT_TRUE(verdict(log, w.next).starts_with("BAD_SIGNATURE"));
}

TEST_F(Rotated, WhatWasSignedBeforeStaysValid) {
  const std::vector<Buffer> before(entries_.begin(), entries_.begin() + 6);
  const Buffer old = checkpointOf(before, w.founding_key);
  const Members log = sealedLog(entries_, w.next);
  EXPECT_EQ(verdict(log, w.founding_key, {old}), "OK");
  EXPECT_EQ(verdict(log, w.next, {old}), "OK");
  EXPECT_TRUE(verdict(log, w.next, {checkpointOf(before, w.next)}).starts_with("BAD_SIGNATURE"))
      << "by a key that was not the log's yet";
  EXPECT_EQ(verdict(sealedLog(before, w.founding_key), w.founding_key), "OK");
}

TEST_F(Rotated, IntegrityAloneFollowsTheKeysToo) {
  Request request;
  request.vkey = verifierKeyOf(w.founding_key);
  request.integrity_only = true;
  Audit audit;
  verifyMembers(sealedLog(entries_, w.next), request, audit);
  EXPECT_EQ(audit.findings.verdict(), "OK");
}

}  // namespace
}  // namespace audit::tests
