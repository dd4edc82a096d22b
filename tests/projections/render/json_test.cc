#include <nlohmann/json.hpp>

#include "tests/ledger/policies/shipped_policies.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;
using nlohmann::json;

class ReportJson : public tests::RenderedSample {};

TEST_F(ReportJson, HoldsTheGrantUnderMachineNames) {
  const auto grant =
      json::parse(*renderGrant(database_, tests::sample::kGrant.text(), {Language::kEnglish, Format::kJson}));
  EXPECT_EQ(grant["report"], "grant");
  EXPECT_EQ(grant["demo"], true);
  EXPECT_EQ(grant["size"], log_.size());
  EXPECT_EQ(grant["root"], log_.goal().root.hex());
  EXPECT_EQ(grant["witnesses"], 0);
  EXPECT_EQ(grant["grant"]["grantId"], tests::sample::kGrant.text());
  EXPECT_EQ(grant["grant"]["onHand"], 4'150'000);
  EXPECT_EQ(grant["tranches"][0]["state"], "partlyPaid");
  EXPECT_EQ(grant["tranches"][0]["paid"], 19'500'000);
  EXPECT_FALSE(grant["tranches"][0].contains("disbursed")) << "that of the grant is before reversals";
  EXPECT_EQ(grant["expenditures"].size(), 4U);
  EXPECT_TRUE(grant["parent"].is_null());
  EXPECT_EQ(grant["subAwards"].size(), 0U);
  EXPECT_EQ(grant["demands"].size(), 0U);
}

TEST_F(ReportJson, HoldsTheServiceInMinutes) {
  const auto service =
      json::parse(*renderService(database_, tests::sample::kVolunteer, {Language::kRussian, Format::kJson}));
  EXPECT_EQ(service["volunteer"]["attestedMinutes"], 1130);
  EXPECT_EQ(service["entries"][1]["state"], "disputed");
  EXPECT_EQ(service["entries"][1]["organisationNames"]["en"], "Green Garden Fund");
}

TEST_F(ReportJson, HoldsTheNationalFigures) {
  const auto national =
      json::parse(*renderNational(database_, {Language::kKazakh, Format::kJson}, {}, Audience::kOffice));
  EXPECT_EQ(national["total"]["volunteers"], 2);
  EXPECT_EQ(national["regions"][0]["code"], "KZ-71");
  EXPECT_EQ(national["money"][0]["awarded"], 30'000'000);
  EXPECT_EQ(national["distinctionsConferred"], 1);
  EXPECT_TRUE(national["suppression"].is_null());
}

TEST_F(ReportJson, HidesNationalFiguresOfFewPeopleAsNull) {
  log_.byTwo(tests::shippedPolicy("suppression"));
  ASSERT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  const auto national = json::parse(*renderNational(database_, {Language::kKazakh, Format::kJson}));
  for (const json& figures : {national["total"], national["regions"][0], national["directions"][0]}) {
    for (const char* name : {"volunteers", "entries", "claimedMinutes", "waitingMinutes", "attestedMinutes",
                             "disputedMinutes", "importedMinutes"}) {
      EXPECT_TRUE(figures.at(name).is_null()) << name;
    }
    EXPECT_EQ(figures["activities"], 1);
  }
  EXPECT_EQ(national["total"]["attendedPeople"], 12) << "people enough";
  EXPECT_TRUE(national["regions"][0]["attendedPeople"].is_null()) << "but not of a region";
  EXPECT_EQ(national["money"][0]["awarded"], 30'000'000);
  EXPECT_EQ(national["suppression"]["least"], 10);
  EXPECT_EQ(national["suppression"]["leastWithMinors"], 20);
  EXPECT_EQ(national["suppression"]["policy"]["status"], "unverified");
}

// Names as in all other JSON of the program.
void expectCamelNames(const json& value) {
  for (const auto& [name, inner] : value.items()) {
    EXPECT_EQ(name.find('_'), std::string::npos) << name;
    if (inner.is_structured()) expectCamelNames(inner);
  }
}

TEST_F(ReportJson, NamesNoColumnOfSql) {
  expectCamelNames(
      json::parse(*renderGrant(database_, tests::sample::kGrant.text(), {Language::kEnglish, Format::kJson})));
  expectCamelNames(
      json::parse(*renderService(database_, tests::sample::kVolunteer, {Language::kEnglish, Format::kJson})));
  expectCamelNames(json::parse(*renderNational(database_, {Language::kEnglish, Format::kJson})));
}

}  // namespace
}  // namespace projections
