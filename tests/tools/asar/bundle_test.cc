#include "tools/asar/bundle.h"

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace tools {
namespace {

Member member(std::string name, std::string_view text) {
  return {std::move(name), ledger::toBytes(ledger::asBytes(text))};
}

// An archive that its auditor cannot read is not made.
TEST(Bundle, HasMembersThatAreReadableAsAWhole) {
  const std::vector<Member> members = {member("README", "four"), member("shown", "longer")};
  EXPECT_TRUE(requireReadable(members, 6).ok());
  const auto refused = requireReadable(members, 5);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().reason, "BUNDLE_TOO_LARGE");
  for (const char* told : {"shown has 6 bytes", "no more than 5", "--without-proofs"})
    EXPECT_NE(refused.error().message.find(told), std::string::npos) << refused.error().message;
  EXPECT_TRUE(requireReadable(members).ok());
}

TEST(Bundle, IsAZipOfThisOneForm) {
  const auto zip = zipOf({member("a", "hi")});
  ASSERT_TRUE(zip.ok());
  EXPECT_EQ(ledger::toHex(*zip),
            "504b0304"
            "0a00"
            "0000"
            "0000"
            "0000"
            "2100"
            "ac2a93d8"
            "02000000"
            "02000000"
            "0100"
            "0000"
            "61"
            "6869"
            "504b0102"
            "3f03"
            "0a00"
            "0000"
            "0000"
            "0000"
            "2100"
            "ac2a93d8"
            "02000000"
            "02000000"
            "0100"
            "0000"
            "0000"
            "0000"
            "0000"
            "0000b681"
            "00000000"
            "61"
            "504b0506"
            "0000"
            "0000"
            "0100"
            "0100"
            "2f000000"
            "21000000"
            "0000");
}

TEST(Bundle, RefusesMoreMembersThanAPlainZipHolds) {
  const std::vector<Member> many(65'535, member("a", ""));
  const auto zip = zipOf(many);
  ASSERT_FALSE(zip.ok());
  EXPECT_EQ(zip.error().reason, "BUNDLE_TOO_LARGE");
  EXPECT_NE(zip.error().message.find("65535 members and 5111730 bytes"), std::string::npos) << zip.error().message;
}

TEST(Bundle, ListsEveryMemberButTheManifestItself) {
  EXPECT_EQ(manifestOf({member("a", ""), member("manifest", "x"), member("tile/0/000", "")}),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  tile/0/000\n");
}

TEST(Bundle, WritesMembersIntoAnEmptyFolderOnly) {
  const tests::TempFolder folder;
  ASSERT_TRUE(requireEmptyFolder(folder / "new").ok());
  ASSERT_TRUE(writeMembers(folder / "new", {member("tile/0/000", "x")}).ok());
  EXPECT_TRUE(std::filesystem::exists(folder / "new/tile/0/000"));
  const auto again = requireEmptyFolder(folder / "new");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().reason, "FOLDER_NOT_EMPTY");
}

}  // namespace
}  // namespace tools
