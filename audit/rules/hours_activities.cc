// H09, H10, H11, H20: whether the activity and its organisation could have had that service.
#include <algorithm>
#include <iterator>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

using schema::HoursReason;

constexpr InThree kServedIdle{
    "Ұйым немесе жоба тоқтатылған күнгі қызмет: {0} жазба.",
    "Служба в дни, когда организация не действовала или проект был приостановлен: записей {0}.",
    "Service on days on which the organisation was inactive or the project suspended: {0} entries."};
constexpr InThree kServedUnverified{"Ұйым тізіліммен ол күнге дейін салыстырылмаған: {0} жазба.",
                                    "Организация к тому дню не была сверена с реестром: записей {0}.",
                                    "The organisation had not been compared with a register by that day: {0} entries."};
constexpr InThree kNobodyVerified{"тексерілген ұйымдар: журналда бірде-бір салыстыру жоқ",
                                  "проверенные организации: в журнале нет ни одной сверки",
                                  "verified organisations: none was ever compared with a register"};
constexpr InThree kCancelledActivity{"Іс-шара болмаған, бірақ {0} жазба күшінде.",
                                     "Мероприятие отменено, но записей в силе: {0}.",
                                     "The activity was cancelled, and {0} entries stand."};
constexpr InThree kOutsideWindow{"Іс-шара {0} – {1} болған, ал қызмет {2} – {3}.",
                                 "Мероприятие шло {0} – {1}, а служба {2} – {3}.",
                                 "The activity was from {0} to {1}, the service from {2} to {3}."};
constexpr InThree kLongerThanPlanned{"Жоспарланғаны {0}, расталғаны {1} сағат, себебі айтылмаған.",
                                     "Запланировано {0} часов, подтверждено {1}, причина не названа.",
                                     "{0} hours were scheduled, {1} attested, and no reason was given."};
constexpr InThree kNeverOut{"Ауысымнан шыққаны белгіленбеген, ал сағаттар күшінде.",
                            "Уход со смены не отмечен, а часы в силе.",
                            "Nobody checked the volunteer out of the shift, and the hours stand."};
constexpr InThree kNoCheckIns{"келу мен кету белгілері: журналда жоқ", "отметки о приходе и уходе: их в журнале нет",
                              "check-ins and check-outs: the log has none"};
constexpr InThree kOverCapacity{"Іс-шараға {0} сағат сыяды, ал {1} сағат жазылған.",
                                "Мероприятие вмещает {0} часов, а записано {1}.",
                                "The activity has room for {0} hours, and {1} stand."};
constexpr InThree kNoCapacity{"ауысымдары да, келгендер саны да жоқ іс-шаралар: {0}",
                              "мероприятия без смен и числа пришедших: {0}",
                              "activities with neither shifts nor a count of who came: {0}"};

std::int64_t lengthOf(const Moment& from, const Moment& to) {
  return std::max<std::int64_t>(0, saturated(to.ms, -from.ms) / kMinuteMs);
}

bool wasIdle(const Run& run, const Served& served) {
  const auto covers = [&](const auto& days) {
    return std::ranges::any_of(days, [&](const Days& one) { return one.cover(served.day()); });
  };
  if (covers(listOf(run.facts().hours.suspended, served.fact->project))) return true;
  const auto& organisations = run.facts().money.organisations;
  const auto found = std::ranges::find(organisations, served.fact->organisation, &OrganisationFact::id);
  // On the day itself it may have been before; the day of its return is one.
  return found != organisations.end() && std::ranges::any_of(found->idle, [&](const auto& days) {
           return days.first < served.day() && (days.second == 0 || served.day() < days.second);
         });
}

bool wasVerified(const Run& run, const Served& served) {
  const auto* from = find(run.state().verified_from, served.fact->organisation);
  return from != nullptr && *from <= served.day();
}

bool agreedOvertime(const Served& served) {
  const auto& corrections = served.fact->corrections;
  return (served.fact->attest && served.fact->attest->reason == HoursReason::OVERTIME_AGREED) ||
         std::ranges::any_of(corrections,
                             [](const CorrectFact& one) { return one.reason == HoursReason::OVERTIME_AGREED; });
}

// The shifts of that activity in her role; all of them where none is.
std::vector<const ShiftFact*> shiftsFor(const Run& run, const Served& served) {
  std::vector<const ShiftFact*> own;
  std::vector<const ShiftFact*> all;
  for (const std::size_t place : listOf(run.facts().hours.shifts_of, served.hours->activity)) {
    const ShiftFact& shift = run.facts().hours.shifts[place];
    all.push_back(&shift);
    if (shift.role == served.hours->role) own.push_back(&shift);
  }
  return own.empty() ? all : own;
}

// What was planned for her: the shifts that the service touches, else the activity from its begin on.
std::int64_t scheduledFor(const Run& run, const Served& served, const Activity& activity) {
  const std::int64_t until = served.hours->until ? served.hours->until->ms
                                                 : saturated(served.hours->occurred.ms, served.minutes() * kMinuteMs);
  std::int64_t scheduled = 0;
  for (const ShiftFact* shift : shiftsFor(run, served)) {
    if (shift->starts.ms < until && served.hours->occurred.ms < shift->ends.ms)
      scheduled = std::max(scheduled, lengthOf(shift->starts, shift->ends));
  }
  return scheduled != 0 ? scheduled : lengthOf(activity.starts, activity.ends);
}

// What an activity has room for, and the entries that lie in it.
struct Room {
  std::int64_t minutes = 0;  // of all people together; 0: not known
  ServedList list;
};

