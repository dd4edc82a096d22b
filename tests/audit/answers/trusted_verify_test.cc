// The audit after an audit: what was judged is not judged again, and nothing of another log is ever taken for it.
#include "audit/answers/trusted_verify.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "audit/log/tiles.h"
#include "audit/log/whole_file.h"
#include "audit/verify/report.h"
#include "ledger/rules/heads.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

class TrustedVerify : public ::testing::Test {
 protected:
  TrustedVerify() {
    world_.settle();
    request_.vkey = verifierKeyOf(world_.log_key);
    request_.threads = 1;
  }

  Members sealed(const std::vector<Buffer>& entries) const { return sealedLog(entries, world_.log_key); }
  Audit judgedMembers(const Members& members) const {
    std::filesystem::remove_all(folder_ / "log");
    Audit audit;
    verifyTrusted(writeMembers(members, folder_ / "log"), request_, store_, audit);
    return audit;
  }
  Audit judged(const std::vector<Buffer>& entries) const { return judgedMembers(sealed(entries)); }
  // Without the store.
  Audit judgedAlone(const std::vector<Buffer>& entries) const {
    Audit audit;
    verifyMembers(sealed(entries), request_, audit);
    return audit;
  }

  std::optional<Buffer> kept() const { return readWhole(store_.judgedFileOf(kOrigin), kJudgedBytesMax); }
  Judged recordOf(const std::vector<Buffer>& entries) const {
    return {thisAuditor(), world_.id.bytes, *request_.vkey,
            *SignedCheckpoint::parse(checkpointOf(entries, world_.log_key))};
  }
  // As if that had been judged, and nothing else ever.
  void write(std::string_view record) const {
    std::filesystem::remove_all(folder_ / "store");
    writeFile(store_.judgedFileOf(kOrigin), bytesOf(record));
  }

  Forgery registration() {
    return {ledger::PersonRegister{world_.fresh<ledger::PersonId>(),
                                   world_.office,
                                   "KZ-ALA",
                                   ledger::AgeBand::kUnknown,
                                   ledger::AgeBasis::kDeclared,
                                   {}}};
  }
  Forgery signedWrongly() {
    Forgery spoilt = registration();
    spoilt.after = [](ledger::Submission& submission) { submission.signatures[0].signature.bytes[0] ^= 1U; };
    return spoilt;
  }
  std::vector<Buffer> withAKeyUnproven() {
    const Forgery unproven{
        ledger::KeyRegister{world_.volunteer->person, ledger::actorKeyOf(world_.newActor().key), {{1}}}};
    return world_.forged(*world_.volunteer, unproven);
  }
  std::vector<Buffer> withOtherHeads() {
    const Actor operating = world_.enrol();
    world_.give(operating, ledger::Role::kOperator);
    ledger::StreamHeads heads;
    const ledger::Position at = world_.front().sealed().size + 1;
    world_.front().inspect(
        [&](const ledger::State& state) { heads = ledger::headsOf(*ledger::headTreesOf(state), at); });
    heads.persons.root.bytes[0] ^= 1;
    return world_.forged(operating, Forgery{heads, ledger::Visibility::kPublic});
  }

  World world_;
  ::tests::TempFolder folder_;
  TrustStore store_{folder_ / "store"};
  Request request_;
};

std::string wordsOf(const Audit& audit) {
  return textReport(audit, false);
}

bool isNotChecked(const Audit& audit, std::string_view words) {
  return std::ranges::any_of(audit.findings.notCheckedList(),
                             [&](const std::string& sentence) { return sentence.find(words) != std::string::npos; });
}

TEST_F(TrustedVerify, DoesNotJudgeTheSignaturesOfTheSameLogAgain) {
  const auto entries = world_.entries();
  const Audit first = judged(entries);
  EXPECT_EQ(first.findings.verdict(), "OK") << wordsOf(first);
  EXPECT_EQ(first.facts.signatures, judgedAlone(entries).facts.signatures);
  EXPECT_GT(first.facts.signatures, 10U);
  EXPECT_EQ(first.facts.trusted, 0U);
  const auto before = kept();
  ASSERT_TRUE(before);
  EXPECT_EQ(textOf(Bytes(*before)), recordOf(entries).text());
  EXPECT_EQ(std::filesystem::status(store_.judgedFileOf(kOrigin)).permissions(), std::filesystem::perms(0600));

  const Audit again = judged(entries);
  EXPECT_EQ(again.findings.verdict(), "OK") << wordsOf(again);
  EXPECT_EQ(again.facts.signatures, 0U);
  EXPECT_EQ(again.facts.trusted, entries.size());
  EXPECT_EQ(again.facts.events, first.facts.events) << "its rules are judged all the same";
  EXPECT_TRUE(isNotChecked(again, "in entries 0…" + std::to_string(entries.size() - 1) +
                                      ": trusted since the audit at size " + std::to_string(entries.size()) +
                                      ", not checked again"))
      << wordsOf(again);
  EXPECT_EQ(kept(), before);
}

