#include "tests/audit/rules/hours_world.h"

#include <algorithm>

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

SubjectId HoursWorld::scheduled(std::int64_t minutes, const std::string& place) {
  const SubjectId made = subject();
  say(*attestor, ActivitySchedule{made, project, ActivityKind::kEvent, place, now(), ago(-minutes)}, kScopedClass);
  return made;
}

SubjectId HoursWorld::scheduledIn(const SubjectId& project_of, std::int64_t minutes) {
  const SubjectId made = subject();
  say(*attestor, ActivitySchedule{made, project_of, ActivityKind::kEvent, "", now(), ago(-minutes)}, kScopedClass);
  return made;
}

HoursClaim HoursWorld::claiming(const Actor& who, const SubjectId& where, std::int64_t ago_minutes,
                                std::int64_t minutes) {
  if (std::ranges::none_of(known_, [&](const Actor& one) { return one.person == who.person; })) known_.push_back(who);
  HoursClaim claim;
  claim.hours = subject();
  claim.volunteer = who.person;
  claim.activity = where;
  claim.occurred_at = ago(ago_minutes);
  claim.until = ago(ago_minutes - minutes);
  claim.minutes = Minutes(minutes);
  claim.role = "helper";
  claim.split = true;
  return claim;
}

HoursAttest HoursWorld::attesting(const HoursClaim& claim, const Attesting& change) {
  HoursAttest attest{claim.hours, claim.minutes, AttestationMethod::kPresent, HoursReason::kNone, now()};
  if (change) change(attest);
  return attest;
}

Actor HoursWorld::actorOf(const PersonId& person) {
  return *std::ranges::find_if(known_, [&](const Actor& one) { return one.person == person; });
}

SubjectId HoursWorld::serve(const HoursClaim& claim, const Attesting& change) {
  say(actorOf(claim.volunteer), claim, kPrivateClass);
  say(*attestor, attesting(claim, change), kPrivateClass);
  return claim.hours;
}

std::vector<Act> HoursWorld::servedBefore(const HoursClaim& claim, const Actor& who_attests, const Attesting& change) {
  return {personal(actorOf(claim.volunteer), claim), personal(who_attests, attesting(claim, change))};
}

std::vector<Act> HoursWorld::served(const HoursClaim& claim, const Attesting& change) {
  return servedBefore(claim, *attestor, change);
}

std::vector<Act> HoursWorld::servedAll(const std::vector<HoursClaim>& claims) {
  std::vector<Act> all;
  for (const HoursClaim& claim : claims) all = joined(std::move(all), served(claim));
  return all;
}

void HoursWorld::importHours(const std::vector<HoursClaim>& claims) {
  import(subject(), {claims.begin(), claims.end()}, kPrivateClass);
}

}  // namespace audit::tests
