#include "projections/oversight/fact_words.h"

#include <gtest/gtest.h>

#include "tests/projections/made_log.h"

namespace projections {
namespace {

std::string textOf(const ledger::CommandBody& body) {
  std::string text;
  for (const FactWordRow& row : wordsOf(body, 5)) {
    EXPECT_EQ(row.fact_index, 5U);
    text += (text.empty() ? "" : "|") + row.field + " " + std::to_string(row.place) + " " + row.word;
    if (row.value) text += "=" + std::to_string(*row.value);
  }
  return text;
}

TEST(FactWords, NameEnumerationsAndCodesByTheirFields) {
  ledger::RequestReceive request;
  request.channel = ledger::Channel::kCall;
  request.need = "medicine";
  EXPECT_EQ(textOf(request), "channel -1 call|need -1 medicine");
}

TEST(FactWords, GiveOneRowForEachItemOfAList) {
  ledger::ProjectClassify classified;
  classified.activity_code = "D19";
  classified.goals = {ledger::Goal::kConsumption, ledger::Goal::kClimate};
  classified.beneficiaries = {ledger::Beneficiary::kElderly};
  EXPECT_EQ(textOf(classified), "activityCode -1 D19|goals 0 consumption|goals 1 climate|beneficiaries 0 elderly");
}

TEST(FactWords, SetReportedFiguresBesideDerivedOnes) {
  ledger::ReconciliationRecord record;
  record.figures = {{"projects", 56, 54}, {"grants", 60, 60}};
  EXPECT_EQ(textOf(record), "reported 0 projects=56|reported 1 grants=60|derived 0 projects=54|derived 1 grants=60");
  ledger::ReportSubmit report;
  report.figures = {{"hours", 12}};
  EXPECT_EQ(textOf(report), "figures 0 hours=12");
}

TEST(FactWords, TellHowAPersonCameAndWhatAVisitFound) {
  ledger::PersonRegister person;
  person.languages = {ledger::SpokenLanguage::kKk, ledger::SpokenLanguage::kOther};
  EXPECT_EQ(textOf(person), "ageBand -1 unknown|ageBasis -1 declared|languages 0 kk|languages 1 other");
  person.languages.clear();
  person.channel = ledger::RegistrationChannel::kCallCentre;
  EXPECT_EQ(textOf(person), "channel -1 callCentre|ageBand -1 unknown|ageBasis -1 declared");
  ledger::MonitoringVisitRecord visit;
  visit.verdict = ledger::VisitVerdict::kSeriousRemarks;
  visit.findings = {{ledger::VisitAspect::kMinors, true, {}}, {ledger::VisitAspect::kMoney, false, {}}};
  EXPECT_EQ(textOf(visit), "verdict -1 seriousRemarks|findings 0 minors=1|findings 1 money=0");
}

TEST(FactWords, TellOfWhichVersionARuleWas) {
  ledger::FindingRaise raised;
  raised.rule = "E05";
  raised.rule_version = 2;
  EXPECT_EQ(textOf(raised), "severity -1 low|rule -1 E05|ruleVersion -1 =2");
  raised.rule_version = 0;
  EXPECT_EQ(textOf(raised), "severity -1 low|rule -1 E05");
}

TEST(FactWords, LeaveOutWhatIsNotSaid) {
  EXPECT_EQ(textOf(ledger::IdeaTriage{}), "");
  EXPECT_EQ(textOf(ledger::PersonErase{}), "basis -1 request");
}

}  // namespace
}  // namespace projections
