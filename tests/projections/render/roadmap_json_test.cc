#include <nlohmann/json.hpp>

#include "projections/render/render.h"
#include "tests/projections/report/roadmap_log.h"

namespace projections {
namespace {

using nlohmann::json;
namespace r = tests::roadmap;

class RoadmapJsons : public tests::RoadmapRegister {
 protected:
  RoadmapJsons() {
    played_.addLateService();
    follow();
    const auto text = renderRoadmaps(database_, {"RM-2", {}}, {ledger::Language::kKazakh, Format::kJson});
    EXPECT_TRUE(text.ok()) << text.error().message;
    report_ = json::parse(*text);
  }

  json report_;
};

TEST_F(RoadmapJsons, HoldsTargetActualQueryThenAndNow) {
  EXPECT_EQ(report_["report"], "roadmap");
  EXPECT_TRUE(report_["year"].is_null());
  const json& service = report_["roadmaps"].at(0)["indicators"].at(1);
  EXPECT_EQ(service["indicator"], r::kService.text());
  EXPECT_EQ(service["basis"], "derived");
  EXPECT_EQ(service["years"].at(0), json({{"year", 2026},
                                          {"target", 1200},
                                          {"actual", 1330},
                                          {"beyondTarget", 130},
                                          {"source", "attestedMinutes 2026-01-01..2026-05-21"},
                                          {"day", "2026-05-21"},
                                          {"entry", played_.second_actual},
                                          {"query", "attestedMinutes 2026-01-01..2026-05-21"},
                                          {"derivedThen", 1330},
                                          {"derivedNow", 1375},
                                          {"difference", 45},
                                          {"earlier",
                                           {{{"value", 780},
                                             {"source", "attestedMinutes 2026-01-01..2026-03-02"},
                                             {"day", "2026-05-21"},
                                             {"entry", played_.first_actual}}}}}));
}

TEST_F(RoadmapJsons, WhatThereIsNotIsNull) {
  const json& indicators = report_["roadmaps"].at(0)["indicators"];
  const json& open = indicators.at(0)["years"].at(0);
  EXPECT_TRUE(open["actual"].is_null() && open["entry"].is_null() && open["difference"].is_null());
  EXPECT_EQ(open["derivedNow"], 2);
  const json& reported = indicators.at(3)["years"].at(0);
  EXPECT_EQ(reported["actual"], 64);
  EXPECT_TRUE(reported["derivedThen"].is_null() && reported["derivedNow"].is_null() && reported["query"].is_null());
}

TEST_F(RoadmapJsons, TellsOfMeasures) {
  const json& done = report_["roadmaps"].at(0)["measures"].at(0);
  EXPECT_EQ(done["measure"], r::kDone.text());
  EXPECT_EQ(done["state"], "completed");
  EXPECT_EQ(done["sinceDay"], "2026-05-20");
  EXPECT_EQ(done["organisation"], tests::sample::kOrganisation.text());
  EXPECT_EQ(report_["roadmaps"].at(0)["office"], tests::sample::kOffice.text());
}

}  // namespace
}  // namespace projections
