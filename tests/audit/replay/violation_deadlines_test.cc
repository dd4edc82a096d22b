// What comes after its day and is not flagged so, or the other way round, put into the log although the ledger would
// not write it; who audits what she has a part in. Each forgery breaks one rule and no other; beside it stands one that
// is right.
#include <capnp/message.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "audit/replay/deadlines.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kScoped = Visibility::kScoped;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr std::int64_t kDay = 1440;
const Names kNames{"a", "b", "c"};

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// 2026-01-01 is a Thursday; the calendar moves the work of Friday the 2nd to Saturday the 3rd.
class DeadlineWorld : public World {
 public:
  DeadlineWorld() {
    settle();
    start = now().civilDay();
    agree(first, second,
          publishing({{{"finding-response", 2, DayCount::kWorking, 0, 0},
                       {"scoring", 0, DayCount::kCalendar, 3, 31},
                       {"technical-check", 2, DayCount::kCalendar, 0, 0}},
                      {{start + 1, false}, {start + 2, true}}}),
          kPublic);
    position = front().sealed().size - 3;
    audited();
    applied();
    owed = subject();
    say(*funder_one, ObligationCreate{owed, grantee, funder, {}, ReportKind::kFinal, start + 1, now()}, kPublic);
    monday_owed = subject();
    say(*funder_one, ObligationCreate{monday_owed, grantee, funder, {}, ReportKind::kFinal, start + 3, now()}, kPublic);
    early_owed = subject();
    say(*funder_one, ObligationCreate{early_owed, grantee, funder, {}, ReportKind::kFinal, start - 5, now()}, kPublic);
  }
  PolicyPublish publishing(const Deadlines& deadlines) {
    PolicyPublish policy;
    policy.policy = subject();
    policy.kind = PolicyKind::kDeadlines;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = start;
    policy.deadlines = deadlines;
    return policy;
  }
  Decision plain() const { return {kRulesVersion, Effect::kEffective, position, 0, {}}; }
  Decision late() const { return {kRulesVersion, Effect::kEffective, position, 0, {Flag::kLate}}; }

  CivilDay start = 0;
  Position position = 0;
  SubjectId audit, finding, call, application, owed, monday_owed, early_owed;

 private:
  void audited() {
    audit = subject();
    finding = subject();
    say(*auditor, AuditOpen{audit, grantee, {}, start - 9, start, digest(), now()}, kScoped);
    say(*auditor, FindingRaise{finding, audit, "E-05", Severity::kLow, {}, digest(), now()}, kScoped);
  }
  void applied() {
    call = subject();
    agree(*funder_one, *funder_two,
          CallPublish{call,
                      "C-1",
                      programme,
                      funder,
                      GrantClass::kOther,
                      tenge(100),
                      kNames,
                      {{"need", 5}},
                      start,
                      start + 9,
                      digest(),
                      now()},
          kPublic);
    application = subject();
    say(*officer, ApplicationSubmit{application, call, grantee, tenge(10), {}, {}, digest(), now()}, kScoped);
  }
};

TEST(ViolationOfDeadlines, AFindingIsAnsweredInWorkingDays) {
  DeadlineWorld w;
  const auto respond = [&](const Decision& decision) {
    return w.broken(*w.officer,
                    {FindingRespond{w.finding, true, 0, w.digest(), w.now()}, kScoped, Assurance::kSelf, decision});
  };
  // Saturday the 3rd is the first working day, Monday the 5th the second.
  w.wait(4 * kDay);
  EXPECT_EQ(respond(w.plain()), "");
  EXPECT_EQ(respond(w.late()), only("DECISION_DIFFERS"));
  EXPECT_EQ(respond({kRulesVersion}), only("DECISION_DIFFERS"));
  w.wait(kDay);
  EXPECT_EQ(respond(w.late()), "");
  EXPECT_EQ(respond(w.plain()), only("DECISION_DIFFERS"));
}

TEST(ViolationOfDeadlines, AnApplicationIsCheckedInCalendarDays) {
  DeadlineWorld w;
  const auto check = [&](bool admit, const Decision& decision) {
    const CommandBody body = admit ? CommandBody(ApplicationAdmit{w.application, w.now()})
                                   : CommandBody(ApplicationDecline{w.application, DeclineReason::kLowScore, w.now()});
    return w.broken(*w.funder_one, {body, kScoped, Assurance::kSelf, decision});
  };
  w.wait(2 * kDay);
  for (const bool admit : {true, false}) {
    EXPECT_EQ(check(admit, w.plain()), "");
    EXPECT_EQ(check(admit, w.late()), only("DECISION_DIFFERS"));
  }
  w.wait(kDay);
  for (const bool admit : {true, false}) {
    EXPECT_EQ(check(admit, w.late()), "");
    EXPECT_EQ(check(admit, w.plain()), only("DECISION_DIFFERS"));
  }
}

TEST(ViolationOfDeadlines, AReportIsDueOnTheNextDayThatWorks) {
  DeadlineWorld w;
  const auto report = [&](const SubjectId& obligation, const Decision& decision) {
    return w.broken(*w.officer,
                    {ReportSubmit{obligation, w.digest(), {}, w.now()}, kPublic, Assurance::kSelf, decision});
  };
  EXPECT_EQ(report(w.early_owed, {kRulesVersion, Effect::kEffective, 0, 0, {Flag::kLate}}), "");
  EXPECT_EQ(report(w.early_owed, {kRulesVersion}), only("DECISION_DIFFERS"));
  w.wait(2 * kDay);
  EXPECT_EQ(report(w.owed, w.plain()), "");
  EXPECT_EQ(report(w.owed, w.late()), only("DECISION_DIFFERS"));
  w.wait(kDay);
  EXPECT_EQ(report(w.owed, w.late()), "");
  EXPECT_EQ(report(w.monday_owed, w.plain()), "");
  w.wait(kDay);
  EXPECT_EQ(report(w.monday_owed, w.plain()), "");
  w.wait(kDay);
  EXPECT_EQ(report(w.monday_owed, w.late()), "");
}

