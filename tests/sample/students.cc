#include "tests/sample/students.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::size_t kThursday = 3;
constexpr Minutes kStudentsDay{300};
constexpr Minutes kMinorsDay{120};

}  // namespace

void Students::week(std::size_t week) {
  if (week == 29) enrol();
  if (week == 31) serve(30);
  if (week == 32) credit();
}

void Students::enrol() {
  minor_ = year_.random_.id<PersonId>();
  year_.registerPersons(host().region, {{&student_, AgeBand::kFrom18to35}});
  const CivilDay today = year_.now().civilDay();
  year_.submit(clerk(),
               {PersonRegister{minor_,
                               year_.cast_.offices[host().region],
                               std::string(kRegionTable[host().region].code),
                               AgeBand::kFrom14to15,
                               {},
                               {}},
                GuardianConsentRecord{year_.newId(), minor_, student_.person, today, today + 90, year_.document()}});
}

std::vector<CommandBody> Students::claims(const PersonId& person, std::size_t week, std::size_t days, Minutes each) {
  std::vector<CommandBody> bodies;
  for (std::size_t day = kThursday; day < kThursday + days; ++day) {
    HoursClaim claim;
    claim.hours = year_.newId();
    claim.volunteer = person;
    claim.activity = host().activities[week];
    claim.occurred_at = {midnight(week, day) + 10 * 60 * kMsPerMinute, kOffset};
    claim.until = Instant{claim.occurred_at.utc_ms + each.count() * kMsPerMinute, kOffset};
    claim.minutes = each;
    claim.role = "assistant";
    bodies.emplace_back(claim);
  }
  return bodies;
}

void Students::serve(std::size_t week) {
  const auto students = claims(student_.person, week, 4, kStudentsDay);
  const auto minors = claims(minor_, week, 2, kMinorsDay);
  year_.submit(student_, students);
  year_.submit(clerk(), minors, Assurance::kAssisted);
  std::vector<CommandBody> attestations;
  for (const auto* bodies : {&students, &minors}) {
    for (const CommandBody& body : *bodies) {
      const auto& claim = body.get<HoursClaim>();
      attestations.emplace_back(
          HoursAttest{claim.hours, claim.minutes, AttestationMethod::kPresent, HoursReason::kNone, year_.now()});
      if (claim.volunteer == student_.person) used_.push_back({claim.hours, claim.minutes});
    }
  }
  year_.submit(host().attestor1, attestations);
}

// Granted, taken back for an error in the paper, and granted again.
void Students::credit() {
  const auto grant = [&] {
    const Instant now = year_.now();
    CreditGrant made;
    made.credit = year_.newId();
    made.person = student_.person;
    made.organisation = host().id;
    made.credit_policy = year_.credit_policy_;
    made.day = now.civilDay();
    made.age_band = AgeBand::kFrom18to35;
    made.credits = 2;
    made.voucher = Money{2'000'000, *Currency::parse("KZT")};
    made.used = used_;
    made.occurred_at = now;
    year_.submit(host().officer, {made});
    return made.credit;
  };
  const SubjectId first = grant();
  year_.submit(host().officer, {CreditReverse{first, ReversalReason::kError, year_.document(), year_.now()}});
  grant();
}

}  // namespace sample
