// Proofs made from an export: they hold, and damage or a rewritten past gives none.
#include "audit/answers/prove.h"

#include <gtest/gtest.h>

#include "audit/base/merkle.h"
#include "audit/log/note.h"
#include "audit/log/tlog_proof.h"
#include "tests/audit/answers/answered_log.h"

namespace audit::tests {
namespace {

class ProveTest : public ::testing::Test {
 protected:
  ProofQuestion question(const Members& members, const char* name = "log") {
    return {writeMembers(members, folder_ / name), verifierKeyOf(key_)};
  }
  static std::string verdictOf(const Proved& proved) { return proved.answer.findings.verdict(); }

  const ledger::KeyPair key_ = keyOf(3);
  const std::vector<Buffer> entries_ = numbered(300);
  ::tests::TempFolder folder_;
};

TEST_F(ProveTest, EveryEntryHasItsReceipt) {
  const auto members = sealedLog(entries_, key_);
  const auto log = question(members);
  const auto checkpoint = Checkpoint::parse(Note::parse(members.at("checkpoint"))->text);
  for (std::uint64_t i = 0; i < entries_.size(); i += 13) {
    const Proved proved = prove(log, i);
    ASSERT_EQ(verdictOf(proved), "OK") << textOf(proved.answer);
    EXPECT_EQ(proved.entry, entries_[i]);
    const auto proof = TlogProof::parse(bytesOf(proved.answer.document));
    ASSERT_TRUE(proof);
    EXPECT_EQ(proof->index, i);
    EXPECT_TRUE(same(bytesOf(proof->checkpoint), members.at("checkpoint")));
    EXPECT_TRUE(includes({i, 300, Sha256().leaf(entries_[i]), checkpoint->root}, proof->path));
  }
  const Proved none = prove(log, 300);
  EXPECT_EQ(none.answer.exitCode(), kExitNotFound);
  EXPECT_TRUE(none.answer.document.empty());
}

TEST_F(ProveTest, NothingIsProvedOutOfADamagedExport) {
  const auto whole = sealedLog(entries_, key_);
  const auto broken = [&](const char* name, const char* member, std::size_t byte) {
    auto members = whole;
    members[member][byte] ^= 1;
    return prove(question(members, name), 5);
  };
  EXPECT_EQ(verdictOf(broken("entry", "tile/entries/000", 5 * 10 + 4)), "ENTRY_TAMPERED 5");
  EXPECT_EQ(verdictOf(broken("sibling", "tile/0/000", 4 * 32)), "TILE_TAMPERED 5");
  EXPECT_EQ(verdictOf(broken("above", "tile/1/000.p/1", 0)), "OK") << "the path does not go through it";
  EXPECT_EQ(verdictOf(broken("checkpoint", "checkpoint", 1)), "ORIGIN_MISMATCH");
  EXPECT_EQ(verdictOf(broken("root", "checkpoint", 30)), "BAD_SIGNATURE");
  auto members = whole;
  members.erase("tile/0/001.p/44");
  EXPECT_EQ(verdictOf(prove(question(members, "gap"), 5)), "COULD_NOT_CHECK");
  EXPECT_TRUE(broken("again", "tile/0/000", 4 * 32).answer.document.empty());
}

TEST_F(ProveTest, ALogContinuesWhatItWas) {
  const auto log = question(sealedLog(entries_, key_));
  for (const std::uint64_t size : {0U, 1U, 128U, 255U, 256U, 299U, 300U}) {
    const Proved proved = proveConsistency(log, {std::nullopt, size});
    EXPECT_EQ(verdictOf(proved), "OK") << size << textOf(proved.answer);
    EXPECT_EQ(proved.answer.document.empty(), size == 0 || size == 300) << size;
    const Proved from = proveConsistency(log, {checkpointOf(numbered(size), key_), 0});
    EXPECT_EQ(verdictOf(from), "OK") << size << textOf(from.answer);
    EXPECT_EQ(from.answer.document, proved.answer.document);
  }
  EXPECT_EQ(proveConsistency(log, {std::nullopt, 301}).answer.exitCode(), kExitNotFound);
}

TEST_F(ProveTest, AndNotWhatItWasNot) {
  const auto log = question(sealedLog(entries_, key_));
  const Proved forked = proveConsistency(log, {checkpointOf(numbered(100, 50), key_), 0});
  EXPECT_EQ(verdictOf(forked), "FORK");
  EXPECT_TRUE(forked.answer.document.empty());
  EXPECT_EQ(verdictOf(proveConsistency(log, {checkpointOf(numbered(301), key_), 0})), "ROLLBACK");
  EXPECT_EQ(verdictOf(proveConsistency(log, {checkpointOf(numbered(100), keyOf(4)), 0})), "BAD_SIGNATURE");
  EXPECT_EQ(verdictOf(proveConsistency(log, {Buffer{1, 2}, 0})), "COULD_NOT_CHECK");
}

}  // namespace
}  // namespace audit::tests
