#include "tests/reference/history.h"

#include <algorithm>

namespace reference {

using namespace ledger;  // the commands

namespace {

constexpr UtcMs kHour = 60 * kMsPerMinute;

}  // namespace

History::History(const Stage& stage, std::uint64_t seed) : now(stage.begins), stage_(stage), random_(seed) {
  attempts = 20 + static_cast<int>(below(41));
  theme_ = chance(45) ? Theme::kHours : chance(80) ? Theme::kMoney : Theme::kBoth;
}

// Minutes, hours, and sometimes so long that proposals and mandates end.
void History::pass() {
  const auto kind = below(100);
  if (kind < 75) {
    now += static_cast<UtcMs>(below(60)) * kMsPerMinute;
  } else if (kind < 98) {
    now += static_cast<UtcMs>(below(16)) * kHour;
  } else if (kind < 99) {
    now += static_cast<UtcMs>(below(6)) * kMsPerDay;
  } else if (chance(50)) {
    now += 14 * kMsPerDay + static_cast<UtcMs>(below(3)) - 1;
  }
}

Attempt History::next(const World& world) {
  pass();
  if (!waiting_.empty() && chance(75)) return endorsement();
  const bool hours = theme_ == Theme::kHours || (theme_ == Theme::kBoth && chance(50));
  return hours ? ofHours(world) : ofMoney(world);
}

void History::proposed(const Digest& leaf, const CommandBody& body) {
  waiting_.push_back({leaf, body.kind()});
}

void History::taken(const CommandBody& body) {
  if (const auto* claim = body.as<HoursClaim>()) claims_.push_back(*claim);
  if (const auto* award = body.as<GrantAward>()) awards_.push_back(*award);
}

const std::vector<PersonId>& History::secondsFor(Kind kind) const {
  if (kind == Kind::kAgreementSign) return stage_.officers;
  if (kind == Kind::kHoursCorrect) return stage_.attestors;
  if (kind == Kind::kHoursClaim || kind == Kind::kHoursAttest) return stage_.clerks;
  return stage_.funders;
}

Attempt History::endorsement() {
  const std::size_t place = chance(80) ? waiting_.size() - 1 : below(waiting_.size());
  const Waiting chosen = waiting_[place];
  // Most are endorsed once; some are tried again.
  if (chance(85)) waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(place));
  Endorse endorse{chosen.leaf};
  if (chance(2)) endorse.proposal.bytes[0] ^= 1;
  return by(secondsFor(chosen.kind), endorse);
}

// When something happened: mostly now, or on the hour of some day before; sometimes too late to be true.
Instant History::fact() {
  const auto kind = below(100);
  const std::int16_t offset = chance(90) ? kOffset : chance(50) ? std::int16_t{0} : std::int16_t{720};
  if (kind < 40) return {now, offset};
  if (kind < 95) return {stage_.begins - 9 * kMsPerDay + static_cast<UtcMs>(below(20)) * 12 * kHour, offset};
  return {now + 2 * kMsPerMinute + static_cast<UtcMs>(below(3)) - 1, offset};
}

Attempt History::by(const std::vector<PersonId>& kin, CommandBody body) {
  const auto kind = below(100);
  // The first of a kind wear one hat.
  const PersonId& person = kind < 50   ? kin[below(std::min<std::size_t>(kin.size(), 2))]
                           : kind < 94 ? one(kin)
                                       : one(stage_.everybody);
  return {person, Assurance::kSelf, std::move(body)};
}

}  // namespace reference
