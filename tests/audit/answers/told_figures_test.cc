// What the program tells as JSON is read back as what it is, and no digit of it can be changed unseen.
#include "audit/answers/told_figures.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace audit {
namespace {

const std::string kQuarter = "2026-01-01..2026-03-31";

class ToldFiguresTest : public ::testing::Test {
 protected:
  ToldFiguresTest() {
    national_.by_path = {{"/total/volunteers", {3000, false}},
                         {"/regions/KZ-75/volunteers", {3, true}},
                         {"/money/KZT/disbursed", {-5, false}}};
    figures_ = R"({"grants":{"g":{"currency":"KZT","spent":7}},"minutes":{"p":60},"root":")" + std::string(64, '0') +
               R"(","size":3,"totals":{"grants":{"KZT":{"spent":7}},"minutes":60}})";
  }

  ToldFigures told(const std::string& period, bool exact) const { return {national_, figures_, period, exact}; }

  // Of `text` that was published of what `own` tells.
  static std::string verdictOf(const std::string& text, const ToldFigures& own) {
    Findings findings;
    const auto read = readPublished("told.json", bytesOf(text), findings);
    if (read && read->kind == PublishedKind::kTold) compareTold(*read, own, findings);
    return findings.verdict();
  }

  NationalFigures national_;
  std::string figures_;
};

TEST_F(ToldFiguresTest, AreReadBackAsThatWhichTheyAre) {
  for (const std::string& period : {std::string(), kQuarter}) {
    for (const bool exact : {false, true}) {
      const ToldFigures own = told(period, exact);
      Findings findings;
      const auto read = readPublished("told.json", bytesOf(toldJson(own).dump()), findings);
      ASSERT_TRUE(read) << toldJson(own).dump();
      EXPECT_EQ(read->kind, PublishedKind::kTold);
      EXPECT_EQ(read->asked.exact, exact);
      EXPECT_EQ(read->asked.days, daysFrom(period).value_or(DayRange{}));
      compareTold(*read, own, findings);
      EXPECT_EQ(findings.verdict(), "OK");
      const nlohmann::json wrapped = {{"verdict", "OK"}, {"figures", toldJson(own)}};
      EXPECT_EQ(verdictOf(wrapped.dump(2), own), "OK") << "as --json prints it";
    }
  }
}

TEST_F(ToldFiguresTest, NoDigitCanBeChangedUnseen) {
  for (const std::string& period : {std::string(), kQuarter}) {
    for (const bool exact : {false, true}) {
      const ToldFigures own = told(period, exact);
      const std::string text = toldJson(own).dump();
      for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9') continue;
        std::string other = text;
        other[i] = other[i] == '9' ? '1' : static_cast<char>(other[i] + 1);
        EXPECT_NE(verdictOf(other, own), "OK") << other;
      }
    }
  }
}

TEST_F(ToldFiguresTest, ANameTwiceOrARoundedNumberIsNotRead) {
  const ToldFigures own = told("", true);
  const std::string text = toldJson(own).dump();
  const std::string figure = R"("/total/volunteers":)";
  const auto at = text.find(figure + "3000");
  ASSERT_NE(at, std::string::npos) << text;
  EXPECT_EQ(verdictOf(text, own), "OK");
  EXPECT_EQ(verdictOf(std::string(text).insert(at, figure + "4000,"), own), "COULD_NOT_CHECK");
  EXPECT_EQ(verdictOf(std::string(text).insert(at + figure.size() + 4, ".0"), own), "COULD_NOT_CHECK");
}

TEST_F(ToldFiguresTest, WhatIsHiddenIsFoundWhereItIsToldAndNotToldByUs) {
  auto json = toldJson(told("", false));
  EXPECT_TRUE(json["national"]["/regions/KZ-75/volunteers"].is_null());
  EXPECT_EQ(json["national"]["/money/KZT/disbursed"], -5);
  json["national"]["/regions/KZ-75/volunteers"] = 3;
  Findings findings;
  const auto read = readPublished("told.json", bytesOf(json.dump()), findings);
  ASSERT_TRUE(read);
  compareTold(*read, told("", false), findings);
  ASSERT_EQ(findings.total(), 1U);
  EXPECT_NE(findings.sorted()[0].sentence.find("it is told, although"), std::string::npos);
}

TEST_F(ToldFiguresTest, OfAnotherShapeAreLeftOpen) {
  const ToldFigures own = told(kQuarter, true);
  auto deep = toldJson(own);
  deep["grants"]["g"]["spent"] = {{"more", {{"and", {{"more", 1}}}}}};
  EXPECT_EQ(verdictOf(deep.dump(), own), "COULD_NOT_CHECK");
  auto days = toldJson(own);
  days["period"] = "2026-03-31..2026-01-01";
  EXPECT_EQ(verdictOf(days.dump(), own), "COULD_NOT_CHECK");
  EXPECT_EQ(daysFrom("2026-01-01"), std::nullopt);
}

}  // namespace
}  // namespace audit
