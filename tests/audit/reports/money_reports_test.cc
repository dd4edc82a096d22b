// Reports on a log that breaks the rules: each of its figures on one that keeps them is counted end to end.
#include "audit/reports/money_reports.h"

#include <gtest/gtest.h>

#include <cstring>

#include "audit/replay/spelt.h"

namespace audit {
namespace {

Id idWith(std::uint8_t last) {
  Id id{};
  id.back() = last;
  return id;
}

TEST(MoneyReports, CountAGrantThatStandsBeneathItselfOnce) {
  State state;
  const Id top = idWith(1);
  const Id beneath = idWith(2);
  state.grants[top].sub_awards = {beneath, top};
  state.grants[beneath].sub_awards = {top, beneath};
  ReportAsked asked;
  asked.subject = top;
  ReportFigures figures;
  countRegrants({state, {}, {}, {}, asked}, figures);
  EXPECT_EQ(figures.at("/grants/" + idText(top) + "/depth").value, 0);
  EXPECT_EQ(figures.at("/grants/" + idText(beneath) + "/depth").value, 1);
}

// As many as a stack would not hold.
TEST(MoneyReports, CountTreesOfAnyDepth) {
  State state;
  const auto numbered = [](std::uint32_t number) {
    Id id{};
    std::memcpy(id.data(), &number, sizeof number);
    return id;
  };
  constexpr std::uint32_t kDeep = 50'000;
  for (std::uint32_t i = 1; i < kDeep; ++i) state.grants[numbered(i)].sub_awards = {numbered(i + 1)};
  state.grants[numbered(kDeep)];
  ReportAsked asked;
  asked.subject = numbered(1);
  ReportFigures figures;
  countRegrants({state, {}, {}, {}, asked}, figures);
  EXPECT_EQ(figures.at("/grants/" + idText(numbered(kDeep)) + "/depth").value, kDeep - 1);
}

}  // namespace
}  // namespace audit
