#include "ledger/rules/benefit.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>

#include "ledger/rules/acting.h"
#include "ledger/rules/credit_facts.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

struct Earned {
  std::uint32_t credits = 0;
  std::optional<Money> voucher;
  std::vector<CreditUse> used;

  bool isNothing() const { return credits == 0 && !voucher; }
  std::string text() const {
    return std::to_string(credits) + " credits" + (voucher ? " and " + voucher->text() : "") + " from " +
           std::to_string(used.size()) + " hours entries";
  }
};

// The person's credits that are granted and not reversed, under all her profiles.
template <class Visit>
void eachStanding(const State& state, const PersonId& person, Visit visit) {
  eachProfile(state, person, [&](const PersonId& profile) {
    const auto* all = state.credits_of.find(profile);
    if (all == nullptr) return;
    for (const SubjectId& id : *all) {
      if (stateOf(state, StreamRole::kCredit, id) == SubjectState::kGranted) visit(*state.credits.find(id));
    }
  });
}

// Without what another policy of the same group used already.
std::vector<CreditFact> factsFor(const State& state, const CreditGrant& command, const CreditRules& rules) {
  absl::flat_hash_set<SubjectId> elsewhere;
  eachStanding(state, command.person, [&](const CreditRecord& credit) {
    if (credit.policy != command.credit_policy && credit.double_use == rules.double_use)
      elsewhere.insert(credit.used.begin(), credit.used.end());
  });
  auto facts = creditFactsOf(state, command.person);
  std::erase_if(facts, [&](const CreditFact& fact) { return elsewhere.contains(fact.hours); });
  return facts;
}

// Whether it rests on service of these days; for which day it was asked says nothing.
bool usesOneOf(const State& state, const CreditRecord& credit, const Days& days) {
  return std::ranges::any_of(
      credit.used, [&](const SubjectId& hours) { return days.cover(state.hours.find(hours)->occurred_at.civilDay()); });
}

void takeOff(Earned& earned, const CreditRecord& granted) {
  earned.credits -= std::min(earned.credits, granted.credits);
  if (!earned.voucher || !granted.voucher || granted.voucher->currency != earned.voucher->currency) return;
  earned.voucher->minor -= std::min(earned.voucher->minor, granted.voucher->minor);
}

Earned earnedBy(const State& state, const CreditGrant& command, const CreditRules& rules) {
  const CreditResult result = evaluateCredit(rules, {command.day, command.age_band}, factsFor(state, command, rules));
  Earned earned{result.credits, result.voucher, {}};
  for (const HoursUsed& one : result.used) earned.used.push_back({one.hours, one.minutes});
  const Days window = creditWindow(rules, command.day);
  eachStanding(state, command.person, [&](const CreditRecord& credit) {
    if (credit.policy == command.credit_policy && usesOneOf(state, credit, window)) takeOff(earned, credit);
  });
  if (earned.voucher && earned.voucher->minor == 0) earned.voucher.reset();
  return earned;
}

const PolicyRecord* rulesFor(const State& state, const CreditGrant& command) {
  return policyOn(state, PolicyKind::kCreditRules, command.day, command.credit_policy);
}

Result<void> checkAttestors(const State& state, const CreditGrant& command, const Context& context) {
  for (const CreditUse& use : command.used) {
    const HoursRecord& hours = *state.hours.find(use.hours);
    if (!hours.attested || !isActing(context, hours.first_attestor)) continue;
    return refuse("ATTESTOR_CREDITS", "person " + context.person.text() + " attested the hours entry " +
                                          use.hours.text() + " and does not credit it: another officer does");
  }
  return {};
}

}  // namespace

Result<Decision> judge(const State& state, const CreditGrant& command, const Context& context) {
  if (isActing(context, command.person))
    return refuse("SAME_PERSON", "nobody grants credit to themselves: another officer does");
  const auto* record = rulesFor(state, command);
  if (record == nullptr) {
    return refuse("NO_POLICY", "no credit rules " + command.credit_policy.text() + " apply on " + dayText(command.day));
  }
  if (command.day > command.occurred_at.civilDay()) {
    return refuse("IN_FUTURE", "credit is asked for " + dayText(command.day) + ", after the day it is granted on, " +
                                   dayText(command.occurred_at.civilDay()));
  }
  const AgeBand band = state.persons.find(command.person)->age_band;
  if (command.age_band != band) {
    return refuse("AGE_BAND_DIFFERS", "the person is of the age band " + std::string(nameOf(band)) + ", not " +
                                          std::string(nameOf(command.age_band)));
  }
  const Earned earned = earnedBy(state, command, *record->policy.credit_rules);
  if (earned.isNothing()) {
    return refuse("NOTHING_EARNED", "for " + dayText(command.day) +
                                        " service earned nothing under these rules beyond what was granted already");
  }
  if (earned.credits != command.credits || earned.voucher != command.voucher || earned.used != command.used) {
    const Earned said{command.credits, command.voucher, command.used};
    return refuse("CREDIT_DIFFERS", "the rules give " + earned.text() + ", not " + said.text());
  }
  ASAR_TRY(checkAttestors(state, command, context));
  Decision decision;
  decision.policy = record->document;
  return decision;
}

void evolve(State& state, const CreditGrant& command, const Context&) {
  CreditRecord record;
  record.person = command.person;
  record.policy = command.credit_policy;
  record.double_use = rulesFor(state, command)->policy.credit_rules->double_use;
  record.credits = command.credits;
  record.voucher = command.voucher;
  for (const CreditUse& use : command.used) record.used.push_back(use.hours);
  state.credits.edit(command.credit) = std::move(record);
  state.credits_of.edit(command.person).push_back(command.credit);
}

}  // namespace ledger
