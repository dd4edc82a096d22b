#include "projections/render/headed_text.h"

#include <gtest/gtest.h>

namespace projections {
namespace {

using ledger::Language;

TEST(HeadedText, SaysThatItIsADemonstrationOnlyWhereItIs) {
  Stamp stamp;
  EXPECT_EQ(titleText("Есеп", stamp, Language::kKazakh), "Есеп\n════\n");
  stamp.demo = true;
  EXPECT_NE(titleText("Report", stamp, Language::kEnglish).find("DEMONSTRATION"), std::string::npos);
}

TEST(HeadedText, LeavesOutAnEmptySection) {
  EXPECT_EQ(sectionText("Heading", ""), "");
  EXPECT_EQ(sectionText("Heading", "  body\n"), "\nHeading\n  body\n");
}

TEST(HeadedText, NamesWhatTheReportWasMadeFrom) {
  Stamp stamp;
  stamp.origin = "demo.example/asar";
  stamp.size = 1234;
  EXPECT_EQ(stampText(stamp, Language::kEnglish),
            "\nMade from the log demo.example/asar, size 1,234, witnesses=0\nroot " + std::string(64, '0') + "\n");
}

}  // namespace
}  // namespace projections