TEST(ViolationOfDeadlines, ATrancheWaitsForReportsThatAreOverdue) {
  DeadlineWorld w;
  const SubjectId grant = w.subject();
  w.agree(*w.funder_one, *w.funder_two,
          GrantAward{grant, "G-2", "T", w.funder, w.grantee, w.programme, "KZ-AST", tenge(100), GrantClass::kOther,
                     FundSource::kState, w.now()},
          kPublic);
  w.agree(*w.funder_one, *w.officer,
          AgreementSign{grant,
                        "A-2",
                        {{"materials", CostType::kMaterials, 100}},
                        {{1, 100, w.start}},
                        w.start,
                        w.start + 90,
                        w.now()},
          kPublic);
  w.say(*w.funder_one,
        ObligationCreate{w.subject(), w.grantee, w.funder, grant, ReportKind::kFinal, w.start + 1, w.now()}, kPublic);
  const Decision proposed{kRulesVersion, Effect::kProposed, 0, 0, {}};
  const auto approve = [&] {
    return w.broken(*w.funder_one, {TrancheApprove{grant, 1, w.now()}, kPublic, Assurance::kSelf, proposed});
  };
  w.wait(2 * kDay);
  EXPECT_EQ(approve(), "");
  w.wait(kDay);
  EXPECT_EQ(approve(), only("REPORT_OVERDUE"));
}

// As many days off as a list holds, and far too long a deadline, which is out of bounds and so decides nothing; then
// the longest that is within them.
TEST(ViolationOfDeadlines, CalendarsOfAnySizeComeToAVerdict) {
  DeadlineWorld w;
  const auto begun = std::chrono::steady_clock::now();
  Deadlines huge{{{"finding-response", 65'535, DayCount::kWorking, 0, 0}}, {}};
  for (CivilDay day = 4096; day > 0; --day) huge.calendar.push_back({w.start + day, false});
  const Forgery policy{w.publishing(huge), kPublic, Assurance::kSelf, {kRulesVersion, Effect::kProposed, 0, 0, {}}};
  const auto respond = [&](const Decision& decision) {
    return Forgery{FindingRespond{w.finding, true, 0, w.digest(), w.now()}, kScoped, Assurance::kSelf, decision};
  };
  EXPECT_EQ(w.broken({{w.first, policy}, {w.second, {Endorse{}, kPublic}}, {*w.officer, respond(w.plain())}}),
            "BAD_POLICY BAD_POLICY ");
  std::ranges::reverse(huge.calendar);
  huge.deadlines[0].days = 3660;
  w.agree(w.first, w.second, w.publishing(huge), kPublic);
  const Position newest = w.front().sealed().size - 3;
  EXPECT_EQ(w.broken(*w.officer, respond({kRulesVersion, Effect::kEffective, newest, 0, {}})), "");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

TEST(ViolationOfAuditing, WhoHasAPartInTheOrganisationDoesNotAuditIt) {
  DeadlineWorld w;
  const auto open = [&](const Actor& actor) {
    return w.broken(actor, {AuditOpen{w.subject(), w.grantee, {}, w.start - 9, w.start, w.digest(), w.now()}, kScoped});
  };
  const auto with = [&](std::initializer_list<std::pair<Role, SubjectId>> roles) {
    const Actor actor = w.enrol();
    w.give(actor, Role::kAuditor);
    for (const auto& [role, scope] : roles) w.give(actor, role, scope);
    return actor;
  };
  EXPECT_EQ(open(with({})), "");
  EXPECT_EQ(open(with({{Role::kOfficer, w.grantee}})), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(open(with({{Role::kCoordinator, w.grantee}})), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(open(with({{Role::kAttestor, w.grantee}})), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(open(with({{Role::kClerk, w.office}})), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(open(with({{Role::kClerk, {}}})), only("AUDITOR_INVOLVED"));
  EXPECT_EQ(open(with({{Role::kOfficer, w.funder}, {Role::kAttestor, w.funder}})), "");
  const Actor lender = with({{Role::kAttestor, w.grantee}});
  const Actor delegate = w.enrol();
  w.say(lender,
        DelegationSet{w.subject(), lender.person, delegate.person, Role::kAuditor, {}, w.start, w.start, w.now()},
        kPrivate);
  EXPECT_EQ(open(delegate), only("AUDITOR_INVOLVED"));
}

TEST(WorkingDays, GoByTheWeekButForTheCalendar) {
  capnp::MallocMessageBuilder message;
  auto deadlines = message.initRoot<schema::Deadlines>();
  const std::int64_t thursday = *parseDay("2026-01-01");
  for (std::int64_t day = 0; day < 14; ++day)
    EXPECT_EQ(isWorkingDay(deadlines, thursday + day), day % 7 != 2 && day % 7 != 3) << day;
  EXPECT_TRUE(isWorkingDay(deadlines, 0));
  EXPECT_FALSE(isWorkingDay(deadlines, -4));
  EXPECT_TRUE(isWorkingDay(deadlines, -6));
  auto calendar = deadlines.initCalendar(2);
  calendar[0].setDay(static_cast<std::int32_t>(thursday));
  calendar[1].setDay(static_cast<std::int32_t>(thursday + 2));
  calendar[1].setWorks(true);
  EXPECT_FALSE(isWorkingDay(deadlines, thursday));
  EXPECT_TRUE(isWorkingDay(deadlines, thursday + 2));
}

}  // namespace
}  // namespace audit::tests
