#include "ledger/rules/profiles.h"

#include "ledger/base/limits.h"
#include "ledger/rules/hours_day.h"
#include "ledger/rules/hours_index.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

// Whether a standing entry of one profile fits beside what stands of the other person's.
Result<void> checkBeside(const State& state, const ProfilesMerge& command, const SubjectId& id,
                         const HoursRecord& hours) {
  if (hours.standing == Minutes{0}) return {};
  const Service service{hours.occurred_at, hours.until, hours.standing};
  for (const DayShare& share : sharesOf(service)) {
    const Minutes both = standingOn(state, command.person, share.day) + standingOn(state, command.absorbed, share.day);
    if (both <= Minutes{limits::kMinutesPerDay}) continue;
    return refuse("DAY_OVER_1440", "on " + dayText(share.day) + " the two profiles have " +
                                       std::to_string(both.count()) +
                                       " min together; a day has 1440: void what was recorded twice");
  }
  return checkOverlap(state, command.person, service, id);
}

}  // namespace

PersonId survivorOf(const State& state, const PersonId& person) {
  const auto* survivor = state.absorbed_by.find(person);
  return survivor == nullptr ? person : *survivor;
}

bool isSamePerson(const State& state, const PersonId& one, const PersonId& other) {
  return !one.isNone() && (one == other || survivorOf(state, one) == survivorOf(state, other));
}

Result<void> checkJoined(const State& state, const ProfilesMerge& command, const Context& context) {
  if (context.rules < kRules3) return {};
  Result<void> result;
  eachProfile(state, command.absorbed, [&](const PersonId& profile) {
    eachHoursOf(state, profile, [&](const SubjectId& id, const HoursRecord& hours) {
      if (result) result = checkBeside(state, command, id, hours);
    });
  });
  return result;
}

void evolve(State& state, const ProfilesMerge& command, const Context& context) {
  if (context.rules < kRules3) return;
  std::vector<PersonId> joined;
  eachProfile(state, command.absorbed, [&](const PersonId& profile) { joined.push_back(profile); });
  for (const PersonId& profile : joined) {
    state.absorbed_by.edit(profile) = command.person;
    state.absorbed.edit(command.person).push_back(profile);
  }
}

}  // namespace ledger
