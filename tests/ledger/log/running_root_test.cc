#include "ledger/log/running_root.h"

#include <gtest/gtest.h>

namespace ledger {
namespace {

TEST(RunningRoot, OfNothingIsTheHashOfNothing) {
  EXPECT_EQ(RunningRoot{}.root().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace ledger
