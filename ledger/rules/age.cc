#include "ledger/rules/age.h"

#include <algorithm>

#include "ledger/rules/lifecycle.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

const AgeRule* ageRuleOf(const State& state, AgeBand band, CivilDay day) {
  const auto* record = policyOn(state, PolicyKind::kAgeRules, day);
  if (record == nullptr) return nullptr;
  const auto& rules = record->policy.age_rules->rules;
  const auto found = std::ranges::find(rules, band, &AgeRule::age_band);
  return found == rules.end() ? nullptr : &*found;
}

Result<void> checkConsent(const State& state, const PersonId& volunteer, CivilDay day) {
  const auto* guardianships = state.guardianships.find(volunteer);
  const bool covered = guardianships != nullptr && std::ranges::any_of(*guardianships, [&](const Guardianship& one) {
                         const auto now = stateOf(state, StreamRole::kGuardianship, one.id);
                         return one.days.cover(day) && now == traitsOf(Kind::kGuardianConsentRecord).to;
                       });
  if (covered) return {};
  return refuse("GUARDIAN_CONSENT_MISSING", "person " + volunteer.text() + " serves on " + dayText(day) +
                                                " at an age that asks for a guardian's consent, and none is recorded "
                                                "that covers the day");
}

std::string clockText(std::uint16_t minute) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minute / 60) + ":" + two(minute % 60);
}

}  // namespace

bool touchesNight(const AgeRule& rule, const Instant& from, UtcMs to) {
  if (rule.night_from == rule.night_to) return false;
  const UtcMs shift = from.offset_minutes * kMsPerMinute;
  const UtcMs starts = from.utc_ms + shift, ends = to + shift;
  if (ends - starts >= kMsPerDay) return true;
  const UtcMs length = ((rule.night_to - rule.night_from + 1440) % 1440) * kMsPerMinute;
  // The nights that begin on the day before the service, on its day and on the next.
  for (CivilDay day = from.civilDay() - 1; day <= from.civilDay() + 1; ++day) {
    const UtcMs night = UtcMs{day} * kMsPerDay + rule.night_from * kMsPerMinute;
    if (starts < night + length && night < ends) return true;
  }
  return false;
}

Result<void> checkAge(const State& state, const HoursClaim& command, const Context& context) {
  if (context.rules < kRules3 || context.imported()) return {};
  const CivilDay day = command.occurred_at.civilDay();
  const AgeBand band = state.persons.find(command.volunteer)->age_band;
  const AgeRule* rule = ageRuleOf(state, band, day);
  if (rule == nullptr) return {};
  if (rule->guardian_consent) ASAR_TRY(checkConsent(state, command.volunteer, day));
  const UtcMs ends =
      command.until ? command.until->utc_ms : command.occurred_at.utc_ms + command.minutes.count() * kMsPerMinute;
  if (touchesNight(*rule, command.occurred_at, ends)) {
    return refuse("NIGHT_SERVICE", "from " + clockText(rule->night_from) + " to " + clockText(rule->night_to) +
                                       " nobody of the age band " + std::string(nameOf(band)) +
                                       " serves; the service was from " + command.occurred_at.text() + " to " +
                                       Instant{ends, command.occurred_at.offset_minutes}.text());
  }
  if (std::ranges::find(rule->roles_excluded, command.role, &ExcludedRole::role) == rule->roles_excluded.end())
    return {};
  return refuse("ROLE_EXCLUDED", "the role " + command.role + " is not for the age band " + std::string(nameOf(band)));
}

Result<void> checkSupervised(const State& state, const HoursRecord& hours, AttestationMethod method,
                             const Context& context) {
  if (context.rules < kRules3 || method == AttestationMethod::kPresent) return {};
  const AgeBand band = hours.age_band;
  const AgeRule* rule = ageRuleOf(state, band, hours.occurred_at.civilDay());
  if (rule == nullptr || !rule->supervised) return {};
  return refuse("SUPERVISOR_MISSING", "the age band " + std::string(nameOf(band)) +
                                          " serves supervised: who attests was present, and not by the method " +
                                          std::string(nameOf(method)));
}

}  // namespace ledger
