// H07, H08: who attested, and whether she might.
#include <algorithm>
#include <set>

#include "audit/replay/profiles.h"
#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kOwnHours{"Волонтёр өз сағатын өзі растаған.", "Волонтёр подтвердил собственные часы.",
                            "The volunteer attested the own hours."};
constexpr InThree kGuardianAttests{"Сағатты волонтёрдің заңды өкілі растаған.",
                                   "Часы подтвердил законный представитель волонтёра.",
                                   "The hours were attested by the volunteer's guardian."};
constexpr InThree kOneAnother{"Екеуі бір-бірінің сағатын растаған: {0} және {1} рет.",
                              "Двое подтверждали часы друг друга: {0} и {1} раз.",
                              "Two persons attested the hours of each other: {0} and {1} entries."};
constexpr InThree kOtherRelatives{"туыстар: журнал заңды өкілдерді ғана біледі",
                                  "родство: журнал знает лишь законных представителей",
                                  "relatives: the log knows guardians alone"};
constexpr InThree kNoMandate{"Растаған адамның бұл ұйымда қызмет аяқталғанда не растау кезінде өкілеттігі болмаған.",
                             "У подтвердившего не было здесь полномочия ко времени окончания службы или подтверждения.",
                             "Who attested held no mandate there by the end of the service, or when attesting."};
constexpr InThree kStolenKey{"Растау {0} бастап бөтен қолда болған кілтпен жасалған.",
                             "Подтверждено ключом, который с {0} был в чужих руках.",
                             "It was attested with a key that had been compromised since {0}."};
constexpr InThree kImportedAttestations{"импортталған жазбалар: {0}; кім растағаны журналда жоқ",
                                        "импортированные записи: {0}; кто их подтвердил, журнал не знает",
                                        "imported entries: {0}; the log does not know who attested them"};

bool isHers(const Run& run, const Served& served) {
  return served.fact->attest->doer.any(
      [&](const Id& person) { return areOnePerson(run.state(), person, served.hours->volunteer); });
}

bool isGuardians(const Run& run, const Served& served) {
  const auto profiles = profilesOf(run.state(), served.hours->volunteer);
  return std::ranges::any_of(profiles, [&](const Id& profile) {
    return std::ranges::any_of(listOf(run.state().guardianships_of, profile),
                               [&](const Guardianship& one) { return served.fact->attest->doer.is(one.guardian); });
  });
}

// What a policy of limits has as the quota, else the rule's own threshold.
std::int64_t quotaOf(const Run& run) {
  std::int64_t quota = 0;
  for (const Policy& policy : run.state().policies) {
    if (policy.kind == schema::PolicyKind::HOURS_LIMITS && !policy.repealed && policy.reciprocal_most != 0)
      quota = policy.reciprocal_most;
  }
  return quota != 0 ? quota : run.parameter();
}

void judgePairs(Run& run, const std::map<std::pair<Id, Id>, ServedList>& attested) {
  const auto quota = static_cast<std::size_t>(quotaOf(run));
  for (const auto& [pair, list] : attested) {
    if (pair.second < pair.first) continue;  // each pair once
    const auto back = attested.find({pair.second, pair.first});
    if (back == attested.end() || list.size() <= quota || back->second.size() <= quota) continue;
    ServedList both = list;
    both.insert(both.end(), back->second.begin(), back->second.end());
    Raised raised = raisedOnHours(both, {kOneAnother, {countTold(list.size()), countTold(back->second.size())}});
    raised.subjects.insert(raised.subjects.begin(), {{"person", pair.first}, {"person", pair.second}});
    raised.severity = RuleSeverity::kHigh;
    run.raise(std::move(raised));
  }
}

std::uint64_t countAttested(Run& run, const ServedList& all) {
  const auto imported = std::ranges::count_if(all, [](const Served& one) { return one.hours->imported; });
  if (imported != 0) run.lacks({kImportedAttestations, {countTold(static_cast<std::uint64_t>(imported))}});
  return all.size() - static_cast<std::uint64_t>(imported);
}

}  // namespace

void checkH07(Run& run) {
  std::map<std::pair<Id, Id>, ServedList> attested;
  const ServedList all = standingHours(run);
  for (const Served& served : all) {
    if (!served.attested()) continue;
    const Id attestor = attestorOf(run, served);
    const Id volunteer = profileOf(run, served.hours->volunteer);
    if (isHers(run, served)) {
      run.raise(raisedAbout({"person", volunteer}, {served}, {kOwnHours}));
    } else if (isGuardians(run, served)) {
      Raised raised = raisedAbout({"person", attestor}, {served}, {kGuardianAttests});
      raised.severity = RuleSeverity::kHigh;
      run.raise(std::move(raised));
    } else {
      attested[{attestor, volunteer}].push_back(served);
    }
  }
  judgePairs(run, attested);
  run.look(countAttested(run, all));
  run.lacks({kOtherRelatives});
}

void checkH08(Run& run) {
  const ServedList all = standingHours(run);
  for (const Served& served : all) {
    if (!served.attested()) continue;
    const AttestFact& attest = *served.fact->attest;
    const Id attestor = attestorOf(run, served);
    if (!attest.mandate) run.raise(raisedAbout({"person", attestor}, {served}, {kNoMandate}));
    const auto stolen = run.facts().hours.compromised.find(attest.key);
    if (stolen == run.facts().hours.compromised.end() || attest.recorded_ms < stolen->second.second) continue;
    const Moment since{stolen->second.second, served.hours->occurred.offset_minutes};
    Raised raised = raisedAbout({"person", attestor}, {served}, {kStolenKey, {momentTold(since)}});
    raised.evidence.push_back(stolen->second.first);
    run.raise(std::move(raised));
  }
  run.look(countAttested(run, all));
}

}  // namespace audit
