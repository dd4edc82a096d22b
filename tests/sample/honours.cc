#include "tests/sample/honours.h"

namespace sample {

using namespace ledger;

namespace {

constexpr const char* kDistinction = "sample-volunteer-of-the-year";

}  // namespace

void Honours::week(std::size_t week) {
  if (week == 2) define();
  if (week % 4 == 3) nominate(week);
  if (week % 8 == 5) confer();
  if (week == 40) revokeFirst();
  if (week % 2 == 1) rotateKey(week);
  if (week % 6 == 2) loseKey(week);
  if (week == 30) reportStolenKey(week);
}

void Honours::define() {
  year_.byAuthorities(
      {DistinctionDefine{year_.newId(), kDistinction, DistinctionKind::kPrize,
                         numbered("Үлгі жыл волонтері", "Образцовый волонтёр года", "Sample volunteer of the year", 1),
                         year_.document()}});
}

void Honours::nominate(std::size_t week) {
  for (std::size_t i = 0; i < 5; ++i) {
    const std::size_t region = (week + i) % kRegions;
    const Host& host = year_.cast_.hosts[region];
    const std::size_t who = (region + kRegions * (week + i)) % year_.cast_.volunteers.size();
    const SubjectId award = year_.newId();
    nominated_.push_back(award);
    year_.submit(host.officer,
                 {AwardNominate{award, year_.cast_.volunteers[who].actor.person, host.id, kDistinction, year_.now()}});
  }
}

void Honours::confer() {
  std::vector<CommandBody> bodies;
  for (std::size_t i = 0; i < nominated_.size() && i < 4; ++i) {
    conferred_.push_back(nominated_[i]);
    bodies.emplace_back(AwardConfer{nominated_[i], "SAMPLE-ACT-" + numberText(conferred_.size(), 3), year_.now()});
  }
  nominated_.clear();
  year_.submitByTwo(year_.cast_.authority1, year_.cast_.authority2, bodies);
}

void Honours::revokeFirst() {
  if (conferred_.empty()) return;
  year_.submitByTwo(year_.cast_.authority2, year_.cast_.authority1,
                    {AwardRevoke{conferred_[0], "SAMPLE-ACT-REVOKE-001", RevocationReason::kError, year_.now()}});
}

void Honours::rotateKey(std::size_t week) {
  Volunteer& one = year_.cast_.volunteers[(week * 31) % year_.cast_.volunteers.size()];
  if (one.silent) return;
  const KeyPair next = tests::newKey(year_.random_);
  year_.submit(one.actor, {year_.scribe_.rotation(one.actor, next)});
  one.actor.key = next;
}

void Honours::loseKey(std::size_t week) {
  Volunteer& one = year_.cast_.volunteers[(week * 47 + 5) % year_.cast_.volunteers.size()];
  if (one.silent) return;
  year_.submit(one.actor, {KeyRevoke{one.actor.person, actorKeyOf(one.actor.key), KeyRevocation::kLost, 0}});
  one.silent = true;
}

void Honours::reportStolenKey(std::size_t week) {
  Volunteer& one = year_.cast_.volunteers[(week * 53 + 9) % year_.cast_.volunteers.size()];
  if (one.silent) return;
  year_.submitByTwo(year_.cast_.authority1, year_.cast_.authority2,
                    {KeyRevoke{one.actor.person, actorKeyOf(one.actor.key), KeyRevocation::kStolen,
                               year_.scribe_.now() - kMsPerDay}});
  one.silent = true;
}

}  // namespace sample
