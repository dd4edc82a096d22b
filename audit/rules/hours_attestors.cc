// H05, H06, H21: how somebody attests and corrects.
#include <algorithm>
#include <set>
#include <tuple>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

using schema::AttestationMethod;

constexpr InThree kBulkCopy{
    "{0} волонтёрге бірдей {1} – {2} уақыты расталған: тіркелім де, келуін белгілеу де жоқ.",
    "{0} волонтёрам подтверждено одно и то же время {1} – {2}: ни списка, ни отметок о приходе.",
    "{0} volunteers were attested the same time, {1} to {2}: there is no roster, and nobody checked in."};
constexpr InThree kNoNarratives{"баяндаулар: журналда мәтіндер жоқ", "описания: текстов в журнале нет",
                                "narratives: the log has no texts"};
constexpr InThree kOnlyImported{"импортталған жазбалар: {0}; оларды ешкім растамаған",
                                "импортированные записи: {0}; их никто не подтверждал",
                                "imported entries: {0}; nobody attested them"};
constexpr InThree kMostByOne{"Ұйым сағаттарының {0} бір адам растаған; растаушылар саны: {1}.",
                             "{0} часов организации подтвердил один человек; подтверждающих: {1}.",
                             "{0} of the organisation's hours were attested by one person, of {1} who attest there."};
constexpr InThree kTooQuick{"Бір минутта {0} жазба расталған ({1} бастап).",
                            "За одну минуту подтверждено записей: {0} (с {1}).",
                            "{0} entries were attested within one minute, from {1} on."};
constexpr InThree kAlwaysUp{"Осы адам растаған {1} жазбаның {0} кейін түзетілген, бәрі көбейтілген.",
                            "Из {1} записей, подтверждённых этим человеком, исправлено {0}, и всё в большую сторону.",
                            "Of the {1} entries that this person attested, {0} were corrected, always upwards."};

bool isOnList(AttestationMethod method) {
  return method == AttestationMethod::ROSTER || method == AttestationMethod::CHECK_IN;
}

// Activities of which a shift was closed with a roster; and who checked in where.
struct OnLists {
  std::set<Id> rosters;
  std::set<std::pair<Id, Id>> checked;

  explicit OnLists(const Run& run) {
    for (const ShiftFact& shift : run.facts().hours.shifts) {
      if (shift.roster) rosters.insert(shift.activity);
    }
    for (const SignupFact& signup : run.facts().hours.signups) {
      if (signup.in) checked.emplace(signup.activity, profileOf(run, signup.volunteer));
    }
  }
  bool have(const Run& run, const Served& served) const {
    return isOnList(served.fact->attest->method) || rosters.contains(served.hours->activity) ||
           checked.contains({served.hours->activity, profileOf(run, served.hours->volunteer)});
  }
};

std::uint64_t importedHours(const Run& run) {
  const ServedList all = standingHours(run);
  return static_cast<std::uint64_t>(std::ranges::count_if(all, [](const Served& one) { return one.hours->imported; }));
}

void lacksImported(Run& run) {
  const std::uint64_t imported = importedHours(run);
  if (imported != 0) run.lacks({kOnlyImported, {countTold(imported)}});
}

void judgeShares(Run& run, const Id& organisation, const ServedList& list) {
  std::int64_t all = 0;
  std::map<Id, ServedList> by;
  std::map<Id, std::int64_t> minutes;
  for (const Served& served : list) {
    const Id attestor = attestorOf(run, served);
    by[attestor].push_back(served);
    minutes[attestor] += served.minutes();
    all += served.minutes();
  }
  // One of so few has always more than the threshold: what is asked is whether the others leave it to her.
  if (static_cast<std::int64_t>(list.size()) < run.parameter("least")) return;
  if (static_cast<std::int64_t>(by.size()) < run.parameter("attestors")) return;
  for (const auto& [attestor, own] : by) {
    const std::int64_t share = minutes[attestor] * 10'000 / all;
    if (share <= run.parameter()) continue;
    Raised raised =
        raisedAbout({"organisation", organisation}, own, {kMostByOne, {shareTold(share), countTold(by.size())}});
    raised.subjects.insert(raised.subjects.begin(), {"person", attestor});
    run.raise(std::move(raised));
  }
}

