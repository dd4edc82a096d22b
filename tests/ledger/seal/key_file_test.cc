#include "ledger/seal/key_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

namespace fs = std::filesystem;

class KeyFileTest : public ::testing::Test {
 protected:
  static StoredKey someKey() {
    StoredKey key;
    key.purpose = KeyPurpose::kLog;
    key.name = "log.example/volunteer-ledger";
    for (std::size_t i = 0; i < key.seed.size(); ++i) key.seed[i] = static_cast<std::uint8_t>(i);
    key.key = KeyPair::fromSeed(key.seed)->publicKey();
    return key;
  }

  std::string text() const {
    std::ifstream file(path_);
    std::ostringstream all;
    all << file.rdbuf();
    return all.str();
  }

  void put(const std::string& content) const {
    std::ofstream(path_) << content;
    ASSERT_EQ(chmod(path_.c_str(), 0600), 0);
  }

  void replace(const std::string& what, const std::string& with) const {
    std::string content = text();
    ASSERT_NE(content.find(what), std::string::npos) << what;
    put(content.replace(content.find(what), what.size(), with));
  }

  std::string reason(std::string_view passphrase = "") const {
    const auto key = readKeyFile(path_, passphrase);
    return key ? "" : key.error().reason;
  }

  tests::TempFolder folder_;
  const fs::path path_ = folder_ / "log.key";
  SeededRandom random_{7};
};

TEST_F(KeyFileTest, ComesBackWithItsSeed) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "", random_).ok());
  const auto key = readKeyFile(path_, "");
  ASSERT_TRUE(key.ok()) << key.error().message;
  EXPECT_EQ(key->seed, someKey().seed);
  EXPECT_EQ(key->name, someKey().name);
  EXPECT_EQ(key->purpose, KeyPurpose::kLog);
  EXPECT_EQ(keyPairOf(*key, KeyPurpose::kLog)->publicKey(), someKey().key);
}

TEST_F(KeyFileTest, IsMadeForItsOwnerAlone) {
  const mode_t before = umask(0);
  EXPECT_TRUE(writeKeyFile(path_, someKey(), "", random_).ok());
  umask(before);
  struct stat facts {};
  ASSERT_EQ(stat(path_.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 07777, 0600U);
}

TEST_F(KeyFileTest, IsNeverOverwritten) {
  put("something");
  const auto written = writeKeyFile(path_, someKey(), "", random_);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, ErrorCode::kConflict);
  EXPECT_EQ(text(), "something");
}

TEST_F(KeyFileTest, IsNotWrittenThroughALink) {
  fs::create_symlink(folder_ / "elsewhere", path_);
  EXPECT_FALSE(writeKeyFile(path_, someKey(), "", random_).ok());
  EXPECT_FALSE(fs::exists(folder_ / "elsewhere"));
}

TEST_F(KeyFileTest, ThatOthersCanReadIsRefused) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "", random_).ok());
  for (const mode_t mode : {0640U, 0604U, 0644U, 0620U, 0602U, 0660U, 0610U, 0601U}) {
    ASSERT_EQ(chmod(path_.c_str(), mode), 0);
    const auto key = readKeyFile(path_, "");
    ASSERT_FALSE(key.ok()) << mode;
    EXPECT_EQ(key.error().reason, "KEY_FILE_OPEN");
    EXPECT_NE(key.error().message.find(path_.string()), std::string::npos);
    EXPECT_EQ(readPublicPart(path_).error().reason, "KEY_FILE_OPEN");
  }
  ASSERT_EQ(chmod(path_.c_str(), 0400), 0);
  EXPECT_EQ(reason(), "");
}

TEST_F(KeyFileTest, IsNotReadThroughALink) {
  ASSERT_TRUE(writeKeyFile(folder_ / "real.key", someKey(), "", random_).ok());
  fs::create_symlink(folder_ / "real.key", path_);
  EXPECT_EQ(reason(), "KEY_FILE_OPEN");
  EXPECT_EQ(readPublicPart(path_).error().reason, "KEY_FILE_OPEN");
}

TEST_F(KeyFileTest, WithASecondNameIsNotReadUntilThatIsGone) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "", random_).ok());
  fs::create_hard_link(path_, folder_ / "second.key");
  EXPECT_EQ(reason(), "KEY_FILE_OPEN");
  EXPECT_EQ(readPublicPart(path_).error().reason, "KEY_FILE_OPEN");
  fs::remove(folder_ / "second.key");
  EXPECT_TRUE(readKeyFile(path_, "").ok());
}

TEST_F(KeyFileTest, IsAFileNeitherAFolderNorAPipe) {
  fs::create_directory(path_);
  EXPECT_EQ(reason(), "KEY_FILE_OPEN");
  fs::remove(path_);
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  EXPECT_EQ(reason(), "KEY_FILE_OPEN");
}

