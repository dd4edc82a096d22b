#include "ledger/rules/lateness.h"

#include "ledger/rules/draw.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

const Instant kWednesday = at("2026-06-10T10:00:00+05:00");
const std::vector<Flag> kLateFlags{Flag::kLate};

class Lateness : public RulesWorld {
 protected:
  Lateness() { now_ = at("2026-06-30T12:00:00+05:00").utc_ms; }

  // Three working days for an answer, one calendar day for the check of an application, two for its scores.
  Position publish(const char* from = "2026-01-01") {
    PolicyPublish policy;
    policy.policy = id();
    policy.kind = PolicyKind::kDeadlines;
    policy.version = "1";
    policy.status = LegalStatus::kUnverified;
    policy.source = "Sample";
    policy.valid_from = day(from);
    policy.deadlines = Deadlines{{{"finding-response", 3, DayCount::kWorking, 0, 0},
                                  {"scoring", 2, DayCount::kCalendar, 0, 0},
                                  {"technical-check", 1, DayCount::kCalendar, 0, 0}},
                                 {}};
    EXPECT_EQ(sendByTwo(authority_, second_authority_, policy), "");
    return state_.ledger().policies.back()->document;
  }
  SubjectId finding(const Instant& when = kWednesday) {
    const SubjectId audit = id(), made = id();
    EXPECT_EQ(send(auditor_, AuditOpen{audit, grantee_, {}, day("2026-01-01"), day("2026-06-30"), paper_, when}), "");
    EXPECT_EQ(send(auditor_, FindingRaise{made, audit, "E-05", Severity::kLow, {}, paper_, when}), "");
    return made;
  }
  // Recorded at the time at which it is said to be given; so are reports.
  std::vector<Flag> answered(const SubjectId& finding, const char* when) {
    EXPECT_EQ(sendOn(when, grantees_officer_, FindingRespond{finding, true, 0, paper_, at(when)}), "");
    return decision_.flags;
  }
  SubjectId application() {
    const SubjectId call = id(), made = id();
    EXPECT_EQ(sendByTwo(funder_, second_funder_,
                        CallPublish{call,
                                    "C-1",
                                    programme_,
                                    fund_,
                                    GrantClass::kSmall,
                                    tenge(100'000),
                                    {"а", "б", "c"},
                                    {{"need", 10}},
                                    day("2026-06-01"),
                                    day("2026-06-10"),
                                    paper_,
                                    at("2026-05-20T10:00:00+05:00")}),
              "");
    const ApplicationSubmit submitted{made, call, grantee_, tenge(100), {}, {}, paper_, kWednesday};
    EXPECT_EQ(sendOn("2026-06-10T10:00:00+05:00", grantees_officer_, submitted), "");
    return made;
  }
  PersonId expertOf(const SubjectId& application) {
    const PersonId expert = newPerson(Role::kCoordinator, organisation_);
    const SubjectId panel = id();
    const SubjectId call = state_.applications.find(application)->call;
    EXPECT_EQ(sendByTwo(funder_, second_funder_, ExpertsName{panel, call, {{expert}}, 1, kWednesday}), "");
    EXPECT_EQ(send(funder_, ExpertsDraw{panel, state_.panels.find(panel)->seed, {{expert}}, kWednesday}), "");
    return expert;
  }
  SubjectId owed(const SubjectId& grant, const char* due) {
    const SubjectId made = id();
    EXPECT_EQ(
        send(funder_, ObligationCreate{made, grantee_, fund_, grant, ReportKind::kFinancial, day(due), kWednesday}),
        "");
    return made;
  }
  std::vector<Flag> reported(const SubjectId& obligation, const char* when) {
    EXPECT_EQ(sendOn(when, grantees_officer_, ReportSubmit{obligation, paper_, {}, at(when)}), "");
    return decision_.flags;
  }

  const Digest paper_ = sha256(asBytes("paper"));
};

TEST_F(Lateness, AFindingIsAnsweredInTimeOnItsLastWorkingDayAndLateAfterIt) {
  const Position deadlines = publish();
  // Thursday, Friday, Monday.
  EXPECT_TRUE(answered(finding(), "2026-06-15T23:59:59+05:00").empty());
  EXPECT_EQ(decision_.policy, deadlines) << "named, late or not";
  EXPECT_EQ(answered(finding(), "2026-06-16T00:00:00+05:00"), kLateFlags);
  EXPECT_EQ(decision_.policy, deadlines);
}

TEST_F(Lateness, TheDayOfTheFactIsSeenWithTheOffsetOfTheAnswer) {
  publish();
  // Wednesday 00:30 at +06:00 was still Tuesday at +05:00: the third working day after it is a Friday.
  const Instant night = at("2026-06-10T00:30:00+06:00");
  EXPECT_TRUE(answered(finding(night), "2026-06-15T10:00:00+06:00").empty());
  EXPECT_EQ(answered(finding(night), "2026-06-15T10:00:00+05:00"), kLateFlags);
}

TEST_F(Lateness, NothingIsLateWithoutDeadlinesOnTheDayOfTheFact) {
  const SubjectId before = finding();
  EXPECT_TRUE(answered(before, "2026-06-29T10:00:00+05:00").empty());
  EXPECT_EQ(decision_.policy, 0U);
  publish("2026-06-11");
  EXPECT_TRUE(answered(finding(), "2026-06-29T10:00:00+05:00").empty());
  EXPECT_EQ(decision_.policy, 0U);
}

TEST_F(Lateness, EarlierVersionsKnewNoDeadlines) {
  publish();
  rules_ = 2;
  EXPECT_TRUE(answered(finding(), "2026-06-29T10:00:00+05:00").empty());
  EXPECT_EQ(decision_.policy, 0U);
}

TEST_F(Lateness, ApplicationsAreCheckedInTime) {
  const Position deadlines = publish();
  const SubjectId one = application();
  const char* in_time = "2026-06-11T23:59:59+05:00";
  const char* late = "2026-06-12T00:00:00+05:00";
  ASSERT_EQ(sendOn(in_time, funder_, ApplicationAdmit{one, at(in_time)}), "");
  EXPECT_TRUE(decision_.flags.empty());
  EXPECT_EQ(decision_.policy, deadlines);
  // What is admitted is declined for other reasons, at any time.
  ASSERT_EQ(send(funder_, ApplicationDecline{one, DeclineReason{}, at("2026-06-29T10:00:00+05:00")}), "");
  EXPECT_TRUE(decision_.flags.empty());
  EXPECT_EQ(decision_.policy, 0U);
  ASSERT_EQ(sendOn(late, funder_, ApplicationAdmit{application(), at(late)}), "");
  EXPECT_EQ(decision_.flags, kLateFlags);
  ASSERT_EQ(sendOn(late, funder_, ApplicationDecline{application(), DeclineReason{}, at(late)}), "");
  EXPECT_EQ(decision_.flags, kLateFlags);
}

TEST_F(Lateness, ScoresAreGivenInTime) {
  const Position deadlines = publish();
  for (const bool late : {false, true}) {
    const SubjectId one = application();
    ASSERT_EQ(send(funder_, ApplicationAdmit{one, kWednesday}), "");
    const PersonId expert = expertOf(one);
    const char* when = late ? "2026-06-13T00:00:00+05:00" : "2026-06-12T23:59:59+05:00";
    ASSERT_EQ(sendOn(when, expert, ScoreGive{id(), one, "need", 5, at(when)}), "");
    EXPECT_EQ(decision_.flags, late ? kLateFlags : std::vector<Flag>{});
    EXPECT_EQ(decision_.policy, deadlines);
  }
}

TEST_F(Lateness, AReportDueOnASaturdayMayComeOnMonday) {
  EXPECT_EQ(reported(owed({}, "2026-06-13"), "2026-06-14T10:00:00+05:00"), kLateFlags) << "then every day works";
  EXPECT_EQ(decision_.policy, 0U);
  EXPECT_TRUE(reported(owed({}, "2026-06-13"), "2026-06-13T10:00:00+05:00").empty());
  const Position deadlines = publish();
  EXPECT_TRUE(reported(owed({}, "2026-06-13"), "2026-06-15T23:59:59+05:00").empty());
  EXPECT_EQ(decision_.policy, deadlines);
  EXPECT_EQ(reported(owed({}, "2026-06-13"), "2026-06-16T00:00:00+05:00"), kLateFlags);
  rules_ = 2;
  EXPECT_TRUE(reported(owed({}, "2026-06-13"), "2026-06-16T00:00:00+05:00").empty());
}

TEST_F(Lateness, TheRecordedDayCountsAndNotTheDayThatIsSaid) {
  publish();
  const auto answer = [&](const char* said, const char* recorded) {
    EXPECT_EQ(sendOn(recorded, grantees_officer_, FindingRespond{finding(), true, 0, paper_, at(said)}), "");
    return decision_.flags;
  };
  EXPECT_EQ(answer("2026-06-15T23:59:59+05:00", "2026-06-16T00:00:00+05:00"), kLateFlags);
  EXPECT_TRUE(answer("2026-06-16T00:00:30+05:00", "2026-06-15T23:59:59+05:00").empty()) << "by a fast clock";
  const auto report = [&](const char* said, const char* recorded) {
    const SubjectId obligation = owed({}, "2026-06-15");
    EXPECT_EQ(sendOn(recorded, grantees_officer_, ReportSubmit{obligation, paper_, {}, at(said)}), "");
    return decision_.flags;
  };
  EXPECT_EQ(report("2026-06-15T23:59:59+05:00", "2026-06-16T00:00:00+05:00"), kLateFlags);
  EXPECT_TRUE(report("2026-06-16T00:00:30+05:00", "2026-06-15T23:59:59+05:00").empty());
  rules_ = 2;
  EXPECT_TRUE(report("2026-06-15T23:59:59+05:00", "2026-06-16T00:00:00+05:00").empty());
}

TEST_F(Lateness, AReportIsOverdueAfterTheNextWorkingDay) {
  publish();
  const SubjectId grant = agreedGrant();
  owed(grant, "2026-06-13");
  const auto approve = [&](const char* when) { return sendOn(when, funder_, TrancheApprove{grant, 1, at(when)}); };
  EXPECT_EQ(approve("2026-06-16T00:00:00+05:00"), "REPORT_OVERDUE");
  EXPECT_EQ(approve("2026-06-15T23:59:59+05:00"), "");
  rules_ = 2;
  EXPECT_EQ(approve("2026-06-14T10:00:00+05:00"), "REPORT_OVERDUE");
}

}  // namespace
}  // namespace ledger
