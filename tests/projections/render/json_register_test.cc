#include <nlohmann/json.hpp>

#include "projections/render/render.h"
#include "tests/projections/oversight/campaign_log.h"

namespace projections {
namespace {

using ledger::Language;
using ledger::StreamRole;
using nlohmann::json;
namespace c = tests::campaign;

class RegisterJson : public tests::CampaignRegister {
 protected:
  json read(StreamRole role, bool facts) {
    RegisterQuestion question;
    question.role = role;
    question.facts = facts;
    return json::parse(*renderRegister(database_, question, {Language::kKazakh, Format::kJson}));
  }
};

TEST_F(RegisterJson, HoldsSubjectsUnderMachineNames) {
  const json report = read(StreamRole::kDonation, false);
  EXPECT_EQ(report["report"], "register");
  EXPECT_EQ(report["register"], "donation");
  EXPECT_EQ(report["at"], played_.log.size());
  const json& donation = report["entries"].at(0);
  EXPECT_EQ(donation["subject"], c::kDonation.text());
  EXPECT_EQ(donation["state"], "received");
  EXPECT_EQ(donation["amount"], 45'000);
  EXPECT_EQ(donation["sinceDay"], "2026-04-20");
  EXPECT_TRUE(donation["people"].is_null());
  EXPECT_EQ(donation["links"].size(), 2U);
  EXPECT_EQ(report["total"]["amounts"]["KZT"], 45'000);
  EXPECT_EQ(report["byState"]["received"]["count"], 1);
  EXPECT_FALSE(donation.contains("facts"));
}

TEST_F(RegisterJson, HoldsFactsWithTheirWords) {
  const json report = read(StreamRole::kForum, true);
  const json& facts = report["entries"].at(0)["facts"];
  ASSERT_EQ(facts.size(), 3U);
  EXPECT_EQ(facts[1]["event"], "ParticipationRecorded");
  EXPECT_EQ(facts[1]["people"], 4);
  EXPECT_EQ(facts[1]["words"]["role"], "speaker");
  EXPECT_EQ(report["byEvent"]["ParticipationRecorded"]["people"], 34);
}

TEST_F(RegisterJson, AListOfWordsIsAList) {
  ledger::ProjectClassify classified;
  classified.project = tests::sample::kProject;
  classified.activity_code = "D19";
  classified.goals = {ledger::Goal::kConsumption, ledger::Goal::kClimate};
  played_.log.submit(tests::person(1));
  played_.log.add(classified);
  ASSERT_TRUE(catchUp(database_, played_.log, played_.log.goal()).ok());
  const json facts = read(StreamRole::kProject, true)["entries"].at(0)["facts"];
  EXPECT_EQ(facts.back()["words"]["goals"], json::array({"consumption", "climate"}));
  EXPECT_EQ(facts.back()["words"]["activityCode"], "D19");
}

}  // namespace
}  // namespace projections
