#include "audit/replay/age_rules.h"

#include <algorithm>

#include "audit/replay/personal.h"
#include "audit/replay/policy_documents.h"

namespace audit {
namespace {

std::optional<schema::AgeRule::Reader> ruleFor(const State& state, const Hours& hours) {
  const Policy* policy = policyOn(state, schema::PolicyKind::AGE_RULES, civilDay(hours.occurred));
  if (policy == nullptr) return std::nullopt;
  for (const auto rule : policy->document().getAgeRules().getRules()) {
    if (rule.getAgeBand() == hours.age_band) return rule;
  }
  return std::nullopt;
}

bool isGuarded(const State& state, const Hours& hours) {
  const std::int64_t day = civilDay(hours.occurred);
  return std::ranges::any_of(listOf(state.guardianships_of, hours.volunteer), [&](const Guardianship& one) {
    return isIn(state, one.id, "given") && one.days.cover(day);
  });
}

// Whether a part of the service lies in the hours of the night; both in milliseconds of local time.
bool touchesNight(schema::AgeRule::Reader rule, const Hours& hours) {
  const std::int64_t night_from = rule.getNightFrom() * kMinuteMs;
  std::int64_t night_to = rule.getNightTo() * kMinuteMs;
  if (night_from == night_to) return false;
  if (night_to < night_from) night_to += kDayMs;
  const std::int64_t begins = saturated(hours.occurred.ms, hours.occurred.offset_minutes * kMinuteMs);
  const std::int64_t length = hours.until ? saturated(hours.until->ms, -hours.occurred.ms) : hours.claimed * kMinuteMs;
  if (length >= kDayMs) return true;
  const std::int64_t into_day = (begins % kDayMs + kDayMs) % kDayMs;
  // The nights that began the day before, that day, and the day after.
  for (const std::int64_t shift : {-kDayMs, std::int64_t{0}, kDayMs}) {
    if (into_day < night_to + shift && night_from + shift < into_day + length) return true;
  }
  return false;
}

bool isExcluded(schema::AgeRule::Reader rule, const std::string& role) {
  return !allOf(rule.getRolesExcluded(), [&](auto one) { return stringOf(one.getRole()) != role; });
}

Refusal judgeBand(const State& state, const Case& c, schema::AgeBandSet::Reader command) {
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return kUnknownSubject;
  if (c.concerns(idOf(command.getPerson()))) return {"SAME_PERSON", "nobody sets her own age band"};
  const auto commitments = command.getCommitments();
  const bool same = person->age_band == command.getAgeBand() && person->age_basis == command.getAgeBasis();
  if (same && commitments.size() == 0) return {"NO_CHANGE", "the person has that age band, on that basis"};
  if (const auto refusal = judgeCommitments(state, idOf(command.getPerson()), commitments, /*of_age=*/true))
    return refusal;
  // Whatever it commits to gives an age.
  const bool unproved = command.getAgeBasis() == schema::AgeBasis::VAULT && commitments.size() == 0;
  return unproved ? Refusal{"AGE_UNPROVED", "it commits to nothing that gives the age it says was compared"}
                  : Refusal{};
}

}  // namespace

Refusal judgeServiceAtAge(const State& state, const Case& c, const Hours& hours) {
  if (c.rules < kVersionThree || hours.imported) return {};
  const auto rule = ruleFor(state, hours);
  if (!rule) return {};
  if (rule->getGuardianConsent() && !isGuarded(state, hours))
    return {"GUARDIAN_CONSENT_MISSING", "at that age a guardian has to have agreed to the service of that day"};
  if (touchesNight(*rule, hours)) return {"NIGHT_SERVICE", "at that age nobody serves in the hours of the night"};
  if (isExcluded(*rule, hours.role)) return {"ROLE_EXCLUDED", "at that age nobody serves in that role"};
  return {};
}

Refusal judgeSupervision(const State& state, const Case& c, const Hours& hours, schema::AttestationMethod method) {
  if (c.rules < kVersionThree || hours.imported || method == schema::AttestationMethod::PRESENT) return {};
  const auto rule = ruleFor(state, hours);
  if (!rule || !rule->getSupervised()) return {};
  return {"SUPERVISOR_MISSING", "at that age only who was present attests"};
}

Refusal judgeAge(const State& state, const Case& c, schema::Command::Reader command) {
  return command.isAgeBandSet() ? judgeBand(state, c, command.getAgeBandSet()) : Refusal{};
}

void applyAge(State& state, const Case&, schema::Command::Reader command) {
  if (command.isAgeBandSet()) {
    const auto set = command.getAgeBandSet();
    if (Person* person = find(state.persons, idOf(set.getPerson()))) {
      person->age_band = set.getAgeBand();
      person->age_basis = set.getAgeBasis();
    }
  }
  if (command.isGuardianConsentRecord()) {
    const auto given = command.getGuardianConsentRecord();
    state.guardianships_of[idOf(given.getPerson())].push_back(
        {idOf(given.getGuardianship()), idOf(given.getGuardian()), {given.getFrom(), given.getTo()}});
  }
}

}  // namespace audit
