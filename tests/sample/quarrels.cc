#include "tests/sample/quarrels.h"

#include <algorithm>
#include <map>

namespace sample {

using namespace ledger;

void Quarrels::week() {
  for (const Claimed& one : year_.judged_) {
    const std::size_t chance = year_.below(1000);
    if (chance < 15) {
      dispute(one, /*rejected=*/false);
    } else if (chance < 27) {
      correct(one);
    } else if (chance < 32) {
      year_.submit(year_.cast_.hosts[one.host].attestor2, {HoursVoid{one.id, HoursReason::kDuplicate, year_.now()}});
    }
  }
  for (const Claimed& one : year_.rejected_) {
    if (year_.below(4) == 0) dispute(one, /*rejected=*/true);
  }
  year_.scribe_.setNow(year_.scribe_.now() + kMsPerDay);
  resolveAll();
}

void Quarrels::dispute(const Claimed& claimed, bool rejected) {
  const Volunteer& volunteer = year_.cast_.volunteers[claimed.volunteer];
  if (volunteer.silent) return;
  year_.submit(volunteer.actor, {HoursDispute{claimed.id, HoursReason::kArithmetic, year_.now()}});
  open_.push_back({claimed, rejected});
}

// Every fourth correction is found to be too low and raised again, by two attestors.
void Quarrels::correct(const Claimed& claimed) {
  const Host& host = year_.cast_.hosts[claimed.host];
  if (claimed.standing <= Minutes{45}) return;
  const Minutes lower = claimed.standing - Minutes{30};
  year_.submit(host.attestor1, {HoursCorrect{claimed.id, lower, HoursReason::kBreakNotCounted, year_.now()}});
  if (++settled_ % 4 != 0) return;
  year_.submitByTwo(host.attestor1, host.attestor2,
                    {HoursCorrect{claimed.id, lower + Minutes{15}, HoursReason::kArithmetic, year_.now()}});
}

// By the auditor, and by the second attestor of hosts that the auditor has audited.
void Quarrels::resolveAll() {
  std::vector<CommandBody> bodies;
  std::map<std::size_t, std::vector<CommandBody>> of_audited;
  for (const Disputed& one : open_) {
    const std::size_t outcome = year_.below(3);
    HoursResolve resolve{one.claimed.id, DisputeOutcome::kUpheld, one.rejected ? Minutes{0} : one.claimed.standing,
                         year_.now()};
    if (outcome == 1) {
      resolve.outcome = DisputeOutcome::kCorrected;
      resolve.minutes = one.claimed.minutes;
    } else if (outcome == 2 && !one.rejected) {
      resolve.outcome = DisputeOutcome::kVoided;
      resolve.minutes = Minutes{0};
    }
    const bool audited = std::ranges::find(year_.audited_, one.claimed.host) != year_.audited_.end();
    (audited ? of_audited[one.claimed.host] : bodies).emplace_back(resolve);
  }
  open_.clear();
  for (const auto& [host, resolutions] : of_audited) year_.submit(year_.cast_.hosts[host].attestor2, resolutions);
  year_.submit(year_.cast_.auditor, bodies);
}

}  // namespace sample
