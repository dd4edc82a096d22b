// H25: how much clerks claimed for those who have no device.
#include "audit/replay/civil_calendar.h"
#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kAssistedMonth{
    "{1} айында бір волонтер үшін кеңсе мәлімдеген: {0} сағат (шегі {2}); {4} жазбаның {3} волонтердің өзі растаған.",
    "За {1} офис заявил за одного волонтёра {0} часов (предел {2}); из {4} записей сам он подтвердил {3}.",
    "Clerks claimed {0} hours of {1} for one volunteer (cap {2}); of {4} entries the volunteer confirmed {3}."};
constexpr InThree kAssistedDay{"{0} күні кеңсенің бір қызметкері басқалар үшін {1} жазба мәлімдеген (шегі {2}).",
                               "{0} один сотрудник офиса заявил за других записей: {1} (предел {2}).",
                               "On {0} one clerk claimed {1} entries for others (cap {2})."};

// Those that were neither rejected nor voided, in the order of the log.
ServedList assistedClaims(const Run& run) {
  ServedList out;
  for (const ServedFact& fact : run.facts().hours.served) {
    const Hours* hours = find(run.state().hours, fact.id);
    if (hours == nullptr || !hours->assisted) continue;
    if (hours->state != HoursState::kRejected && hours->state != HoursState::kVoided) out.push_back({&fact, hours});
  }
  return out;
}

// What is still to be judged counts as it was claimed.
std::int64_t minutesCapped(const Hours& hours) {
  return hours.state == HoursState::kClaimed ? hours.claimed : hours.standing;
}

void judgeMonth(Run& run, const Id& person, const ServedList& list) {
  std::int64_t minutes = 0;
  std::uint64_t confirmed = 0;
  for (const Served& served : list) {
    minutes += minutesCapped(*served.hours);
    if (served.hours->confirmed) ++confirmed;
  }
  if (minutes <= run.parameter()) return;
  const std::string month = dayTold(list.front().day()).text.substr(0, 7);  // "2026-03"
  Raised raised = raisedAbout({"person", person}, list,
                              {kAssistedMonth,
                               {minutesTold(minutes), textTold(month), minutesTold(run.parameter()),
                                countTold(confirmed), countTold(list.size())}});
  raised.minutes = minutes;
  run.raise(std::move(raised));
}

}  // namespace

// A month is that of the service, a day that of the entries.
void checkH25(Run& run) {
  std::map<std::pair<Id, std::int64_t>, ServedList> months;
  std::map<std::pair<Id, std::int64_t>, ServedList> days;
  for (const Served& served : assistedClaims(run)) {
    run.look();
    const CivilDate date = dateOf(served.day());
    months[{profileOf(run, served.hours->volunteer), date.year * 12 + date.month}].push_back(served);
    const std::int64_t recorded = civilDay(served.fact->recorded_ms, kEastMinutes);
    days[{profileOf(run, served.hours->claimant.signer), recorded}].push_back(served);
  }
  for (const auto& [key, list] : months) judgeMonth(run, key.first, list);
  const std::int64_t most = run.parameter("claims");
  for (const auto& [key, list] : days) {
    if (static_cast<std::int64_t>(list.size()) <= most) continue;
    run.raise(raisedAbout(
        {"person", key.first}, list,
        {kAssistedDay, {dayTold(key.second), countTold(list.size()), countTold(static_cast<std::uint64_t>(most))}}));
  }
}

}  // namespace audit
