// H01, H02, H03, H19: how service lies on a person's days.
#include <algorithm>
#include <optional>
#include <set>

#include "audit/replay/policy_documents.h"
#include "audit/replay/volunteer_days.h"
#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kDayTooFull{"{0} күніне {1} сағат жазылған, ал тәулікте 24 сағат бар.",
                              "На {0} записано {1} часов, а в сутках их 24.",
                              "{0} holds {1} hours of service; a day has 24."};
constexpr InThree kOverLimits{
    "Тәуліктік шектен асқан күн: {0}, апталық шектен асқан апта: {1}; ең көбі {2} күні {3} сағат (шегі {4}).",
    "Дней сверх дневного предела: {0}, недель сверх недельного: {1}; больше всего {2}: {3} часов (предел {4}).",
    "Days over the daily limit: {0}, weeks over the weekly one: {1}; the most on {2}, {3} hours (limit {4})."};
constexpr InThree kTwoAtOnce{"Екі жерде бір уақытта: {1} басталғаны {0} дейін созылған қызметпен қабаттасады.",
                             "Две службы в одно время: начатая {1} накладывается на ту, что длилась до {0}.",
                             "Two services at one time: that begun {1} overlaps one that lasted until {0}."};
constexpr InThree kNoEnds{"аяқталу уақыты жоқ жазбалар: {0}", "записи без времени окончания: {0}",
                          "entries that say no end: {0}"};
constexpr InThree kWithoutRest{"Қатарынан {0} күн демалыссыз, {1} бастап.", "Дней подряд без отдыха: {0}, с {1}.",
                               "Days in a row without rest: {0}, from {1} on."};
constexpr InThree kOtherPattern{"Демалыс күндерінің үлесі {0} болған, {2} бастап {1}.",
                                "Доля выходных дней была {0}, с {2} стала {1}.",
                                "The share of weekend days was {0}; from {2} on it is {1}."};

struct DayLoad {
  std::int64_t minutes = 0;
  std::int64_t limit = 0;
  ServedList list;
};
using DayLoads = std::map<std::int64_t, DayLoad>;

bool isCalledUp(const Run& run, const Served& served, std::int64_t day) {
  return std::ranges::any_of(listOf(run.state().deployments_of, served.fact->organisation),
                             [&](const Deployment& one) { return one.days.cover(day); });
}

std::int64_t dayLimitOf(const Run& run, const Hours& hours, std::int64_t day) {
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::HOURS_LIMITS, day);
  const std::int64_t limit = policy == nullptr ? 0 : policy->day_minutes.at(static_cast<std::size_t>(hours.age_band));
  return limit != 0 ? limit : run.parameter();
}

DayLoads loadsOf(const ServedList& list) {
  DayLoads days;
  for (const Served& served : list) {
    for (const auto& [day, minutes] : daysOf(*served.hours, served.minutes())) {
      days[day].minutes += minutes;
      days[day].list.push_back(served);
    }
  }
  return days;
}

// Monday to Sunday; 1970-01-01 was a Thursday.
std::int64_t weekOf(std::int64_t day) {
  return (day + 3) / 7;
}
bool isWeekend(std::int64_t day) {
  return ((day + 3) % 7 + 7) % 7 >= 5;
}

void judgeLimits(Run& run, const Id& person, const ServedList& list) {
  DayLoads days = loadsOf(list);
  std::map<std::int64_t, DayLoad> weeks;
  ServedList over;
  std::uint64_t days_over = 0;
  std::uint64_t weeks_over = 0;
  std::optional<std::int64_t> worst;
  for (auto& [day, load] : days) {
    // Who is called up to an emergency has no limit.
    const auto called_up = [&run, on = day](const Served& one) { return isCalledUp(run, one, on); };
    if (std::ranges::any_of(load.list, called_up)) continue;
    load.limit = dayLimitOf(run, *load.list.front().hours, day);
    DayLoad& week = weeks[weekOf(day)];
    week.minutes += load.minutes;
    week.limit = std::max(week.limit, load.limit * run.parameter("days"));
    week.list.insert(week.list.end(), load.list.begin(), load.list.end());
    if (!worst || load.minutes > days[*worst].minutes) worst = day;
    if (load.minutes <= load.limit) continue;
    ++days_over;
    over.insert(over.end(), load.list.begin(), load.list.end());
  }
  for (const auto& [week, load] : weeks) {
    if (load.minutes <= load.limit) continue;
    ++weeks_over;
    over.insert(over.end(), load.list.begin(), load.list.end());
  }
  if (over.empty()) return;
  std::ranges::sort(over, {}, [](const Served& one) { return one.fact->index; });
  const auto same = [](const Served& one, const Served& other) { return one.fact->index == other.fact->index; };
  over.erase(std::unique(over.begin(), over.end(), same), over.end());
  run.raise(raisedAbout({"person", person}, over,
                        {kOverLimits,
                         {countTold(days_over), countTold(weeks_over), dayTold(*worst),
                          minutesTold(days[*worst].minutes), minutesTold(days[*worst].limit)}}));
}

