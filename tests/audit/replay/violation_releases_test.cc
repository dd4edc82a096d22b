// Releases that the front door refuses, put into the log all the same.
#include <gtest/gtest.h>

#include "ledger/rules/releasing.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// It is some day of 2026; months of 2025 are over for long.
class ReleasesWorld : public World {
 public:
  ReleasesWorld() {
    settle();
    wait(40 * 24 * 60);
    for (const auto& [from, to] : {std::pair("2025-07-01", "2025-07-31"), std::pair("2025-08-01", "2025-08-31")})
      publish(release(ReleaseSpan::kMonth, from, to));
  }
  ReleasePublish release(ReleaseSpan span, const char* from, const char* to) {
    const auto seen = front().sealed();
    ReleasePublish command{subject(), span, *parseDay(from), *parseDay(to), {}, seen.size, seen.root, 10, 20,
                           {},        now()};
    for (const std::string& name : releasedTableNames(span)) command.tables.push_back({name, digest()});
    return command;
  }
  ReleasePublish year() {
    ReleasePublish command = release(ReleaseSpan::kYear, "2025-01-01", "2025-12-31");
    command.revises = made;
    return command;
  }
  void publish(const ReleasePublish& command) {
    agree(first, second, command, Visibility::kPublic);
    made.push_back({command.release});
  }

  std::vector<RevisedRelease> made;
};

ReleasesWorld& world() {
  static ReleasesWorld made;
  return made;
}

Forgery proposal(const ReleasePublish& command) {
  Forgery forgery{command};
  forgery.visibility = Visibility::kPublic;
  forgery.decision.effect = Effect::kProposed;
  return forgery;
}
std::string broken(const ReleasePublish& command) {
  return world().broken(world().first, proposal(command));
}
ReleasePublish month(const char* from = "2025-10-01", const char* to = "2025-10-31") {
  return world().release(ReleaseSpan::kMonth, from, to);
}

TEST(ViolationOfReleases, HonestOnesBreakNothing) {
  EXPECT_EQ(broken(month()), "");
  EXPECT_EQ(broken(world().year()), "");
}

TEST(ViolationOfReleases, TwoAuthoritiesPublish) {
  auto& w = world();
  Forgery alone = proposal(month());
  alone.decision.effect = Effect::kEffective;
  EXPECT_EQ(w.broken(w.first, alone), only("DECISION_DIFFERS"));
  EXPECT_EQ(w.broken(*w.auditor, proposal(month())), "ROLE_MISSING DECISION_DIFFERS ");
}

TEST(ViolationOfReleases, DaysOfTheCalendarOnceAndOver) {
  EXPECT_EQ(broken(month("2025-10-02", "2025-10-31")), only("BAD_PERIOD"));
  EXPECT_EQ(broken(month("2025-10-01", "2025-10-30")), only("BAD_PERIOD"));
  EXPECT_EQ(broken(world().release(ReleaseSpan::kQuarter, "2025-08-01", "2025-10-31")), only("BAD_PERIOD"));
  EXPECT_EQ(broken(world().release(ReleaseSpan::kYear, "2025-04-01", "2026-03-31")), only("BAD_PERIOD"));
  EXPECT_EQ(broken(month("2025-07-01", "2025-07-31")), only("PERIOD_TAKEN"));
  EXPECT_EQ(broken(world().release(ReleaseSpan::kQuarter, "2025-07-01", "2025-09-30")), only("MONTHS_MISSING"));
  EXPECT_EQ(broken(month("2098-01-01", "2098-01-31")), only("RELEASE_EARLY"));
}

TEST(ViolationOfReleases, TheEleventhDayIsTheFirst) {
  const CivilDay last = *parseDay("2026-02-28");
  const auto broken_on = [&](CivilDay day) {
    ReleasesWorld on;
    on.wait((static_cast<std::int64_t>(day) * kMsPerDay - on.now().utc_ms) / kMsPerMinute);
    ReleasePublish command = on.release(ReleaseSpan::kMonth, "2026-02-01", "2026-02-28");
    Forgery forgery{command};
    forgery.visibility = Visibility::kPublic;
    forgery.decision.effect = Effect::kProposed;
    return on.broken(on.first, forgery);
  };
  EXPECT_EQ(broken_on(last + 10), only("RELEASE_EARLY"));
  EXPECT_EQ(broken_on(last + 11), "");
}

TEST(ViolationOfReleases, AYearNamesWhatItRevises) {
  ReleasePublish command = world().year();
  std::swap(command.revises[0], command.revises[1]);
  EXPECT_EQ(broken(command), only("REVISES_DIFFERS"));
  command = world().year();
  command.revises.pop_back();
  EXPECT_EQ(broken(command), only("REVISES_DIFFERS"));
  command = month();
  command.revises = world().made;
  EXPECT_EQ(broken(command), only("REVISES_DIFFERS"));
  command = world().year();
  command.at_size = 1;
  EXPECT_EQ(broken(command), "SIZE_BEHIND " + only("ROOT_DIFFERS"));
}

TEST(ViolationOfReleases, TablesBoundsAndRoot) {
  ReleasePublish command = month();
  std::swap(command.tables[0], command.tables[1]);
  EXPECT_EQ(broken(command), only("BAD_TABLES"));
  command = month();
  command.tables.pop_back();
  EXPECT_EQ(broken(command), only("BAD_TABLES"));
  command = month();
  command.least = 9;
  EXPECT_EQ(broken(command), only("SUPPRESSION_DIFFERS"));
  command = month();
  command.root = world().digest();
  EXPECT_EQ(broken(command), only("ROOT_DIFFERS"));
  command = month();
  --command.at_size;
  EXPECT_EQ(broken(command), only("ROOT_DIFFERS"));
}

TEST(ViolationOfReleases, AfterTheRevisionNothingOfTheYear) {
  ReleasesWorld w;
  w.publish(w.year());
  Forgery forgery{w.release(ReleaseSpan::kMonth, "2025-10-01", "2025-10-31")};
  forgery.visibility = Visibility::kPublic;
  forgery.decision.effect = Effect::kProposed;
  EXPECT_EQ(w.broken(w.first, forgery), only("YEAR_REVISED"));
}

}  // namespace
}  // namespace audit::tests
