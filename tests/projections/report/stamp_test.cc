#include "projections/report/stamp.h"

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace projections {
namespace {

TEST(Stamp, NamesLedgerSizeAndRoot) {
  tests::MadeLog log = tests::sampleLog();
  Database database = tests::memoryDatabase();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  const auto stamp = readStamp(database);
  ASSERT_TRUE(stamp.ok());
  EXPECT_EQ(stamp->origin, "demo.example/asar");
  EXPECT_TRUE(stamp->demo);
  EXPECT_EQ(stamp->size, log.size());
  EXPECT_EQ(stamp->root, log.goal().root);
}

TEST(Stamp, IsRefusedBetweenTwoCheckpoints) {
  Database database = tests::memoryDatabase();
  EXPECT_EQ(readStamp(database).error().reason, "NO_DATABASE");
  tests::MadeLog log = tests::sampleLog();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  ASSERT_TRUE(database.run("update bookmark set goal = size + 1").ok());
  EXPECT_EQ(readStamp(database).error().reason, "CATCHING_UP");
}

}  // namespace
}  // namespace projections
