#include "projections/report/reconciliation_figures.h"

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

class Derived : public tests::ExchangeRegister {
 protected:
  std::int64_t of(const std::string& category, const std::string& days) {
    ReconciliationFigures figures(database_, *parsePeriod(days));
    const auto derived = figures.derive(*parseCategory(category));
    EXPECT_TRUE(derived.ok()) << category << ": " << derived.error().message;
    return derived.ok() ? *derived : -1;
  }
};

constexpr const char* kMarch = "2026-03-01..2026-03-31";
constexpr const char* kApril = "2026-04-01..2026-04-30";
constexpr const char* kMay = "2026-05-01..2026-05-31";
constexpr const char* kYear = "2026-01-01..2026-12-31";

TEST_F(Derived, MinutesAndPeopleAreOfTheDaysOfService) {
  EXPECT_EQ(of("attestedMinutes", kMarch), 240 + 780 + 110 + 200) << "one disputed, one corrected; one void, one not";
  EXPECT_EQ(of("attestedMinutes", "2026-03-02..2026-03-02"), 780);
  EXPECT_EQ(of("attestedMinutes", kApril), 0);
  EXPECT_EQ(of("importedMinutes", kMarch), 0);
  EXPECT_EQ(of("importedMinutes", kApril), 55) << "the other batch is void";
  EXPECT_EQ(of("attendedPeople", kMarch), 12);
  EXPECT_EQ(of("volunteers", kMarch), 2);
  EXPECT_EQ(of("volunteers", "2026-03-02..2026-03-05"), 1);
  EXPECT_EQ(of("volunteers", kApril), 0) << "imported minutes are not attested";
}

TEST_F(Derived, PlacesAreCountedByTheirDays) {
  EXPECT_EQ(of("organisations", "2026-01-01..2026-02-28"), 0) << "recorded on 1 March";
  EXPECT_EQ(of("organisations", kMarch), 2);
  EXPECT_EQ(of("organisations", kApril), 2) << "all up to the last day";
  EXPECT_EQ(of("organisationsRegistered", kMarch), 2);
  EXPECT_EQ(of("organisationsRegistered", kApril), 0);
  EXPECT_EQ(of("projects", "2026-01-01..2026-01-31"), 1);
  EXPECT_EQ(of("projects", kMarch), 0);
  EXPECT_EQ(of("activities", kMarch), 1);
  EXPECT_EQ(of("activities", kApril), 0);
  EXPECT_EQ(of("eventsHeld", kMarch), 0);
  EXPECT_EQ(of("eventsHeld", kMay), 1);
}

TEST_F(Derived, DeedsTrainingsContractsAndAwardsAreOfTheirFacts) {
  EXPECT_EQ(of("deeds", kApril), 7 + 40);
  EXPECT_EQ(of("deeds", "2026-04-03..2026-04-09"), 40);
  EXPECT_EQ(of("deeds", kMay), 0);
  EXPECT_EQ(of("trainings", kMay), 1);
  EXPECT_EQ(of("contracts", kMay), 1);
  EXPECT_EQ(of("contracts", kApril), 0);
  EXPECT_EQ(of("awardsConferred", kMay), 1);
  EXPECT_EQ(of("awardsConferred", kApril), 0);
}

