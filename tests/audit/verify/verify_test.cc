// The whole audit on a ledger filled through its own front door.
#include "audit/verify/verify.h"

#include <gtest/gtest.h>

#include "audit/verify/meaning.h"
#include "audit/verify/report.h"
#include "ledger/merkle/hashing.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

std::string told(const Audit& audit) {
  return textReport(audit, false);
}

TEST(Verify, FindsNothingWrongInAnHonestLedger) {
  World world;
  world.settle();
  world.work();
  Audit audit;
  verifyZip(zipOf(bundleOf(world.entries(), world.log_key)), {}, audit);
  EXPECT_EQ(audit.findings.verdict(), "OK") << told(audit);
  EXPECT_FALSE(audit.facts.pinned);
  EXPECT_NE(told(audit).find("key not pinned"), std::string::npos);
}

TEST(Verify, CountsMinutesAndMoney) {
  World world;
  world.settle();
  world.work();
  const auto members = bundleOf(world.entries(), world.log_key);
  const std::string figures(textOf(members.at("figures.json")));
  EXPECT_NE(figures.find("\"minutes\":{\"" + world.volunteer->person.text() + "\":120}"), std::string::npos) << figures;
  EXPECT_NE(figures.find("{\"awarded\":30000000,\"currency\":\"KZT\",\"disbursed\":25000000,\"onHand\":18000000,"
                         "\"returned\":0,\"spent\":7000000}"),
            std::string::npos)
      << figures;
}

TEST(Verify, HoldsThePinnedKeyAndLedger) {
  World world;
  const auto members = sealedLog(world.entries(), world.log_key);
  Request request;
  request.vkey = verifierKeyOf(world.log_key);
  request.ledger = world.id.bytes;
  Audit right;
  verifyMembers(members, request, right);
  EXPECT_EQ(right.findings.verdict(), "OK") << told(right);
  request.vkey = verifierKeyOf(world.first.key);
  Audit other_key;
  verifyMembers(members, request, other_key);
  EXPECT_EQ(other_key.findings.verdict(), "ORIGIN_MISMATCH") << told(other_key);
  EXPECT_TRUE(other_key.findings.has(Wrong::kBadNoteSignature));
  request.vkey = verifierKeyOf(world.log_key);
  request.ledger = world.subject().bytes;
  Audit other_ledger;
  verifyMembers(members, request, other_ledger);
  EXPECT_EQ(other_ledger.findings.verdict(), "ORIGIN_MISMATCH") << told(other_ledger);
}

TEST(Verify, SaysWhatABareTileFolderLeavesOpen) {
  World world;
  Audit audit;
  verifyMembers(sealedLog(world.entries(), world.log_key), {}, audit);
  EXPECT_EQ(audit.findings.verdict(), "OK") << told(audit);
  EXPECT_NE(told(audit).find("figures: not checked"), std::string::npos);
}

TEST(Verify, HoldsTheLogToItsEarlierCheckpoints) {
  World world;
  const auto before = world.entries();
  const auto old = checkpointOf(before, world.log_key);
  world.settle();
  const auto after = world.entries();
  Request request;
  request.old_checkpoints = {{"old", old}};
  Audit longer;
  verifyMembers(sealedLog(after, world.log_key), request, longer);
  EXPECT_EQ(longer.findings.verdict(), "OK") << told(longer);

  request.old_checkpoints = {{"old", checkpointOf(after, world.log_key)}};
  Audit shorter;
  verifyMembers(sealedLog(before, world.log_key), request, shorter);
  EXPECT_EQ(shorter.findings.verdict(), "ROLLBACK") << told(shorter);

  auto other = before;
  other.back()[100] ^= 1;
  request.old_checkpoints = {{"old", checkpointOf(other, world.log_key)}};
  Audit forked;
  verifyMembers(sealedLog(after, world.log_key), request, forked);
  EXPECT_EQ(forked.findings.verdict(), "FORK") << told(forked);
}

// One entry is not the one that was signed; the tiles of hashes are.
Members altered(World& world, std::size_t index) {
  auto entries = world.entries();
  Members members = sealedLog(entries, world.log_key);
  auto entry = *ledger::decodeEntry(entries[index]);
  entry.salt.bytes[0] ^= 1U;
  entries[index] = encode(entry);
  for (const auto& [name, bytes] : sealedLog(entries, world.log_key)) {
    if (name.starts_with("tile/entries/")) members[name] = bytes;
  }
  return members;
}

