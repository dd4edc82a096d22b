#include "audit/replay/credits.h"

#include <algorithm>

#include "audit/replay/credit.h"
#include "audit/replay/policy_documents.h"
#include "audit/replay/profiles.h"
#include "audit/replay/voices.h"

namespace audit {
namespace {

// Those that stand of a person, in whichever of her profiles.
std::vector<const Credit*> creditsOf(const State& state, const Id& person) {
  std::vector<const Credit*> credits;
  for (const Id& profile : profilesOf(state, person)) {
    for (const Credit& credit : listOf(state.credits_of, profile)) {
      if (isIn(state, credit.id, "granted")) credits.push_back(&credit);
    }
  }
  return credits;
}

// Entries used by credits of her that stand under other rules which share no minute with these.
IdSet takenBefore(const State& state, schema::CreditGrant::Reader command, const std::string& double_use) {
  IdSet taken;
  for (const Credit* credit : creditsOf(state, idOf(command.getPerson()))) {
    if (credit->policy == idOf(command.getCreditPolicy()) || credit->double_use != double_use) continue;
    taken.insert(credit->used.begin(), credit->used.end());
  }
  return taken;
}

Service serviceOf(const State& state, const Id& id, const Hours& hours) {
  Service service{id, &hours};
  if (const Activity* activity = find(state.activities, hours.activity)) service.activity = activity->kind;
  if (const auto* day = find(state.verified_from, organisationOfActivity(state, hours.activity)))
    service.verified_from = *day;
  return service;
}

std::vector<Service> servicesOf(const State& state, const Id& person, const IdSet& but_for) {
  std::vector<Service> services;
  for (const Id& profile : profilesOf(state, person)) {
    for (const Id& id : listOf(state.hours_of, profile)) {
      const Hours* hours = find(state.hours, id);
      if (hours != nullptr && !but_for.contains(id)) services.push_back(serviceOf(state, id, *hours));
    }
  }
  return services;
}

// It used an entry of a day in that window, whenever it was granted and for whatever day.
bool usedWithin(const State& state, const Credit& credit, const Window& window) {
  return std::ranges::any_of(credit.used, [&](const Id& id) {
    const Hours* hours = find(state.hours, id);
    return hours != nullptr && window.holds(civilDay(hours->occurred));
  });
}

// What credits under the same policy gave for service of that window is taken off.
void takeOff(const State& state, schema::CreditGrant::Reader command, const Window& window, Earned& earned) {
  for (const Credit* credit : creditsOf(state, idOf(command.getPerson()))) {
    if (credit->policy != idOf(command.getCreditPolicy()) || !usedWithin(state, *credit, window)) continue;
    earned.credits = std::max<std::int64_t>(0, earned.credits - credit->credits);
    if (credit->currency == earned.currency)
      earned.voucher = std::max<std::int64_t>(0, earned.voucher - credit->voucher);
  }
}

bool isSame(const Earned& earned, schema::CreditGrant::Reader command) {
  if (std::int64_t{command.getCredits()} != earned.credits) return false;
  if (command.hasVoucher() != (earned.voucher > 0)) return false;
  const auto voucher = command.getVoucher();
  if (command.hasVoucher() &&
      (voucher.getMinor() != earned.voucher || stringOf(voucher.getCurrency()) != earned.currency))
    return false;
  std::vector<std::pair<Id, std::int64_t>> used;
  for (const auto use : command.getUsed()) used.emplace_back(idOf(use.getHours()), use.getMinutes());
  return used == earned.used;
}

bool attestedOne(const State& state, const Case& c, const Earned& earned) {
  return std::ranges::any_of(earned.used, [&](const auto& use) {
    const Hours* hours = find(state.hours, use.first);
    return hours != nullptr && hours->attestor.meets(c.signer());
  });
}

}  // namespace

Ruling ruleOfCredit(const State& state, const Case& c, schema::CreditGrant::Reader command) {
  const auto refused = [](const char* name, const char* why) { return Ruling{{name, why}, 0, 0}; };
  const Policy* policy =
      policyOn(state, schema::PolicyKind::CREDIT_RULES, command.getDay(), idOf(command.getCreditPolicy()));
  if (policy == nullptr) return refused("NO_POLICY", "no credit rules of that id apply on that day");
  if (command.getDay() > civilDay(Moment::of(command.getOccurredAt()))) return {kInFuture, 0, 0};
  const Person* person = find(state.persons, idOf(command.getPerson()));
  if (person == nullptr) return {kUnknownSubject, 0, 0};
  if (c.concerns(idOf(command.getPerson()))) return refused("SAME_PERSON", "nobody grants credit to herself");
  if (person->age_band != command.getAgeBand()) return refused("AGE_BAND_DIFFERS", "the person has another age band");
  const auto rules = policy->document().getCreditRules();
  const auto taken = takenBefore(state, command, stringOf(rules.getDoubleUse()));
  Earned earned =
      earnedBy(rules, {command.getDay(), person->age_band}, servicesOf(state, idOf(command.getPerson()), taken));
  takeOff(state, command, windowOf(rules, command.getDay()), earned);
  if (earned.credits == 0 && earned.voucher == 0)
    return refused("NOTHING_EARNED", "nothing was earned beyond what was granted before");
  if (!isSame(earned, command))
    return refused("CREDIT_DIFFERS", "the credits, the voucher or the entries are not those that follow");
  if (attestedOne(state, c, earned))
    return refused("ATTESTOR_CREDITS", "who attested the hours does not grant credit for them");
  return {{}, policy->position, 0};
}

void applyCredit(State& state, const Case&, schema::Command::Reader command) {
  if (!command.isCreditGrant()) return;
  const auto grant = command.getCreditGrant();
  const Policy* policy =
      policyOn(state, schema::PolicyKind::CREDIT_RULES, grant.getDay(), idOf(grant.getCreditPolicy()));
  Credit credit{idOf(grant.getCredit()), idOf(grant.getCreditPolicy()), {}, grant.getCredits(), 0, {}, {}};
  if (policy != nullptr) credit.double_use = stringOf(policy->document().getCreditRules().getDoubleUse());
  if (grant.hasVoucher()) {
    credit.voucher = grant.getVoucher().getMinor();
    credit.currency = stringOf(grant.getVoucher().getCurrency());
  }
  for (const auto use : grant.getUsed()) credit.used.push_back(idOf(use.getHours()));
  state.credits_of[idOf(grant.getPerson())].push_back(std::move(credit));
}

}  // namespace audit