// By the clock of the log; what is on a list is attested at once.
void judgeSpeed(Run& run, const Id& attestor, ServedList list) {
  std::erase_if(list, [](const Served& one) { return isOnList(one.fact->attest->method); });
  const auto when = [](const Served& one) { return one.fact->attest->recorded_ms; };
  std::ranges::sort(list, {}, when);
  std::size_t from = 0;
  std::size_t best = 0;
  std::size_t best_from = 0;
  for (std::size_t to = 0; to < list.size(); ++to) {
    while (when(list[to]) - when(list[from]) >= kMinuteMs) ++from;
    if (to - from + 1 <= best) continue;
    best = to - from + 1;
    best_from = from;
  }
  if (static_cast<std::int64_t>(best) <= run.parameter("minute")) return;
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(best_from);
  const ServedList quick(begin, begin + static_cast<std::ptrdiff_t>(best));
  const Moment first{when(quick.front()), quick.front().hours->occurred.offset_minutes};
  run.raise(raisedAbout({"person", attestor}, quick, {kTooQuick, {countTold(best), momentTold(first)}}));
}

}  // namespace

void checkH05(Run& run) {
  using Copy = std::tuple<Id, Id, std::int64_t, std::int64_t, std::string>;
  const OnLists lists(run);
  std::map<Copy, ServedList> copies;
  for (const Served& served : standingHours(run)) {
    if (!served.attested() || !served.hours->until || lists.have(run, served)) continue;
    run.look();
    copies[{attestorOf(run, served), served.hours->activity, served.hours->occurred.ms, served.hours->until->ms,
            served.hours->role}]
        .push_back(served);
  }
  for (const auto& [key, list] : copies) {
    std::set<Id> volunteers;
    for (const Served& served : list) volunteers.insert(profileOf(run, served.hours->volunteer));
    if (static_cast<std::int64_t>(volunteers.size()) < run.parameter()) continue;
    run.raise(raisedAbout({"person", std::get<0>(key)}, list,
                          {kBulkCopy,
                           {countTold(volunteers.size()), momentTold(list.front().hours->occurred),
                            momentTold(*list.front().hours->until)}}));
  }
  lacksImported(run);
  run.lacks({kNoNarratives});
}

void checkH06(Run& run) {
  const auto organisations =
      standingHoursBy(run, [](const Served& one) { return one.attested() ? one.fact->organisation : Id{}; });
  for (const auto& [organisation, list] : organisations) {
    run.look(list.size());
    judgeShares(run, organisation, list);
  }
  for (const auto& [attestor, list] : standingHoursBy(run, [&](const Served& one) { return attestorOf(run, one); }))
    judgeSpeed(run, attestor, list);
  lacksImported(run);
}

void checkH21(Run& run) {
  for (const auto& [attestor, list] : standingHoursBy(run, [&](const Served& one) { return attestorOf(run, one); })) {
    run.look(list.size());
    if (static_cast<std::int64_t>(list.size()) < run.parameter("least")) continue;
    ServedList corrected;
    std::vector<std::uint64_t> entries;
    bool down = false;
    for (const Served& served : list) {
      for (const CorrectFact& one : served.fact->corrections) {
        entries.push_back(one.index);
        down = down || one.to < one.from;
      }
      if (!served.fact->corrections.empty()) corrected.push_back(served);
    }
    if (down || corrected.size() * 10'000 <= list.size() * static_cast<std::size_t>(run.parameter())) continue;
    Raised raised = raisedAbout({"person", attestor}, corrected,
                                {kAlwaysUp, {countTold(corrected.size()), countTold(list.size())}});
    raised.evidence.insert(raised.evidence.begin(), entries.begin(), entries.end());
    run.raise(std::move(raised));
  }
  lacksImported(run);
}

}  // namespace audit
