#include "projections/render/column_widths.h"

#include <gtest/gtest.h>

#include <numeric>

namespace projections {
namespace {

double sumOf(const ColumnFit& fit) {
  return std::accumulate(fit.widths.begin(), fit.widths.end(), 0.0);
}

TEST(ColumnWidths, WidenWhereThereIsRoomButNotWithoutEnd) {
  const auto some = fittedColumns({{40, 40, false}, {40, 20, true}}, 100);
  EXPECT_DOUBLE_EQ(sumOf(some), 100);
  EXPECT_DOUBLE_EQ(sumOf(fittedColumns({{40, 40, false}, {40, 20, true}}, 1000)), 120);
}

TEST(ColumnWidths, NarrowTheWidestWordsFirst) {
  const auto fit = fittedColumns({{50, 50, false}, {200, 30, true}, {60, 20, true}}, 200);
  EXPECT_TRUE(fit.fits);
  EXPECT_NEAR(sumOf(fit), 200, 0.1);
  EXPECT_DOUBLE_EQ(fit.widths[0], 50);
  EXPECT_NEAR(fit.widths[1], 90, 0.1);
  EXPECT_DOUBLE_EQ(fit.widths[2], 60);
}

TEST(ColumnWidths, SayWhereWordsWouldHaveToBeBroken) {
  const auto fit = fittedColumns({{50, 50, false}, {200, 80, true}}, 100);
  EXPECT_FALSE(fit.fits);
  EXPECT_NEAR(sumOf(fit), 100, 0.1);
  EXPECT_TRUE(fittedColumns({{50, 50, false}, {200, 50, true}}, 100).fits);
}

}  // namespace
}  // namespace projections
