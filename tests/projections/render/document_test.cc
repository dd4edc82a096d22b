#include "projections/render/document.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

Table tableOfTwo() {
  return Table("tranches", {{"number", "No."},
                            {"note", "Note", Align::kLeft, Where::kFilled},
                            {"least", "Least", Align::kRight, Where::kData}});
}

TEST(Document, LeavesOutColumnsThatAreNotForReading) {
  Table table = tableOfTwo();
  table.add({std::string("1"), {}, std::string("5")});
  EXPECT_EQ(table.shownColumns(), (std::vector<std::size_t>{0}));
  table.gap();
  table.add({std::string("2"), std::string("late"), {}});
  EXPECT_EQ(table.shownColumns(), (std::vector<std::size_t>{0, 1}));
}

TEST(Document, SectionIsEmptyUntilSomethingIsSaid) {
  Section section;
  section.heading = "Tranches";
  section.tables.push_back(tableOfTwo());
  EXPECT_TRUE(section.empty());
  section.tables.front().if_empty = "none";
  EXPECT_FALSE(section.empty());
}

TEST(DocumentDeathTest, RowHasACellForEachColumn) {
  Table table = tableOfTwo();
  EXPECT_DEATH(table.add({std::string("1")}), "");
}

}  // namespace
}  // namespace projections
