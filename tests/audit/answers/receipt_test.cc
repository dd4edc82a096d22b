// Receipts of real entries: what they prove, and what proves nothing.
#include "audit/answers/receipt.h"

#include <gtest/gtest.h>

#include "audit/answers/prove.h"
#include "audit/base/sha256.h"
#include "audit/log/tlog_proof.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

class ReceiptTest : public ::testing::Test {
 protected:
  ReceiptTest() {
    world_.settle();
    entries_ = world_.entries();
    log_ = writeMembers(sealedLog(entries_, world_.log_key), folder_ / "log");
    // The founding is entry 0; entry 2 begins the first submission after it.
    Proved proved = prove({log_, verifierKeyOf(world_.log_key)}, 2);
    receipt_ = proved.answer.document;
    question_.vkey = verifierKeyOf(world_.log_key);
    question_.entry = entries_[2];
  }
  std::string judged(const std::string& receipt, const ReceiptQuestion& question) {
    answer_ = {};
    verifyReceipt(bytesOf(receipt), question, answer_);
    return answer_.findings.verdict();
  }
  std::string fact(const std::string& name) const {
    for (const auto& [key, value] : answer_.facts) {
      if (key == name) return value;
    }
    return {};
  }

  World world_;
  ::tests::TempFolder folder_;
  std::vector<Buffer> entries_;
  std::filesystem::path log_;
  std::string receipt_;
  ReceiptQuestion question_;
  Answer answer_;
};

TEST_F(ReceiptTest, ProvesItsEntryByBytesByHashAndByTheLog) {
  EXPECT_EQ(judged(receipt_, question_), "OK") << textOf(answer_);
  EXPECT_EQ(fact("ledger"), idText(world_.id.bytes));
  const Id submission = *idFrom(fact("submission"));
  question_.submission = submission;
  question_.ledger = world_.id.bytes;
  question_.log = log_;
  EXPECT_EQ(judged(receipt_, question_), "OK") << textOf(answer_);
  question_.entry.reset();
  EXPECT_EQ(judged(receipt_, question_), "OK") << "the log holds the bytes" << textOf(answer_);
  question_.log.reset();
  question_.submission.reset();
  question_.ledger.reset();
  question_.leaf = Sha256().leaf(entries_[2]);
  EXPECT_EQ(judged(receipt_, question_), "OK") << textOf(answer_);
}

TEST_F(ReceiptTest, WhatNobodyBroughtIsLeftOpen) {
  question_.entry.reset();
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK");
  question_.submission = world_.subject().bytes;
  question_.leaf = Sha256().leaf(entries_[2]);
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK") << "the id stands in the bytes alone";
  question_ = {};
  question_.entry = entries_[2];
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK") << "no key";
}

TEST_F(ReceiptTest, ProvesNoOtherEntry) {
  question_.entry = entries_[3];
  EXPECT_EQ(judged(receipt_, question_), "ENTRY_TAMPERED 2");
  question_.entry = entries_[2];
  question_.leaf = Sha256().leaf(entries_[3]);
  EXPECT_EQ(judged(receipt_, question_), "ENTRY_TAMPERED 2");
  question_.leaf.reset();
  auto proof = *TlogProof::parse(bytesOf(receipt_));
  proof.index = 3;
  EXPECT_EQ(judged(proof.text(), question_), "ENTRY_TAMPERED 3");
  EXPECT_TRUE(answer_.findings.has(Wrong::kChainBroken)) << "the entry says another number";
  proof.index = 1U << 30U;
  EXPECT_EQ(judged(proof.text(), question_).substr(0, 14), "ENTRY_TAMPERED");
  question_.submission = world_.subject().bytes;
  EXPECT_EQ(judged(receipt_, question_), "ENTRY_TAMPERED 2") << "another submission";
  question_.submission.reset();
  question_.ledger = world_.subject().bytes;
  EXPECT_EQ(judged(receipt_, question_), "ORIGIN_MISMATCH");
}