TEST_F(TrustedVerify, JudgesAllOfWhatIsNew) {
  const auto before = world_.entries();
  ASSERT_EQ(judged(before).findings.verdict(), "OK");
  const auto wrong = judged(world_.forged(world_.first, signedWrongly()));
  EXPECT_TRUE(wrong.findings.has(Wrong::kBadActorSignature)) << wordsOf(wrong);
  EXPECT_EQ(textOf(Bytes(*kept())), recordOf(before).text()) << "what is not in order changes nothing";

  world_.work();
  const auto after = world_.entries();
  request_.threads = 2;
  const Audit grown = judged(after);
  EXPECT_EQ(grown.findings.verdict(), "OK") << wordsOf(grown);
  EXPECT_EQ(grown.facts.trusted, before.size());
  EXPECT_GT(grown.facts.signatures, 0U);
  EXPECT_EQ(grown.facts.signatures + judgedAlone(before).facts.signatures, judgedAlone(after).facts.signatures);
  EXPECT_EQ(textOf(Bytes(*kept())), recordOf(after).text());
  EXPECT_EQ(judged(after).facts.trusted, after.size());
}

TEST_F(TrustedVerify, FindsEveryChangedByteBelow) {
  const auto entries = world_.entries();
  ASSERT_EQ(judged(entries).findings.verdict(), "OK");
  const auto before = kept();
  const Members whole = sealed(entries);
  const std::string tile = tileAt(kEntriesLevel, 0, entries.size()).text();
  for (std::size_t i = 2; i < whole.at(tile).size(); i += 499) {
    Members changed = whole;
    changed[tile][i] = static_cast<std::uint8_t>(changed[tile][i] ^ 1U);
    EXPECT_NE(judgedMembers(changed).findings.exitCode(), kExitOk) << "byte " << i;
    EXPECT_EQ(kept(), before);
  }
  // The operator signs what was changed.
  for (std::size_t i = 2; i < entries.size(); i += 7) {
    auto changed = entries;
    changed[i].back() = static_cast<std::uint8_t>(changed[i].back() ^ 1U);
    const Audit audit = judged(changed);
    EXPECT_TRUE(audit.findings.has(Wrong::kFork)) << "entry " << i << wordsOf(audit);
    EXPECT_EQ(kept(), before);
  }
}

TEST_F(TrustedVerify, AForgedSignatureBelowIsAFork) {
  const auto honest = world_.forged(world_.first, registration());
  const auto forged = world_.forged(world_.first, signedWrongly());
  ASSERT_EQ(honest.size(), forged.size());
  ASSERT_EQ(judged(honest).findings.verdict(), "OK");
  const auto before = kept();
  const auto longer = world_.forged({{world_.first, signedWrongly()}, {world_.first, registration()}});
  for (const auto& entries : {forged, longer}) {
    const Audit audit = judged(entries);
    EXPECT_TRUE(audit.findings.has(Wrong::kFork)) << wordsOf(audit);
    EXPECT_TRUE(isNotChecked(audit, "these are not the entries of the audit at size")) << wordsOf(audit);
    EXPECT_EQ(audit.facts.trusted, 0U);
    EXPECT_EQ(kept(), before);
  }
}

TEST_F(TrustedVerify, AShorterLogIsARollbackAndJudgedInFull) {
  const auto before = world_.entries();
  const auto wrong = world_.forged(world_.first, signedWrongly());
  world_.work();
  ASSERT_EQ(judged(world_.entries()).findings.verdict(), "OK");
  const auto record = kept();
  const Audit shorter = judged(before);
  EXPECT_EQ(shorter.findings.verdict(), "ROLLBACK") << wordsOf(shorter);
  EXPECT_EQ(shorter.facts.signatures, judgedAlone(before).facts.signatures);
  EXPECT_TRUE(judged(wrong).findings.has(Wrong::kBadActorSignature));
  EXPECT_EQ(kept(), record);
}

// A record that lies shows what rests on it: these, and nothing else.
TEST_F(TrustedVerify, LeavesOutSignaturesProofsAndHeadsButNoRule) {
  for (const auto& entries : {world_.forged(world_.first, signedWrongly()), withAKeyUnproven(), withOtherHeads()}) {
    const Audit alone = judgedAlone(entries);
    EXPECT_EQ(alone.findings.exitCode(), kExitWrong) << wordsOf(alone);
    write(recordOf(entries).text());
    const Audit audit = judged(entries);
    EXPECT_EQ(audit.findings.verdict(), "OK") << wordsOf(audit);
  }
  const Forgery alone_granted{ledger::RoleGrant{world_.volunteer->person, ledger::Role::kFunder, world_.funder, 0}};
  const auto unruly = world_.forged(world_.first, alone_granted);
  write(recordOf(unruly).text());
  EXPECT_TRUE(judged(unruly).findings.has(Wrong::kRuleViolation));
}

