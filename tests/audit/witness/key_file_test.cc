#include "audit/witness/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "ledger/base/clock.h"
#include "ledger/seal/key_file.h"
#include "tests/support/temp_folder.h"

namespace audit::witness {
namespace {

class KeyFileTest : public ::testing::Test {
 protected:
  template <class T>
  static std::string reasonOf(const Or<T>& result) {
    const auto* trouble = std::get_if<Trouble>(&result);
    return trouble == nullptr ? "" : trouble->reason;
  }

  const tests::TempFolder folder_;
  const std::filesystem::path file_ = folder_ / "witness.key";
};

TEST_F(KeyFileTest, AMadeKeyIsReadAgainByBothPrograms) {
  const auto made = createKey(file_, "witness.example/w1", "");
  ASSERT_EQ(reasonOf(made), "");
  const auto read = readKey(file_, "");
  ASSERT_EQ(reasonOf(read), "");
  EXPECT_EQ(std::get<0>(read).key(), std::get<0>(made).key);
  const auto other = ledger::readKeyFile(file_, "");
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(other->key, std::get<0>(made).key);
  EXPECT_EQ(other->purpose, ledger::KeyPurpose::kWitness);
  struct stat facts {};
  ASSERT_EQ(::stat(file_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST_F(KeyFileTest, APassphraseLocksItForBothPrograms) {
  ASSERT_EQ(reasonOf(createKey(file_, "witness.example/w1", "open")), "");
  EXPECT_EQ(reasonOf(readKey(file_, "")), "PASSPHRASE_NEEDED");
  EXPECT_EQ(reasonOf(readKey(file_, "shut")), "WRONG_PASSPHRASE");
  EXPECT_EQ(reasonOf(readKey(file_, "open")), "");
  EXPECT_TRUE(std::get<0>(readKeyFacts(file_)).encrypted);
  EXPECT_TRUE(ledger::readKeyFile(file_, "open").ok());
}

TEST_F(KeyFileTest, AKeyThatTheLedgersProgramMadeIsRead) {
  ledger::SystemRandom random;
  ledger::StoredKey stored{ledger::KeyPurpose::kWitness, "witness.example/w2", {}, ledger::Seed{5}};
  stored.key = ledger::KeyPair::fromSeed(stored.seed)->publicKey();
  ASSERT_TRUE(ledger::writeKeyFile(file_, stored, "open", random).ok());
  const auto read = readKey(file_, "open");
  ASSERT_EQ(reasonOf(read), "");
  EXPECT_EQ(std::get<0>(read).key(), stored.key);
}

TEST_F(KeyFileTest, AKeyOfAnotherPurposeIsRefused) {
  ledger::SystemRandom random;
  ledger::StoredKey stored{ledger::KeyPurpose::kLog, "log.example/one", {}, ledger::Seed{5}};
  stored.key = ledger::KeyPair::fromSeed(stored.seed)->publicKey();
  ASSERT_TRUE(ledger::writeKeyFile(file_, stored, "", random).ok());
  EXPECT_EQ(reasonOf(readKey(file_, "")), "KEY_PURPOSE");
}

TEST_F(KeyFileTest, NoKeyIsWrittenOverAndNoneThatOthersReadIsUsed) {
  ASSERT_EQ(reasonOf(createKey(file_, "witness.example/w1", "")), "");
  EXPECT_EQ(reasonOf(createKey(file_, "witness.example/w1", "")), "FILE_EXISTS");
  ASSERT_EQ(::chmod(file_.c_str(), 0640), 0);
  EXPECT_EQ(reasonOf(readKey(file_, "")), "KEY_FILE_OPEN");
  std::filesystem::create_symlink(file_, folder_ / "link");
  EXPECT_EQ(reasonOf(readKey(folder_ / "link", "")), "KEY_FILE_OPEN");
  EXPECT_EQ(reasonOf(readKey(folder_ / "none", "")), "FILE_MISSING");
}

TEST_F(KeyFileTest, WhatIsNoKeyFileIsSaidToBeNone) {
  for (const char* text : {"", "{}", "[]", R"({"format":"asar-key/1","purpose":"witness","name":"a b"})"}) {
    const auto path = folder_ / "some.key";
    std::ofstream(path, std::ios::trunc) << text;
    ASSERT_EQ(::chmod(path.c_str(), 0600), 0);
    EXPECT_NE(reasonOf(readKey(path, "")), "") << text;
  }
}

}  // namespace
}  // namespace audit::witness