TEST(Verify, SumsUpWhatFollowsFromAnAlteredEntry) {
  World world;
  world.settle();
  world.work();
  Audit audit;
  verifyMembers(altered(world, 6), {}, audit);
  EXPECT_EQ(audit.findings.verdict(), "ENTRY_TAMPERED 6") << told(audit);
  const auto forks = audit.findings.count(Wrong::kFork);
  ASSERT_GT(forks, 2U);
  const std::string text = told(audit);
  EXPECT_NE(text.find("  … and " + std::to_string(forks - 1) +
                      " more of FORK that follow from ENTRY_TAMPERED 6: the entries after it cannot be judged\n"),
            std::string::npos)
      << text;
  const auto first = text.find("\n  FORK ");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("\n  FORK ", first + 1), std::string::npos) << text;
  EXPECT_NE(text.find("\n  root: the bytes of the entries do not give"), std::string::npos) << text;
  EXPECT_NE(jsonReport(audit).find("\"FORK\":" + std::to_string(forks)), std::string::npos) << jsonReport(audit);
  const std::string kazakh = textReport(audit, true, ledger::Language::kKazakh);
  const std::string meant = meaningOf(Wrong::kEntryTampered).in(ledger::Language::kKazakh) + "\n";
  EXPECT_TRUE(kazakh.ends_with("\nқорытынды ENTRY_TAMPERED 6\n" + meant)) << kazakh;
  for (const char* line : {"журнал ", "\nатауы ", "\nкөлемі ", "\nтүбірі ", "\nкуәгерлер=0\n", "\nкілт бекітілмеген\n",
                           "\nтексерілгені\n", "\nтексерілмегені\n", "\nуақыты\n", "\nтабылғаны: "})
    EXPECT_NE(kazakh.find(line), std::string::npos) << line << " in " << kazakh;
  EXPECT_NE(jsonReport(audit, ledger::Language::kRussian)
                .find(meaningOf(Wrong::kEntryTampered).in(ledger::Language::kRussian)),
            std::string::npos);
}

TEST(Verify, SaysOfWhatIsNotThereNothingElse) {
  Audit audit;
  verifyPath("/nowhere/at/all", {}, audit);
  EXPECT_EQ(told(audit),
            "checked\n  nothing\nnot checked\n  there is no file or folder /nowhere/at/all\nverdict COULD_NOT_CHECK\n" +
                meaningOf(audit.findings, false).in(ledger::Language::kEnglish) + "\n");
}

TEST(Verify, SaysWhatItCouldNotCheckWhereATileIsMissing) {
  World world;
  auto members = sealedLog(world.entries(), world.log_key);
  members.erase("tile/entries/000.p/2");
  Audit audit;
  verifyMembers(members, {}, audit);
  EXPECT_EQ(audit.findings.exitCode(), kExitNotChecked) << told(audit);
}

// A log that goes on in a later version of the schema: one submission of one command, changed by `change`.
std::vector<Buffer> continued(World& world,
                              const std::function<void(ledger::Bytes& command, ledger::Entry& event)>& change) {
  auto all = world.entries();
  auto submission = world.sign(
      world.first, {ledger::OfficeEstablish{world.subject(), ledger::OfficeKind::kNational, "", {"a", "b", "c"}}});
  ledger::Entry event;
  event.version = 1;
  event.body = ledger::EventBody{all.size(), 0, {}, {1, ledger::Effect::kEffective, 0, 0, {}}};
  change(submission.commands.at(0), event);
  auto header = *ledger::decodeHeader(submission.header);
  header.commands_root = ledger::leafHash(submission.commands[0]);
  submission.header = encode(header);
  submission.signatures[0].signature.bytes = world.first.key.sign(ledger::signedMessage(submission.header));
  std::get<ledger::EventBody>(event.body).command = submission.commands[0];
  ledger::Entry opening;
  opening.version = 1;
  opening.body = ledger::SubmissionBody{submission.header, submission.signatures};
  for (ledger::Entry* entry : {&opening, &event}) {
    entry->index = all.size();
    entry->previous = ledger::leafHash(all.back());
    entry->recorded_at = world.now().utc_ms;
    entry->salt = world.fresh<ledger::NonceId>();
    all.push_back(encode(*entry));
  }
  return all;
}

TEST(Verify, WhatItDoesNotKnowYetIsNeitherWrongNorRight) {
  const std::function<void(ledger::Bytes&, ledger::Entry&)> later[] = {
      // The discriminant of the command's union.
      [](auto& command, auto&) { command.at(8) = 0xEE; }, [](auto&, auto& event) { event.version = 2; },
      [](auto&, auto& event) { std::get<ledger::EventBody>(event.body).decision.rules = 9; }};
  for (const auto& change : later) {
    World world;
    const auto entries = continued(world, change);
    Audit audit;
    verifyMembers(sealedLog(entries, world.log_key), {}, audit);
    EXPECT_EQ(audit.findings.verdict(), "COULD_NOT_CHECK") << told(audit);
    EXPECT_EQ(audit.findings.exitCode(), kExitNotChecked);
    EXPECT_NE(told(audit).find("semantics not checked from entry 3 on"), std::string::npos) << told(audit);
    Audit other_key;
    verifyMembers(sealedLog(entries, world.first.key), {}, other_key);
    EXPECT_EQ(other_key.findings.exitCode(), kExitWrong) << "what is wrong is found all the same";
  }
}

TEST(Verify, ReadsLogsAroundTheEdgesOfTiles) {
  World world;
  world.settle();
  while (world.entries().size() < 520) world.enrol();
  const auto all = world.entries();
  for (const std::size_t size : {2U, 4U, 254U, 256U, 258U, 512U, 514U}) {
    const std::vector<Buffer> entries(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
    Audit audit;
    verifyMembers(sealedLog(entries, world.log_key), {}, audit);
    EXPECT_EQ(audit.findings.verdict(), "OK") << size << "\n" << told(audit);
  }
}

}  // namespace
}  // namespace audit::tests