TEST_F(ReceiptTest, IsHeldToItsKeyAndForm) {
  question_.vkey = verifierKeyOf(keyOf(9));
  EXPECT_EQ(judged(receipt_, question_), "BAD_SIGNATURE");
  question_.vkey = VerifierKey::of("log.example/other", verifierKeyOf(world_.log_key).key);
  EXPECT_EQ(judged(receipt_, question_), "ORIGIN_MISMATCH");
  question_.vkey = verifierKeyOf(world_.log_key);
  EXPECT_EQ(judged(receipt_.substr(1), question_), "BUNDLE_DAMAGED");
  auto proof = *TlogProof::parse(bytesOf(receipt_));
  proof.checkpoint.pop_back();
  EXPECT_EQ(judged(proof.text(), question_), "BAD_SIGNATURE");
}

// Every byte but those of `extra`, which nothing binds.
TEST_F(ReceiptTest, NoByteOfItMayChange) {
  for (std::size_t i = 0; i < receipt_.size(); ++i) {
    std::string text = receipt_;
    text[i] = static_cast<char>(text[i] ^ 1);
    EXPECT_NE(judged(text, question_), "OK") << "byte " << i;
  }
  for (std::size_t i = 0; i < entries_[2].size(); ++i) {
    auto question = question_;
    (*question.entry)[i] ^= 1;
    EXPECT_NE(judged(receipt_, question), "OK") << "byte " << i;
  }
}

TEST_F(ReceiptTest, IsHeldToTheLogOfToday) {
  auto rewritten = entries_;
  rewritten.back()[rewritten.back().size() - 1] ^= 1;
  question_.log = writeMembers(sealedLog(rewritten, world_.log_key), folder_ / "rewritten");
  EXPECT_EQ(judged(receipt_, question_), "FORK") << textOf(answer_);
  auto shorter = entries_;
  shorter.pop_back();
  question_.log = writeMembers(sealedLog(shorter, world_.log_key), folder_ / "shorter");
  EXPECT_EQ(judged(receipt_, question_), "ROLLBACK") << textOf(answer_);
  question_.log = folder_ / "nowhere";
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK");
}

TEST_F(ReceiptTest, IsHeldToACheckpointOfItsSize) {
  question_.old_checkpoints = {{"old", checkpointOf(entries_, world_.log_key)}};
  EXPECT_EQ(judged(receipt_, question_), "OK");
  auto other = entries_;
  other.back()[8] ^= 1;
  question_.old_checkpoints = {{"old", checkpointOf(other, world_.log_key)}};
  EXPECT_EQ(judged(receipt_, question_), "FORK");
  question_.old_checkpoints = {{"old", checkpointOf(numbered(3), world_.log_key)}};
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK") << "another size says nothing without the log";
  EXPECT_NE(textOf(answer_).find("that takes an export"), std::string::npos);
  question_.old_checkpoints = {{"old", Buffer{1}}};
  EXPECT_EQ(judged(receipt_, question_), "COULD_NOT_CHECK");
}

// The log that is brought beside the receipt has to continue what was seen before, and not the receipt alone.
TEST_F(ReceiptTest, ItsLogIsHeldToWhatWasSeenBefore) {
  question_.log = log_;
  const auto seen = [&](const std::vector<Buffer>& entries) {
    question_.old_checkpoints = {{"old", checkpointOf(entries, world_.log_key)}};
    return judged(receipt_, question_);
  };
  auto other = entries_;
  other.pop_back();
  EXPECT_EQ(seen(other), "OK") << textOf(answer_);
  other.back()[8] ^= 1;
  EXPECT_EQ(seen(other), "FORK") << textOf(answer_);
  other = entries_;
  other.push_back(other.back());
  EXPECT_EQ(seen(other), "ROLLBACK") << textOf(answer_);
}

TEST_F(ReceiptTest, OfAnEventSaysNothingOfTheLedger) {
  question_.entry = entries_[3];
  question_.ledger = world_.id.bytes;
  const std::string receipt = prove({log_, verifierKeyOf(world_.log_key)}, 3).answer.document;
  EXPECT_EQ(judged(receipt, question_), "COULD_NOT_CHECK") << textOf(answer_);
  question_.log = log_;
  EXPECT_EQ(judged(receipt, question_), "OK") << textOf(answer_);
}

}  // namespace
}  // namespace audit::tests
