#include "ledger/rules/releasing.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Releasing : public RulesWorld {
 protected:
  ReleasePublish release(ReleaseSpan span, const char* from, const char* to) {
    ReleasePublish command{id(), span, day(from), day(to), {}, 10, sha256(asBytes("root")), 10, 20, {}, now()};
    for (const std::string& name : releasedTableNames(span)) command.tables.push_back({name, sha256(asBytes(name))});
    return command;
  }
  ReleasePublish month(const char* from, const char* to) { return release(ReleaseSpan::kMonth, from, to); }
  Instant now() { return {now_ - kMsPerMinute, 300}; }
  std::string publish(const ReleasePublish& command) { return sendByTwo(authority_, second_authority_, command); }
  void publishQuarter() {
    for (const auto& [from, to] : {std::pair("2026-01-01", "2026-01-31"), std::pair("2026-02-01", "2026-02-28"),
                                   std::pair("2026-03-01", "2026-03-31")}) {
      made_.push_back(month(from, to));
      ASSERT_EQ(publish(made_.back()), "");
    }
    made_.push_back(release(ReleaseSpan::kQuarter, "2026-01-01", "2026-03-31"));
    ASSERT_EQ(publish(made_.back()), "");
  }
  ReleasePublish year() {
    ReleasePublish command = release(ReleaseSpan::kYear, "2026-01-01", "2026-12-31");
    for (const ReleasePublish& one : made_) command.revises.push_back({one.release});
    return command;
  }

  std::vector<ReleasePublish> made_;
};

TEST_F(Releasing, TwoAuthoritiesPublish) {
  const ReleasePublish command = month("2026-05-01", "2026-05-31");
  EXPECT_EQ(send(attestor_, command), "ROLE_MISSING");
  EXPECT_EQ(sendByTwo(authority_, authority_, command), "SAME_PERSON");
  EXPECT_EQ(publish(month("2026-05-01", "2026-05-31")), "");
  EXPECT_EQ(publish(month("2026-05-01", "2026-05-31")), "PERIOD_TAKEN");
  EXPECT_EQ(publish(month("2026-04-01", "2026-04-30")), "");
}

TEST_F(Releasing, DaysAreThoseOfTheCalendar) {
  EXPECT_EQ(publish(month("2026-04-02", "2026-04-30")), "BAD_PERIOD");
  EXPECT_EQ(publish(month("2026-04-01", "2026-04-29")), "BAD_PERIOD");
  EXPECT_EQ(publish(month("2026-04-01", "2026-05-31")), "BAD_PERIOD");
  EXPECT_EQ(publish(release(ReleaseSpan::kQuarter, "2025-02-01", "2025-04-30")), "BAD_PERIOD");
  EXPECT_TRUE(isWhole(ReleaseSpan::kMonth, day("2028-02-01"), day("2028-02-29")));
  EXPECT_FALSE(isWhole(ReleaseSpan::kMonth, day("2027-02-01"), day("2027-03-01")));
  EXPECT_TRUE(isWhole(ReleaseSpan::kYear, day("2027-01-01"), day("2027-12-31")));
  EXPECT_FALSE(isWhole(ReleaseSpan::kYear, day("2027-04-01"), day("2028-03-31")));
}

// The last day is 31 May; ten whole days follow.
TEST_F(Releasing, TenDaysPassBeforeFiguresArePublic) {
  ReleasePublish command = month("2026-05-01", "2026-05-31");
  command.occurred_at = at("2026-06-10T00:00:00+05:00");
  EXPECT_EQ(sendOn("2026-06-10T23:59:59+05:00", authority_, command), "RELEASE_EARLY");
  EXPECT_EQ(sendOn("2026-06-11T00:00:00+05:00", authority_, command), "");
}

TEST_F(Releasing, OrganisationsFollowTheirThreeMonths) {
  EXPECT_EQ(publish(release(ReleaseSpan::kQuarter, "2026-01-01", "2026-03-31")), "MONTHS_MISSING");
  publishQuarter();
  EXPECT_EQ(publish(release(ReleaseSpan::kQuarter, "2026-01-01", "2026-03-31")), "PERIOD_TAKEN");
}

TEST_F(Releasing, AYearIsRevisedOnce) {
  now_ = at("2027-02-01T12:00:00+05:00").utc_ms;
  EXPECT_EQ(publish(year()), "REVISES_DIFFERS") << "nothing was released";
  publishQuarter();
  ReleasePublish command = year();
  std::swap(command.revises[0], command.revises[1]);
  EXPECT_EQ(publish(command), "REVISES_DIFFERS");
  command = year();
  command.revises.pop_back();
  EXPECT_EQ(publish(command), "REVISES_DIFFERS");
  command = year();
  command.at_size = 9;
  EXPECT_EQ(publish(command), "SIZE_BEHIND");
  command = month("2026-04-01", "2026-04-30");
  command.revises.push_back({made_.front().release});
  EXPECT_EQ(publish(command), "REVISES_DIFFERS");
  EXPECT_EQ(publish(year()), "");
  EXPECT_EQ(publish(year()), "PERIOD_TAKEN");
  EXPECT_EQ(publish(month("2026-04-01", "2026-04-30")), "YEAR_REVISED");
  EXPECT_EQ(publish(month("2025-12-01", "2025-12-31")), "");
}

TEST_F(Releasing, TablesAreThoseOfTheSpan) {
  ReleasePublish command = month("2026-05-01", "2026-05-31");
  std::swap(command.tables[0], command.tables[1]);
  EXPECT_EQ(publish(command), "BAD_TABLES");
  command = month("2026-05-01", "2026-05-31");
  command.tables.pop_back();
  EXPECT_EQ(publish(command), "BAD_TABLES");
  command.tables = release(ReleaseSpan::kQuarter, "2026-01-01", "2026-03-31").tables;
  EXPECT_EQ(publish(command), "BAD_TABLES");
}

TEST_F(Releasing, BoundsAreThoseInForce) {
  ReleasePublish command = month("2026-05-01", "2026-05-31");
  command.least = 9;
  EXPECT_EQ(publish(command), "SUPPRESSION_DIFFERS");
  command.least = 10;
  command.least_with_minors = 21;
  EXPECT_EQ(publish(command), "SUPPRESSION_DIFFERS");
  PolicyPublish policy;
  policy.policy = id();
  policy.kind = PolicyKind::kSuppression;
  policy.version = "1";
  policy.status = LegalStatus::kInForce;
  policy.source = "an order";
  policy.valid_from = day("2026-01-01");
  policy.suppression = Suppression{12, 24};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  EXPECT_EQ(publish(month("2026-05-01", "2026-05-31")), "SUPPRESSION_DIFFERS");
  command.least = 12;
  command.least_with_minors = 24;
  EXPECT_EQ(publish(command), "");
}

}  // namespace
}  // namespace ledger
