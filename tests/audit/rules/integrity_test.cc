// L01–L09: what the audit of a log finds is a finding of a rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/rules/integrity_rules.h"
#include "ledger/merkle/hashing.h"
#include "ledger/seal/checkpoint.h"
#include "ledger/seal/cosignature.h"
#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

Outcome lookAt(const Members& members, const char* rule, const audit::Request& request = {}) {
  RulesReport report;
  RulesQuestion question;
  question.only = {ruleOf(rule)};
  question.request = request;
  auditRules(*archiveOf(members), question, report);
  return std::move(report.outcomes.at(0));
}

// The log with one entry changed; chained anew after that or not.
Members changed(RulesWorld& world, const std::function<void(ledger::Entry&)>& change, bool rechained) {
  std::vector<ledger::Entry> entries;
  for (const Buffer& bytes : world.entries()) entries.push_back(*decodeEntry(bytes));
  if (!rechained) change(entries[20]);
  if (rechained) {
    World::rechain(entries);
    change(entries[20]);
    Digest previous = leafHash(encode(entries[20]));
    for (std::size_t i = 21; i < entries.size(); ++i) {
      entries[i].previous = previous;
      previous = leafHash(encode(entries[i]));
    }
  }
  std::vector<Buffer> log;
  for (const auto& entry : entries) log.push_back(encode(entry));
  return sealedLog(log, world.log_key);
}

TEST(IntegrityRules, AnHonestLogRaisesNone) {
  RulesWorld world;
  const Members members = bundleOf(world.entries(), world.log_key);
  for (const Rule& rule : integrityRules())
    EXPECT_EQ(lookAt(members, std::string(rule.id).c_str()).raised, 0U) << rule.id;
}

TEST(IntegrityRules, ABrokenChainIsL01) {
  RulesWorld world;
  const Members members = changed(
      world, [](auto& entry) { entry.salt.bytes[0] ^= 1U; }, false);
  EXPECT_EQ(lookAt(members, "L01").raised, 1U);
  EXPECT_EQ(lookAt(members, "L04").raised, 0U);
  EXPECT_EQ(lookAt(members, "L05").raised, 0U);
}

TEST(IntegrityRules, AnotherRootIsL02) {
  RulesWorld world;
  Members members = sealedLog(world.entries(), world.log_key);
  EXPECT_EQ(lookAt(members, "L02").raised, 0U);
  for (auto& [name, bytes] : members) {
    if (name.starts_with("tile/0/")) bytes[5] ^= 1U;
  }
  EXPECT_GT(lookAt(members, "L02").raised, 0U);
}

TEST(IntegrityRules, AnAlteredEntryIsL02AndNoForkOfThoseAfterIt) {
  RulesWorld world;
  auto entries = world.entries();
  Members members = sealedLog(entries, world.log_key);
  auto entry = *decodeEntry(entries[20]);
  entry.salt.bytes[0] ^= 1U;
  entries[20] = encode(entry);
  for (const auto& [name, bytes] : sealedLog(entries, world.log_key)) {
    if (name.starts_with("tile/entries/")) members[name] = bytes;
  }
  EXPECT_EQ(lookAt(members, "L02").raised, 1U);
  const Outcome forks = lookAt(members, "L03");
  EXPECT_EQ(forks.raised, 0U);
  EXPECT_EQ(forks.checked, Checked::kPart);
  EXPECT_THAT(textOf(forks.missing.at(0), Language::kEnglish),
              ::testing::EndsWith("follow from the altered entry 20: the entries after it cannot be judged"));
}

TEST(IntegrityRules, AShorterOrOtherLogIsL03) {
  RulesWorld world;
  const auto earlier = world.entries();
  const Members before = sealedLog(earlier, world.log_key);
  world.pass();
  const Members after = sealedLog(world.entries(), world.log_key);
  audit::Request request;
  request.old_checkpoints = {{"old", checkpointOf(earlier, world.log_key)}};
  EXPECT_EQ(lookAt(after, "L03", request).raised, 0U);
  EXPECT_EQ(lookAt(after, "L03", request).checked, Checked::kWhole);
  request.old_checkpoints = {{"old", checkpointOf(world.entries(), world.log_key)}};
  EXPECT_EQ(lookAt(before, "L03", request).raised, 1U);
  EXPECT_EQ(lookAt(before, "L03").checked, Checked::kPart);
}

TEST(IntegrityRules, AWrongNumberIsL04) {
  RulesWorld world;
  const Members members = changed(
      world, [](auto& entry) { ++entry.index; }, true);
  EXPECT_EQ(lookAt(members, "L04").raised, 1U);
  EXPECT_EQ(lookAt(members, "L05").raised, 0U);
}

