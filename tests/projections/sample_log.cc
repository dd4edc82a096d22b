#include "tests/projections/sample_log.h"

namespace tests {

using ledger::CivilDay;
using ledger::Minutes;
namespace s = sample;

namespace {
CivilDay day(const char* text) {
  return *ledger::parseDay(text);
}

ledger::ExpenditureRecord expenditure(std::uint8_t number, const char* line, std::int64_t whole, const char* paid) {
  ledger::ExpenditureRecord record;
  record.grant = s::kGrant;
  record.expenditure = subject(number);
  record.line = line;
  record.amount = tenge(whole);
  record.document_hash = digest(number);
  record.document_number = "INV-" + std::to_string(number);
  record.document_date = day(paid);
  record.vendor = "KZ-BIN-000140000002";
  record.occurred_at = on(paid);
  return record;
}
}  // namespace

void addFounding(MadeLog& log) {
  log.submit(person(201));
  ledger::LedgerFound found;
  found.origin = "demo.example/asar";
  found.zone = "Asia/Almaty";
  found.currency = "KZT";
  found.demo = true;
  log.add(found);
}

void addPlaces(MadeLog& log) {
  log.byTwo(
      ledger::OfficeEstablish{s::kOffice, ledger::OfficeKind::kRegional, "KZ-71", {"Астана", "Астана", "Astana"}});
  log.submit(person(10));
  log.add(ledger::OrganisationRegister{s::kOrganisation,
                                       s::kOffice,
                                       ledger::OrganisationKind::kNgo,
                                       {"«Жасыл бақ» қоры", "Фонд «Зелёный сад»", "Green Garden Fund"},
                                       "KZ-71",
                                       "KZ-BIN-000140000012"});
  log.add(ledger::OrganisationRegister{s::kFunder,
                                       s::kOffice,
                                       ledger::OrganisationKind::kStateBody,
                                       {"Үлгі орталығы", "Образцовый центр", "Model Centre"},
                                       "KZ-71",
                                       ""});
  log.byTwo(ledger::ProgrammeDefine{s::kProgramme, s::kOffice, "taza-alem", {"Таза әлем", "Таза әлем", "Taza Alem"}});
  log.submit(person(11));
  log.add(ledger::ProjectStart{s::kProject,
                               s::kProgramme,
                               s::kOrganisation,
                               "KZ-71",
                               day("2026-01-01"),
                               day("2026-12-31"),
                               {"Бақ", "Сад", "Garden"}});
  log.add(ledger::ActivitySchedule{s::kActivity, s::kProject, ledger::ActivityKind::kEvent, "710000000",
                                   on("2026-03-01"), on("2026-10-01")});
  log.add(ledger::ShiftOpen{s::kShift, s::kActivity, "gardener", on("2026-03-01"), on("2026-03-02"), 1, 20});
}

ledger::HoursClaim claimOf(std::uint8_t number, ledger::PersonId volunteer, const std::string& day, int minutes) {
  ledger::HoursClaim claim;
  claim.hours = subject(number);
  claim.volunteer = volunteer;
  claim.activity = s::kActivity;
  claim.occurred_at = on(day);
  claim.minutes = Minutes{minutes};
  claim.role = "gardener";
  return claim;
}

ledger::HoursAttest attestOf(std::uint8_t number, const std::string& day, int minutes) {
  ledger::HoursAttest attest;
  attest.hours = subject(number);
  attest.minutes = Minutes{minutes};
  attest.occurred_at = on(day);
  return attest;
}

void addHours(MadeLog& log) {
  log.submit(s::kVolunteer);
  log.add(claimOf(20, s::kVolunteer, "2026-03-01", 240));
  log.add(claimOf(21, s::kVolunteer, "2026-03-02", 780), {ledger::Flag::kOverDayLimit});
  log.add(claimOf(22, s::kVolunteer, "2026-03-03", 120));
  log.add(claimOf(23, s::kVolunteer, "2026-03-04", 60));
  log.add(claimOf(24, s::kVolunteer, "2026-03-05", 90));
  log.add(claimOf(25, s::kVolunteer, "2026-03-06", 30));
  log.submit(s::kOtherVolunteer);
  log.add(claimOf(26, s::kOtherVolunteer, "2026-03-01", 200));
  log.submit(s::kAttestor);
  log.add(attestOf(20, "2026-03-07", 240));
  log.add(attestOf(21, "2026-03-07", 780), {ledger::Flag::kOverDayLimit, ledger::Flag::kAttestedLate});
  auto partial = attestOf(22, "2026-03-07", 100);
  partial.reason = ledger::HoursReason::kLeftEarly;
  log.add(partial);
  log.add(attestOf(26, "2026-03-07", 200));
  log.add(ledger::HoursReject{subject(23), ledger::HoursReason::kNotPresent, on("2026-03-07")});
  log.add(attestOf(24, "2026-03-07", 90));
  log.submit(person(4));
  log.add(ledger::HoursDispute{subject(21), ledger::HoursReason::kArithmetic, on("2026-03-08")});
  log.submit(s::kAttestor);
  log.add(ledger::HoursVoid{subject(24), ledger::HoursReason::kDuplicate, on("2026-03-09")});
  // A rise: proposed by one attestor, in effect with the second.
  log.byTwo(ledger::HoursCorrect{subject(22), Minutes{110}, ledger::HoursReason::kArithmetic, on("2026-03-10")});
}

void addGrant(MadeLog& log) {
  ledger::GrantAward award;
  award.grant = s::kGrant;
  award.number = "SG-2026-0147";
  award.title = "Саябақтағы көктемгі сенбілік";
  award.funder = s::kFunder;
  award.grantee = s::kOrganisation;
  award.programme = s::kProgramme;
  award.region = "KZ-71";
  award.amount = tenge(300'000);
  award.occurred_at = on("2026-03-10");
  log.byTwo(award);
  ledger::AgreementSign agreement;
  agreement.grant = s::kGrant;
  agreement.number = "A-147";
  agreement.lines = {{"materials", ledger::CostType::kMaterials, 20'000'000},
                     {"transport", ledger::CostType::kTransport, 10'000'000}};
  agreement.tranches = {{1, 20'000'000, day("2026-03-20")}, {2, 10'000'000, day("2026-06-20")}};
  agreement.eligible_from = day("2026-03-15");
  agreement.eligible_to = day("2026-09-30");
  agreement.occurred_at = on("2026-03-12");
  log.byTwo(agreement);
  log.byTwo(ledger::TrancheApprove{s::kGrant, 1, on("2026-03-15")});
  log.submit(person(12));
  log.add(ledger::TrancheDisburse{s::kGrant, subject(30), 1, tenge(200'000), "PAY-1", on("2026-03-16")});
  log.submit(person(13));
  log.add(ledger::DisbursementConfirm{s::kGrant, subject(30), on("2026-03-17")});
  log.add(expenditure(31, "materials", 120'000, "2026-03-20"));
  log.add(expenditure(32, "materials", 30'000, "2026-03-22"));
  log.add(expenditure(33, "transport", 25'000, "2026-03-25"));
  log.add(ledger::ExpenditureReverse{s::kGrant, subject(34), subject(31), tenge(20'000), digest(34),
                                     ledger::ExpenditureReason::kReturnedGoods, on("2026-03-27")});
  log.add(ledger::ExpenditureReverse{s::kGrant,
                                     subject(35),
                                     {},
                                     tenge(1'000),
                                     digest(35),
                                     ledger::ExpenditureReason::kReturnedGoods,
                                     on("2026-03-28")});
  log.add(ledger::InterestRecord{s::kGrant, tenge(500), digest(36), on("2026-03-29")});
  log.submit(person(14));
  log.add(ledger::ExpenditureVerify{s::kGrant, subject(31), on("2026-04-01")});
  log.add(ledger::ExpenditureDisallow{s::kGrant, subject(32), tenge(10'000), ledger::ExpenditureReason::kOutsideBudget,
                                      on("2026-04-01")});
  log.add(ledger::ExpenditureQuery{s::kGrant, subject(33), ledger::ExpenditureReason::kUnreadable, on("2026-04-01")});
  log.submit(person(12));
  log.add(ledger::DisbursementReverse{s::kGrant, subject(30), tenge(5'000), "PAY-2", on("2026-04-02")});
  log.submit(person(13));
  log.add(ledger::RefundSend{s::kGrant, subject(37), tenge(10'000), "PAY-3", on("2026-04-03")});
}

void addImports(MadeLog& log) {
  log.submit(person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportRecord{s::kBatch, 0, digest(1), digest(2), 0, 2});
  log.add(claimOf(40, s::kOtherVolunteer, "2026-04-01", 55));
  log.add(ledger::AttendanceSummarise{s::kShift, ledger::AttendanceState::kCompleted, 12, Minutes{1440}});
  log.submit(person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportRecord{s::kVoidedBatch, 0, digest(3), digest(2), 0, 3});
  log.add(claimOf(41, s::kOtherVolunteer, "2026-04-02", 77));
  log.add(ledger::AttendanceSummarise{s::kShift, ledger::AttendanceState::kCompleted, 5, Minutes{300}});
  auto spent = expenditure(42, "transport", 2'000, "2026-04-05");
  log.add(spent);
  log.add(ledger::ExpenditureReverse{s::kGrant, subject(43), subject(42), tenge(500), digest(43),
                                     ledger::ExpenditureReason::kReturnedGoods, on("2026-04-06")});
  log.add(ledger::ExpenditureReverse{s::kGrant, subject(44), subject(33), tenge(5'000), digest(44),
                                     ledger::ExpenditureReason::kReturnedGoods, on("2026-04-06")});
  log.submit(person(15), ledger::Assurance::kImported);
  log.add(ledger::ImportVoid{s::kVoidedBatch, on("2026-04-07")});
}

MadeLog sampleLog() {
  MadeLog log;
  addFounding(log);
  addPlaces(log);
  addHours(log);
  addGrant(log);
  addImports(log);
  return log;
}

}  // namespace tests
