#include "ledger/rules/employers.h"

#include <algorithm>

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Employers : public RulesWorld {
 protected:
  // So many minutes a week on these days; open where there is no last one.
  SubjectId agree(std::int64_t week_minutes, const char* from = "2026-01-01", const char* to = nullptr) {
    const SubjectId employment = id();
    EXPECT_EQ(
        send(grantees_officer_, EmployerProgrammeAgree{employment, grantee_, Minutes{week_minutes}, day(from),
                                                       to == nullptr ? 0 : day(to), sha256(asBytes("agreement"))}),
        "");
    return employment;
  }
  HoursClaim paid(const SubjectId& employment, std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00") {
    HoursClaim made = claim(minutes, from);
    made.time_basis = TimeBasis::kPaidWorkTime;
    made.employment = employment;
    return made;
  }
  bool isOver(const PersonId& person, const CommandBody& body) {
    EXPECT_EQ(send(person, body), "");
    return std::ranges::find(decision_.flags, Flag::kOverPaidTime) != decision_.flags.end();
  }
};

TEST_F(Employers, AProgrammeIsNamedForPaidTimeAlone) {
  const SubjectId employment = agree(600);
  EXPECT_EQ(send(volunteer_, paid(employment, 60)), "");
  EXPECT_EQ(send(volunteer_, paid({}, 60)), "") << "an employer without a programme";
  for (const TimeBasis basis : {TimeBasis::kUnpaid, TimeBasis::kStipended, TimeBasis::kCourtOrdered}) {
    HoursClaim other = paid(employment, 60);
    other.time_basis = basis;
    EXPECT_EQ(send(volunteer_, other), "NOT_PAID_TIME");
  }
  EXPECT_EQ(send(volunteer_, paid(id(), 60)), "UNKNOWN_SUBJECT");
  EXPECT_EQ(send(volunteer_, paid(project_, 60)), "UNKNOWN_SUBJECT");
}

TEST_F(Employers, AClaimStandsInTheStreamsOfItsActivityAndNotOfTheEmployer) {
  const HoursClaim made = paid(agree(600), 60);
  ASSERT_EQ(send(volunteer_, made), "");
  EXPECT_EQ(send(attestor_, attest(made.hours, 60)), "") << "an attestor of the organisation served";
}

TEST_F(Employers, AProgrammeCoversItsDays) {
  const SubjectId employment = agree(600, "2026-06-09", "2026-06-10");
  EXPECT_EQ(send(volunteer_, paid(employment, 10, "2026-06-08T23:59:59+05:00")), "OUTSIDE_EMPLOYMENT");
  EXPECT_EQ(send(volunteer_, paid(employment, 10, "2026-06-09T00:00:00+05:00")), "");
  EXPECT_EQ(send(volunteer_, paid(employment, 10, "2026-06-10T23:59:59+05:00")), "");
  EXPECT_EQ(send(volunteer_, paid(employment, 10, "2026-06-11T00:00:00+05:00")), "OUTSIDE_EMPLOYMENT");
  EXPECT_EQ(import({paid(employment, 10, "2026-06-11T00:00:00+05:00")}), "OUTSIDE_EMPLOYMENT");
  EXPECT_EQ(import({paid(employment, 10, "2026-06-10T20:00:00+05:00")}), "");
  EXPECT_EQ(send(volunteer_, paid(agree(600), 10, "2026-06-13T10:00:00+05:00")), "") << "open";
}

TEST_F(Employers, AWeekOfPaidTimeIsFlaggedAboveWhatTheEmployerGives) {
  const SubjectId employment = agree(120);
  EXPECT_FALSE(isOver(volunteer_, paid(employment, 120, "2026-06-07T20:00:00+05:00"))) << "Sunday";
  EXPECT_TRUE(isOver(volunteer_, paid(employment, 121, "2026-06-07T20:00:00+05:00")));
  const HoursClaim monday = paid(employment, 100, "2026-06-08T00:00:00+05:00");
  EXPECT_FALSE(isOver(volunteer_, monday));
  EXPECT_FALSE(isOver(attestor_, attest(monday.hours, 100)));
  const HoursClaim saturday = paid(employment, 20, "2026-06-13T10:00:00+05:00");
  const HoursClaim more = paid(employment, 21, "2026-06-13T12:00:00+05:00");
  EXPECT_FALSE(isOver(volunteer_, saturday));
  EXPECT_TRUE(isOver(volunteer_, more));
  EXPECT_FALSE(isOver(attestor_, attest(saturday.hours, 20)));
  EXPECT_TRUE(isOver(attestor_, attest(more.hours, 21)));
  EXPECT_FALSE(isOver(volunteer_, paid(employment, 120, "2026-06-07T22:00:00+05:00"))) << "of the week before";
}

TEST_F(Employers, WhatIsTakenAwayLeavesTheWeek) {
  const SubjectId employment = agree(120);
  const HoursClaim made = paid(employment, 100);
  EXPECT_FALSE(isOver(volunteer_, made));
  EXPECT_FALSE(isOver(attestor_, attest(made.hours, 100)));
  ASSERT_EQ(send(attestor_, HoursCorrect{made.hours, Minutes{60}, HoursReason::kArithmetic, kWhen}), "");
  EXPECT_FALSE(isOver(volunteer_, paid(employment, 60)));
  EXPECT_TRUE(isOver(volunteer_, paid(employment, 61)));
  ASSERT_EQ(send(attestor_, HoursVoid{made.hours, HoursReason::kOther, kWhen}), "");
  EXPECT_FALSE(isOver(volunteer_, paid(employment, 120)));
  EXPECT_TRUE(isOver(volunteer_, paid(employment, 121)));
}

TEST_F(Employers, EachProgrammeAndPersonHasMinutesOfItsOwn) {
  const SubjectId employment = agree(120), other = agree(120);
  const HoursClaim made = paid(employment, 120);
  EXPECT_FALSE(isOver(volunteer_, made));
  EXPECT_FALSE(isOver(attestor_, attest(made.hours, 120)));
  EXPECT_FALSE(isOver(volunteer_, paid(other, 120)));
  HoursClaim hers = paid(employment, 120);
  hers.volunteer = coordinator_;
  EXPECT_FALSE(isOver(coordinator_, hers));
  EXPECT_FALSE(isOver(volunteer_, paid({}, 600))) << "without a programme nothing is given";
  EXPECT_TRUE(isOver(volunteer_, paid(employment, 1)));
}

TEST_F(Employers, AWeekBeginsOnMonday) {
  const SubjectId employment = id();
  const CivilDay monday = day("2026-06-08");
  for (CivilDay one = monday; one < monday + 7; ++one)
    EXPECT_EQ(paidWeekOf(employment, volunteer_, one), paidWeekOf(employment, volunteer_, monday));
  EXPECT_EQ(paidWeekOf(employment, volunteer_, monday).second.second, monday);
  EXPECT_EQ(paidWeekOf(employment, volunteer_, monday - 1).second.second, monday - 7);
}

}  // namespace
}  // namespace ledger