TEST_F(TrustedVerify, WhatAnotherVersionJudgedIsJudgedAgain) {
  const auto entries = world_.entries();
  Judged other = recordOf(entries);
  other.by = "asar-audit 0.0.9, rules 2, signatures 1";
  write(other.text());
  const Audit audit = judged(entries);
  EXPECT_EQ(audit.findings.verdict(), "OK") << wordsOf(audit);
  EXPECT_EQ(audit.facts.signatures, judgedAlone(entries).facts.signatures);
  EXPECT_EQ(audit.facts.trusted, 0U);
  EXPECT_TRUE(isNotChecked(audit, other.by)) << wordsOf(audit);
  EXPECT_TRUE(isNotChecked(audit, thisAuditor())) << wordsOf(audit);
  EXPECT_EQ(textOf(Bytes(*kept())), recordOf(entries).text()) << "from now on this one's";
  write(other.text());
  const Audit fork = judged(world_.forged(world_.first, signedWrongly()));
  EXPECT_TRUE(fork.findings.has(Wrong::kBadActorSignature));
}

TEST_F(TrustedVerify, ADamagedRecordIsNeverIgnored) {
  const auto entries = world_.entries();
  std::string damaged = recordOf(entries).text();
  damaged[20] = static_cast<char>(damaged[20] ^ 1);
  for (const std::string& record : {damaged, std::string(), std::string("asar/judged/v2\n")}) {
    write(record);
    const Audit audit = judged(entries);
    EXPECT_EQ(audit.findings.exitCode(), kExitNotChecked) << wordsOf(audit);
    EXPECT_TRUE(isNotChecked(audit, "is damaged; take it away")) << wordsOf(audit);
    EXPECT_EQ(audit.facts.signatures, judgedAlone(entries).facts.signatures);
    EXPECT_EQ(textOf(Bytes(*kept())), record);
  }
  std::filesystem::remove(store_.judgedFileOf(kOrigin));
  std::filesystem::create_directory(store_.judgedFileOf(kOrigin));
  EXPECT_EQ(judged(entries).findings.verdict(), "COULD_NOT_CHECK");
}

TEST_F(TrustedVerify, ARecordOfAnotherLogIsNamed) {
  const auto entries = world_.entries();
  Judged other = recordOf(entries);
  other.ledger = world_.subject().bytes;
  write(other.text());
  const Audit ledger = judged(entries);
  EXPECT_EQ(ledger.findings.verdict(), "ORIGIN_MISMATCH");
  EXPECT_NE(wordsOf(ledger).find("was of ledger " + idText(other.ledger) + ", this one is of " + world_.id.text()),
            std::string::npos)
      << wordsOf(ledger);

  other = recordOf(entries);
  other.key = verifierKeyOf(world_.first.key);
  other.seen = *SignedCheckpoint::parse(checkpointOf(entries, world_.first.key));
  write(other.text());
  EXPECT_EQ(judged(entries).findings.verdict(), "BAD_SIGNATURE") << "by a key that was never the log's";

  const std::string elsewhere = "log.example/elsewhere";
  writeFile(store_.judgedFileOf(elsewhere), bytesOf(recordOf(entries).text()));
  Findings findings;
  EXPECT_FALSE(store_.findJudged(elsewhere, findings));
  ASSERT_EQ(findings.notCheckedList().size(), 1U);
  EXPECT_NE(findings.notCheckedList()[0].find("is of " + std::string(kOrigin) + ", not of " + elsewhere),
            std::string::npos);
}

TEST_F(TrustedVerify, OnlyAWholeAuditUnderAPinnedKeyIsKept) {
  const auto entries = world_.entries();
  const auto pinned = request_.vkey;
  request_.vkey.reset();
  EXPECT_EQ(judged(entries).findings.verdict(), "OK");
  EXPECT_FALSE(kept());
  request_.vkey = pinned;
  request_.integrity_only = true;
  EXPECT_EQ(judged(entries).findings.verdict(), "OK");
  EXPECT_FALSE(kept()) << "its checkpoint is remembered, as `watch` does; nobody judged its entries";
  Findings findings;
  EXPECT_TRUE(store_.find(kOrigin, findings));
  request_.integrity_only = false;
  EXPECT_EQ(judged(entries).facts.signatures, judgedAlone(entries).facts.signatures);
  EXPECT_TRUE(kept());
}

TEST_F(TrustedVerify, ALaterRecordOfAnotherAuditIsLeft) {
  const auto before = world_.entries();
  world_.work();
  Findings findings;
  std::filesystem::create_directories(folder_ / "store");
  store_.keepJudged(recordOf(world_.entries()), findings);
  store_.keepJudged(recordOf(before), findings);
  EXPECT_EQ(findings.verdict(), "OK");
  EXPECT_EQ(textOf(Bytes(*kept())), recordOf(world_.entries()).text());
}

}  // namespace
}  // namespace audit::tests
