#include "ledger/base/file_io.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/support/temp_folder.h"

namespace ledger {
namespace {

TEST(FileIo, AnAtomicWriteReplacesTheWholeFileAndLeavesNothingBeside) {
  const tests::TempFolder folder;
  ASSERT_TRUE(writeFileAtomically(folder / "a", asBytes("a longer first text")));
  ASSERT_TRUE(writeFileAtomically(folder / "a", asBytes("second")));
  EXPECT_EQ(asText(*readWholeFile(folder / "a", 1000)), "second");
  EXPECT_FALSE(std::filesystem::exists(folder / "a.new"));
}

TEST(FileIo, ANameWithoutAFolderLiesInTheWorkingFolder) {
  const tests::TempFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const auto written = writeFileAtomically("a", asBytes("x"));
  std::filesystem::current_path(before);
  EXPECT_TRUE(written.ok());
  EXPECT_TRUE(std::filesystem::exists(folder / "a"));
}

TEST(FileIo, AFilePastTheBoundIsRefusedAndNeverCut) {
  const tests::TempFolder folder;
  ASSERT_TRUE(writeFileAtomically(folder / "a", asBytes("0123456789")));
  EXPECT_EQ(readWholeFile(folder / "a", 10)->size(), 10u);
  const auto refused = readWholeFile(folder / "a", 9);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, "FILE_TOO_LARGE");
  for (const std::string& part : {(folder / "a").string(), std::string("9 bytes")})
    EXPECT_NE(refused.error().message.find(part), std::string::npos) << refused.error().message;
  EXPECT_EQ(readWholeFile("/dev/zero", 4096).error().reason, "FILE_TOO_LARGE");
}

TEST(FileIo, APipeIsReadToItsEnd) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "words", 5), 5);
  ::close(ends[1]);
  const auto read = readWholeFile("/dev/fd/" + std::to_string(ends[0]), 100);
  ::close(ends[0]);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(asText(*read), "words");
}

TEST(FileIo, ErrorsNameThePath) {
  const tests::TempFolder folder;
  const auto missing = readWholeFile(folder / "absent", 10);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_NE(missing.error().message.find("absent"), std::string::npos);
  const auto unwritten = writeFileAtomically((folder / "no") / "such", asBytes("x"));
  EXPECT_EQ(unwritten.error().code, ErrorCode::kUnavailable);
  EXPECT_FALSE(syncFolder(folder / "no"));
  ASSERT_TRUE(makeFolders(folder / "taken"));
  EXPECT_EQ(writeFileAtomically(folder / "taken", asBytes("x")).error().reason, "FILE_UNWRITTEN");
  EXPECT_FALSE(std::filesystem::exists(folder / "taken.new"));
}

TEST(FileIo, FoldersAreMadeOnceAndNeverThroughAFile) {
  const tests::TempFolder folder;
  ASSERT_TRUE(makeFolders(folder / "a/b/c"));
  ASSERT_TRUE(makeFolders(folder / "a/b/c/"));
  EXPECT_TRUE(std::filesystem::is_directory(folder / "a/b/c"));
  ASSERT_TRUE(writeFileAtomically(folder / "file", asBytes("x")));
  EXPECT_EQ(makeFolders(folder / "file/under").error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace ledger
