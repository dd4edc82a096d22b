#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class FieldWork : public RulesWorld {
 protected:
  FieldWork() {
    EXPECT_EQ(send(coordinator_, ShiftOpen{shift_, activity_, "helper", at("2026-06-10T10:00:00+05:00"),
                                           at("2026-06-10T14:00:00+05:00"), 0, 1}),
              "");
  }
  SubjectId signUp() {
    const SubjectId signup = id();
    EXPECT_EQ(send(volunteer_, ShiftSignUp{signup, shift_, volunteer_, kAnHourBefore}), "");
    return signup;
  }
  const SubjectId shift_ = id();
};

TEST_F(FieldWork, AShiftTakesNoMorePeopleThanItHasPlaces) {
  const SubjectId signup = signUp();
  EXPECT_EQ(send(volunteer_, ShiftSignUp{id(), shift_, volunteer_, kAnHourBefore}), "SIGNUP_TAKEN");
  EXPECT_EQ(send(coordinator_, ShiftSignUp{id(), shift_, attestor_, kAnHourBefore}), "SHIFT_FULL");
  ASSERT_EQ(send(volunteer_, SignUpCancel{signup, kWhen}), "");
  EXPECT_EQ(send(coordinator_, ShiftSignUp{id(), shift_, attestor_, kAnHourBefore}), "");
}

TEST_F(FieldWork, WhoDidNotComeFreesThePlace) {
  const SubjectId signup = signUp();
  EXPECT_EQ(send(volunteer_, NoShowRecord{signup, kWhen}), "ROLE_MISSING");
  ASSERT_EQ(send(coordinator_, NoShowRecord{signup, kWhen}), "");
  EXPECT_EQ(send(volunteer_, CheckIn{signup, CheckMethod::kQr, "", kWhen}), "WRONG_STATE");
  EXPECT_EQ(send(coordinator_, ShiftSignUp{id(), shift_, attestor_, kAnHourBefore}), "");
}

TEST_F(FieldWork, WhoLeavesCameBefore) {
  const SubjectId signup = signUp();
  EXPECT_EQ(send(volunteer_, CheckOut{signup, CheckMethod::kQr, "", kWhen}), "WRONG_STATE");
  ASSERT_EQ(send(volunteer_, CheckIn{signup, CheckMethod::kQr, "gate-1", kWhen}), "");
  EXPECT_EQ(send(volunteer_, CheckOut{signup, CheckMethod::kQr, "", at("2026-06-15T10:59:59+05:00")}),
            "BEFORE_ORIGINAL");
  EXPECT_EQ(send(volunteer_, CheckOut{signup, CheckMethod::kQr, "", kWhen}), "");
}

TEST_F(FieldWork, APlaceIsAKatoCodeAndByGeoThereIsOne) {
  CheckIn in{signUp(), CheckMethod::kGeo, "", kWhen};
  EXPECT_EQ(send(volunteer_, in), "PLACE_MISSING");
  for (const char* place : {"75000000", "7500000000", "75000000a", " 75000000"}) {
    in.place = place;
    EXPECT_EQ(send(volunteer_, in), "BAD_PLACE") << place;
  }
  in.method = CheckMethod::kQr;
  EXPECT_EQ(send(volunteer_, in), "BAD_PLACE") << "by any method";
  in.place = "750000000";
  in.device_hash = sha256(asBytes("a device"));
  ASSERT_EQ(send(volunteer_, in), "");
  CheckOut out{in.signup, CheckMethod::kGeo, "", kWhen};
  EXPECT_EQ(send(volunteer_, out), "PLACE_MISSING");
  out.place = "75";
  EXPECT_EQ(send(volunteer_, out), "BAD_PLACE");
  out.place = "710000000";
  EXPECT_EQ(send(volunteer_, out), "") << "whether it is the activity's own is for who audits";
}

TEST_F(FieldWork, APlaceWasNotAskedForByEarlierRules) {
  rules_ = 2;
  EXPECT_EQ(send(volunteer_, CheckIn{signUp(), CheckMethod::kGeo, "", kWhen}), "");
}

TEST_F(FieldWork, AClosedShiftTakesNobody) {
  ASSERT_EQ(send(coordinator_, ShiftClose{shift_, sha256(asBytes("roster")), kWhen}), "");
  EXPECT_EQ(send(volunteer_, ShiftSignUp{id(), shift_, volunteer_, kWhen}), "WRONG_STATE");
}

TEST_F(FieldWork, ACancelledActivityTakesNoClaimsAndAHeldOneDoes) {
  EXPECT_EQ(send(coordinator_, ActivityHold{activity_, 20, at("2026-05-31T23:59:59+05:00")}), "BEFORE_ORIGINAL");
  ASSERT_EQ(send(coordinator_, ActivityHold{activity_, 20, at("2026-06-01T00:00:00+05:00")}), "");
  EXPECT_EQ(send(volunteer_, claim(60)), "");
  EXPECT_EQ(send(coordinator_, ActivityCancel{activity_, EndReason::kWeather, kWhen}), "WRONG_STATE");
  const SubjectId other = id();
  ASSERT_EQ(send(coordinator_, ActivitySchedule{other, project_, ActivityKind::kEvent, "750000000",
                                                at("2026-06-01T00:00:00+05:00"), at("2026-06-14T00:00:00+05:00")}),
            "");
  ASSERT_EQ(send(coordinator_, ActivityCancel{other, EndReason::kWeather, kWhen}), "");
  HoursClaim lost = claim(60);
  lost.activity = other;
  EXPECT_EQ(send(volunteer_, lost), "WRONG_STATE");
}

TEST_F(FieldWork, ASuspendedProjectTakesNoNewActivity) {
  const ActivitySchedule next{id(),
                              project_,
                              ActivityKind::kEvent,
                              "750000000",
                              at("2026-07-01T00:00:00+05:00"),
                              at("2026-07-02T00:00:00+05:00")};
  ASSERT_EQ(send(officer_, ProjectSuspend{project_, EndReason::kNoMoney, kAnHourBefore}), "");
  EXPECT_EQ(send(coordinator_, next), "WRONG_STATE");
  EXPECT_EQ(send(officer_, ProjectComplete{project_, sha256(asBytes("report")), kWhen}), "WRONG_STATE");
  ASSERT_EQ(send(officer_, ProjectResume{project_, kWhen}), "");
  EXPECT_EQ(send(coordinator_, next), "");
  EXPECT_EQ(send(officer_, ProjectComplete{project_, sha256(asBytes("report")), kWhen}), "");
}

TEST_F(FieldWork, TrainingMinutesAreThoseOfTheTraining) {
  const SubjectId training = id(), attendance = id();
  TrainingHold held{training, organisation_, TrainingKind::kCourse, "first-aid", Minutes{0}, 12, kAnHourBefore};
  EXPECT_EQ(send(officer_, held), "COUNT_ZERO");
  held.minutes = Minutes{90};
  ASSERT_EQ(send(officer_, held), "");
  EXPECT_EQ(send(officer_, TrainingAttend{attendance, training, volunteer_, Minutes{91}}), "MINUTES_OVER_TRAINING");
  ASSERT_EQ(send(officer_, TrainingAttend{attendance, training, volunteer_, Minutes{90}}), "");
  EXPECT_EQ(send(officer_, TrainingAttend{id(), training, volunteer_, Minutes{10}}), "ATTENDANCE_TAKEN");
  EXPECT_EQ(send(officer_, TrainingCertify{attendance, "C-1", sha256(asBytes("certificate")), kWhen}), "");
}

}  // namespace
}  // namespace ledger
