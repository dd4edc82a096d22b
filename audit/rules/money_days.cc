// E01, E16, E17, E30: when money was spent, and when that was written down.
#include <algorithm>

#include "audit/replay/civil_calendar.h"
#include "audit/replay/deadlines.h"
#include "audit/replay/policy_documents.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kOutside{"Шығыс кезеңнен тыс: құжат {0}, төлем {1}, кезең {2} – {3}.",
                           "Расход вне периода: документ {0}, оплата {1}, период {2} – {3}.",
                           "The cost lies outside the eligible period: document {0}, payment {1}, period {2} – {3}."};
constexpr InThree kAtRest{"Грант бойынша демалыс күні, мереке күні немесе түнде жасалған төлем саны: {0}.",
                          "Платежей по гранту в выходные, праздники или ночью: {0}.",
                          "Payments of the grant at a weekend, on a holiday or at night: {0}."};
constexpr InThree kNoCalendar{
    "мереке күндері: журналда жұмыс күндерінің күнтізбесі (deadlines саясаты) жоқ, тек сенбі мен жексенбі қаралды",
    "праздники: в журнале нет календаря рабочих дней (политика deadlines), учтены лишь суббота и воскресенье",
    "holidays: the log has no calendar of working days (policy deadlines); Saturdays and Sundays alone were seen"};
constexpr InThree kSpike{"Жұмсалғанның {0} кезеңнің соңғы {1} күніне келеді ({2} бастап).",
                         "{0} потраченного приходится на последние {1} дн. периода (с {2}).",
                         "{0} of what was spent falls on the last {1} days of the period, from {2} on."};
constexpr InThree kRunning{"кезеңі әлі бітпеген гранттар: {0}", "гранты, период которых ещё не окончен: {0}",
                           "grants whose period has not ended yet: {0}"};
constexpr InThree kLaterThanEntry{"Құжат күні ({0}) жазба күнінен ({1}) кейін.",
                                  "Дата документа ({0}) позже дня записи ({1}).",
                                  "The document's date ({0}) is later than the day of its entry ({1})."};
constexpr InThree kBackDated{
    "Құжат күнінен {1} күннен астам уақыт өткен соң жазылған шығыс саны: {0}.",
    "Расходов, записанных более чем через {1} дн. после даты документа: {0}.",
    "Expenditures that were recorded more than {1} days after the date of their document: {0}."};
constexpr InThree kImportedLate{"импортталған шығыстар: {0}; олардың жазба күні импорт күнін ғана көрсетеді",
                                "импортированные расходы: {0}; день их записи говорит лишь о дне импорта",
                                "imported expenditures: {0}; the day of their entry says only when they were imported"};

constexpr std::int64_t kNightFromMinute = 22L * 60;
constexpr std::int64_t kNightToMinute = 6L * 60;

std::map<std::string, SpentList> byGrant(const Run& run) {
  return standingBy(run, [](const SpentFact& spent) { return keyOf(spent.grant); });
}

bool isRestDay(const Policy* calendar, std::int64_t day) {
  if (calendar != nullptr) return !isWorkingDay(calendar->document().getDeadlines(), day);
  // 1970-01-01 was a Thursday.
  const std::int64_t weekday = ((day + 3) % 7 + 7) % 7;
  return weekday >= 5;
}

// A source that knows days alone gives midnight.
bool isNight(const SpentFact& spent) {
  const std::int64_t left = minutesLeftOfDay(spent.at);
  const std::int64_t minute = kDayMinutes - left;
  return left != kDayMinutes && (minute >= kNightFromMinute || minute < kNightToMinute);
}

}  // namespace

void checkE01(Run& run) {
  for (const SpentFact* spent : standing(run)) {
    const Grant& grant = *grantOf(run, *spent);
    if (grant.agreed_ms == 0 && grant.eligible_to == 0) continue;
    run.look();
    const auto inside = [&](std::int64_t day) { return grant.eligible_from <= day && day <= grant.eligible_to; };
    if (inside(spent->document_day) && inside(spent->day)) continue;
    run.raise(raisedOf(run, {spent},
                       {kOutside,
                        {dayTold(spent->document_day), dayTold(spent->day), dayTold(grant.eligible_from),
                         dayTold(grant.eligible_to)}}));
  }
}

void checkE16(Run& run) {
  bool calendar_missing = false;
  for (const auto& [grant, list] : byGrant(run)) {
    SpentList odd;
    for (const SpentFact* spent : list) {
      run.look();
      const Policy* calendar = policyOn(run.state(), schema::PolicyKind::DEADLINES, spent->day);
      calendar_missing = calendar_missing || calendar == nullptr;
      if (isRestDay(calendar, spent->day) || isNight(*spent)) odd.push_back(spent);
    }
    if (odd.empty()) continue;
    Raised raised = raisedOf(run, odd, {kAtRest, {countTold(odd.size())}});
    raised.subjects.insert(raised.subjects.begin(), {"grant", odd.front()->grant});
    run.raise(std::move(raised));
  }
  if (calendar_missing) run.lacks({kNoCalendar});
}

void checkE17(Run& run) {
  std::uint64_t running = 0;
  for (const auto& [id, list] : byGrant(run)) {
    const Grant& grant = *grantOf(run, *list.front());
    if (run.today() <= grant.eligible_to && grant.state != GrantState::kClosed) {
      ++running;
      continue;
    }
    run.look();
    const std::int64_t days = grant.eligible_to - grant.eligible_from + 1;
    const std::int64_t last = days * run.parameter("window") / 10'000;
    const std::int64_t from = grant.eligible_to - last + 1;
    Sum all = 0;
    Sum late = 0;
    SpentList spike;
    for (const SpentFact* spent : list) {
      all += standingOf(run, *spent);
      if (last < 1 || spent->day < from) continue;
      late += standingOf(run, *spent);
      spike.push_back(spent);
    }
    if (late * 10'000 <= all * run.parameter()) continue;
    const auto share = static_cast<std::int64_t>(late * 10'000 / all);
    Raised raised =
        raisedOf(run, spike, {kSpike, {shareTold(share), countTold(static_cast<std::uint64_t>(last)), dayTold(from)}});
    raised.subjects.insert(raised.subjects.begin(), {"grant", spike.front()->grant});
    run.raise(std::move(raised));
  }
  if (running != 0) run.lacks({kRunning, {countTold(running)}});
}

void checkE30(Run& run) {
  std::uint64_t imported = 0;
  for (const auto& [id, list] : byGrant(run)) {
    SpentList late;
    for (const SpentFact* spent : list) {
      run.look();
      if (spent->document_day > spent->recorded_day)
        run.raise(
            raisedOf(run, {spent}, {kLaterThanEntry, {dayTold(spent->document_day), dayTold(spent->recorded_day)}}));
      if (spent->imported) {
        ++imported;
      } else if (spent->recorded_day - spent->document_day > run.parameter()) {
        late.push_back(spent);
      }
    }
    if (late.empty()) continue;
    Raised raised = raisedOf(
        run, late, {kBackDated, {countTold(late.size()), countTold(static_cast<std::uint64_t>(run.parameter()))}});
    raised.subjects.insert(raised.subjects.begin(), {"grant", late.front()->grant});
    run.raise(std::move(raised));
  }
  if (imported != 0) run.lacks({kImportedLate, {countTold(imported)}});
}

}  // namespace audit
