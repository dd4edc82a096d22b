#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/seed.h"
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

// A variable of the environment, put back as it was.
class Variable {
 public:
  explicit Variable(const char* name) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
  }
  ~Variable() {
    if (before_) {
      set(*before_);
    } else {
      unset();
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  void set(const std::string& value) const { setenv(name_, value.c_str(), 1); }
  void unset() const { unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> before_;
};

TEST(Seed, IsTheOneGivenOrAFreshOneOrTheTestsOwn) {
  const Variable parameters("RC_PARAMS");
  const Variable nightly("ASAR_NIGHTLY");
  nightly.unset();
  parameters.unset();
  EXPECT_EQ(seedOr(7), 7U);
  parameters.set("verbose_progress=1 seed=20251101");
  EXPECT_EQ(seedOr(7), 20251101U);
  nightly.set("1");
  EXPECT_EQ(seedOr(7), 20251101U);
  parameters.unset();
  EXPECT_FALSE(seedOr(7) == seedOr(7) && seedOr(7) == seedOr(7)) << "always the same";
}

TEST(SharedFolder, FollowsTheEnvironmentAndIsNoneWhereAbsent) {
  const Variable shared("ASAR_SHARED");
  const TempFolder folder;
  shared.set(folder.path());
  EXPECT_EQ(sharedFolder(), folder.path());
  shared.set(folder / "absent");
  EXPECT_EQ(sharedFolder(), std::nullopt);
}

}  // namespace
}  // namespace tests
