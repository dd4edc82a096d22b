// A student in the sample log, with the shipped student credit and service of every sort.
#pragma once

#include "projections/report/credit_report.h"
#include "tests/ledger/policies/shipped_policies.h"
#include "tests/projections/sample_log.h"

namespace tests {

inline const ledger::PersonId kStudent = person(60);
inline constexpr int kShiftMinutes = 360;

// The sample log, the student credit in force in it, its organisation verified, and a student without service.
struct CreditLog {
  CreditLog() {
    document = log.propose(student);
    log.endorse(document, person(202));
    log.submit(person(10));
    log.add(ledger::PersonRegister{
        kStudent, sample::kOffice, "KZ-71", ledger::AgeBand::kFrom18to35, ledger::AgeBasis::kDeclared, {}});
    log.add(ledger::OrganisationVerify{sample::kOrganisation, "sample-register", digest(61), on("2026-03-01")});
  }

  ledger::HoursClaim claim(const std::string& day, int minutes) { return claimOf(next++, kStudent, day, minutes); }
  // In effect at once.
  ledger::CreditUse serve(const ledger::HoursClaim& made) {
    log.submit(kStudent);
    log.add(made);
    log.submit(sample::kAttestor);
    ledger::HoursAttest attest;
    attest.hours = made.hours;
    attest.minutes = made.minutes;
    attest.occurred_at = on("2026-06-01");
    log.add(attest);
    return {made.hours, made.minutes};
  }
  // Six hours a day from the first of the month on, and the rest on the next.
  std::vector<ledger::CreditUse> serve(int minutes, const std::string& month = "2026-03") {
    std::vector<ledger::CreditUse> uses;
    for (int number = 1; minutes > 0; ++number, minutes -= kShiftMinutes) {
      const std::string day = month + (number < 10 ? "-0" : "-") + std::to_string(number);
      uses.push_back(serve(claim(day, std::min(minutes, kShiftMinutes))));
    }
    return uses;
  }
  ledger::CreditGrant grant(std::uint32_t credits, std::int64_t whole, std::vector<ledger::CreditUse> used) {
    ledger::CreditGrant made;
    made.credit = subject(next++);
    made.person = kStudent;
    made.organisation = sample::kOrganisation;
    made.credit_policy = student.policy;
    made.day = *ledger::parseDay("2026-03-31");
    made.age_band = ledger::AgeBand::kFrom18to35;
    made.credits = credits;
    made.voucher = tenge(whole);
    made.used = std::move(used);
    made.occurred_at = on("2026-06-02");
    log.submit(person(11));
    log.addUnder(document, made);
    return made;
  }
  projections::CreditAsk ask() const { return {kStudent, student.policy, *ledger::parseDay("2026-06-30"), 0}; }

  ledger::PolicyPublish student = shippedPolicy("kz_social_student_credit");
  MadeLog log = sampleLog();
  ledger::Position document = 0;
  std::uint8_t next = 100;
};

}  // namespace tests
