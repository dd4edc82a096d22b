// A log of who owes what to whom: reports that are owed, audits with findings, gifts, a regranted grant, corrections,
// emergencies, assignments, and the policies that reports reckon by. All of it is recorded on 1 March 2026.
#pragma once

#include "tests/projections/oversight/exchange_log.h"

namespace tests {

namespace account {
inline const ledger::SubjectId kChapter = subject(150);  // an organisation that gets a sub-award
inline const ledger::SubjectId kRegranted = subject(151);
inline const ledger::SubjectId kSubAward = subject(152);
inline const ledger::SubjectId kLateReport = subject(160);
inline const ledger::SubjectId kWeekendReport = subject(161);
inline const ledger::SubjectId kOwedReport = subject(162);
inline const ledger::SubjectId kWaivedReport = subject(163);
inline const ledger::SubjectId kAudit = subject(170);
inline const ledger::SubjectId kClosedFinding = subject(171);
inline const ledger::SubjectId kOpenFinding = subject(172);
inline const ledger::SubjectId kDismissedFinding = subject(173);
inline const ledger::SubjectId kEmergency = subject(180);
}  // namespace account

// After the exchange log.
struct AccountLog : ExchangeLog {
  ledger::Position corrected = 0;
  ledger::Position voided = 0;

  AccountLog() {
    addTerms();
    addRegrants();
    addReports();
    addFindings();
    addGifts();
    addCorrections();
    addOutside();
  }

  ledger::PolicyPublish policy(std::uint8_t id, ledger::PolicyKind kind) const {
    ledger::PolicyPublish policy;
    policy.policy = subject(id);
    policy.kind = kind;
    policy.version = "2026";
    policy.status = ledger::LegalStatus::kUnverified;
    policy.source = "A sample";
    policy.valid_from = day("2026-01-01");
    return policy;
  }

  void addTerms() {
    auto deadlines = policy(190, ledger::PolicyKind::kDeadlines);
    deadlines.deadlines =
        ledger::Deadlines{{{"finding-response", 5, ledger::DayCount::kWorking, 0, 0}}, {{day("2026-03-09"), false}}};
    log.byTwo(deadlines);
    auto wages = policy(191, ledger::PolicyKind::kWages);
    wages.wages = ledger::Wages{{{"", 2026, tenge(1'000)}, {"KZ-71", 2026, tenge(1'500)}}};
    log.byTwo(wages);
    auto populations = policy(192, ledger::PolicyKind::kPopulations);
    populations.populations =
        ledger::Populations{{{"KZ-71", 2025, 1'000}, {"KZ-71", 2026, 1'200}, {"KZ-75", 2026, 800}}};
    log.byTwo(populations);
  }

  ledger::GrantAward award(const ledger::SubjectId& id, const char* number, std::int64_t whole) const {
    ledger::GrantAward award;
    award.grant = id;
    award.number = number;
    award.title = number;
    award.funder = sample::kFunder;
    award.grantee = sample::kOrganisation;
    award.programme = sample::kProgramme;
    award.region = "KZ-71";
    award.amount = tenge(whole);
    award.occurred_at = on("2026-02-01");
    return award;
  }

  void agree(const ledger::SubjectId& grant, std::vector<ledger::BudgetLine> lines, std::int64_t minor) {
    ledger::AgreementSign agreement;
    agreement.grant = grant;
    agreement.number = "A-1";
    agreement.lines = std::move(lines);
    agreement.tranches = {{1, minor, day("2026-02-10")}};
    agreement.eligible_from = day("2026-02-01");
    agreement.eligible_to = day("2026-12-31");
    agreement.occurred_at = on("2026-02-02");
    log.byTwo(agreement);
    log.byTwo(ledger::TrancheApprove{grant, 1, on("2026-02-03")});
  }

  ledger::ExpenditureRecord spend(const ledger::SubjectId& grant, std::uint8_t number, const char* line,
                                  std::int64_t whole) const {
    ledger::ExpenditureRecord record;
    record.grant = grant;
    record.expenditure = subject(number);
    record.line = line;
    record.amount = tenge(whole);
    record.document_hash = digest(number);
    record.document_number = "INV-" + std::to_string(number);
    record.document_date = day("2026-02-06");
    record.vendor = "KZ-BIN-000140000002";
    record.occurred_at = on("2026-02-06");
    return record;
  }

