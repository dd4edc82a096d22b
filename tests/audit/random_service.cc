// What service is besides unpaid, at random: paid time of employers, assignments with a stipend, trainings; guardians,
// profiles that are joined, and organisations that are verified.
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;

// Mostly of an employer whose days are now.
void RandomHistory::payFor(HoursClaim& claim) {
  claim.time_basis = chance(92) ? TimeBasis::kPaidWorkTime : static_cast<TimeBasis>(below(kEnumerants<TimeBasis>));
  if (chance(85)) claim.employment = life(StreamRole::kEmployment);
}

CommandBody RandomHistory::ofTerms() {
  const CivilDay today = world.now().civilDay();
  const auto few_days = [&] { return static_cast<CivilDay>(below(3)); };
  const auto earlier = [&] { return world.ago(static_cast<std::int64_t>(below(3000))); };
  const SubjectId organisation = chance(85) ? world.grantee : world.funder;
  switch (below(12)) {
    case 0:
      return EmployerProgrammeAgree{world.subject(),
                                    organisation,
                                    minutes(20 + static_cast<std::int64_t>(below(40))),
                                    today - few_days(),
                                    chance(60) ? 0 : today + few_days(),
                                    world.digest()};
    case 1:
    case 2: {
      AssignmentOffer offer{
          world.subject(), one(volunteers_), organisation, "KE", today - few_days(), today + few_days(), {}};
      if (chance(80)) offer.stipend = amount(30);
      return offer;
    }
    case 3:
    case 4:
      return AssignmentAccept{life(StreamRole::kAssignment), recent()};
    case 5:
    case 6:
      return AssignmentStart{life(StreamRole::kAssignment), chance(50) ? world.now() : earlier()};
    case 7:
      return AssignmentExtend{life(StreamRole::kAssignment), today + few_days(), recent()};
    case 8:
      if (chance(50)) return AssignmentComplete{life(StreamRole::kAssignment), world.digest(), recent()};
      return AssignmentTerminate{life(StreamRole::kAssignment), EndReason::kOther, recent()};
    case 9:
      return GuardianConsentRecord{world.subject(),    one(volunteers_),   one(people_).person,
                                   today - few_days(), today + few_days(), world.digest()};
    case 10:
      return ProfilesMerge{one(volunteers_), chance(80) ? volunteers_.back() : one(volunteers_), world.digest(),
                           recent()};
    default:
      return OrganisationVerify{organisation, "registry", world.digest(), chance(50) ? world.now() : earlier()};
  }
}

// Who stays of all the profiles that were joined with this one.
PersonId RandomHistory::stayed(const PersonId& person) const {
  const auto found = merged_.find(person);
  return found == merged_.end() ? person : stayed(found->second);
}

// Of what took effect.
void RandomHistory::rememberTerms(const CommandBody& body) {
  if (const auto* c = body.as<ProfilesMerge>()) {
    merged_[c->absorbed] = c->person;
    if (volunteers_.size() > 2) std::erase(volunteers_, c->absorbed);
  }
  const auto* verified = body.as<OrganisationVerify>();
  if (verified != nullptr && verified->organisation == world.grantee)
    verified_from_ =
        std::min(verified_from_.value_or(verified->occurred_at.civilDay()), verified->occurred_at.civilDay());
}

}  // namespace audit::tests