TEST_F(Derived, MoneyIsInMinorUnitsByTheDayOfEachFact) {
  EXPECT_EQ(of("grantsAwarded", kMarch), 1);
  EXPECT_EQ(of("smallGrants", kMarch), 1);
  EXPECT_EQ(of("grantsAwarded", kApril), 0);
  EXPECT_EQ(of("amountAwarded", kYear), 30'000'000);
  EXPECT_EQ(of("amountDisbursed", kMarch), 20'000'000);
  EXPECT_EQ(of("amountDisbursed", kApril), -500'000) << "reversed in April";
  EXPECT_EQ(of("amountSpent", kMarch), (120'000 + 30'000 + 25'000 - 20'000) * 100);
  EXPECT_EQ(of("amountSpent", kApril), -1'000'000) << "disallowed in April; the rest came with a batch that is void";
  EXPECT_EQ(of("amountReturned", kMarch), 0);
  EXPECT_EQ(of("amountReturned", kApril), 1'000'000);
}

TEST_F(Derived, ARegionNarrowsThem) {
  for (const char* category : {"organisations", "organisationsRegistered", "projects", "activities", "eventsHeld",
                               "deeds", "trainings", "grantsAwarded", "smallGrants", "amountAwarded", "amountSpent"}) {
    const std::string name = category;
    EXPECT_EQ(of(name + "/KZ-71", kYear), of(name, kYear)) << name;
    EXPECT_NE(of(name, kYear), 0) << name;
    EXPECT_EQ(of(name + "/KZ-75", kYear), 0) << name;
  }
}

TEST_F(Derived, AreThoseOfTheNationalReport) {
  for (const char* days : {kMarch, kApril, kYear}) {
    const auto national = readNationalReport(database_, *parsePeriod(days));
    ASSERT_TRUE(national.ok());
    EXPECT_EQ(of("attestedMinutes", days), national->total.sums.attested.count());
    EXPECT_EQ(of("importedMinutes", days), national->total.sums.imported.count());
    EXPECT_EQ(of("attendedPeople", days), national->total.attended_people);
    EXPECT_EQ(of("volunteers", days), national->total.volunteers);
    EXPECT_EQ(of("activities", days), national->total.activities);
    EXPECT_EQ(of("organisations", days), national->total.organisations);
    EXPECT_EQ(of("awardsConferred", days), national->conferred);
    EXPECT_EQ(of("grantsAwarded", days), national->money.front().sums.grants);
    EXPECT_EQ(of("amountDisbursed", days), national->money.front().sums.disbursed);
    EXPECT_EQ(of("amountSpent", days), national->money.front().sums.spent);
    EXPECT_EQ(of("amountReturned", days), national->money.front().sums.returned);
  }
}

TEST_F(Derived, ClassesAndCurrenciesAreToldApart) {
  ledger::GrantAward award;
  award.grant = tests::subject(80);
  award.number = "LG-1";
  award.title = "Sample";
  award.funder = tests::sample::kFunder;
  award.grantee = tests::sample::kOrganisation;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-75";
  award.amount = {700, *ledger::Currency::parse("EUR")};
  award.grant_class = ledger::GrantClass::kLong;
  award.occurred_at = tests::on("2026-03-11");
  played_.log.byTwo(award);
  award.grant = tests::subject(81);
  award.number = "SG-2";
  award.grant_class = ledger::GrantClass::kSmall;
  award.amount = tests::tenge(10);
  award.title = "Sample";
  award.parent = tests::sample::kGrant;  // its money is in that grant's figures
  played_.log.byTwo(award);
  follow();
  EXPECT_EQ(of("grantsAwarded", kMarch), 2);
  EXPECT_EQ(of("smallGrants", kMarch), 1);
  EXPECT_EQ(of("smallSubAwards", kMarch), 1);
  EXPECT_EQ(of("amountSmallSubAwards", kMarch), 1'000);
  EXPECT_EQ(of("smallSubAwards/KZ-75", kMarch), 1);
  EXPECT_EQ(of("amountSmallSubAwards/KZ-71", kMarch), 0);
  EXPECT_EQ(of("smallSubAwards", kApril), 0);
  EXPECT_EQ(of("amountAwarded", kMarch), 30'000'000);
  EXPECT_EQ(of("grantsAwarded/KZ-75", kMarch), 1);
  EXPECT_EQ(of("amountAwarded/KZ-75", kMarch), 0);
}

TEST_F(Derived, SubAwardsOfOtherClassesAndCurrenciesAreNotSmallOnes) {
  EXPECT_EQ(of("smallSubAwards", kYear), 0) << "the sample's grant is nobody's sub-award";
  EXPECT_EQ(of("amountSmallSubAwards", kYear), 0);
  ledger::GrantAward award;
  award.funder = tests::sample::kFunder;
  award.grantee = tests::sample::kOrganisation;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-75";
  award.title = "Sample";
  award.parent = tests::sample::kGrant;
  award.occurred_at = tests::on("2026-03-11");
  award.amount = tests::tenge(10);
  award.grant = tests::subject(80);
  award.number = "SUB-1";
  award.grant_class = ledger::GrantClass::kOther;
  played_.log.byTwo(award);
  award.grant = tests::subject(81);
  award.number = "SUB-2";
  award.grant_class = ledger::GrantClass::kSmall;
  award.amount.currency = *ledger::Currency::parse("EUR");
  played_.log.byTwo(award);
  follow();
  EXPECT_EQ(of("smallSubAwards", kMarch), 1);
  EXPECT_EQ(of("amountSmallSubAwards", kMarch), 0) << "other currencies are left out";
}

TEST_F(Derived, PlacesOfAVoidedImportStay) {
  const ledger::SubjectId batch = tests::subject(90);
  const ledger::SubjectId organisation = tests::subject(91);
  const ledger::SubjectId project = tests::subject(92);
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(ledger::ImportRecord{batch, 0, tests::digest(90), tests::digest(91), 0, 1});
  played_.log.add(ledger::OrganisationRegister{organisation,
                                               tests::sample::kOffice,
                                               ledger::OrganisationKind::kNgo,
                                               {"Үлгі", "Образец", "Sample"},
                                               "KZ-75",
                                               ""});
  played_.log.add(ledger::ProjectStart{project,
                                       tests::sample::kProgramme,
                                       organisation,
                                       "KZ-75",
                                       tests::day("2026-03-05"),
                                       tests::day("2026-12-31"),
                                       {"Үлгі", "Образец", "Sample"}});
  played_.log.add(ledger::ActivitySchedule{tests::subject(93), project, ledger::ActivityKind::kEvent, "710000000",
                                           tests::on("2026-03-06"), tests::on("2026-03-07")});
  played_.log.submit(tests::person(15), ledger::Assurance::kImported);
  played_.log.add(ledger::ImportVoid{batch, tests::on("2026-05-12")});
  follow();
  for (const char* category : {"organisations", "projects", "activities"}) {
    const std::string name = category;
    EXPECT_EQ(of(name + "/KZ-75", std::string(name == "organisations" ? kYear : kMarch)), 1) << name;
  }
}

TEST_F(Derived, ARegionThatNobodyKnowsIsNoZero) {
  ReconciliationFigures figures(database_, *parsePeriod(kYear));
  EXPECT_EQ(figures.derive(*parseCategory("projects/KZ-99")).error().reason, "REGION_UNKNOWN");
  EXPECT_TRUE(figures.derive(*parseCategory("projects/KZ-10")).ok());
}

}  // namespace
}  // namespace projections