  void addRegrants() {
    log.submit(person(10));
    log.add(ledger::OrganisationRegister{account::kChapter,
                                         sample::kOffice,
                                         ledger::OrganisationKind::kNgo,
                                         {"Бөлімше", "Отделение", "Chapter"},
                                         "KZ-75",
                                         ""});
    log.byTwo(award(account::kRegranted, "RG-1", 100'000));
    agree(
        account::kRegranted,
        {{"regrants", ledger::CostType::kRegrant, 8'000'000}, {"staff", ledger::CostType::kAdministration, 2'000'000}},
        10'000'000);
    log.submit(person(12));
    log.add(ledger::TrancheDisburse{account::kRegranted, subject(153), 1, tenge(100'000), "PAY-11", on("2026-02-04")});
    auto sub = award(account::kSubAward, "RG-1-1", 60'000);
    sub.funder = sample::kOrganisation;
    sub.grantee = account::kChapter;
    sub.parent = account::kRegranted;
    sub.parent_line = "regrants";
    log.byTwo(sub);
    agree(account::kSubAward, {{"materials", ledger::CostType::kMaterials, 6'000'000}}, 6'000'000);
    log.submit(person(13));
    log.add(ledger::TrancheDisburse{account::kSubAward, subject(154), 1, tenge(40'000), "PAY-12", on("2026-02-05")});
    auto passed_on = spend(account::kRegranted, 155, "regrants", 40'000);
    passed_on.disbursement = subject(154);
    log.add(passed_on);
    log.add(spend(account::kSubAward, 156, "materials", 10'000));
  }

  ledger::SubjectId owe(const ledger::SubjectId& id, const char* due) {
    log.add(ledger::ObligationCreate{id, sample::kOrganisation, sample::kFunder, account::kRegranted,
                                     ledger::ReportKind::kInterim, day(due), on("2026-02-02")});
    return id;
  }

  void addReports() {
    log.submit(person(14));
    owe(account::kLateReport, "2026-02-27");     // a Friday
    owe(account::kWeekendReport, "2026-02-28");  // a Saturday: the Monday after it is in time
    owe(account::kOwedReport, "2026-03-06");
    owe(account::kWaivedReport, "2026-02-10");
    log.add(ledger::ReportSubmit{account::kLateReport, digest(160), {}, on("2026-03-01")});
    log.add(ledger::ReportSubmit{account::kWeekendReport, digest(161), {}, on("2026-03-01")});
    log.add(ledger::ReportAccept{account::kWeekendReport, on("2026-03-01")});
    log.add(ledger::ObligationExtend{account::kOwedReport, day("2026-03-09"), digest(162), on("2026-03-01")});
    log.byTwo(ledger::ObligationWaive{account::kWaivedReport, digest(163), on("2026-03-01")});
  }

  void raise(const ledger::SubjectId& finding, const char* rule, ledger::Severity severity) {
    ledger::FindingRaise raised;
    raised.finding = finding;
    raised.audit = account::kAudit;
    raised.rule = rule;
    raised.severity = severity;
    raised.amount = tenge(700);
    raised.document = digest(170);
    raised.occurred_at = on("2026-03-02");
    raised.rule_version = rule == std::string_view("E14") ? 3 : 0;
    log.add(raised);
  }

  void addFindings() {
    log.submit(person(17));
    log.add(ledger::AuditOpen{account::kAudit, sample::kOrganisation, account::kRegranted, day("2026-01-01"),
                              day("2026-02-28"), digest(171), on("2026-03-01")});
    raise(account::kClosedFinding, "E05", ledger::Severity::kHigh);
    raise(account::kOpenFinding, "E14", ledger::Severity::kLow);
    raise(account::kDismissedFinding, "E16", ledger::Severity::kLow);
    log.add(ledger::FindingRespond{account::kClosedFinding, true, day("2026-03-20"), digest(172), on("2026-03-04")});
    log.add(ledger::FindingClose{account::kClosedFinding, digest(173), on("2026-03-05")});
    log.add(ledger::FindingDismiss{account::kDismissedFinding, ledger::DismissalReason::kImmaterial, digest(174),
                                   on("2026-03-05")});
  }

  void addGifts() {
    log.submit(person(11));
    const auto record = [&](std::uint8_t id, ledger::DonorKind kind, std::int64_t whole) {
      ledger::DonationRecord donation;
      donation.donation = subject(id);
      donation.organisation = sample::kOrganisation;
      donation.donor_kind = kind;
      donation.amount = tenge(whole);
      donation.payment_reference = "PAY-" + std::to_string(id);
      donation.document_hash = digest(id);
      donation.occurred_at = on("2026-04-25");
      log.add(donation);
    };
    record(200, ledger::DonorKind::kPerson, 100);
    record(201, ledger::DonorKind::kAnonymous, 30);
    log.add(ledger::DonationReturn{subject(201), "PAY-201", on("2026-05-03")});
    log.add(
        ledger::DonationAllocate{subject(202), sample::kProject, campaign::kDonation, tenge(400), on("2026-04-26")});
    ledger::GiftReceive gift;
    gift.gift = subject(203);
    gift.organisation = sample::kOrganisation;
    gift.donor_kind = ledger::DonorKind::kPerson;
    gift.unit = "coats";
    gift.quantity = 3;
    gift.value = tenge(90);
    gift.document_hash = digest(203);
    gift.occurred_at = on("2026-04-27");
    log.add(gift);
  }

  void addCorrections() {
    log.submit(person(13));
    log.add(spend(account::kRegranted, 157, "staff", 5'000));
    log.add(spend(account::kRegranted, 158, "staff", 3'000));
    corrected = log.add(ledger::ExpenditureCorrect{account::kRegranted, subject(157), "staff", tenge(4'000),
                                                   ledger::ExpenditureReason::kWrongAmount, on("2026-02-20")});
    voided = log.add(ledger::ExpenditureVoid{account::kRegranted, subject(158), ledger::ExpenditureReason::kDuplicate,
                                             on("2026-02-21")});
  }

  void addOutside() {
    log.submit(person(21));
    log.add(ledger::EmergencyDeclare{
        account::kEmergency, sample::kOffice, "flood", {"Су тасқыны", "Паводок", "Flood"}, "KZ-71", on("2026-04-01")});
    log.add(ledger::DeploymentOrder{subject(181), account::kEmergency, sample::kOrganisation, "rescue", 20,
                                    on("2026-04-02")});
    log.add(ledger::DeploymentOrder{subject(182), account::kEmergency, account::kChapter, "law", 5, on("2026-04-02")});
    log.add(ledger::DeploymentEnd{subject(181), 17, on("2026-04-09")});
    for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}}) {
      log.add(ledger::AssignmentOffer{subject(static_cast<std::uint8_t>(182 + number)), person(number),
                                      sample::kOrganisation, number == 1 ? "KE" : "TR", day("2026-05-01"),
                                      day("2026-06-30"), tenge(900)});
    }
    log.add(ledger::AssignmentAccept{subject(183), on("2026-05-01")});
    log.add(ledger::AssignmentStart{subject(183), on("2026-05-02")});
    log.add(ledger::AssignmentExtend{subject(183), day("2026-07-31"), on("2026-06-01")});
    log.add(ledger::OutputTargetSet{subject(186), sample::kProject, "trees", 50, day("2026-10-01")});
    log.add(ledger::OutputRecord{subject(187), sample::kProject, "trees", 20, {}, on("2026-05-04")});
    log.add(ledger::RequestReceive{subject(188), sample::kOffice, ledger::Channel::kCall, "medicine", "KZ-71",
                                   on("2026-05-01")});
    log.add(ledger::RequestRoute{subject(188), sample::kOrganisation, on("2026-05-02")});
    log.add(ledger::RequestResolve{subject(188), ledger::RequestOutcome::kHelped, on("2026-05-05")});
    log.add(ledger::DistinctionDefine{subject(189),
                                      "volunteer-of-the-year",
                                      ledger::DistinctionKind::kPrize,
                                      {"Жыл волонтері", "Волонтёр года", "Volunteer of the Year"},
                                      digest(189)});
  }
};

class AccountRegister : public ::testing::Test {
 protected:
  AccountRegister() { follow(); }

  void follow() {
    const auto reached = projections::catchUp(database_, played_.log, played_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
  }

  AccountLog played_;
  projections::Database database_ = memoryDatabase();
};

}  // namespace tests
