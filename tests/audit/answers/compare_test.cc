// Two views of a log, compared; and the proof that they contradict each other, judged by somebody else.
#include "audit/answers/compare.h"

#include <gtest/gtest.h>

#include "audit/answers/equivocation.h"
#include "tests/audit/answers/answered_log.h"

namespace audit::tests {
namespace {

class CompareTest : public ::testing::Test {
 protected:
  std::filesystem::path log(const char* name, const std::vector<Buffer>& entries) {
    return writeMembers(sealedLog(entries, key_), folder_ / name);
  }
  std::filesystem::path note(const char* name, const std::vector<Buffer>& entries) {
    writeFile(folder_ / name, checkpointOf(entries, key_));
    return folder_ / name;
  }
  Answer compared(const std::filesystem::path& one, const std::filesystem::path& other) const {
    Answer answer;
    compare({one, other}, verifierKeyOf(key_), answer);
    return answer;
  }
  static std::string verdictOf(const Answer& answer) { return answer.findings.verdict(); }
  std::string judged(std::string_view text, const ledger::KeyPair& key) const {
    Answer answer;
    verifyEquivocation(bytesOf(text), verifierKeyOf(key), answer);
    return answer.findings.verdict();
  }

  const ledger::KeyPair key_ = keyOf(3);
  ::tests::TempFolder folder_;
};

TEST_F(CompareTest, OneLogIsTheSameOrGoesOn) {
  const auto entries = numbered(300);
  const auto whole = log("whole", entries);
  EXPECT_EQ(verdictOf(compared(whole, note("same", entries))), "OK");
  for (const std::uint64_t size : {1U, 2U, 7U, 128U, 255U, 256U, 257U, 299U}) {
    const auto shorter = log(("shorter" + std::to_string(size)).c_str(), numbered(size));
    const Answer answer = compared(shorter, whole);
    EXPECT_EQ(verdictOf(answer), "OK") << size << textOf(answer);
    EXPECT_EQ(verdictOf(compared(whole, shorter)), "OK") << size;
    EXPECT_EQ(verdictOf(compared(note("n", numbered(size)), whole)), "OK") << size;
    EXPECT_TRUE(answer.document.empty());
  }
}

TEST_F(CompareTest, ASplitViewIsAForkAndItsProofStandsAlone) {
  const auto whole = log("whole", numbered(300));
  for (const std::uint64_t size : {1U, 2U, 8U, 9U, 255U, 256U, 290U, 300U}) {
    const auto forked = numbered(size, size - 1);
    const auto other = log(("other" + std::to_string(size)).c_str(), forked);
    for (const Answer& answer : {compared(whole, other), compared(note("n", forked), whole)}) {
      ASSERT_EQ(verdictOf(answer), "FORK") << size << textOf(answer);
      ASSERT_FALSE(answer.document.empty());
      EXPECT_EQ(judged(answer.document, key_), "FORK") << size;
      EXPECT_EQ(judged(answer.document, keyOf(4)), "BAD_SIGNATURE") << "by whom, decides the key";
    }
    EXPECT_NE(textOf(compared(whole, other)).find("parted " + std::to_string(size - 1)), std::string::npos);
  }
}

TEST_F(CompareTest, WhatCannotBeToldIsLeftOpen) {
  const Answer sizes = compared(note("a", numbered(5)), note("b", numbered(6)));
  EXPECT_EQ(verdictOf(sizes), "COULD_NOT_CHECK") << textOf(sizes);
  Answer keyless;
  compare({note("a", numbered(5)), note("b", numbered(5, 2))}, std::nullopt, keyless);
  EXPECT_EQ(verdictOf(keyless), "COULD_NOT_CHECK");
  EXPECT_TRUE(keyless.document.empty());
  EXPECT_EQ(verdictOf(compared(note("a", numbered(5)), folder_ / "nowhere")), "COULD_NOT_CHECK");
  auto members = sealedLog(numbered(300), key_);
  members.erase("tile/0/000");
  EXPECT_EQ(verdictOf(compared(writeMembers(members, folder_ / "gap"), note("b", numbered(100, 2)))),
            "COULD_NOT_CHECK");
}

TEST_F(CompareTest, DamageIsNotCalledALie) {
  auto members = sealedLog(numbered(300), key_);
  members["tile/0/000"][40] ^= 1;
  const auto damaged = writeMembers(members, folder_ / "damaged");
  const Answer answer = compared(damaged, note("b", numbered(100)));
  EXPECT_EQ(verdictOf(answer), "TILE_TAMPERED") << textOf(answer);
  EXPECT_TRUE(answer.document.empty());
  auto unsigned_note = checkpointOf(numbered(300, 7), keyOf(4));
  writeFile(folder_ / "foreign", unsigned_note);
  EXPECT_EQ(verdictOf(compared(folder_ / "foreign", log("whole", numbered(300)))), "BAD_SIGNATURE");
}

TEST_F(CompareTest, AProofThatShowsNothingAccusesNobody) {
  const auto seen = [&](const std::vector<Buffer>& entries) {
    return *SignedCheckpoint::parse(checkpointOf(entries, key_));
  };
  const auto entries = numbered(9);
  const auto forked = numbered(5, 2);
  const Answer honest = compared(log("whole", entries), note("n", forked));
  auto proof = *Equivocation::parse(bytesOf(honest.document));
  EXPECT_EQ(proof.text(), honest.document);
  EXPECT_EQ(judged(honest.document, key_), "FORK");
  auto changed = proof;
  changed.path[0][0] ^= 1;
  EXPECT_EQ(judged(changed.text(), key_), "BUNDLE_DAMAGED") << "hashes that do not lead to the newer root";
  changed = proof;
  changed.older = seen(numbered(5));
  EXPECT_EQ(judged(changed.text(), key_), "BUNDLE_DAMAGED") << "it is continued";
  changed = proof;
  changed.older = proof.newer;
  changed.path.clear();
  EXPECT_EQ(judged(changed.text(), key_), "BUNDLE_DAMAGED") << "one and the same";
  changed = proof;
  std::swap(changed.older, changed.newer);
  EXPECT_EQ(judged(changed.text(), key_), "BUNDLE_DAMAGED") << "the wrong way round";
  EXPECT_EQ(judged(honest.document + "\n", key_), "BUNDLE_DAMAGED");
  EXPECT_EQ(judged(honest.document.substr(0, honest.document.size() - 1), key_), "BUNDLE_DAMAGED");
  // Two logs of one name are no lie of either.
  changed = proof;
  changed.older = *SignedCheckpoint::parse(checkpointOf(forked, keyOf(4)));
  EXPECT_EQ(judged(changed.text(), key_), "BAD_SIGNATURE");
}

TEST_F(CompareTest, NoByteOfAProofMayChange) {
  const Answer honest = compared(log("whole", numbered(9)), note("n", numbered(5, 2)));
  for (std::size_t i = 0; i < honest.document.size(); ++i) {
    std::string text = honest.document;
    text[i] = static_cast<char>(text[i] ^ 1);
    EXPECT_NE(judged(text, key_), "FORK") << "byte " << i;
  }
}

}  // namespace
}  // namespace audit::tests
