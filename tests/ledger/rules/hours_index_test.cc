#include "ledger/rules/hours_index.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

class HoursIndex : public RulesWorld {
 protected:
  // Not said to be one of several.
  HoursClaim only(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00") {
    HoursClaim made = claim(minutes, from);
    made.split = false;
    return made;
  }
  SubjectId deploy(const char* when) {
    const SubjectId emergency = id(), deployment = id();
    EXPECT_EQ(sendByTwo(authority_, second_authority_,
                        EmergencyDeclare{emergency, office_, "flood", {"а", "б", "c"}, "KZ-75", at(when)}),
              "");
    EXPECT_EQ(send(clerk_, DeploymentOrder{deployment, emergency, organisation_, "rescue", 5, at(when)}), "");
    return deployment;
  }
  void limitDays(std::int64_t minutes) {
    PolicyPublish policy;
    policy.policy = id();
    policy.version = "1";
    policy.status = LegalStatus::kUnverified;
    policy.source = "Sample";
    policy.valid_from = day("2026-01-01");
    policy.hours_limits = HoursLimits{{{AgeBand::kFrom18to35, Minutes{minutes}}}, 0, 0};
    ASSERT_EQ(sendByTwo(authority_, second_authority_, policy), "");
  }
  std::size_t flagsOf(const CommandBody& body, const PersonId& person) {
    EXPECT_EQ(send(person, body), "");
    return decision_.flags.size();
  }
};

TEST_F(HoursIndex, ASecondEntryOfTheSameServiceSaysThatItIsMeant) {
  ASSERT_EQ(send(volunteer_, only(60)), "");
  EXPECT_EQ(send(volunteer_, only(60, "2026-06-10T23:59:59+05:00")), "HOURS_TAKEN");
  EXPECT_EQ(send(volunteer_, claim(60)), "") << "with split";
  EXPECT_EQ(send(volunteer_, only(60, "2026-06-11T00:00:00+05:00")), "") << "another day";
  HoursClaim other = only(60);
  other.role = "cook";
  EXPECT_EQ(send(volunteer_, other), "") << "another role";
  other = only(60);
  other.volunteer = attestor_;
  EXPECT_EQ(send(attestor_, other), "") << "another volunteer";
  other = only(60);
  other.activity = id();
  ASSERT_EQ(send(coordinator_, ActivitySchedule{other.activity, project_, ActivityKind::kEvent, "",
                                                at("2026-06-01T00:00:00+05:00"), at("2026-06-14T00:00:00+05:00")}),
            "");
  EXPECT_EQ(send(volunteer_, other), "") << "another activity";
}

TEST_F(HoursIndex, WhatIsRejectedOrVoidedIsInNobodysWay) {
  const HoursClaim rejected = only(60);
  ASSERT_EQ(send(volunteer_, rejected), "");
  const Instant when = at("2026-06-15T10:00:00+05:00");
  ASSERT_EQ(send(attestor_, HoursReject{rejected.hours, HoursReason::kOther, when}), "");
  const HoursClaim voided = only(60);
  ASSERT_EQ(send(volunteer_, voided), "");
  ASSERT_EQ(send(attestor_, attest(voided.hours, 60)), "");
  EXPECT_EQ(send(volunteer_, only(60)), "HOURS_TAKEN");
  ASSERT_EQ(send(attestor_, HoursVoid{voided.hours, HoursReason::kOther, when}), "");
  EXPECT_EQ(send(volunteer_, only(60)), "");
}

TEST_F(HoursIndex, TheDayIsThatOfTheStoredOffset) {
  ASSERT_EQ(send(volunteer_, only(60, "2026-06-10T23:30:00+05:00")), "");
  // The same moment is the next day at +06:00.
  EXPECT_EQ(send(volunteer_, only(60, "2026-06-11T00:30:00+06:00")), "");
  EXPECT_EQ(send(volunteer_, only(60, "2026-06-11T08:00:00+05:00")), "HOURS_TAKEN");
}

TEST_F(HoursIndex, ImportsAndEarlierVersionsMayRepeat) {
  ASSERT_EQ(import({only(60), only(60)}), "");
  EXPECT_EQ(send(volunteer_, only(60)), "HOURS_TAKEN") << "what was imported stands";
  rules_ = 2;
  EXPECT_EQ(send(volunteer_, only(60)), "");
}

TEST_F(HoursIndex, DaysOfADeploymentHaveNoLimit) {
  limitDays(120);
  const SubjectId deployment = deploy("2026-06-10T20:00:00+05:00");
  EXPECT_EQ(flagsOf(claim(121, "2026-06-09T10:00:00+05:00"), volunteer_), 1U) << "the day before the order";
  const HoursClaim first = claim(121, "2026-06-10T00:00:00+05:00");
  EXPECT_EQ(flagsOf(first, volunteer_), 0U) << "the day of the order";
  EXPECT_EQ(flagsOf(attest(first.hours, 121), attestor_), 0U);
  EXPECT_EQ(flagsOf(claim(121, "2026-06-13T10:00:00+05:00"), volunteer_), 0U) << "open";
  ASSERT_EQ(send(officer_, DeploymentEnd{deployment, 5, at("2026-06-12T08:00:00+05:00")}), "");
  EXPECT_EQ(flagsOf(claim(121, "2026-06-12T10:00:00+05:00"), volunteer_), 0U) << "the day it ended";
  EXPECT_EQ(flagsOf(claim(121, "2026-06-13T10:00:00+05:00"), volunteer_), 1U) << "the day after";
  rules_ = 2;
  EXPECT_EQ(flagsOf(claim(121, "2026-06-12T10:00:00+05:00"), volunteer_), 1U);
}

TEST_F(HoursIndex, OverMidnightOnlyTheDayOfTheDeploymentIsFree) {
  limitDays(120);
  const SubjectId deployment = deploy("2026-06-10T08:00:00+05:00");
  ASSERT_EQ(send(officer_, DeploymentEnd{deployment, 5, at("2026-06-10T23:00:00+05:00")}), "");
  EXPECT_EQ(flagsOf(claim(360, "2026-06-10T20:00:00+05:00", "2026-06-11T02:00:00+05:00"), volunteer_), 0U);
  EXPECT_EQ(flagsOf(claim(361, "2026-06-10T20:00:00+05:00", "2026-06-11T02:01:00+05:00"), volunteer_), 1U);
}

TEST_F(HoursIndex, HasAPersonsEntriesNewestFirst) {
  const HoursClaim first = claim(60), second = claim(60, "2026-06-08T10:00:00+05:00");
  ASSERT_EQ(send(volunteer_, first), "");
  ASSERT_EQ(send(volunteer_, second), "");
  std::vector<SubjectId> found;
  eachHoursOf(state_, volunteer_, [&](const SubjectId& one, const HoursRecord&) { found.push_back(one); });
  EXPECT_EQ(found, (std::vector<SubjectId>{second.hours, first.hours}));
  eachHoursOf(state_, officer_, [&](const SubjectId& one, const HoursRecord&) { FAIL() << one.text(); });
}

}  // namespace
}  // namespace ledger
