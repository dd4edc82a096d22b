#include "ledger/rules/hours_day.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

// In the night to 1 March 2024 clocks in Almaty went from 24:00 at +06:00 back to 23:00 at +05:00: 29 February had 25
// hours. (The zone database of IANA, release 2024a, has the change.)
class CivilDays : public RulesWorld {
 protected:
  CivilDays() {
    const SubjectId project = id();
    winter_ = id();
    EXPECT_EQ(
        send(officer_,
             ProjectStart{
                 project, programme_, organisation_, "KZ-75", day("2024-02-01"), day("2024-03-31"), {"а", "б", "c"}}),
        "");
    EXPECT_EQ(send(coordinator_, ActivitySchedule{winter_, project, ActivityKind::kEvent, "",
                                                  at("2024-02-28T00:00:00+06:00"), at("2024-03-03T00:00:00+05:00")}),
              "");
    now_ = at("2024-02-01T00:00:00+06:00").utc_ms;
    witness_ = newPerson(Role::kAttestor, organisation_);
    now_ = at("2024-03-01T12:00:00+05:00").utc_ms;
  }
  HoursClaim winter(std::int64_t minutes, const char* from, const char* until = nullptr) {
    HoursClaim made = claim(minutes, from, until);
    made.activity = winter_;
    return made;
  }
  HoursAttest attestOn(const SubjectId& hours, std::int64_t minutes, const char* when) {
    return {hours, Minutes{minutes}, AttestationMethod::kPresent, HoursReason::kNone, at(when)};
  }
  void stand(const HoursClaim& made) {
    ASSERT_EQ(send(volunteer_, made), "");
    ASSERT_EQ(send(witness_, attestOn(made.hours, made.minutes.count(), "2024-03-01T11:00:00+05:00")), "");
  }
  std::int64_t on(const char* when) { return standingOn(state_, volunteer_, day(when)).count(); }

  SubjectId winter_;
  PersonId witness_;
};

TEST_F(CivilDays, TheStoredOffsetDecidesTheDay) {
  // One moment, written with the offset before and after the change.
  const Instant before = at("2024-03-01T00:30:00+06:00"), after = at("2024-02-29T23:30:00+05:00");
  ASSERT_EQ(before.utc_ms, after.utc_ms);
  stand(winter(10, "2024-03-01T00:30:00+06:00"));
  EXPECT_EQ(on("2024-03-01"), 10);
  EXPECT_EQ(on("2024-02-29"), 0);
  stand(winter(20, "2024-02-29T23:30:00+05:00"));
  EXPECT_EQ(on("2024-03-01"), 10);
  EXPECT_EQ(on("2024-02-29"), 20);
}

TEST_F(CivilDays, ThatOfAlmatyWith25HoursTakesNoMoreThan1440Minutes) {
  const UtcMs began = at("2024-02-29T00:00:00+06:00").utc_ms, ended = at("2024-03-01T00:00:00+05:00").utc_ms;
  ASSERT_EQ(ended - began, 25 * 60 * kMsPerMinute);
  stand(winter(1440, "2024-02-29T00:00:00+06:00"));
  EXPECT_EQ(on("2024-02-29"), 1440);
  // In the hour that was there twice, and in any other.
  EXPECT_EQ(send(volunteer_, winter(1, "2024-02-29T23:30:00+05:00")), "DAY_OVER_1440");
  EXPECT_EQ(send(volunteer_, winter(1, "2024-02-29T23:30:00+06:00")), "DAY_OVER_1440");
  EXPECT_EQ(send(volunteer_, winter(1, "2024-03-01T00:00:00+05:00")), "");
}

TEST_F(CivilDays, WhatA25thHourHasMoreFallsOnTheNextDay) {
  const HoursClaim whole = winter(1500, "2024-02-29T00:00:00+06:00", "2024-03-01T00:00:00+05:00");
  stand(whole);
  EXPECT_EQ(on("2024-02-29"), 1440);
  EXPECT_EQ(on("2024-03-01"), 60);
  EXPECT_EQ(send(volunteer_, winter(1501, "2024-02-29T00:00:00+06:00", "2024-03-01T00:00:00+05:00")),
            "MINUTES_OVER_INTERVAL");
}

