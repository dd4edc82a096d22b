#include <nlohmann/json.hpp>

#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;
using nlohmann::json;

class ReportJson : public tests::RenderedSample {};

TEST_F(ReportJson, HoldsTheGrantUnderMachineNames) {
  const auto grant =
      json::parse(*renderGrant(database_, tests::sample::kGrant.text(), Language::kEnglish, Format::kJson));
  EXPECT_EQ(grant["report"], "grant");
  EXPECT_EQ(grant["demo"], true);
  EXPECT_EQ(grant["size"], log_.size());
  EXPECT_EQ(grant["root"], log_.goal().root.hex());
  EXPECT_EQ(grant["witnesses"], 0);
  EXPECT_EQ(grant["grant"]["grant_id"], tests::sample::kGrant.text());
  EXPECT_EQ(grant["grant"]["on_hand"], 4'150'000);
  EXPECT_EQ(grant["tranches"][0]["state"], "partlyPaid");
  EXPECT_EQ(grant["expenditures"].size(), 4U);
}

TEST_F(ReportJson, HoldsTheServiceInMinutes) {
  const auto service =
      json::parse(*renderService(database_, tests::sample::kVolunteer, Language::kRussian, Format::kJson));
  EXPECT_EQ(service["volunteer"]["attested_minutes"], 1130);
  EXPECT_EQ(service["entries"][1]["state"], "disputed");
  EXPECT_EQ(service["entries"][1]["organisation_names"]["en"], "Green Garden Fund");
}

TEST_F(ReportJson, HoldsTheNationalFigures) {
  const auto national = json::parse(*renderNational(database_, Language::kKazakh, Format::kJson));
  EXPECT_EQ(national["total"]["volunteers"], 2);
  EXPECT_EQ(national["regions"][0]["code"], "KZ-71");
  EXPECT_EQ(national["money"][0]["awarded"], 30'000'000);
  EXPECT_EQ(national["distinctions_conferred"], 1);
}

}  // namespace
}  // namespace projections
