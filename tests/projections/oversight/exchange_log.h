// A log with another system: its registration, links, a reconciliation of March and a fact of March that came later.
#pragma once

#include "tests/projections/oversight/campaign_log.h"

namespace tests {

namespace exchange {
inline const ledger::SubjectId kSystem = subject(120);
inline const ledger::SubjectId kOtherSystem = subject(121);
inline const ledger::SubjectId kLink = subject(122);
inline const ledger::SubjectId kHoursLink = subject(123);
inline const ledger::SubjectId kReconciliation = subject(124);
}  // namespace exchange

// After the campaign log.
struct ExchangeLog : CampaignLog {
  ledger::Position reconciled = 0;

  ExchangeLog() {
    addWork();
    addSystems();
    log.submit(person(22));
    reconciled = log.add(ledger::ReconciliationRecord{exchange::kReconciliation,
                                                      exchange::kSystem,
                                                      day("2026-03-01"),
                                                      day("2026-03-31"),
                                                      digest(50),
                                                      {{"attestedMinutes", 1400, 1330},
                                                       {"amountSpent/KZ-71", 16'000'050, 15'500'000},
                                                       {"projects", 5, 0},
                                                       {"beyond", 2, 1}},
                                                      on("2026-05-10")});
  }

  void addWork() {
    log.submit(person(11));
    log.add(ledger::TrainingHold{subject(125), sample::kOrganisation, ledger::TrainingKind::kSeminar, "first-aid",
                                 ledger::Minutes{180}, 22, on("2026-05-06")});
    log.add(ledger::ActivityHold{sample::kActivity, 31, on("2026-05-07")});
    ledger::ContractSign contract;
    contract.contract = subject(126);
    contract.number = "SSO-1";
    contract.programme = sample::kProgramme;
    contract.funder = sample::kFunder;
    contract.grantee = sample::kOrganisation;
    contract.amount = tenge(900);
    contract.names = {"Шарт", "Договор", "Contract"};
    contract.from = day("2026-05-01");
    contract.to = day("2026-12-31");
    contract.document = digest(51);
    contract.occurred_at = on("2026-05-08");
    log.byTwo(contract);
    log.submit(person(11));
    log.add(ledger::AwardNominate{subject(70), sample::kVolunteer, sample::kOrganisation, "volunteer-of-the-year",
                                  on("2026-05-01")});
    log.byTwo(ledger::AwardConfer{subject(70), "ACT-1", on("2026-05-02")});
  }

  void addSystems() {
    log.byTwo(ledger::ExternalSystemRegister{
        exchange::kSystem, "sample-portal", {"Үлгі порталы", "Образцовый портал", "Sample Portal"}, sample::kOffice});
    log.byTwo(ledger::ExternalSystemRegister{
        exchange::kOtherSystem, "sample-yearbook", {"Жылнама", "Ежегодник", "Sample Yearbook"}, sample::kOffice});
    log.submit(person(22));
    log.add(
        ledger::ExternalIdLink{exchange::kLink, exchange::kSystem, sample::kOrganisation, "ORG-77", on("2026-05-05")});
    log.add(ledger::ExternalIdLink{exchange::kHoursLink, exchange::kSystem, subject(20), "H-1", on("2026-05-05")});
  }

  // Forty-five minutes of March that were recorded after the reconciliation.
  void addLateService() {
    log.submit(sample::kOtherVolunteer);
    log.add(claimOf(60, sample::kOtherVolunteer, "2026-03-20", 45));
    log.submit(sample::kAttestor);
    log.add(attestOf(60, "2026-05-11", 45));
  }
};

class ExchangeRegister : public ::testing::Test {
 protected:
  ExchangeRegister() { follow(); }

  void follow() {
    const auto reached = projections::catchUp(database_, played_.log, played_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
  }

  ExchangeLog played_;
  projections::Database database_ = memoryDatabase();
};

}  // namespace tests