TEST_F(CivilDays, TheHourThatWasThereTwiceLastedAnHourEachTime) {
  EXPECT_EQ(send(volunteer_, winter(60, "2024-02-29T23:00:00+06:00", "2024-02-29T23:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, winter(61, "2024-02-29T23:00:00+06:00", "2024-02-29T23:00:00+05:00")),
            "MINUTES_OVER_INTERVAL");
  // The two hours of one name do not overlap.
  stand(winter(60, "2024-02-29T23:00:00+06:00", "2024-02-29T23:00:00+05:00"));
  stand(winter(60, "2024-02-29T23:00:00+05:00", "2024-03-01T00:00:00+05:00"));
  EXPECT_EQ(on("2024-02-29"), 120);
}

TEST_F(CivilDays, AShiftOverMidnightLiesOnBothDaysByTheOffsetOfItsBeginning) {
  stand(winter(240, "2024-02-28T22:00:00+06:00", "2024-02-29T02:00:00+06:00"));
  EXPECT_EQ(on("2024-02-28"), 120);
  EXPECT_EQ(on("2024-02-29"), 120);
  // Over the change: midnight is that of +06:00, an hour before that of the end.
  stand(winter(240, "2024-02-29T22:00:00+06:00", "2024-03-01T01:00:00+05:00"));
  EXPECT_EQ(on("2024-02-29"), 240);
  EXPECT_EQ(on("2024-03-01"), 120);
}

TEST_F(CivilDays, FewerMinutesThanTheShiftLastedFillTheFirstDayFirst) {
  const auto shares = sharesOf({at("2026-06-30T22:00:00+05:00"), at("2026-07-01T04:00:00+05:00"), Minutes{150}});
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_EQ(shares[0].day, day("2026-06-30"));
  EXPECT_EQ(shares[0].minutes, Minutes{120});
  EXPECT_EQ(shares[1].day, day("2026-07-01"));
  EXPECT_EQ(shares[1].minutes, Minutes{30});
  const auto within = sharesOf({at("2026-06-30T22:00:00+05:00"), at("2026-07-01T04:00:00+05:00"), Minutes{120}});
  ASSERT_EQ(within.size(), 1U);
}

TEST_F(CivilDays, AClockThatChangesAfterTheClaimMovesNoMinute) {
  PolicyPublish policy;
  policy.policy = id();
  policy.version = "1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "Sample";
  policy.valid_from = day("2024-01-01");
  policy.hours_limits = HoursLimits{{}, 0, 1};
  ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  now_ = at("2024-02-29T22:30:00+06:00").utc_ms;
  const HoursClaim in_time = winter(60, "2024-02-29T20:00:00+06:00"), late = winter(60, "2024-02-29T21:00:00+06:00");
  ASSERT_EQ(send(volunteer_, in_time), "");
  ASSERT_EQ(send(volunteer_, late), "");
  // The attestor's clock is at +05:00 by now; the day of the service, and of the attestation, are those of the claim.
  now_ = at("2024-03-01T22:59:00+05:00").utc_ms;
  ASSERT_EQ(send(witness_, attestOn(in_time.hours, 60, "2024-03-01T22:58:00+05:00")), "");
  EXPECT_TRUE(decision_.flags.empty());
  now_ = at("2024-03-01T23:00:00+05:00").utc_ms;
  ASSERT_EQ(sendByTwo(witness_, clerk_, attestOn(late.hours, 60, "2024-03-01T22:58:00+05:00")), "");
  EXPECT_EQ(decision_.flags, std::vector<Flag>{Flag::kAttestedLate}) << "at +06:00 it is 2 March already";
  EXPECT_EQ(on("2024-02-29"), 120);
  EXPECT_EQ(on("2024-03-01"), 0);
}

}  // namespace
}  // namespace ledger
