#include "projections/read_models.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/projections/sample_database.h"

namespace projections {
namespace {

// Rows are written to NAME__VERSION by constants beside the row: the SQL and the projection must say the same.
TEST(ReadModels, MakeEachTableAndItsViewInOneVersion) {
  const ReadModels models;
  std::set<std::string> names;
  for (const Projection* projection : models.all()) {
    Database database = tests::memoryDatabase();
    ASSERT_TRUE(database.run(projection->sql()).ok()) << projection->name();
    ASSERT_TRUE(database.run(projection->sql()).ok()) << "a second time: " << projection->name();
    EXPECT_TRUE(names.insert(std::string(projection->name())).second);
    for (const auto& [table, key_columns] : projection->tables()) {
      EXPECT_TRUE(names.insert(table).second) << table;
      EXPECT_TRUE(database.hasTable(table + "__" + std::to_string(projection->version()))) << table;
      EXPECT_EQ(tests::answer(database, "select count(*) from " + table), "0");
    }
  }
}

}  // namespace
}  // namespace projections
