#include "projections/report/register_report.h"

#include "tests/projections/oversight/campaign_log.h"

namespace projections {
namespace {

using ledger::StreamRole;
namespace c = tests::campaign;

class RegisterReportTest : public tests::CampaignRegister {
 protected:
  RegisterReport read(const RegisterQuestion& question) {
    auto report = readRegisterReport(database_, question);
    EXPECT_TRUE(report.ok()) << report.error().message;
    return report.ok() ? *std::move(report) : RegisterReport{};
  }
  static RegisterQuestion about(StreamRole role) {
    RegisterQuestion question;
    question.role = role;
    return question;
  }
};

TEST_F(RegisterReportTest, ListsSubjectsInOrderWithSums) {
  const RegisterReport report = read(about(StreamRole::kDeed));
  ASSERT_EQ(report.entries.size(), 2U);
  EXPECT_EQ(report.entries[0].subject.subject, c::kDeed);
  EXPECT_EQ(report.entries[0].owner.en, "Green Garden Fund");
  EXPECT_EQ(report.total.count, 2);
  EXPECT_EQ(report.total.people, 15);
  EXPECT_EQ(report.total.quantities.at(""), 47);
  EXPECT_EQ(report.by_state.at("recorded").people, 15);
}

TEST_F(RegisterReportTest, AsksForAStateAndForWhatBelongsToSomebody) {
  RegisterQuestion question = about(StreamRole::kDeed);
  question.of = tests::sample::kFunder;
  EXPECT_EQ(read(question).total.people, 12);
  question.of = c::kCampaign;
  EXPECT_EQ(read(question).total.count, 2);
  question.of = c::kIdea;
  EXPECT_EQ(read(question).total.count, 0);
  question = about(StreamRole::kIdea);
  question.state = "declined";
  EXPECT_EQ(read(question).total.count, 1);
  question.state = "triaged";
  EXPECT_EQ(read(question).total.count, 0);
}

TEST_F(RegisterReportTest, ShowsAnEarlierSize) {
  RegisterQuestion question = about(StreamRole::kIdea);
  question.at = played_.declined;
  EXPECT_EQ(read(question).entries.at(0).standing.state, "triaged");
  question.at = played_.declined + 1;
  EXPECT_EQ(read(question).entries.at(0).standing.state, "declined");
  question = about(StreamRole::kCampaign);
  question.at = played_.opened;
  EXPECT_EQ(read(question).total.count, 0);
  question.at = played_.opened + 1;
  EXPECT_EQ(read(question).entries.at(0).standing.state, "open");
  question.at = played_.log.size() + 1;
  EXPECT_EQ(readRegisterReport(database_, question).error().reason, "SIZE_UNKNOWN");
}

TEST_F(RegisterReportTest, ShowsWhatWasKnownAtTheEndOfADay) {
  RegisterQuestion question = about(StreamRole::kCampaign);
  question.as_of = *ledger::parseDay("2026-02-28");  // all of the log was recorded on 1 March
  EXPECT_EQ(read(question).total.count, 0);
  question.as_of = *ledger::parseDay("2026-03-01");
  EXPECT_EQ(read(question).total.count, 1);
}

TEST_F(RegisterReportTest, TakesWhatWasOpenedOnTheDays) {
  RegisterQuestion question = about(StreamRole::kDeed);
  question.from = *ledger::parseDay("2026-04-02");
  question.to = *ledger::parseDay("2026-04-08");
  EXPECT_EQ(read(question).total.people, 3);
  question.to = *ledger::parseDay("2026-04-09");
  EXPECT_EQ(read(question).total.people, 15);
  question.from = *ledger::parseDay("2026-04-03");
  EXPECT_EQ(read(question).total.people, 12);
}

TEST_F(RegisterReportTest, ListsFactsUnderTheirSubjectWhereTheyAreAskedFor) {
  RegisterQuestion question = about(StreamRole::kForum);
  EXPECT_TRUE(read(question).entries.at(0).facts.empty());
  question.facts = true;
  const RegisterReport report = read(question);
  ASSERT_EQ(report.entries.at(0).facts.size(), 3U);
  EXPECT_EQ(report.entries[0].facts[2].fact.country, "UZ");
  EXPECT_EQ(report.entries[0].facts[2].words.at(0).word, "participant");
  EXPECT_EQ(report.by_event.at("ParticipationRecorded").people, 34);
  EXPECT_EQ(report.total.people, 0);
}

TEST_F(RegisterReportTest, FindsAnOlderSubjectByTheDaysOfItsFacts) {
  RegisterQuestion question = about(StreamRole::kIndicator);
  question.from = question.to = *ledger::parseDay("2026-12-31");
  EXPECT_EQ(read(question).total.count, 0);
  question.facts = true;
  const RegisterReport report = read(question);
  ASSERT_EQ(report.entries.size(), 1U);
  ASSERT_EQ(report.entries[0].facts.size(), 1U);
  EXPECT_EQ(report.entries[0].facts[0].fact.value, -5);
}

TEST_F(RegisterReportTest, ASumThatPassesWhatIsCountedIsSaid) {
  ASSERT_TRUE(database_.run("update subject_states__1 set people = 9223372036854775807 where people = 12").ok());
  EXPECT_EQ(readRegisterReport(database_, about(StreamRole::kDeed)).error().reason, "SUM_OVERFLOWS");
}

TEST(RegisterNames, AreThoseOfTheStreamsThatOpenSomething) {
  EXPECT_EQ(*registerNamed("campaign"), StreamRole::kCampaign);
  EXPECT_EQ(registerNamed("hours").error().reason, "REGISTER_UNKNOWN");
  EXPECT_NE(registerNamed("campaigns").error().message.find("campaign, "), std::string::npos);
  EXPECT_TRUE(checkStateName("").ok());
  EXPECT_TRUE(checkStateName("conferred").ok());
  EXPECT_TRUE(checkStateName("shortlisted").ok());
  EXPECT_EQ(checkStateName("lost").error().reason, "STATE_UNKNOWN");
}

}  // namespace
}  // namespace projections
