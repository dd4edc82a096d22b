// H04: nobody is at two far places at nearly one time. The log knows places by their KATO codes, and no positions: what
// two regions are apart at the least is measured between their centres, less how far each reaches.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kTooFast{
    "{0} аяқталған қызметтен кейін {1} кемінде {2} км жердегі аймақта болған: бұл {3} км/сағ-тан жылдам.",
    "После службы, окончившейся {0}, уже {1} в области, до которой не менее {2} км: это быстрее {3} км/ч.",
    "After a service that ended {0} one was {1} in a region at least {2} km away: that is faster than {3} km/h."};
constexpr InThree kPlacesUnknown{"КАТО бойынша орны айтылмаған жазбалар: {0}",
                                 "записи, у которых нет места по КАТО: {0}",
                                 "entries whose place is not told by its KATO code: {0}"};
constexpr InThree kWithinRegion{"бір аймақ ішіндегі және көршілес аймақтар арасындағы жол: журналда координаталар жоқ",
                                "пути внутри области и между соседними: координат в журнале нет",
                                "ways within a region and between neighbouring ones: the log has no positions"};

// A region by the first two digits of its KATO codes; its centre in degrees, and how far its borders may lie, in km.
struct KatoRegion {
  std::string_view code;
  double north = 0;
  double east = 0;
  double reach = 0;
};

constexpr auto kKatoRegions = std::to_array<KatoRegion>({
    {"10", 49.0, 80.0, 350}, {"11", 52.0, 69.5, 330},  {"15", 48.5, 58.0, 450},  {"19", 44.3, 76.8, 320},
    {"23", 47.5, 52.0, 300}, {"27", 49.8, 50.5, 330},  {"31", 44.3, 72.0, 330},  {"33", 45.3, 78.8, 280},
    {"35", 48.8, 73.5, 420}, {"39", 51.5, 64.0, 420},  {"43", 45.3, 64.0, 400},  {"47", 44.0, 53.5, 320},
    {"55", 52.2, 76.2, 280}, {"59", 54.2, 69.3, 280},  {"61", 43.2, 68.3, 350},  {"62", 47.8, 67.5, 350},
    {"63", 49.2, 84.2, 300}, {"71", 51.15, 71.45, 30}, {"75", 43.25, 76.92, 30}, {"79", 42.33, 69.6, 30},
});

struct Stop {
  std::int64_t from_ms = 0;
  Moment from;
  Moment until;
  const KatoRegion* region = nullptr;
  std::uint64_t index = 0;
  Id hours{};  // zeros: a check-in
};

const KatoRegion* regionOfPlace(std::string_view place) {
  const bool digits = place.size() == 9 && std::ranges::all_of(place, [](char c) { return c >= '0' && c <= '9'; });
  const auto found = std::ranges::find(kKatoRegions, place.substr(0, 2), &KatoRegion::code);
  return digits && found != kKatoRegions.end() ? &*found : nullptr;
}

double leastKilometres(const KatoRegion& one, const KatoRegion& other) {
  constexpr double kRadian = 0.017453292519943295;
  constexpr double kEarth = 6371.0;
  const double up = std::sin((other.north - one.north) * kRadian / 2);
  const double along = std::sin((other.east - one.east) * kRadian / 2);
  const double part = up * up + std::cos(one.north * kRadian) * std::cos(other.north * kRadian) * along * along;
  return std::max(0.0, 2 * kEarth * std::asin(std::sqrt(part)) - one.reach - other.reach);
}

void judgeWay(Run& run, const Id& person, const Stop& last, const Stop& next) {
  const double distance = leastKilometres(*last.region, *next.region);
  const double hours = static_cast<double>(std::max<std::int64_t>(0, next.from.ms - last.until.ms)) / 3'600'000.0;
  if (distance <= 0 || distance <= hours * static_cast<double>(run.parameter())) return;
  Raised raised{
      .sentence = {kTooFast,
                   {momentTold(last.until), momentTold(next.from), countTold(static_cast<std::uint64_t>(distance)),
                    countTold(static_cast<std::uint64_t>(run.parameter()))}},
      .subjects = {{"person", person}},
      .evidence = {last.index, next.index}};
  std::int64_t minutes = 0;
  for (const Stop* stop : {&last, &next}) {
    if (stop->hours == Id{}) continue;
    raised.subjects.push_back({"hours", stop->hours});
    if (const Hours* hours_of = find(run.state().hours, stop->hours)) minutes += hours_of->standing;
  }
  raised.minutes = minutes;
  run.raise(std::move(raised));
}

// Where people were and when; entries of which that is not known are counted.
std::map<Id, std::vector<Stop>> stopsOf(const Run& run, std::uint64_t& unknown) {
  std::map<Id, std::vector<Stop>> stops;
  for (const Served& served : standingHours(run)) {
    if (served.fact->presence == schema::Presence::ONLINE) continue;
    const ActivityFact* activity = find(run.facts().hours.activities, served.hours->activity);
    const KatoRegion* region = activity == nullptr ? nullptr : regionOfPlace(activity->place);
    if (region == nullptr || !served.hours->until) {
      ++unknown;
      continue;
    }
    // Of the time that an entry tells, breaks may be a part: she was there while its minutes were served.
    Moment until = served.hours->occurred;
    until.ms = saturated(until.ms, served.minutes() * kMinuteMs);
    stops[profileOf(run, served.hours->volunteer)].push_back(
        {served.hours->occurred.ms, served.hours->occurred, until, region, served.fact->index, served.fact->id});
  }
  for (const SignupFact& signup : run.facts().hours.signups) {
    for (const auto* check : {&signup.in, &signup.out}) {
      const KatoRegion* region = *check ? regionOfPlace((*check)->place) : nullptr;
      if (region == nullptr) continue;
      stops[profileOf(run, signup.volunteer)].push_back(
          {(*check)->at.ms, (*check)->at, (*check)->at, region, (*check)->index, Id{}});
    }
  }
  return stops;
}

}  // namespace

void checkH04(Run& run) {
  std::uint64_t unknown = 0;
  for (auto& [person, list] : stopsOf(run, unknown)) {
    std::ranges::sort(list, [](const Stop& a, const Stop& b) {
      return std::pair(a.from_ms, a.index) < std::pair(b.from_ms, b.index);
    });
    run.look(list.size());
    for (std::size_t i = 1; i < list.size(); ++i) judgeWay(run, person, list[i - 1], list[i]);
  }
  if (unknown != 0) run.lacks({kPlacesUnknown, {countTold(unknown)}});
  run.lacks({kWithinRegion});
}

}  // namespace audit
