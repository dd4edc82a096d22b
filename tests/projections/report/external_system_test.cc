#include "projections/report/external_system.h"

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

class ExternalSystems : public tests::ExchangeRegister {};

TEST_F(ExternalSystems, AreFoundByCodeAndById) {
  EXPECT_EQ(findSystem(database_, "sample-portal")->subject, tests::exchange::kSystem);
  EXPECT_EQ(findSystem(database_, tests::exchange::kOtherSystem.text())->code, "sample-yearbook");
  EXPECT_EQ(systemsAsked(database_, "")->size(), 2U);
}

TEST_F(ExternalSystems, AnUnknownOneIsToldThoseThereAre) {
  const auto unknown = findSystem(database_, "portal");
  EXPECT_EQ(unknown.error().reason, "SYSTEM_UNKNOWN");
  EXPECT_NE(unknown.error().message.find("there are sample-portal, sample-yearbook"), std::string::npos);
  EXPECT_EQ(findSystem(database_, "").error().reason, "SYSTEM_MISSING");
}

TEST(NoExternalSystem, IsSaidWithWhatToDo) {
  Database database = tests::memoryDatabase();
  tests::MadeLog log = tests::sampleLog();
  ASSERT_TRUE(catchUp(database, log, log.goal()).ok());
  EXPECT_TRUE(systemsAsked(database, "")->empty());
  EXPECT_NE(findSystem(database, "portal").error().message.find("externalSystemRegister"), std::string::npos);
}

}  // namespace
}  // namespace projections
