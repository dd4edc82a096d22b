#include <algorithm>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

std::string hoursTwoDigits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

}  // namespace

ServedList standingHours(const Run& run) {
  ServedList out;
  for (const ServedFact& fact : run.facts().hours.served) {
    const Hours* hours = find(run.state().hours, fact.id);
    if (hours != nullptr && hours->standing > 0) out.push_back({&fact, hours});
  }
  return out;
}

std::map<Id, ServedList> standingHoursBy(const Run& run, const std::function<Id(const Served&)>& key) {
  std::map<Id, ServedList> out;
  for (const Served& served : standingHours(run)) {
    const Id of = key(served);
    if (of != Id{}) out[of].push_back(served);
  }
  return out;
}

std::map<Id, ServedList> standingHoursByPerson(const Run& run) {
  return standingHoursBy(run, [&](const Served& served) { return profileOf(run, served.hours->volunteer); });
}

Id profileOf(const Run& run, const Id& person) {
  const Id* under = find(run.state().profile_under, person);
  return under == nullptr ? person : *under;
}

Id attestorOf(const Run& run, const Served& served) {
  return served.attested() ? profileOf(run, served.fact->attest->doer.signer) : Id{};
}

Raised raisedOnHours(const ServedList& list, Sentence sentence) {
  Raised raised{.sentence = std::move(sentence), .subjects = {}, .evidence = {}};
  std::int64_t minutes = 0;
  for (const Served& served : list) {
    raised.subjects.push_back({"hours", served.fact->id});
    raised.evidence.push_back(served.fact->index);
    if (served.attested()) raised.evidence.push_back(served.fact->attest->index);
    minutes += served.minutes();
  }
  if (!list.empty()) raised.minutes = minutes;
  return raised;
}

Raised raisedAbout(Subject subject, const ServedList& list, Sentence sentence) {
  Raised raised = raisedOnHours(list, std::move(sentence));
  raised.subjects.insert(raised.subjects.begin(), subject);
  return raised;
}

bool standsCredit(const Run& run, const CreditFact& credit) {
  return isIn(run.state(), credit.id, "granted");
}

Told minutesTold(std::int64_t minutes) {
  return {std::to_string(minutes / 60) + ":" + hoursTwoDigits(minutes % 60)};
}

Told momentTold(const Moment& moment) {
  const std::int64_t minute = kDayMinutes - minutesLeftOfDay(moment);
  return {dayTold(civilDay(moment)).text + "\u00A0" + minutesTold(minute).text};
}

}  // namespace audit
