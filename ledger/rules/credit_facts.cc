#include "ledger/rules/credit_facts.h"

#include "ledger/rules/hours.h"
#include "ledger/rules/hours_index.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/verification.h"

namespace ledger {
namespace {

CreditFact factOf(const State& state, const SubjectId& id, const HoursRecord& hours) {
  CreditFact fact;
  fact.hours = id;
  fact.entry = hours.claimed_by;
  fact.day = hours.occurred_at.civilDay();
  fact.minutes = hours.standing;
  fact.state = hours.state;
  fact.time_basis = hours.time_basis;
  fact.activity = state.activities.find(hours.activity)->kind;
  fact.age_band = hours.age_band;
  fact.role = hours.role;
  fact.unconfirmed = hours.assurance == Assurance::kAssisted && !hours.confirmed;
  fact.unverified = !isVerified(state, organisationOf(state, hours.activity), fact.day);
  return fact;
}

}  // namespace

std::optional<CreditFact> creditFactOf(const State& state, const SubjectId& hours) {
  const auto* record = state.hours.find(hours);
  if (record == nullptr) return std::nullopt;
  return factOf(state, hours, *record);
}

std::vector<CreditFact> creditFactsOf(const State& state, const PersonId& person) {
  std::vector<CreditFact> facts;
  eachProfile(state, person, [&](const PersonId& profile) {
    eachHoursOf(state, profile,
                [&](const SubjectId& id, const HoursRecord& hours) { facts.push_back(factOf(state, id, hours)); });
  });
  return facts;
}

}  // namespace ledger
