#include "ledger/rules/assignment.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class Assignments : public RulesWorld {
 protected:
  // Of the volunteer, from 3 to 8 June; accepted.
  SubjectId accepted(const std::optional<Money>& stipend) {
    const SubjectId assignment = id();
    EXPECT_EQ(send(officer_, AssignmentOffer{assignment, volunteer_, organisation_, "KE", day("2026-06-03"),
                                             day("2026-06-08"), stipend}),
              "");
    EXPECT_EQ(send(volunteer_, AssignmentAccept{assignment, kAnHourBefore}), "");
    return assignment;
  }
  // Begun on 5 June.
  SubjectId started(const std::optional<Money>& stipend) {
    const SubjectId assignment = accepted(stipend);
    EXPECT_EQ(send(officer_, AssignmentStart{assignment, at("2026-06-05T18:00:00+05:00")}), "");
    return assignment;
  }
  std::string claimOn(const char* from, TimeBasis basis = TimeBasis::kUnpaid) {
    HoursClaim made = claim(10, from);
    made.time_basis = basis;
    return send(volunteer_, made);
  }
};

TEST_F(Assignments, IsAcceptedByItsPersonAndExtendedForward) {
  const SubjectId assignment = id();
  AssignmentOffer offer{assignment,        volunteer_,        organisation_, "Kenya",
                        day("2026-07-01"), day("2026-12-31"), tenge(50'000)};
  EXPECT_EQ(send(officer_, offer), "BAD_COUNTRY");
  offer.country = "KE";
  ASSERT_EQ(send(officer_, offer), "");
  EXPECT_EQ(send(officer_, AssignmentAccept{assignment, kAnHourBefore}), "ROLE_MISSING");
  ASSERT_EQ(send(volunteer_, AssignmentAccept{assignment, kAnHourBefore}), "");
  EXPECT_EQ(send(officer_, AssignmentExtend{assignment, day("2027-01-31"), kWhen}), "WRONG_STATE");
  ASSERT_EQ(send(officer_, AssignmentStart{assignment, kAnHourBefore}), "");
  EXPECT_EQ(send(officer_, AssignmentExtend{assignment, day("2026-12-31"), kWhen}), "BAD_PERIOD");
  EXPECT_EQ(send(officer_, AssignmentExtend{assignment, day("2027-01-01"), kWhen}), "");
  EXPECT_EQ(send(officer_, AssignmentComplete{assignment, sha256(asBytes("report")), kWhen}), "");
  EXPECT_EQ(send(officer_, AssignmentTerminate{assignment, EndReason::kSafety, kWhen}), "WRONG_STATE");
}

TEST_F(Assignments, NoHoursOfStipendedDaysAreUnpaid) {
  const SubjectId assignment = accepted(tenge(5'000'000));
  EXPECT_EQ(claimOn("2026-06-05T10:00:00+05:00"), "") << "not started";
  ASSERT_EQ(send(officer_, AssignmentStart{assignment, at("2026-06-05T18:00:00+05:00")}), "");
  EXPECT_EQ(claimOn("2026-06-04T23:59:59+05:00"), "") << "the day before it started";
  EXPECT_EQ(claimOn("2026-06-05T00:00:00+05:00"), "STIPENDED_SERVICE");
  EXPECT_EQ(claimOn("2026-06-08T23:00:00+05:00"), "STIPENDED_SERVICE");
  EXPECT_EQ(claimOn("2026-06-09T00:00:00+05:00"), "");
  for (const TimeBasis basis : {TimeBasis::kStipended, TimeBasis::kPaidWorkTime, TimeBasis::kCourtOrdered})
    EXPECT_EQ(claimOn("2026-06-06T10:00:00+05:00", basis), "");
  EXPECT_EQ(import({claim(10, "2026-06-06T12:00:00+05:00")}), "");
  rules_ = 2;
  EXPECT_EQ(claimOn("2026-06-06T14:00:00+05:00"), "");
}

TEST_F(Assignments, AnExtensionAddsDays) {
  const SubjectId assignment = started(tenge(5'000'000));
  ASSERT_EQ(send(officer_, AssignmentExtend{assignment, day("2026-06-10"), kWhen}), "");
  EXPECT_EQ(claimOn("2026-06-10T10:00:00+05:00"), "STIPENDED_SERVICE");
  EXPECT_EQ(claimOn("2026-06-11T10:00:00+05:00"), "");
}

TEST_F(Assignments, AnEndBeforeItsTimeTakesDaysAwayAndNoEndAddsAny) {
  ASSERT_EQ(send(officer_,
                 AssignmentTerminate{started(tenge(5'000'000)), EndReason::kSafety, at("2026-06-07T10:00:00+05:00")}),
            "");
  EXPECT_EQ(claimOn("2026-06-07T20:00:00+05:00"), "STIPENDED_SERVICE");
  EXPECT_EQ(claimOn("2026-06-08T10:00:00+05:00"), "");
  ASSERT_EQ(send(officer_, AssignmentComplete{started(tenge(5'000'000)), sha256(asBytes("report")),
                                              at("2026-06-10T10:00:00+05:00")}),
            "");
  EXPECT_EQ(claimOn("2026-06-08T12:00:00+05:00"), "STIPENDED_SERVICE");
  EXPECT_EQ(claimOn("2026-06-09T10:00:00+05:00"), "");
}

TEST_F(Assignments, WhatWasOfferedWithoutAStipendOrNeverStartedChangesNothing) {
  started(std::nullopt);
  EXPECT_EQ(claimOn("2026-06-06T10:00:00+05:00"), "");
  ASSERT_EQ(send(officer_, AssignmentTerminate{accepted(tenge(5'000'000)), EndReason::kOther, kWhen}), "");
  EXPECT_EQ(claimOn("2026-06-06T12:00:00+05:00"), "");
}

TEST_F(Assignments, ServiceElsewhereStaysUnpaid) {
  started(tenge(5'000'000));
  const PersonId coordinator = newPerson(Role::kCoordinator, grantee_);
  HoursClaim elsewhere = claim(10, "2026-06-06T10:00:00+05:00");
  const SubjectId project = id();
  elsewhere.activity = id();
  ASSERT_EQ(
      send(grantees_officer_,
           ProjectStart{project, programme_, grantee_, "KZ-75", day("2026-01-01"), day("2026-12-31"), {"к", "о", "o"}}),
      "");
  ASSERT_EQ(send(coordinator, ActivitySchedule{elsewhere.activity, project, ActivityKind::kEvent, "",
                                               at("2026-06-01T00:00:00+05:00"), at("2026-06-14T00:00:00+05:00")}),
            "");
  EXPECT_EQ(send(volunteer_, elsewhere), "");
  HoursClaim other = claim(10, "2026-06-06T10:00:00+05:00");
  other.volunteer = coordinator_;
  EXPECT_EQ(send(coordinator_, other), "") << "another volunteer";
}

}  // namespace
}  // namespace ledger