void judgeRuns(Run& run, const Id& person, const DayLoads& days) {
  ServedList in_a_row;
  std::int64_t first = 0;
  std::int64_t last = 0;
  const auto close = [&] {
    if (in_a_row.empty() || last - first + 1 < run.parameter()) return;
    run.raise(raisedAbout({"person", person}, in_a_row,
                          {kWithoutRest, {countTold(static_cast<std::uint64_t>(last - first + 1)), dayTold(first)}}));
  };
  for (const auto& [day, load] : days) {
    if (in_a_row.empty() || day != last + 1) {
      close();
      in_a_row.clear();
      first = day;
    }
    last = day;
    in_a_row.insert(in_a_row.end(), load.list.begin(), load.list.end());
  }
  close();
}

// The first half of the days that she served against the second.
void judgePattern(Run& run, const Id& person, const DayLoads& days) {
  const auto half = static_cast<std::int64_t>(days.size() / 2);
  if (half < run.parameter("least")) return;
  std::int64_t weekends[2] = {0, 0};
  std::int64_t counted[2] = {0, 0};
  std::int64_t turn = 0;
  ServedList later;
  for (const auto& [day, load] : days) {
    const bool second = counted[0] >= half;
    if (second && counted[1] == 0) turn = day;
    ++counted[second ? 1 : 0];
    if (isWeekend(day)) ++weekends[second ? 1 : 0];
    if (second) later.insert(later.end(), load.list.begin(), load.list.end());
  }
  const std::int64_t before = weekends[0] * 10'000 / counted[0];
  const std::int64_t after = weekends[1] * 10'000 / counted[1];
  if (std::abs(after - before) < run.parameter("change")) return;
  run.raise(
      raisedAbout({"person", person}, later, {kOtherPattern, {shareTold(before), shareTold(after), dayTold(turn)}}));
}

}  // namespace

void checkH01(Run& run) {
  for (const auto& [person, list] : standingHoursByPerson(run)) {
    for (const auto& [day, load] : loadsOf(list)) {
      run.look();
      if (load.minutes <= kDayMinutes) continue;
      Raised raised =
          raisedAbout({"person", person}, load.list, {kDayTooFull, {dayTold(day), minutesTold(load.minutes)}});
      raised.minutes = load.minutes - kDayMinutes;
      run.raise(std::move(raised));
    }
  }
}

void checkH02(Run& run) {
  for (const auto& [person, list] : standingHoursByPerson(run)) {
    run.look();
    judgeLimits(run, person, list);
  }
}

void checkH03(Run& run) {
  std::uint64_t without_end = 0;
  for (auto& [person, list] : standingHoursByPerson(run)) {
    without_end += std::erase_if(list, [](const Served& one) { return !one.hours->until; });
    std::ranges::sort(list, {}, [](const Served& one) { return one.hours->occurred.ms; });
    run.look(list.size());
    const Served* longest = nullptr;
    for (const Served& next : list) {
      if (longest != nullptr && next.hours->occurred.ms < longest->hours->until->ms) {
        Raised raised =
            raisedAbout({"person", person}, {*longest, next},
                        {kTwoAtOnce, {momentTold(*longest->hours->until), momentTold(next.hours->occurred)}});
        const std::int64_t both = std::min(longest->hours->until->ms, next.hours->until->ms) - next.hours->occurred.ms;
        raised.minutes = std::max<std::int64_t>(both / kMinuteMs, 1);
        run.raise(std::move(raised));
      }
      if (longest == nullptr || next.hours->until->ms > longest->hours->until->ms) longest = &next;
    }
  }
  if (without_end != 0) run.lacks({kNoEnds, {countTold(without_end)}});
}

void checkH19(Run& run) {
  for (const auto& [person, list] : standingHoursByPerson(run)) {
    run.look();
    const DayLoads days = loadsOf(list);
    judgeRuns(run, person, days);
    judgePattern(run, person, days);
  }
}

}  // namespace audit
