// H17, H18: one person under several profiles, one device in several hands.
#include <algorithm>
#include <set>

#include "audit/rules/hours_rules.h"

namespace audit {
namespace {

constexpr InThree kSameCommitment{"Екі профильдің жеке дерегінің міндеттемесі бірдей: {0} және {1}.",
                                  "У двух профилей одно и то же обязательство личных данных: {0} и {1}.",
                                  "Two profiles have one commitment of a personal value: {0} and {1}."};
constexpr InThree kSaltedNumbers{
    "ЖСН мен телефон: журналда олардың тұздалған міндеттемелері ғана, құрылғылар ауысым ішінде ғана танылады",
    "ИИН и телефоны: в журнале лишь обязательства с солью, а устройство узнаётся только в пределах смены",
    "personal numbers and phones: the log has salted commitments of them, and knows a device within one shift alone"};
constexpr InThree kSharedDevice{"Бір ауысымда бір құрылғымен {0} волонтёр белгіленген.",
                                "На одной смене с одного устройства отметились волонтёры: {0}.",
                                "{0} volunteers checked in to one shift with one device."};
constexpr InThree kNoDevices{"волонтёрлердің құрылғылары: бірде-бір белгіде жоқ",
                             "устройства волонтёров: ни одна отметка их не называет",
                             "devices of volunteers: no check-in tells any"};
constexpr InThree kNoAddresses{"IP мекенжайлары: журналда жоқ", "адреса IP: их в журнале нет",
                               "IP addresses: the log has none"};

}  // namespace

void checkH17(Run& run) {
  for (const auto& [commitment, list] : run.facts().hours.committed) {
    run.look();
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (profileOf(run, list[i].person) == profileOf(run, list[0].person)) continue;
      run.raise({.sentence = {kSameCommitment, {idTold(list[0].person), idTold(list[i].person)}},
                 .subjects = {{"person", list[0].person}, {"person", list[i].person}},
                 .evidence = {list[0].index, list[i].index}});
    }
  }
  run.lacks({kSaltedNumbers});
}

void checkH18(Run& run) {
  struct Hands {
    std::set<Id> people;
    std::vector<std::uint64_t> entries;
  };
  std::map<std::pair<Id, Hash>, Hands> devices;
  for (const SignupFact& signup : run.facts().hours.signups) {
    for (const auto* check : {&signup.in, &signup.out}) {
      if (!*check || (*check)->device == Hash{}) continue;
      run.look();
      Hands& hands = devices[{signup.shift, (*check)->device}];
      hands.people.insert(profileOf(run, signup.volunteer));
      hands.entries.push_back((*check)->index);
    }
  }
  for (const auto& [device, hands] : devices) {
    if (static_cast<std::int64_t>(hands.people.size()) < run.parameter()) continue;
    Raised raised{.sentence = {kSharedDevice, {countTold(hands.people.size())}},
                  .subjects = {{"shift", device.first}},
                  .evidence = hands.entries};
    for (const Id& person : hands.people) raised.subjects.push_back({"person", person});
    run.raise(std::move(raised));
  }
  if (devices.empty()) return run.cannot({kNoDevices});
  run.lacks({kNoAddresses});
}

}  // namespace audit