TEST(IntegrityRules, AClockThatRunsBackIsL05) {
  RulesWorld world;
  const Members members = changed(
      world, [](auto& entry) { entry.recorded_at -= 1; }, true);
  const Outcome outcome = lookAt(members, "L05");
  ASSERT_EQ(outcome.findings.size(), 1U);
  EXPECT_EQ(lookAt(members, "L04").raised, 0U);
  const Sentence& sentence = outcome.findings[0].sentence;
  EXPECT_THAT(textOf(sentence, Language::kKazakh), ::testing::StartsWith("20-жазба: алдыңғысынан бұрын жазылған ("));
  EXPECT_THAT(textOf(sentence, Language::kRussian), ::testing::StartsWith("Запись 20: записана раньше предыдущей ("));
}

TEST(IntegrityRules, ASignatureOfNobodyIsL06) {
  RulesWorld world;
  const Actor stranger = world.newActor();
  const auto register_person = [&] {
    return Forgery{
        PersonRegister{world.fresh<PersonId>(), world.office, "KZ-ALA", AgeBand::kUnknown, AgeBasis::kDeclared, {}},
        kPrivateClass};
  };
  EXPECT_EQ(lookAt(sealedLog(world.forged(world.first, register_person()), world.log_key), "L06").raised, 0U);
  EXPECT_GT(lookAt(sealedLog(world.forged(stranger, register_person()), world.log_key), "L06").raised, 0U);
  Forgery spoilt = register_person();
  spoilt.after = [](Submission& submission) { submission.signatures[0].signature.bytes[0] ^= 1U; };
  EXPECT_EQ(lookAt(sealedLog(world.forged(world.first, spoilt), world.log_key), "L06").raised, 1U);
}

TEST(IntegrityRules, OtherFiguresAreL07) {
  RulesWorld world;
  world.spend(world.paid(), 700'000);
  Members members = bundleOf(world.entries(), world.log_key);
  Buffer& figures = members["figures.json"];
  std::string text(audit::textOf(Bytes(figures)));
  text.replace(text.find("700000"), 6, "700001");
  figures.assign(text.begin(), text.end());
  EXPECT_GT(lookAt(members, "L07").raised, 0U);
  EXPECT_EQ(lookAt(sealedLog(world.entries(), world.log_key), "L07").checked, Checked::kNot);
}

TEST(IntegrityRules, AnotherPolicyIsL08) {
  RulesWorld world;
  Forgery other{
      PersonRegister{world.fresh<PersonId>(), world.office, "KZ-ALA", AgeBand::kUnknown, AgeBasis::kDeclared, {}},
      kPrivateClass};
  other.decision.policy = 5;
  EXPECT_EQ(lookAt(sealedLog(world.forged(world.first, other), world.log_key), "L08").raised, 1U);
}

TEST(IntegrityRules, TooFewWitnessesAreL09) {
  constexpr std::uint64_t kTime = 1'772'341'200;
  const char* name = "witness.example/w1";
  const KeyPair key = *KeyPair::fromSeed(Seed{41});
  RulesWorld world;
  Members members = sealedLog(world.entries(), world.log_key);
  audit::Request request;
  const std::string policy =
      "witness w1 " + vkeyText(verifierKey(name, NoteKeyType::kCosignature, key.publicKey())) + "\nquorum w1\n";
  request.witnesses = audit::WitnessDemand{*audit::readPolicy(policy).policy, kTime};
  EXPECT_EQ(lookAt(members, "L09", request).raised, 1U);
  std::string note(audit::textOf(Bytes(members["checkpoint"])));
  const auto line = cosign(note.substr(0, note.rfind("\n\n") + 1), kTime, name, key);
  Buffer bytes;
  appendBigEndian32(bytes, line.key_id);
  bytes.insert(bytes.end(), line.signature.begin(), line.signature.end());
  note += "\xE2\x80\x94 " + line.name + " " + base64Of(bytes) + "\n";
  members["checkpoint"] = Buffer(note.begin(), note.end());
  const Outcome outcome = lookAt(members, "L09", request);
  EXPECT_EQ(outcome.raised, 0U);
  EXPECT_EQ(outcome.checked, Checked::kWhole);
}

TEST(IntegrityRules, WitnessesWhoWereNotJudgedAreSaid) {
  RulesWorld world;
  EXPECT_EQ(lookAt(sealedLog(world.entries(), world.log_key), "L09").checked, Checked::kPart);
}

}  // namespace
}  // namespace audit::tests
