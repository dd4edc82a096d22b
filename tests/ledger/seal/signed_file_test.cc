#include "ledger/seal/signed_file.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

class SignedFileTest : public ::testing::Test {
 protected:
  // The root of a made-up log at each size.
  static Digest rootAt(Position size) { return sha256(asBytes("root at " + std::to_string(size))); }
  static Result<Digest> ourRootAt(Position size) { return rootAt(size); }

  static KeyPair someKey() {
    Seed seed{};
    seed[0] = 1;
    return *KeyPair::fromSeed(seed);
  }

  // A new signer each time, as after a restart.
  Result<std::string> sign(Position size, const Digest& root) const {
    return LogSigner("log.example/test", someKey(), path_).sign(size, root, ourRootAt);
  }
  Result<std::string> sign(Position size) const { return sign(size, rootAt(size)); }

  std::string lastText() const {
    std::ifstream file(path_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  tests::TempFolder folder_;
  const std::filesystem::path path_ = folder_ / "signed";
};

TEST_F(SignedFileTest, SignsNotesThatOpen) {
  const auto note = sign(3);
  ASSERT_TRUE(note.ok()) << note.error().message;
  const auto checkpoint =
      openCheckpoint(*note, verifierKey("log.example/test", NoteKeyType::kEd25519, someKey().publicKey()));
  ASSERT_TRUE(checkpoint.ok());
  EXPECT_EQ(checkpoint->size, 3U);
  EXPECT_EQ(checkpoint->root, rootAt(3));
}

TEST_F(SignedFileTest, RemembersWhatWasSignedBeforeGivingItAway) {
  ASSERT_TRUE(sign(3).ok());
  EXPECT_EQ(lastText(), "log.example/test\n3\n" + rootAt(3).base64() + "\n");
  ASSERT_TRUE(sign(9).ok());
  EXPECT_EQ(lastText(), "log.example/test\n9\n" + rootAt(9).base64() + "\n");
}

TEST_F(SignedFileTest, SignsTheSameAgain) {
  const auto once = sign(3);
  const auto again = sign(3);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, *once);
}

TEST_F(SignedFileTest, NeverGoesBack) {
  ASSERT_TRUE(sign(9).ok());
  const std::string before = lastText();
  for (const Position size : {0U, 1U, 8U}) {
    const auto note = sign(size);
    ASSERT_FALSE(note.ok()) << size;
    EXPECT_EQ(note.error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(note.error().reason, "ROLLBACK_SUSPECTED");
    for (const std::string& figure :
         {std::string("size 9"), "size " + std::to_string(size), rootAt(9).hex(), rootAt(size).hex()})
      EXPECT_NE(note.error().message.find(figure), std::string::npos) << note.error().message;
    EXPECT_EQ(lastText(), before);
  }
}

TEST_F(SignedFileTest, NeverSignsBeside) {
  ASSERT_TRUE(sign(9).ok());
  EXPECT_EQ(sign(9, Digest()).error().reason, "ROLLBACK_SUSPECTED");
  // Longer, but the log's past at size 9 is another one.
  const auto forked = LogSigner("log.example/test", someKey(), path_).sign(12, rootAt(12), [](Position) {
    return Result<Digest>(Digest());
  });
  EXPECT_EQ(forked.error().reason, "ROLLBACK_SUSPECTED");
  EXPECT_EQ(lastText(), "log.example/test\n9\n" + rootAt(9).base64() + "\n");
}

TEST_F(SignedFileTest, SignsNothingWhereItsPastCannotBeRead) {
  ASSERT_TRUE(sign(9).ok());
  const auto note = LogSigner("log.example/test", someKey(), path_).sign(12, rootAt(12), [](Position) {
    return Result<Digest>(Error{ErrorCode::kUnavailable, "DISK", "the disk is away"});
  });
  EXPECT_EQ(note.error().reason, "DISK");
  EXPECT_EQ(lastText(), "log.example/test\n9\n" + rootAt(9).base64() + "\n");
}

TEST_F(SignedFileTest, BelongsToOneOrigin) {
  ASSERT_TRUE(sign(9).ok());
  const auto note = LogSigner("log.example/other", someKey(), path_).sign(12, rootAt(12), ourRootAt);
  EXPECT_EQ(note.error().reason, "ROLLBACK_SUSPECTED");
}

TEST_F(SignedFileTest, ThatIsDamagedStopsTheSigner) {
  ASSERT_TRUE(sign(9).ok());
  for (const char* content : {"", "log.example/test\n", "log.example/test\n9\nAAAA\n"}) {
    std::ofstream(path_) << content;
    EXPECT_EQ(sign(12).error().reason, "SIGNED_FILE_DAMAGED") << content;
  }
}

// Absent means that nothing was signed; anything else that cannot be read does not.
TEST_F(SignedFileTest, ThatCannotBeReadIsNotTakenForAbsent) {
  std::filesystem::create_directory(path_);
  EXPECT_EQ(sign(12).error().code, ErrorCode::kUnavailable);
  std::filesystem::remove(path_);
  std::filesystem::create_symlink(path_, path_);
  EXPECT_EQ(sign(12).error().code, ErrorCode::kUnavailable);
}

TEST_F(SignedFileTest, ThatCannotBeWrittenGivesNoSignature) {
  const std::filesystem::path missing = folder_ / "missing" / "signed";
  const auto note = LogSigner("log.example/test", someKey(), missing).sign(3, rootAt(3), ourRootAt);
  EXPECT_EQ(note.error().reason, "FILE_UNWRITTEN");
}

}  // namespace
}  // namespace ledger
