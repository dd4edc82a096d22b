// H13, H14, H15: what the figures of many entries look like.
#include <algorithm>
#include <set>

#include "audit/rules/hours_rules.h"
#include "audit/rules/statistics.h"

namespace audit {
namespace {

constexpr InThree kRoundHours{"{1} жазбаның {0} дәл 4 не 8 сағат, ал кесте басқаша.",
                              "{0} из {1} записей длятся ровно 4 или 8 часов, хотя по плану иначе.",
                              "{0} of {1} entries are of exactly 4 or 8 hours, which is not what was scheduled."};
constexpr InThree kLateBatch{"Қызметтен {1} күннен кейін жазылған: {0} жазба, бәрі {2} күні.",
                             "Записано позже чем через {1} дн. после службы: {0}, все {2}.",
                             "Claimed more than {1} days after the service: {0} entries, all on {2}."};
constexpr InThree kLateForCredit{
    "{2} күні, қызметтен {1} күннен кейін жазылған: {0}; олар {3} күнгі кредитке есептелген.",
    "Записано {2}, позже чем через {1} дн. после службы: {0}; они зачтены в кредит на {3}.",
    "Claimed on {2}, more than {1} days after the service: {0} entries; they counted for a credit of {3}."};
constexpr InThree kImportedClaims{"импортталған жазбалар: {0}; олардың жазба күні импорт күнін ғана көрсетеді",
                                  "импортированные записи: {0}; день их записи говорит лишь о дне импорта",
                                  "imported entries: {0}; the day of their entry says only when they were imported"};
constexpr InThree kNoAdmissions{"қабылдау мерзімдері: журналда жоқ", "сроки приёма: их в журнале нет",
                                "days of admission: the log has none"};
constexpr InThree kJustOver{"{2} сағаттық шектің маңындағы {1} адамның {0} сол шектен сәл асқан.",
                            "Из {1} человек около порога в {2} часов чуть выше него {0}.",
                            "Of {1} people around the threshold of {2} hours, {0} are just above it."};

constexpr double kRareHugging = 0.01;

bool isRoundService(std::int64_t minutes) {
  return minutes == 240 || minutes == 480;
}

// Who comes for a shift of four hours has served four.
bool isAsScheduled(const Run& run, const Served& served) {
  for (const std::size_t place : listOf(run.facts().hours.shifts_of, served.hours->activity)) {
    const ShiftFact& shift = run.facts().hours.shifts[place];
    if ((shift.ends.ms - shift.starts.ms) / kMinuteMs == served.hours->claimed) return true;
  }
  const Activity* activity = find(run.state().activities, served.hours->activity);
  return activity != nullptr && (activity->ends.ms - activity->starts.ms) / kMinuteMs == served.hours->claimed;
}

// The credits that used an entry, with the day for which each was asked.
std::map<Id, std::int64_t> creditDays(const Run& run) {
  std::map<Id, std::int64_t> days;
  for (const CreditFact& credit : run.facts().hours.credits) {
    if (!standsCredit(run, credit)) continue;
    for (const CreditUseFact& use : credit.used) days.try_emplace(use.hours, credit.day);
  }
  return days;
}

void judgeLateBatch(Run& run, const ServedList& list, const std::map<Id, std::int64_t>& credited) {
  if (static_cast<std::int64_t>(list.size()) < run.parameter("least")) return;
  const std::int64_t recorded = civilDay(list.front().fact->recorded_ms, list.front().hours->occurred.offset_minutes);
  std::optional<std::int64_t> credit;
  for (const Served& served : list) {
    const auto found = credited.find(served.fact->id);
    if (found == credited.end() || found->second < recorded) continue;
    if (found->second - recorded <= run.parameter("credit")) credit = found->second;
  }
  std::vector<Told> values{countTold(list.size()), countTold(static_cast<std::uint64_t>(run.parameter())),
                           dayTold(recorded)};
  if (credit) values.push_back(dayTold(*credit));
  run.raise(raisedAbout({"person", profileOf(run, list.front().hours->volunteer)}, list,
                        {credit ? kLateForCredit : kLateBatch, std::move(values)}));
}

// Those of the rule, and of the tiers of credit rules.
std::set<std::int64_t> thresholdsOf(const Run& run) {
  std::set<std::int64_t> all{run.parameter(), run.parameter("second"), run.parameter("third")};
  for (const Policy& policy : run.state().policies) {
    if (policy.kind != schema::PolicyKind::CREDIT_RULES || policy.repealed) continue;
    for (const auto tier : policy.document().getCreditRules().getTiers()) all.insert(tier.getMinutes());
  }
  all.erase(0);
  return all;
}

}  // namespace

void checkH13(Run& run) {
  std::set<std::pair<Id, Id>> checked;
  for (const SignupFact& signup : run.facts().hours.signups) {
    if (signup.in) checked.emplace(signup.activity, profileOf(run, signup.volunteer));
  }
  for (const auto& [organisation, list] :
       standingHoursBy(run, [](const Served& one) { return one.fact->organisation; })) {
    ServedList round;
    std::uint64_t compared = 0;
    for (const Served& served : list) {
      if (isAsScheduled(run, served)) continue;
      if (checked.contains({served.hours->activity, profileOf(run, served.hours->volunteer)})) continue;
      ++compared;
      if (isRoundService(served.hours->claimed)) round.push_back(served);
    }
    run.look(compared);
    if (static_cast<std::int64_t>(compared) < run.parameter("least")) continue;
    if (round.size() * 10'000 < compared * static_cast<std::uint64_t>(run.parameter())) continue;
    run.raise(raisedAbout(
        {"organisation", organisation}, round,
        {kRoundHours, {shareTold(static_cast<std::int64_t>(round.size() * 10'000 / compared)), countTold(compared)}}));
  }
}

void checkH14(Run& run) {
  const auto credited = creditDays(run);
  std::map<std::pair<Id, std::int64_t>, ServedList> batches;
  std::uint64_t imported = 0;
  for (const Served& served : standingHours(run)) {
    if (served.hours->imported) {
      ++imported;
      continue;
    }
    run.look();
    const std::int64_t recorded = civilDay(served.fact->recorded_ms, served.hours->occurred.offset_minutes);
    if (recorded - civilDay(served.hours->end()) > run.parameter())
      batches[{profileOf(run, served.hours->volunteer), recorded}].push_back(served);
  }
  for (const auto& [key, list] : batches) judgeLateBatch(run, list, credited);
  if (imported != 0) run.lacks({kImportedClaims, {countTold(imported)}});
  run.lacks({kNoAdmissions});
}

// Of totals around a threshold, as many are expected just below it as just above.
void checkH15(Run& run) {
  std::map<Id, std::int64_t> totals;
  for (const auto& [person, list] : standingHoursByPerson(run)) {
    for (const Served& served : list) totals[person] += served.minutes();
  }
  for (const std::int64_t threshold : thresholdsOf(run)) {
    const std::int64_t width = threshold * run.parameter("window") / 10'000;
    std::vector<Id> above;
    std::uint64_t around = 0;
    std::int64_t minutes = 0;
    for (const auto& [person, total] : totals) {
      if (total < threshold - width || total >= threshold + width) continue;
      ++around;
      if (total < threshold) continue;
      above.push_back(person);
      minutes += total;
    }
    run.look(around);
    if (static_cast<std::int64_t>(around) < run.parameter("least")) continue;
    if (above.empty() || tailOf({around, above.size()}, 0.5) >= kRareHugging) continue;
    Raised raised{.sentence = {kJustOver, {countTold(above.size()), countTold(around), minutesTold(threshold)}},
                  .subjects = {},
                  .evidence = {}};
    for (const Id& person : above) raised.subjects.push_back({"person", person});
    raised.minutes = minutes;
    run.raise(std::move(raised));
  }
}

}  // namespace audit
