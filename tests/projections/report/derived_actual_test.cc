#include "projections/report/derived_actual.h"

#include "tests/projections/report/roadmap_log.h"

namespace projections {
namespace {

namespace r = tests::roadmap;

class DerivedActuals : public tests::RoadmapRegister {
 protected:
  ledger::Result<DerivedActual> derive(const std::string& indicator, const char* today = "2027-01-05",
                                       const std::string& category = "", bool so_far = false) {
    return deriveActual(database_, {indicator, 2026, category, so_far, tests::day(today)});
  }
  ledger::Error refused(const ledger::Result<DerivedActual>& actual) {
    EXPECT_FALSE(actual.ok());
    return actual.ok() ? ledger::Error{} : actual.error();
  }
};

TEST_F(DerivedActuals, AreOfTheWholeYearOnceItIsOver) {
  const auto actual = derive(r::kVolunteers.text());
  ASSERT_TRUE(actual.ok()) << actual.error().message;
  EXPECT_EQ(actual->value, 2);
  EXPECT_EQ(actual->target, 3);
  EXPECT_EQ(actual->query.text(), "volunteers 2026-01-01..2026-12-31");
  EXPECT_FALSE(actual->before || actual->isKnown());
}

TEST_F(DerivedActuals, AreByTheCategoryThatIsNamed) {
  const auto actual = derive("effort", "2027-01-05", "attestedMinutes");
  ASSERT_TRUE(actual.ok()) << actual.error().message;
  EXPECT_EQ(actual->query.text(), "attestedMinutes 2026-01-01..2026-12-31");
  ASSERT_TRUE(actual->before);
  EXPECT_EQ(actual->before->value, 40);
  EXPECT_EQ(actual->value, 22) << "1330 minutes in whole hours";
  EXPECT_EQ(derive(r::kVolunteers.text(), "2027-01-05", "projects/KZ-71")->query.text(),
            "projects/KZ-71 2026-01-01..2026-12-31");
}

TEST_F(DerivedActuals, TheSameQueryWithTheSameValueIsKnown) {
  const auto known = derive("service", "2026-05-21", "", true);
  ASSERT_TRUE(known.ok()) << known.error().message;
  EXPECT_TRUE(known->isKnown());
  EXPECT_FALSE(derive("service", "2026-05-22", "", true)->isKnown()) << "a day more";
  played_.addLateService();
  follow();
  const auto changed = derive("service", "2026-05-21", "", true);
  EXPECT_EQ(changed->value, 1375);
  EXPECT_FALSE(changed->isKnown());
}

TEST_F(DerivedActuals, AYearThatRunsIsReportedSoFarAlone) {
  const auto error = refused(derive("service", "2026-12-31"));
  EXPECT_EQ(error.reason, "YEAR_NOT_OVER");
  EXPECT_NE(error.message.find("so far 1330"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("and it is 2026-12-31"), std::string::npos) << error.message;
  EXPECT_TRUE(derive("service", "2027-01-01").ok());
  EXPECT_EQ(derive("service", "2026-12-31", "", true)->query.text(), "attestedMinutes 2026-01-01..2026-12-31");
  EXPECT_EQ(derive("service", "2026-03-02", "", true)->query.text(), "attestedMinutes 2026-01-01..2026-03-02");
  EXPECT_EQ(derive("service", "2026-01-01", "", true)->value, 0);
  EXPECT_EQ(refused(derive("service", "2025-12-31", "", true)).reason, "YEAR_NOT_BEGUN");
}

TEST_F(DerivedActuals, AReportedIndicatorIsRefusedWithBothFigures) {
  const auto alone = refused(derive("trust"));
  EXPECT_EQ(alone.reason, "BASIS_REPORTED") << "though nothing is derived beside it";
  EXPECT_NE(alone.message.find("is 64, from a survey"), std::string::npos) << alone.message;
  EXPECT_EQ(alone.message.find("derives"), std::string::npos) << alone.message;
  const auto reported = refused(derive(tests::campaign::kIndicator.text()));
  EXPECT_EQ(reported.reason, "BASIS_REPORTED");
  for (const char* figure : {"is -5, from a letter", "derives 2 by volunteers 2026-01-01..2026-12-31"})
    EXPECT_NE(reported.message.find(figure), std::string::npos) << reported.message;
}

TEST_F(DerivedActuals, WithoutACategoryItIsAskedFor) {
  EXPECT_EQ(refused(derive("effort")).reason, "CATEGORY_MISSING");
  EXPECT_EQ(refused(derive("effort", "2027-01-05", "efforts")).reason, "CATEGORY_UNKNOWN");
  EXPECT_EQ(refused(derive("effort", "2027-01-05", "attestedMinutes/KZ-75")).reason, "REGION_NOT_PUBLIC");
  EXPECT_EQ(refused(derive(r::kVolunteers.text(), "2027-01-05", "projects/KZ-99")).reason, "REGION_UNKNOWN");
  EXPECT_EQ(refused(derive("effort", "2027-01-05", "volunteers")).reason, "UNIT_DIFFERS");
  EXPECT_EQ(refused(derive("beyond")).reason, "INDICATOR_UNKNOWN");
}

}  // namespace
}  // namespace projections
