// H12: minors at night, in a dangerous role, or without a guardian's consent.
#include <algorithm>

#include "audit/replay/policy_documents.h"
#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

using schema::AgeBand;

constexpr InThree kMinorAtNight{"Кәмелетке толмаған түнде қызмет еткен: {0} – {1}.",
                                "Несовершеннолетний служил ночью: {0} – {1}.", "A minor served at night: {0} to {1}."};
constexpr InThree kMinorInRole{"Кәмелетке толмаған бұл жаста тыйым салынған рөлде: {0}.",
                               "Несовершеннолетний в роли, запрещённой в этом возрасте: {0}.",
                               "A minor served in a role that is excluded at that age: {0}."};
constexpr InThree kNoConsent{"{0} күнгі қызметке заңды өкілдің келісімі болмаған.",
                             "На службу {0} не было согласия законного представителя.",
                             "No guardian had agreed to the service on {0}."};
constexpr InThree kAgeUnknown{"жасы белгісіз волонтёрлердің жазбалары: {0}",
                              "записи волонтёров неизвестного возраста: {0}",
                              "entries of volunteers whose age is not known: {0}"};
constexpr InThree kNoHazards{"қауіпті рөлдер: ageRules саясаты жоқ", "опасные роли: нет политики ageRules",
                             "dangerous roles: there is no policy ageRules"};

struct MinorRule {
  bool consent = true;
  std::int64_t night_from = 0;
  std::int64_t night_to = 0;
  bool role_excluded = false;
};

bool isMinor(AgeBand band) {
  return band == AgeBand::UNDER14 || band == AgeBand::FROM14TO15 || band == AgeBand::FROM16TO17;
}

// That of the policy for the age; the rule's own where none speaks of it.
MinorRule ruleForMinor(const Run& run, const Served& served) {
  MinorRule rule{true, run.parameter("from"), run.parameter("to"), false};
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::AGE_RULES, served.day());
  if (policy == nullptr) return rule;
  for (const auto one : policy->document().getAgeRules().getRules()) {
    if (one.getAgeBand() != served.hours->age_band) continue;
    rule = {one.getGuardianConsent(), one.getNightFrom(), one.getNightTo(), false};
    for (const auto role : one.getRolesExcluded())
      rule.role_excluded = rule.role_excluded || stringOf(role.getRole()) == served.hours->role;
  }
  return rule;
}

// Entries that tell a day alone begin at midnight and have no end.
bool isNightService(const MinorRule& rule, const Hours& hours) {
  const std::int64_t begins = kDayMinutes - minutesLeftOfDay(hours.occurred);
  if (rule.night_from == rule.night_to || (!hours.until && begins == 0)) return false;
  const std::int64_t length = hours.until ? (hours.until->ms - hours.occurred.ms) / kMinuteMs : hours.standing;
  const std::int64_t night_to = rule.night_to < rule.night_from ? rule.night_to + kDayMinutes : rule.night_to;
  if (length >= kDayMinutes) return true;
  for (const std::int64_t shift : {-kDayMinutes, std::int64_t{0}, kDayMinutes}) {
    if (begins < night_to + shift && rule.night_from + shift < begins + length) return true;
  }
  return false;
}

// At the claim; or by a consent that was recorded later and holds.
bool hasConsent(const Run& run, const Served& served) {
  return served.fact->guarded ||
         std::ranges::any_of(listOf(run.state().guardianships_of, served.hours->volunteer),
                             [&](const Guardianship& one) {
                               return isIn(run.state(), one.id, "given") && one.days.cover(served.day());
                             });
}

}  // namespace

void checkH12(Run& run) {
  std::uint64_t unknown = 0;
  bool policy_missing = false;
  for (const Served& served : standingHours(run)) {
    const AgeBand band = served.hours->age_band;
    if (band == AgeBand::UNKNOWN) ++unknown;
    if (!isMinor(band)) continue;
    run.look();
    policy_missing = policy_missing || policyOn(run.state(), schema::PolicyKind::AGE_RULES, served.day()) == nullptr;
    const MinorRule rule = ruleForMinor(run, served);
    const Subject person{"person", served.hours->volunteer};
    if (isNightService(rule, *served.hours)) {
      Moment end = served.hours->end();
      if (!served.hours->until) end.ms = saturated(end.ms, served.minutes() * kMinuteMs);
      run.raise(raisedAbout(person, {served}, {kMinorAtNight, {momentTold(served.hours->occurred), momentTold(end)}}));
    }
    if (rule.role_excluded) run.raise(raisedAbout(person, {served}, {kMinorInRole, {textTold(served.hours->role)}}));
    if (rule.consent && !hasConsent(run, served))
      run.raise(raisedAbout(person, {served}, {kNoConsent, {dayTold(served.day())}}));
  }
  if (unknown != 0) run.lacks({kAgeUnknown, {countTold(unknown)}});
  if (policy_missing) run.lacks({kNoHazards});
}

}  // namespace audit