TEST_F(KeyFileTest, ThatIsAbsentIsNotFound) {
  EXPECT_EQ(readKeyFile(path_, "").error().code, ErrorCode::kNotFound);
}

TEST_F(KeyFileTest, KeepsItsSeedSecretUnderAPassphrase) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "a made-up passphrase", random_).ok());
  EXPECT_EQ(text().find("\"seed\""), std::string::npos);
  EXPECT_EQ(text().find(toBase64(someKey().seed)), std::string::npos);
  EXPECT_EQ(reason(), "PASSPHRASE_NEEDED");
  EXPECT_EQ(reason("another passphrase"), "WRONG_PASSPHRASE");
  EXPECT_EQ(readKeyFile(path_, "a made-up passphrase")->seed, someKey().seed);
  const auto shown = readPublicPart(path_);
  ASSERT_TRUE(shown.ok());
  EXPECT_EQ(shown->key, someKey().key);
  EXPECT_EQ(shown->seed, Seed{});
}

TEST_F(KeyFileTest, NoticesAnotherNameOrPurposeUnderItsPassphrase) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "a made-up passphrase", random_).ok());
  replace("volunteer-ledger", "another-ledger");
  EXPECT_EQ(reason("a made-up passphrase"), "WRONG_PASSPHRASE");
  replace("another-ledger", "volunteer-ledger");
  replace("\"log\"", "\"actor\"");
  EXPECT_EQ(reason("a made-up passphrase"), "WRONG_PASSPHRASE");
}

// Made with scrypt of Python's hashlib and AES-GCM of its cryptography package, at the cost browsers use.
TEST_F(KeyFileTest, MadeElsewhereIsRead) {
  put(R"({"format": "asar-key/1", "purpose": "log", "name": "log.example/volunteer-ledger",
    "public": "A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=",
    "encrypted": {"kdf": "scrypt", "n": 32768, "r": 8, "p": 1, "salt": "QEFCQ0RFRkdISUpLTE1OTw==",
    "nonce": "UFFSU1RVVldYWVpb",
    "ciphertext": "KOqN3QRQfsouSVysBXUqS/7OjG3dBTy0RnAUzSKePzlGXOuF8b0J6diZHHDNhGAO"}})");
  const auto key = readKeyFile(path_, "a made-up passphrase");
  ASSERT_TRUE(key.ok()) << key.error().message;
  EXPECT_EQ(key->seed, someKey().seed);
  replace("\"r\": 8", "\"r\": 9");
  EXPECT_EQ(reason("a made-up passphrase"), "BAD_KEY_FILE");
}

TEST_F(KeyFileTest, ServesOnlyItsPurpose) {
  const auto refused = keyPairOf(someKey(), KeyPurpose::kActor);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "KEY_PURPOSE");
}

TEST_F(KeyFileTest, ThatIsMalformedIsRefused) {
  ASSERT_TRUE(writeKeyFile(path_, someKey(), "", random_).ok());
  const std::string good = text();
  const std::pair<std::string, std::string> changes[] = {{"asar-key/1", "asar-key/2"},
                                                         {"\"log\"", "\"king\""},
                                                         {"\"public\"", "\"pubic\""},
                                                         {"\"seed\"", "\"sead\""},
                                                         {"{", "["},
                                                         {"AAECAwQF", "AAECAwQG"},
                                                         {"AAECAwQF", "AAECAw"},
                                                         {"\"name\"", "\"encrypted\": 5, \"name\""}};
  for (const auto& [what, with] : changes) {
    put(good);
    replace(what, with);
    EXPECT_EQ(reason(), with.starts_with("\"encrypted\"") ? "PASSPHRASE_NEEDED" : "BAD_KEY_FILE") << with;
  }
  EXPECT_EQ(reason("x"), "BAD_KEY_FILE");
  const std::string twice = "{\"purpose\": \"actor\"," + good.substr(1);
  for (const std::string& content : {std::string(), std::string("null"), good + good, good + std::string(5000, ' '),
                                     good + std::string(1, '\0'), "\xef\xbb\xbf" + good, twice}) {
    put(content);
    EXPECT_EQ(reason(), "BAD_KEY_FILE") << content;
  }
}

TEST_F(KeyFileTest, NeedsANameThatItsReaderCanTake) {
  StoredKey key = someKey();
  key.name = std::string(256, 'a');
  EXPECT_EQ(writeKeyFile(path_, key, "", random_).error().reason, "BAD_KEY_FILE");
  key.name = "a\nb";
  EXPECT_EQ(writeKeyFile(path_, key, "", random_).error().reason, "BAD_KEY_FILE");
  key.name = "broken \xff";
  EXPECT_EQ(writeKeyFile(path_, key, "", random_).error().reason, "BAD_KEY_FILE");
  EXPECT_FALSE(fs::exists(path_));
}

}  // namespace
}  // namespace ledger
