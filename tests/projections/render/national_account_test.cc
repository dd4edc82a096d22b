#include "projections/render/national_account.h"

#include <nlohmann/json.hpp>

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class NationalAccountParts : public tests::AccountRegister {
 protected:
  NationalReport report_ = *readNationalReport(database_);
  NationalAccount account_ = *readNationalAccount(database_, {});
};

TEST_F(NationalAccountParts, HaveSixSectionsInEachLanguage) {
  for (const ledger::Language language : ledger::kLanguages) {
    const auto sections = nationalAccountSections(report_, account_, language);
    ASSERT_EQ(sections.size(), 6U);
    for (const Section& section : sections) EXPECT_FALSE(section.empty()) << section.heading;
  }
}

// Two volunteers and 22 hours among 2,000 inhabitants.
TEST_F(NationalAccountParts, TellRatesOnlyWhereTheFigureIsTold) {
  EXPECT_EQ(nationalAccountObject(report_, account_)["population"]["volunteersPer1000"], "1.00");
  EXPECT_EQ(nationalAccountObject(report_, account_)["population"]["hoursPer1000"], "11.00");
  report_.total.hidden.attested = true;
  const auto hidden = nationalAccountObject(report_, account_);
  EXPECT_FALSE(hidden["population"].contains("volunteersPer1000"));
  EXPECT_EQ(nationalAccountSections(report_, account_, ledger::Language::kEnglish)[5].particulars.size(), 1U);
}

}  // namespace
}  // namespace projections
