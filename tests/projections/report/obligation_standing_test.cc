#include "projections/report/obligation_standing.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

using tests::day;
namespace a = tests::account;

class Obligations : public tests::AccountRegister {
 protected:
  std::vector<ObligationEntry> on(const char* day, ledger::SubjectId of = {}) {
    const auto entries = readObligations(database_, {tests::day(day), {}, of});
    EXPECT_TRUE(entries.ok());
    return *entries;
  }
  ObligationEntry one(const char* day, const ledger::SubjectId& id) {
    for (const ObligationEntry& entry : on(day)) {
      if (entry.obligation == id) return entry;
    }
    return {};
  }
};

TEST_F(Obligations, AreLateAfterTheNextWorkingDayAndNotBefore) {
  const ObligationEntry late = one("2026-03-01", a::kLateReport);
  EXPECT_EQ(late.state, "submitted");
  EXPECT_EQ(late.days_late, 2);
  EXPECT_EQ(late.grant_number, "RG-1");
  EXPECT_EQ(late.organisation.names.en, "Green Garden Fund");
  EXPECT_EQ(late.funder.names.en, "Model Centre");
  const ObligationEntry weekend = one("2026-03-01", a::kWeekendReport);
  EXPECT_EQ(weekend.state, "accepted");
  EXPECT_EQ(weekend.last, day("2026-03-02"));
  EXPECT_EQ(weekend.days_late, 0);
}

// Extended to 9 March, which does not work.
TEST_F(Obligations, AreOverdueOnTheDayAfterTheirLast) {
  EXPECT_FALSE(one("2026-03-10", a::kOwedReport).isOverdue());
  const ObligationEntry overdue = one("2026-03-11", a::kOwedReport);
  EXPECT_TRUE(overdue.isOverdue());
  EXPECT_EQ(overdue.days_late, 1);
  EXPECT_EQ(overdue.due, day("2026-03-09"));
}

TEST_F(Obligations, StandAsTheyWereKnownOnTheDay) {
  EXPECT_TRUE(on("2026-02-28").empty()) << "nothing was recorded by then";
  EXPECT_EQ(one("2026-04-01", a::kWaivedReport).days_late, 0) << "what is waived is not late";
}

TEST_F(Obligations, AreOfAnOrganisationAFunderOrAGrant) {
  for (const ledger::SubjectId& of : {tests::sample::kOrganisation, tests::sample::kFunder, a::kRegranted})
    EXPECT_EQ(on("2026-03-01", of).size(), 4U);
  EXPECT_TRUE(on("2026-03-01", a::kSubAward).empty());
}

TEST_F(Obligations, AreCountedByWhatBecameOfThem) {
  ObligationCounts counts;
  for (const ObligationEntry& entry : on("2026-03-11")) counts.add(entry);
  EXPECT_EQ(counts.all, 4);
  EXPECT_EQ(counts.late, 1);
  EXPECT_EQ(counts.in_time, 1);
  EXPECT_EQ(counts.overdue, 1);
  EXPECT_EQ(counts.owed, 0);
  EXPECT_EQ(counts.waived, 1);
  EXPECT_EQ(counts.accepted, 1);
  EXPECT_EQ(counts.waiting, 1);
}

}  // namespace
}  // namespace projections