// Of shifts where there are some, with what was served in them: a campaign has service outside its shifts too.
Room roomOf(const Run& run, const Id& id, const Activity& activity, const ServedList& all) {
  Room room;
  const auto& places = listOf(run.facts().hours.shifts_of, id);
  if (places.empty()) {
    const ActivityFact* fact = find(run.facts().hours.activities, id);
    return {fact == nullptr ? 0 : fact->people * lengthOf(activity.starts, activity.ends), all};
  }
  const auto& shifts = run.facts().hours.shifts;
  if (std::ranges::any_of(places, [&](std::size_t place) { return shifts[place].people == 0; })) return room;
  for (const std::size_t place : places)
    room.minutes = saturated(room.minutes, shifts[place].people * lengthOf(shifts[place].starts, shifts[place].ends));
  std::ranges::copy_if(all, std::back_inserter(room.list), [&](const Served& served) {
    return std::ranges::any_of(places, [&](std::size_t place) {
      return shifts[place].starts.ms <= served.hours->occurred.ms && served.hours->occurred.ms < shifts[place].ends.ms;
    });
  });
  return room;
}

void judgeCheckOuts(Run& run) {
  std::map<std::pair<Id, Id>, ServedList> served;
  for (const Served& one : standingHours(run))
    served[{one.hours->activity, profileOf(run, one.hours->volunteer)}].push_back(one);
  for (const SignupFact& signup : run.facts().hours.signups) {
    if (!signup.in) continue;
    run.look();
    const auto found = served.find({signup.activity, profileOf(run, signup.volunteer)});
    if (signup.out || found == served.end()) continue;
    Raised raised = raisedAbout({"shift", signup.shift}, found->second, {kNeverOut});
    raised.evidence.push_back(signup.in->index);
    run.raise(std::move(raised));
  }
}

}  // namespace

void checkH09(Run& run) {
  const bool verifies = !run.state().verified_from.empty();
  for (const auto& [organisation, list] :
       standingHoursBy(run, [](const Served& one) { return one.fact->organisation; })) {
    run.look(list.size());
    ServedList idle;
    ServedList unverified;
    for (const Served& served : list) {
      if (wasIdle(run, served)) {
        idle.push_back(served);
      } else if (verifies && !wasVerified(run, served)) {
        unverified.push_back(served);
      }
    }
    const Subject subject{"organisation", organisation};
    if (!idle.empty()) run.raise(raisedAbout(subject, idle, {kServedIdle, {countTold(idle.size())}}));
    if (!unverified.empty())
      run.raise(raisedAbout(subject, unverified, {kServedUnverified, {countTold(unverified.size())}}));
  }
  if (!verifies) run.lacks({kNobodyVerified});
}

void checkH10(Run& run) {
  for (const auto& [id, list] : standingHoursBy(run, [](const Served& one) { return one.hours->activity; })) {
    run.look(list.size());
    const Activity* activity = find(run.state().activities, id);
    const ActivityFact* fact = find(run.facts().hours.activities, id);
    if (fact != nullptr && fact->cancelled) {
      Raised raised = raisedAbout({"activity", id}, list, {kCancelledActivity, {countTold(list.size())}});
      raised.evidence.insert(raised.evidence.begin(), *fact->cancelled);
      run.raise(std::move(raised));
    }
    if (activity == nullptr) continue;
    for (const Served& served : list) {
      const std::int64_t grace = run.parameter() * kMinuteMs;
      const Moment& end = served.hours->end();
      const bool late = end.ms > saturated(activity->ends.ms, grace) && !agreedOvertime(served);
      if (served.hours->occurred.ms >= saturated(activity->starts.ms, -grace) &&
          served.hours->occurred.ms < activity->ends.ms && !late)
        continue;
      run.raise(raisedAbout({"activity", id}, {served},
                            {kOutsideWindow,
                             {momentTold(activity->starts), momentTold(activity->ends),
                              momentTold(served.hours->occurred), momentTold(end)}}));
    }
  }
}

void checkH11(Run& run) {
  for (const Served& served : standingHours(run)) {
    const Activity* activity = find(run.state().activities, served.hours->activity);
    if (activity == nullptr) continue;
    run.look();
    const std::int64_t scheduled = scheduledFor(run, served, *activity);
    if (served.minutes() <= 0 || agreedOvertime(served)) continue;
    if (Sum{served.minutes()} * 10'000 <= Sum{scheduled} * run.parameter()) continue;
    Raised raised =
        raisedOnHours({served}, {kLongerThanPlanned, {minutesTold(scheduled), minutesTold(served.minutes())}});
    raised.minutes = served.minutes() - scheduled;
    run.raise(std::move(raised));
  }
  judgeCheckOuts(run);
  if (run.facts().hours.signups.empty()) run.lacks({kNoCheckIns});
}

void checkH20(Run& run) {
  std::uint64_t unknown = 0;
  for (const auto& [id, list] : standingHoursBy(run, [](const Served& one) { return one.hours->activity; })) {
    const Activity* activity = find(run.state().activities, id);
    const Room room = activity == nullptr ? Room{} : roomOf(run, id, *activity, list);
    if (room.minutes == 0) {
      ++unknown;
      continue;
    }
    run.look();
    std::int64_t minutes = 0;
    for (const Served& served : room.list) minutes += served.minutes();
    if (minutes <= room.minutes) continue;
    Raised raised =
        raisedAbout({"activity", id}, room.list, {kOverCapacity, {minutesTold(room.minutes), minutesTold(minutes)}});
    raised.minutes = minutes - room.minutes;
    run.raise(std::move(raised));
  }
  if (unknown != 0) run.lacks({kNoCapacity, {countTold(unknown)}});
}

}  // namespace audit
