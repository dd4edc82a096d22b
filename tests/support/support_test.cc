#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/shared_folder.h"
#include "tests/support/temp_folder.h"

namespace tests {
namespace {

TEST(TempFolder, IsRemovedWithWhatItHolds) {
  std::filesystem::path kept;
  {
    const TempFolder folder;
    kept = folder.path();
    std::ofstream(folder / "file") << "x";
    ASSERT_TRUE(std::filesystem::exists(kept / "file"));
  }
  EXPECT_FALSE(std::filesystem::exists(kept));
}

TEST(TempFolder, TwoAreDifferent) {
  const TempFolder one;
  const TempFolder two;
  EXPECT_NE(one.path(), two.path());
}

TEST(SharedFolder, FollowsTheEnvironmentAndIsNoneWhereAbsent) {
  const char* before = std::getenv("ASAR_SHARED");
  const std::string kept = before == nullptr ? "" : before;
  const TempFolder folder;
  setenv("ASAR_SHARED", folder.path().c_str(), 1);
  EXPECT_EQ(sharedFolder(), folder.path());
  setenv("ASAR_SHARED", (folder / "absent").c_str(), 1);
  EXPECT_EQ(sharedFolder(), std::nullopt);
  if (before == nullptr) {
    unsetenv("ASAR_SHARED");
  } else {
    setenv("ASAR_SHARED", kept.c_str(), 1);
  }
}

}  // namespace
}  // namespace tests
