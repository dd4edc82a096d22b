#include "projections/render/document_text.h"

#include <gtest/gtest.h>

#include "projections/render/cells.h"

namespace projections {
namespace {

using ledger::Language;

Document plainDocument() {
  Document document;
  document.title = "Report";
  document.stamp.origin = "demo.example/asar";
  document.stamp.size = 1234;
  return document;
}

TEST(DocumentText, NamesWhatTheReportWasMadeFrom) {
  EXPECT_EQ(documentText(plainDocument()),
            "Report\n══════\n\nMade from the log demo.example/asar, size 1,234, witnesses=0\nroot " +
                std::string(64, '0') + "\n");
}

TEST(DocumentText, SaysThatItIsADemonstrationOnlyWhereItIs) {
  Document document = plainDocument();
  EXPECT_EQ(documentText(document).find("DEMONSTRATION"), std::string::npos);
  document.stamp.demo = true;
  EXPECT_NE(documentText(document).find("DEMONSTRATION"), std::string::npos);
}

TEST(DocumentText, TellsOfTheDaysItIsAbout) {
  Document document = plainDocument();
  document.language = Language::kRussian;
  document.stamp.period = Period{*ledger::parseDay("2026-03-01"), *ledger::parseDay("2026-03-31")};
  EXPECT_NE(documentText(document).find("Период: 1 марта 2026 г. – 31 марта 2026 г.\n"), std::string::npos);
}

TEST(DocumentText, LeavesOutAnEmptySection) {
  Section section;
  section.heading = "Heading";
  EXPECT_EQ(sectionText(section), "");
  section.remarks = {"Said."};
  EXPECT_EQ(sectionText(section), "Heading\n  Said.\n");
  section.remarks = {"Said,\nand more.", "Too."};
  EXPECT_EQ(sectionText(section), "Heading\n  Said,\n  and more.\n  Too.\n");
  section.heading.clear();
  EXPECT_EQ(sectionText(section), "Said,\nand more.\nToo.\n");
}

TEST(DocumentText, DrawsRulesGapsAndWhatStandsForNoRows) {
  const Cells cells(Language::kEnglish);
  const auto tenge = *ledger::Currency::parse("KZT");
  Table table("sums", {cells.left("name", phrases::kName), cells.right("amount", phrases::kAmount),
                       cells.right("least", phrases::kCount, Where::kData)});
  table.if_empty = "none";
  EXPECT_EQ(tableText(table), "  none\n");
  table.add({std::string("a"), cells.amount(150, tenge), cells.count(3)});
  table.gap();
  table.add({std::string("b"), cells.amount(-25, tenge), cells.count(4)}, RowKind::kTotal);
  EXPECT_EQ(tableText(table), "  Name  Amount\n  ────────────\n  a       1.50\n\n  ────────────\n  b      −0.25\n");
}

TEST(DocumentText, ParticularsForFilesAreNotRead) {
  Section section;
  section.particulars = {{"Shown", std::string("1")}, {"Kept", std::string("2"), Where::kData}};
  EXPECT_EQ(sectionText(section), "  Shown  1\n");
}

}  // namespace
}  // namespace projections
