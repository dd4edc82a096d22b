#include "ledger/vault_key.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "ledger/base/file_io.h"
#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

class VaultKeyFile : public ::testing::Test {
 protected:
  VaultName name_{random_.id<LedgerId>(), random_.id<VaultId>(), 3};
  std::filesystem::path path() { return folder_ / "vault.key"; }

  tests::TempFolder folder_;
  static inline SeededRandom random_{4};
  SecretKey key_ = SecretKey::draw(random_);
};

TEST_F(VaultKeyFile, OpensWithItsPassphraseOnly) {
  ASSERT_TRUE(writeVaultKey(path(), name_, key_, "pass", random_).ok());
  const auto name = readVaultName(path());
  ASSERT_TRUE(name.ok());
  EXPECT_EQ(name->vault, name_.vault);
  EXPECT_EQ(name->generation, 3U);
  const auto key = readVaultKey(path(), "pass");
  ASSERT_TRUE(key.ok()) << key.error().message;
  EXPECT_TRUE(sameBytes(key->view(), key_.view()));
  EXPECT_EQ(readVaultKey(path(), "other").error().reason, "WRONG_PASSPHRASE");
  EXPECT_EQ(readVaultKey(path(), "").error().reason, "PASSPHRASE_NEEDED");
  EXPECT_EQ(*filesHolding(folder_.path(), key_.view()), 0U);
}

TEST_F(VaultKeyFile, IsNeitherOverwrittenNorLeftInTheClear) {
  ASSERT_TRUE(writeVaultKey(path(), name_, key_, "pass", random_).ok());
  EXPECT_EQ(writeVaultKey(path(), name_, key_, "pass", random_).error().code, ErrorCode::kConflict);
  EXPECT_EQ(writeVaultKey(folder_ / "other", name_, key_, "", random_).error().reason, "PASSPHRASE_NEEDED");
}

TEST_F(VaultKeyFile, ReplacingDestroysTheOlderOne) {
  ASSERT_TRUE(writeVaultKey(path(), name_, key_, "pass", random_).ok());
  std::filesystem::create_hard_link(path(), folder_ / "the-same-bytes");
  VaultName next = name_;
  ++next.generation;
  std::ofstream(path().string() + ".new") << "of a rotation that was broken off";
  ASSERT_TRUE(replaceVaultKey(path(), next, SecretKey::draw(random_), "new", random_).ok());
  EXPECT_EQ(readVaultName(path())->generation, 4U);
  EXPECT_TRUE(readVaultKey(path(), "new").ok());
  const auto old = readWholeFile(folder_ / "the-same-bytes", 4096);
  ASSERT_TRUE(old.ok());
  EXPECT_EQ(*old, Bytes(old->size()));
}

TEST_F(VaultKeyFile, RefusesWhatOthersCanReadAndWhatIsNone) {
  EXPECT_EQ(readVaultName(path()).error().reason, "VAULT_ABSENT");
  ASSERT_TRUE(writeVaultKey(path(), name_, key_, "pass", random_).ok());
  ::chmod(path().c_str(), 0640);
  EXPECT_EQ(readVaultName(path()).error().reason, "KEY_FILE_OPEN");
  ::chmod(path().c_str(), 0600);
  std::filesystem::create_symlink(path(), folder_ / "link");
  EXPECT_EQ(readVaultName(folder_ / "link").error().reason, "KEY_FILE_OPEN");
  std::ofstream(path()) << "{}\n";
  EXPECT_EQ(readVaultName(path()).error().reason, "BAD_KEY_FILE");
}

TEST_F(VaultKeyFile, AnotherGenerationIsNotTheSameKey) {
  ASSERT_TRUE(writeVaultKey(path(), name_, key_, "pass", random_).ok());
  auto text = std::string(asText(*readWholeFile(path(), 4096)));
  text.replace(text.find("\"generation\":3"), 14, "\"generation\":4");
  std::ofstream(path()) << text;
  EXPECT_EQ(readVaultKey(path(), "pass").error().reason, "WRONG_PASSPHRASE");
}

}  // namespace
}  // namespace ledger
